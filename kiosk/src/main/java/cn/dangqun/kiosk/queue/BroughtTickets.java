package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;

/// What became of a ticket that another kiosk of the centre handed on.
final class BroughtTickets {
    private BroughtTickets() {}

    /// One that is here already, or was and went on, stays as it is.
    static void take(SqliteConnection db, RecordedFact recorded, QueueFact.TicketBrought fact) throws SQLException {
        var ticket = fact.brought();
        if (hop(db, fact) >= fact.hop()) {
            return;
        }
        var before = TicketProjection.queue(db, ticket.day());
        var after = before.brought(ticket);
        db.update(
                "INSERT INTO ticket (ticket, seq, day, number, service, priority, taken_millis, carried, place, state,"
                        + " hop, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)"
                        + " ON CONFLICT (ticket) DO UPDATE SET away = NULL, hop = excluded.hop",
                ticket.id().hex(),
                recorded.id().seq(),
                ticket.day().toString(),
                ticket.number().text(),
                ticket.service().value(),
                ticket.priority() ? 1 : 0,
                ticket.taken().toEpochMilli(),
                recorded.carried().isPresent() ? 1 : 0,
                TicketRow.WAITING,
                fact.hop());
        TicketProjection.keep(db, ticket.day(), before, after);
    }

    private static int hop(SqliteConnection db, QueueFact.TicketBrought fact) throws SQLException {
        return db.first(
                        "SELECT hop FROM ticket WHERE ticket = ?",
                        row -> row.getInt(1),
                        fact.ticket().hex())
                .orElse(-1);
    }
}
