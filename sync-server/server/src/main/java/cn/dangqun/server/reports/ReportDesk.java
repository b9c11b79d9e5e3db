package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.StreetFact.ReportNoted;
import cn.dangqun.domain.fact.StreetFact.ReportStep;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Notes the steps of reports: a fact of the street, the copy that is sent, and who did it, in one commit.
/// Blocks.
record ReportDesk(Database database, StreetLedger street, Times times) {
    enum Outcome {
        DONE,
        /// Somebody noted something since the page was shown
        OVERTAKEN,
        /// The month is not over
        TOO_EARLY,
        /// Not in this order
        NOT_NOW,
        /// Another reviewer has to do it
        OWN,
        /// A day before the report was there, or before the step that it follows
        BEFORE,
        /// A day that has not come
        NO_DAY
    }

    /// `seen` is how many notes the page showed; `content` is the report as the page showed it, kept when it is
    /// sent.
    record Order(
            YearMonth month,
            OrganizationId organization,
            ReportStep step,
            LocalDate day,
            String party,
            Optional<OrganizationId> about,
            String words,
            int seen,
            Report content) {}

    Outcome note(Order order, Actor actor) {
        return database.write((handle, changes) -> {
            var notes = new ReportStore(handle).notes(order.organization.value(), order.month);
            if (order.day.isAfter(times.today())) {
                return Outcome.NO_DAY;
            }
            if (notes.all().size() != order.seen) {
                return Outcome.OVERTAKEN;
            }
            if (!order.month.isBefore(YearMonth.from(times.today()))) {
                return Outcome.TOO_EARLY;
            }
            var refused = refused(handle, notes, order, actor);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (order.day.isBefore(notes.earliest(order.step, order.month))) {
                return Outcome.BEFORE;
            }
            record(handle, changes, order, actor);
            return Outcome.DONE;
        });
    }

    /// What follows from a report follows only while it stands. Whoever checked does not send where there is
    /// another (OQ-30), and nobody takes back what they sent.
    private static Optional<Outcome> refused(Handle handle, ReportNotes notes, Order order, Actor actor) {
        boolean inOrder = switch (order.step) {
            case CHECKED -> notes.checked().isEmpty();
            case SENT -> notes.checked().isPresent() && notes.sent().isEmpty();
            case RECEIPT -> notes.sent().isPresent() && notes.receipt().isEmpty();
            case COMMENT -> notes.sent().isPresent();
            case TAKEN_BACK -> notes.checked().isPresent();
            case INSPECTED -> false;
        };
        if (!inOrder) {
            return Optional.of(Outcome.NOT_NOW);
        }
        var own = order.step == ReportStep.SENT
                ? notes.checked().filter(_ -> hasAnother(handle))
                : order.step == ReportStep.TAKEN_BACK ? notes.sent() : Optional.<ReportNotes.Note>empty();
        return own.filter(each -> each.login().equals(actor.login())).map(_ -> Outcome.OWN);
    }

    private static boolean hasAnother(Handle handle) {
        return handle.createQuery(
                                "SELECT count(*) FROM account WHERE street = 1 AND role = ? AND disabled = 0 AND scope IS NULL")
                        .bind(0, Role.STREET_REVIEWER.name())
                        .mapTo(Integer.class)
                        .one()
                > 1;
    }

    private void record(Handle handle, ChangeLog changes, Order order, Actor actor) {
        var recorded = street.append(
                handle,
                changes,
                new ReportNoted(
                        order.month,
                        order.organization,
                        order.step,
                        order.day,
                        order.party,
                        order.about,
                        new Ruling(actor.login(), order.words)));
        if (order.step == ReportStep.SENT) {
            new ReportStore(handle)
                    .keep(
                            order.organization.value(),
                            order.month,
                            recorded.clock().instant(),
                            order.content);
        }
        actor.note(handle, times.now(), action(order.step), order.month + " " + order.organization);
    }

    /// Notes of the district's inspection of a branch; of a day that has come.
    Outcome inspected(OrganizationId branch, LocalDate day, String party, String words, Actor actor) {
        if (day.isAfter(times.today())) {
            return Outcome.NO_DAY;
        }
        return database.write((handle, changes) -> {
            street.append(
                    handle,
                    changes,
                    new ReportNoted(
                            YearMonth.from(day),
                            branch,
                            ReportStep.INSPECTED,
                            day,
                            party,
                            Optional.of(branch),
                            new Ruling(actor.login(), words)));
            actor.note(handle, times.now(), Action.INSPECTION_NOTED, branch.value());
            return Outcome.DONE;
        });
    }

    static Action action(ReportStep step) {
        return switch (step) {
            case CHECKED -> Action.REPORT_CHECKED;
            case SENT -> Action.REPORT_SENT;
            case RECEIPT, COMMENT -> Action.REPORT_NOTED;
            case TAKEN_BACK -> Action.REPORT_TAKEN_BACK;
            case INSPECTED -> Action.INSPECTION_NOTED;
        };
    }
}
