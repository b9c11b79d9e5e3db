package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.StreetCount.Elsewhere;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.roll.LedgerRollDesk;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.Signature.Point;
import cn.dangqun.protocol.Signature.Stroke;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A members' meeting: the tap is 已报到, and only the signature on the disk is 签到成功 (R-104, OQ-27).
class SignedMeetingTest extends DeskOnDisk {
    private static final Signature NAME =
            new Signature(List.of(new Stroke(List.of(new Point(10, 10), new Point(200, 90), new Point(400, 20)))));

    private final Activity meeting = new Activity(
            new ActivityId("meeting"),
            ActivityType.MEMBER_MEETING,
            FIRST_BRANCH,
            "样例大会",
            "活动室",
            MORNING.heldOn(),
            MORNING.starts(),
            MORNING.ends(),
            MORNING.window());

    @BeforeEach
    void onlyTheMeeting() {
        apply(ReferenceChange.remove(
                reference.applied() + 1, ReferenceKind.ACTIVITY, MORNING.id().value()));
        alsoPlan(meeting);
    }

    private CheckInOutcome.SignatureAsked asked(Member member) {
        return assertInstanceOf(CheckInOutcome.SignatureAsked.class, tap(member));
    }

    private Tally tally() throws Exception {
        var index = reference.index();
        return ledger.newReader()
                .ask(db -> new AttendanceBook(db)
                        .attendance(meeting, index.roster())
                        .tally());
    }

    @Test
    void nobodyIsPresentBeforeTheirSignatureIsOnTheDisk() throws Exception {
        var asked = asked(IN_FIRST);
        assertEquals(new Tally(3, 0), tally());

        var signed = assertInstanceOf(
                CheckInOutcome.Signed.class, desk.sign(asked, NAME).join());

        assertEquals(new Tally(3, 1), signed.tally());
        var fact = assertInstanceOf(AttendanceFact.Signed.class, facts().getLast());
        assertArrayEquals(
                NAME.encode(),
                ledger.newReader()
                        .attachment(fact.strokes().orElseThrow())
                        .orElseThrow()
                        .open());
    }

    @Test
    void theSignatureCanBeDrawnOnPaperWhileItStands() throws Exception {
        var rolls = new LedgerRollDesk(ledger, reference, clock, MadeUpStreet.ZONE);
        var asked = asked(IN_FIRST);
        assertEquals(Map.of(), rolls.signatures(meeting.id()));

        assertInstanceOf(CheckInOutcome.Signed.class, desk.sign(asked, NAME).join());
        assertEquals(Map.of(IN_FIRST.id(), NAME), rolls.signatures(meeting.id()));
        ledger.rebuild().join();
        assertEquals(Map.of(IN_FIRST.id(), NAME), rolls.signatures(meeting.id()));

        var staff = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
        assertEquals(
                RollDesk.Answer.DONE,
                rolls.record(meeting.id(), new RollAct.Correct(IN_FIRST.id(), "登记错人"), staff)
                        .join());
        assertEquals(Map.of(), rolls.signatures(meeting.id()));
    }

    @Test
    void aSignatureThatWasForgottenIsNotDrawn() throws Exception {
        var rolls = new LedgerRollDesk(ledger, reference, clock, MadeUpStreet.ZONE);
        assertInstanceOf(
                CheckInOutcome.Signed.class, desk.sign(asked(IN_FIRST), NAME).join());
        var fact = assertInstanceOf(AttendanceFact.Signed.class, facts().getLast());

        ledger.kept(fact.strokes().orElseThrow()).join();
        ledger.forget(fact.strokes().orElseThrow()).join();

        assertEquals(Map.of(), rolls.signatures(meeting.id()));
    }

    @Test
    void strokesGoThirtyDaysAfterTheStreetHasThemAndABackupDoes() throws Exception {
        var rolls = new LedgerRollDesk(ledger, reference, clock, MadeUpStreet.ZONE);
        assertInstanceOf(
                CheckInOutcome.Signed.class, desk.sign(asked(IN_FIRST), NAME).join());
        var fact = assertInstanceOf(AttendanceFact.Signed.class, facts().getLast());
        var through = ledger.position().orElseThrow();
        ledger.acknowledge(through.epoch(), through.lastSeq(), Map.of()).join();
        ledger.kept(fact.strokes().orElseThrow()).join();

        clock.pass(Ledger.SIGNATURES_KEPT_AFTER_ACK);
        purge();
        assertEquals(Map.of(IN_FIRST.id(), NAME), rolls.signatures(meeting.id()), "in no backup");

        ledger.backedUp(through.epoch(), through.lastSeq()).join();
        purge();
        assertEquals(Map.of(), rolls.signatures(meeting.id()));
        assertEquals(new Tally(3, 1), tally(), "that somebody signed stays");
    }

