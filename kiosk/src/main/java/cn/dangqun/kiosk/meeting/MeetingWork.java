package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.RollBook;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One act of staff, inside one transaction and judged by what stands there. What no longer fits records nothing.
record MeetingWork(
        LedgerTransaction transaction, ReferenceIndex index, long reference, ClockReading moment, ZoneId zone) {
    /// Days after its own within which a session may be opened again (OQ-18).
    static final int DAYS_BACK = 3;

    boolean carryOut(MeetingView view, MeetingAct act, StaffMember by) throws SQLException, NotEnrolledException {
        if (view.record().isClosed() != act instanceof MeetingAct.Reopen) {
            return false;
        }
        var id = view.activity().id();
        return switch (act) {
            case MeetingAct.Declare declare -> declare(view, declare, by);
            case MeetingAct.SetItem(var number, var kind, var title, var about) ->
                view.record()
                                .item(number)
                                .filter(each -> !each.ballots().isEmpty())
                                .isEmpty()
                        && append(new SessionFact.ItemSet(id, number, kind, title, about, by.id()));
            case MeetingAct.Vote(var number, var cast) -> vote(view, number, cast, by);
            case MeetingAct.Leave leave ->
                view.record().item(leave.number()).isPresent()
                        && append(new SessionFact.BallotRecorded(
                                id, leave.number(), BallotForm.ORAL, 0, 0, 0, List.of(), leave.outcome(), by.id()));
            case MeetingAct.Tick(var step, var done) ->
                view.record().steps().containsKey(step) != done
                        && append(new SessionFact.StepTicked(id, step, done, by.id()));
            case MeetingAct.StepOut(var member, var out) ->
                view.record().away().contains(member) != out
                        && append(new SessionFact.SteppedOut(id, member, out, by.id()));
            case MeetingAct.Pay(var member, var month, var paid) ->
                view.paid().contains(member) != paid
                        && append(new SessionFact.FeeTicked(id, member, month, paid, by.id()));
            case MeetingAct.Close _ -> append(new SessionFact.Closed(id, Optional.of(by.id())));
            case MeetingAct.Reopen(var reason) -> reopen(view, reason, by);
        };
    }

    /// Who is due is settled with it.
    private boolean declare(MeetingView view, MeetingAct.Declare declare, StaffMember by)
            throws SQLException, NotEnrolledException {
        boolean asSeen = view.count().equals(declare.seen())
                && view.chairs().stream().anyMatch(each -> each.member().equals(declare.chair()));
        if (!asSeen) {
            return false;
        }
        freeze(view);
        return append(new SessionFact.FiguresDeclared(
                view.activity().id(),
                view.activity().organization(),
                declare.seen(),
                view.verdict().status() != MeetingStatus.INVALID_NO_QUORUM,
                declare.chair(),
                view.terms().profile().toString(),
                view.absences(),
                by.id()));
    }

    private void freeze(MeetingView view) throws SQLException, NotEnrolledException {
        var activity = view.activity();
        var rolls = new RollBook(transaction, index, reference, moment);
        for (var roll : new AttendanceBook(transaction.db())
                .attendance(activity, index.roster())
                .rolls()) {
            rolls.freeze(activity, roll.roll(), FreezeCause.OPENED);
        }
    }

    private boolean vote(MeetingView view, int number, BallotRule.Cast cast, StaffMember by)
            throws SQLException, NotEnrolledException {
        var item = view.record().item(number);
        var meeting = view.announced();
        if (item.isEmpty() || meeting.isEmpty()) {
            return false;
        }
        return switch (BallotRule.find(meeting.get(), number, item.get().kind(), cast)) {
            case BallotRule.Finding.Counts counts -> append(ballot(view, number, cast, counts.outcome(), by));
            case BallotRule.Finding.Repeat _ -> append(ballot(view, number, cast, BallotOutcome.VOID, by));
            case BallotRule.Finding.Refused _ -> false;
        };
    }

    private static SessionFact ballot(
            MeetingView view, int number, BallotRule.Cast cast, BallotOutcome outcome, StaffMember by) {
        return new SessionFact.BallotRecorded(
                view.activity().id(),
                number,
                cast.form(),
                cast.given(),
                cast.returned(),
                cast.invalid(),
                cast.votes(),
                outcome,
                by.id());
    }

    private boolean reopen(MeetingView view, String reason, StaffMember by) throws SQLException, NotEnrolledException {
        var today = LocalDate.ofInstant(transaction.judge(moment).instant(), zone);
        return !today.isAfter(view.activity().heldOn().plusDays(DAYS_BACK))
                && append(new SessionFact.Reopened(view.activity().id(), new Handling(by.id(), reason)));
    }

    private boolean append(SessionFact fact) throws SQLException, NotEnrolledException {
        transaction.append(fact, moment);
        return true;
    }
}
