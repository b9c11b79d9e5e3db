package cn.dangqun.server.life;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;

/// Asks that a fixed day or a deadline be moved inside its period, and answers it: each deed one commit with its record
/// (OQ-07). Blocks.
record RescheduleDesk(Database database, Times times, FreshIds ids) {
    enum Outcome {
        DONE,
        /// It was answered already, or another wish for the same period waits
        STANDS,
        /// Outside the period, over, or the day that it is already
        NO_DAY,
        /// The rules' own day is over: nothing that is granted now would count (RULES §3)
        TOO_LATE,
        /// Who asked does not approve (OQ-30)
        OWN,
        GONE
    }

    /// `original` is the day that the rules name.
    Outcome ask(
            OrganizationId organization,
            LifeBoard.Cell cell,
            LocalDate original,
            LocalDate newDay,
            String reason,
            Actor actor) {
        if (original.isBefore(times.today())) {
            return Outcome.TOO_LATE;
        }
        if (!Period.of(cell.period().kind(), original).contains(newDay)
                || newDay.equals(original)
                || newDay.isBefore(times.today())) {
            return Outcome.NO_DAY;
        }
        return database.write((handle, changes) -> {
            var store = new RescheduleStore(handle);
            if (store.of(organization, cell.rule().code(), cell.period()).stream()
                    .anyMatch(RescheduleStore.Move::waits)) {
                return Outcome.STANDS;
            }
            store.ask(RescheduleStore.Move.asked(
                    ids.draw("m-"), organization, cell, original, newDay, reason, actor.login(), times.now()));
            actor.note(handle, times.now(), Action.RESCHEDULE_ASKED, organization + " " + cell.period());
            return Outcome.DONE;
        });
    }

    /// What comes too late can still be refused.
    Outcome decide(OrganizationId organization, String id, boolean grants, String answer, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new RescheduleStore(handle);
            var found = store.find(organization, id);
            if (found.isEmpty()) {
                return Outcome.GONE;
            }
            var move = found.get();
            if (!move.waits()) {
                return Outcome.STANDS;
            }
            if (move.askedBy().equals(actor.login())) {
                return Outcome.OWN;
            }
            if (grants && move.originalDay().isBefore(times.today())) {
                return Outcome.TOO_LATE;
            }
            store.decide(organization, id, grants, answer, actor.login(), times.today());
            actor.note(
                    handle,
                    times.now(),
                    grants ? Action.RESCHEDULE_GRANTED : Action.RESCHEDULE_REFUSED,
                    organization + " " + move.period());
            return Outcome.DONE;
        });
    }
}