    private void purge() {
        ledger.heardStreet(clock.instant());
        ledger.purge(meeting.starts()).join();
    }

    @Test
    void whoWentAwayUnsignedSignsAtTheNextTap() throws Exception {
        asked(IN_FIRST);
        clock.pass(Duration.ofMinutes(20));
        var again = asked(IN_FIRST);
        assertEquals(1, facts().size(), "the second tap records nothing");
        assertInstanceOf(CheckInOutcome.Signed.class, desk.sign(again, NAME).join());

        assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, tap(IN_FIRST));
        assertEquals(new Tally(3, 1), tally());
    }

    @Test
    void aSecondSignatureCountsNobodyTwice() throws Exception {
        var asked = asked(IN_FIRST);
        desk.sign(asked, NAME).join();

        assertInstanceOf(CheckInOutcome.NotSaved.class, desk.sign(asked, NAME).join());
        assertEquals(new Tally(3, 1), tally());
    }

    @Test
    void whatStaffTookBackMeanwhileIsNotSigned() throws Exception {
        var asked = asked(IN_FIRST);
        ledger.append(new AttendanceFact.CheckInCorrected(meeting.id(), IN_FIRST.id(), new Handling("s-1", "登记错人")))
                .join();

        assertInstanceOf(CheckInOutcome.NotSaved.class, desk.sign(asked, NAME).join());
        assertEquals(new Tally(3, 0), tally());
        asked(IN_FIRST);
    }

    /// A signature taken at another kiosk counts here, until staff take it back here.
    @Test
    void whoseSignatureElsewhereWasTakenBackHereSignsAgain() throws Exception {
        var epoch = ledger.position().orElseThrow().epoch().hex();
        var there = new Elsewhere(Set.of(IN_FIRST.id()), Set.of(), Set.of(), 0, Set.of(), Set.of());
        var told = new StreetCount(meeting.id(), List.of(), there, new Tally(0, 0), epoch, 0, false, 2);
        ledger.write(transaction -> {
                    new AttendanceBook(transaction.db()).keep(told, epoch, clock.instant());
                    return true;
                })
                .join();
        assertEquals(new Tally(3, 1), tally());

        ledger.append(new AttendanceFact.CheckInCorrected(meeting.id(), IN_FIRST.id(), new Handling("s-1", "登记错人")))
                .join();
        assertEquals(new Tally(3, 0), tally());
        assertEquals(
                new Tally(3, 1),
                assertInstanceOf(
                                CheckInOutcome.Signed.class,
                                desk.sign(asked(IN_FIRST), NAME).join())
                        .tally());
    }

    @Test
    void observersSignNothing() {
        var other = assertInstanceOf(CheckInOutcome.OtherBranch.class, tap(IN_SECOND));
        var joined =
                desk.presentFor(cardOf(IN_SECOND), other.open().getFirst().id()).join();

        assertEquals(
                AttendanceRole.OBSERVER,
                assertInstanceOf(CheckInOutcome.CheckedIn.class, joined).role());
    }

    @Test
    void aLatecomerIsLateAlsoAfterSigning() {
        clock.pass(Duration.ofMinutes(30));
        var asked = asked(IN_GROUP);
        assertTrue(asked.late());
        assertTrue(assertInstanceOf(
                        CheckInOutcome.Signed.class, desk.sign(asked, NAME).join())
                .late());
    }

    @Test
    void aSignatureComesThroughWhenTheTablesAreWrittenAnew() throws Exception {
        desk.sign(asked(IN_FIRST), NAME).join();
        asked(IN_GROUP);
        ledger.rebuild().join();

        assertEquals(new Tally(3, 1), tally());
        asked(IN_GROUP);
    }

    @Test
    void aKioskOfBeforeSignaturesIsBelieved() throws Exception {
        ledger.append(new AttendanceFact.CheckedIn(
                        meeting.id(), IN_FIRST.id(), AttendanceRole.MEMBER, CheckInMethod.CARD, false))
                .join();

        assertEquals(new Tally(3, 1), tally(), "who was told 签到成功 is counted");
        assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, tap(IN_FIRST));
    }
}
