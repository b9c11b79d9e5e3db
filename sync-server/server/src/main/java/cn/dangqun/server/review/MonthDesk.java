package cn.dangqun.server.review;

import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.text.Times;
import java.time.YearMonth;

/// Locks a month's report and opens it again: a fact of the street, the copy of the figures, and what was noted about
/// who did it, in one commit (OQ-32). Blocks.
record MonthDesk(Database database, StreetLedger street, Times times) {
    enum Outcome {
        DONE,
        /// It stands so already, or an organisation above has locked it
        STANDS,
        /// Another reviewer opens what one has locked
        OWN_LOCK,
        /// The organisation is gone, or the month has not come
        IMPOSSIBLE
    }

    Outcome set(YearMonth month, OrganizationId organization, boolean locked, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var path = handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                    .bind(0, organization.value())
                    .mapTo(String.class)
                    .findOne();
            if (path.isEmpty() || month.isAfter(YearMonth.from(times.today()))) {
                return Outcome.IMPOSSIBLE;
            }
            var reader = new MonthReader(handle, month, path.get());
            var standing = reader.lock().filter(MonthReader.Lock::locked);
            boolean own = standing.filter(each -> each.organization().equals(organization.value()))
                    .isPresent();
            if (locked ? standing.isPresent() : !own) {
                return Outcome.STANDS;
            }
            if (!locked
                    && standing.filter(each -> each.login().equals(actor.login()))
                            .isPresent()) {
                return Outcome.OWN_LOCK;
            }
            var recorded = street.append(
                    handle,
                    changes,
                    new StreetFact.MonthLocked(month, organization, locked, new Ruling(actor.login(), reason)));
            if (locked) {
                reader.copy(organization.value(), recorded.clock().instant());
            }
            actor.note(
                    handle,
                    times.now(),
                    locked ? Action.MONTH_LOCKED : Action.MONTH_OPENED,
                    month + " " + organization.value());
            return Outcome.DONE;
        });
    }
}
