package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.attendance.StandingRoll;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.AttendanceBook.Note;
import cn.dangqun.kiosk.attendance.Attendee;
import cn.dangqun.kiosk.attendance.NoteKind;
import cn.dangqun.kiosk.attendance.RollBook;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One act of staff, inside one transaction. What no longer fits records nothing.
record RollWork(LedgerTransaction transaction, ReferenceIndex index, long reference, ClockReading moment) {
    private static final Set<AttendanceState> HERE = Set.of(
            AttendanceState.PRESENT,
            AttendanceState.LATE,
            AttendanceState.MAKEUP_SIGNED,
            AttendanceState.CHECKED_IN_UNSIGNED);

    boolean carryOut(Activity activity, RollAct act, StaffMember by) throws SQLException, NotEnrolledException {
        var book = new AttendanceBook(transaction.db());
        var standing = book.attendance(activity, index.roster());
        return switch (act) {
            case RollAct.Open _ -> open(activity, standing, by);
            case RollAct.Register(var member, var reason) ->
                register(activity, standing, new Arrival(member, Registration.AT_DOOR, now()), by, reason);
            case RollAct.AddAfterwards(var member, var reason) ->
                register(
                        activity,
                        standing,
                        new Arrival(member, Registration.AFTERWARDS, activity.starts()),
                        by,
                        reason);
            case RollAct.Approve(var member) -> approve(activity, standing, book.notes(activity.id()), member, by);
            case RollAct.GrantLeave leave ->
                isMissing(standing, leave.member())
                        && append(new AttendanceFact.LeaveGranted(
                                activity.id(),
                                leave.member(),
                                leave.kind(),
                                new Handling(by.id(), leave.kind().name()),
                                leave.approver()));
            case RollAct.Explain(var member, var reason) ->
                isMissing(standing, member)
                        && append(new AttendanceFact.AbsenceExplained(
                                activity.id(), member, new Handling(by.id(), reason)));
            case RollAct.Correct(var member, var reason) ->
                state(standing, member).isPresent()
                        && append(new AttendanceFact.CheckInCorrected(
                                activity.id(), member, new Handling(by.id(), reason)));
            case RollAct.Paper(var members) -> paper(activity, standing, members, by);
            case RollAct.CountHeads(var kind, var number) ->
                append(new AttendanceFact.GuestsCounted(activity.id(), kind, number, by.id()));
        };
    }

    private boolean open(Activity activity, LocalAttendance standing, StaffMember by)
            throws SQLException, NotEnrolledException {
        append(new SessionFact.Opened(activity.id(), Optional.empty(), by.id()));
        freezeAll(activity, standing);
        return true;
    }

    /// Settles who is due at an activity that was just begun.
    void freezeAll(Activity activity) throws SQLException, NotEnrolledException {
        freezeAll(activity, new AttendanceBook(transaction.db()).attendance(activity, index.roster()));
    }

    private void freezeAll(Activity activity, LocalAttendance standing) throws SQLException, NotEnrolledException {
        for (var roll : standing.rolls()) {
            freeze(activity, roll, FreezeCause.OPENED);
        }
    }

    /// How and when somebody came whom staff record.
    private record Arrival(MemberId member, Registration how, Instant came) {}

    private boolean register(
            Activity activity, LocalAttendance standing, Arrival arrival, StaffMember by, String reason)
            throws SQLException, NotEnrolledException {
        var roll = roll(standing, arrival.member());
        if (roll.isEmpty() || isHere(standing, arrival.member())) {
            return false;
        }
        freeze(activity, roll.get(), FreezeCause.FIRST_TAP);
        if (standsOtherwise(activity, arrival.member())) {
            append(new AttendanceFact.CheckInCorrected(activity.id(), arrival.member(), new Handling(by.id(), reason)));
        }
        boolean late =
                arrival.how() == Registration.AT_DOOR && activity.window().isLateAt(arrival.came());
        var approver = arrival.how() == Registration.AFTERWARDS && by.may(Deed.APPROVE.act())
                ? Optional.of(by.id())
                : Optional.<String>empty();
        return append(new AttendanceFact.Registered(
                activity.id(),
                arrival.member(),
                new AttendanceFact.Counting(
                        AttendanceRole.MEMBER,
                        Optional.of(roll.get().roll().organization()),
                        late,
                        activity.asksSignature()),
                arrival.how(),
                arrival.came(),
                new Handling(by.id(), reason),
                approver,
                Optional.empty()));
    }

    /// Came as 列席 before the roll listed them.
    private boolean standsOtherwise(Activity activity, MemberId member) throws SQLException {
        return new AttendanceBook(transaction.db())
                .of(new Attendee.OfMember(member)).stream()
                        .anyMatch(each -> each.activity().equals(activity.id()));
    }

    private boolean approve(
            Activity activity, LocalAttendance standing, List<Note> notes, MemberId member, StaffMember by)
            throws SQLException, NotEnrolledException {
        var awaiting = notes.stream()
                .filter(note ->
                        note.kind() == NoteKind.AWAITING && note.member().equals(member))
                .findFirst();
        return awaiting.isPresent()
                && register(
                        activity,
                        standing,
                        new Arrival(member, Registration.AFTERWARDS, activity.starts()),
                        by,
                        awaiting.get().words());
    }

    /// Who signed the sheet has signed, also who had tapped before.
    private boolean paper(Activity activity, LocalAttendance standing, List<MemberId> members, StaffMember by)
            throws SQLException, NotEnrolledException {
        boolean any = false;
        for (var member : members) {
            boolean came = register(
                    activity,
                    standing,
                    new Arrival(member, Registration.PAPER, activity.starts()),
                    by,
                    Registration.PAPER.name());
            boolean unsigned = state(standing, member)
                    .filter(AttendanceState.CHECKED_IN_UNSIGNED::equals)
                    .isPresent();
            if (activity.asksSignature() && (came || unsigned)) {
                any |= append(new AttendanceFact.Signed(activity.id(), member, Optional.empty(), Optional.of(by.id())));
            }
            any |= came;
        }
        return any;
    }

    private void freeze(Activity activity, StandingRoll roll, FreezeCause cause)
            throws SQLException, NotEnrolledException {
        new RollBook(transaction, index, reference, moment).freeze(activity, roll.roll(), cause);
    }

    private boolean append(Fact fact) throws SQLException, NotEnrolledException {
        transaction.append(fact, moment);
        return true;
    }

    private Instant now() {
        return transaction.judge(moment).instant();
    }

    private static Optional<StandingRoll> roll(LocalAttendance standing, MemberId member) {
        return standing.rolls().stream()
                .filter(each -> each.roll().entry(member).isPresent())
                .findFirst();
    }

    private static Optional<AttendanceState> state(LocalAttendance standing, MemberId member) {
        return standing.lines(View.FOR_RECORD).stream()
                .filter(each -> each.member().equals(member))
                .map(each -> each.line().state())
                .findFirst();
    }

    private static boolean isHere(LocalAttendance standing, MemberId member) {
        return state(standing, member).filter(HERE::contains).isPresent();
    }

    private static boolean isMissing(LocalAttendance standing, MemberId member) {
        return state(standing, member).filter(state -> !HERE.contains(state)).isPresent();
    }
}
