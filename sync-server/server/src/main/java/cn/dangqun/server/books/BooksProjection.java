package cn.dangqun.server.books;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Filing;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// How the books of years stand, from the street's own facts.
public final class BooksProjection implements Projection {
    @Override
    public String name() {
        return "books";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StreetFact.BooksFiled fact) {
            long at = recorded.clock().instant().toEpochMilli();
            if (fact.filing() == Filing.CLOSED) {
                closed(handle, fact, at);
            } else {
                filed(handle, fact, at);
            }
        }
        return true;
    }

    private static void closed(Handle handle, StreetFact.BooksFiled fact, long at) {
        handle.execute(
                "INSERT INTO book_year (street, year, organization, filing, login, reason, at, closed_at, closed_by)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (street, year, organization) DO UPDATE"
                        + " SET filing = excluded.filing, login = excluded.login, reason = excluded.reason,"
                        + " at = excluded.at, closed_at = excluded.closed_at, closed_by = excluded.closed_by,"
                        + " printed_at = NULL",
                fact.year(),
                fact.organization().value(),
                fact.filing().name(),
                fact.ruling().login(),
                fact.ruling().reason(),
                at,
                at,
                fact.ruling().login());
    }

    /// Printed, or open again: then they stand in no box as they are.
    private static void filed(Handle handle, StreetFact.BooksFiled fact, long at) {
        handle.execute(
                "UPDATE book_year SET filing = ?, login = ?, reason = ?, at = ?, printed_at = ?"
                        + " WHERE street = 1 AND year = ? AND organization = ?",
                fact.filing().name(),
                fact.ruling().login(),
                fact.ruling().reason(),
                at,
                fact.filing() == Filing.PRINTED ? at : null,
                fact.year(),
                fact.organization().value());
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM book_year");
    }
}
