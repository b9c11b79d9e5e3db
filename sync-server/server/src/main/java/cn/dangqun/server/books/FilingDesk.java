package cn.dangqun.server.books;

import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Filing;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Times;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Closes a branch's books of a year, notes that they are printed, and opens them again: a fact of the street, the copy
/// of what stood in them, and what was noted about who did it, in one commit (R-166, OQ-39). Blocks.
record FilingDesk(Database database, StreetLedger street, BookShelf shelf, Times times) {
    enum Outcome {
        DONE,
        /// It stands so already, or there is nothing closed to print
        STANDS,
        /// Another account opens what one has closed
        OWN,
        /// The year has not begun
        IMPOSSIBLE
    }

    Outcome file(OrganizationReader.Row branch, int year, Filing filing, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new FilingStore(handle);
            var refusal = refused(store.find(branch.id(), year), year, filing, actor);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            var recorded = street.append(
                    handle,
                    changes,
                    new StreetFact.BooksFiled(year, branch.id(), filing, new Ruling(actor.login(), reason)));
            if (filing == Filing.CLOSED) {
                store.copy(
                        branch.id(),
                        year,
                        recorded.clock().instant(),
                        books(handle, branch, year, true),
                        books(handle, branch, year, false).stream()
                                .flatMap(each -> each.lacks().stream())
                                .toList());
            }
            actor.note(handle, times.now(), action(filing), branch.id() + " " + year);
            return Outcome.DONE;
        });
    }

    private Optional<Outcome> refused(Optional<Filed> filed, int year, Filing filing, Actor actor) {
        if (year > times.today().getYear()) {
            return Optional.of(Outcome.IMPOSSIBLE);
        }
        boolean closed = filed.filter(Filed::isClosed).isPresent();
        boolean printed = filed.flatMap(Filed::printedAt).isPresent();
        boolean stands = switch (filing) {
            case CLOSED -> closed;
            case PRINTED -> !closed || printed;
            case REOPENED -> !closed;
        };
        if (stands) {
            return Optional.of(Outcome.STANDS);
        }
        boolean own = filing == Filing.REOPENED
                && filed.filter(each -> each.closedBy().equals(actor.login())).isPresent();
        return own ? Optional.of(Outcome.OWN) : Optional.empty();
    }

    /// With all words and full names, as digests are made of; or counted, with masked names.
    List<BookContent> books(Handle handle, OrganizationReader.Row branch, int year, boolean whole) {
        return shelf.all(
                new BookYear(handle, branch, year, times.today(), times.now(), new Names(whole, shelf.texts()), whole),
                Watermarks.of(handle, times.now()),
                true);
    }

    private static Action action(Filing filing) {
        return switch (filing) {
            case CLOSED -> Action.BOOKS_CLOSED;
            case PRINTED -> Action.BOOKS_FILED;
            case REOPENED -> Action.BOOKS_REOPENED;
        };
    }
}
