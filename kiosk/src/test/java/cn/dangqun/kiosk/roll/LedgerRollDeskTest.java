package cn.dangqun.kiosk.roll;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.SECOND_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.StreetCount.Elsewhere;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.checkin.DeskOnDisk;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollDesk.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff record at the roll, on a real ledger beside people's own taps.
class LedgerRollDeskTest extends DeskOnDisk {
    private static final StaffMember DUTY = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final StaffMember SECRETARY = new StaffMember("s-2", "样例乙", "", StaffRole.BRANCH_SECRETARY);

    private LedgerRollDesk rolls;

    @BeforeEach
    void openRolls() {
        rolls = new LedgerRollDesk(ledger, reference, clock, ZONE);
    }

    private Answer does(RollAct act) {
        return rolls.record(MORNING.id(), act, DUTY).join();
    }

    private RollSheet sheet() {
        return rolls.sheet(MORNING.id()).orElseThrow();
    }

    private AttendanceFigures figures() {
        return sheet().figures();
    }

    private AttendanceState state(Member member) {
        return sheet().lines().stream()
                .filter(line -> line.member().equals(member.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void openingSettlesWhoIsDue() throws Exception {
        assertFalse(sheet().frozen());
        assertEquals(Answer.DONE, does(new RollAct.Open()));

        assertTrue(sheet().frozen());
        assertEquals(2, everything().size(), "opened, and its roll frozen");
        assertEquals(3, figures().due());
    }

    @Test
    void whomStaffRegisterCountsOnceWithTheirOwnTap() throws Exception {
        assertEquals(Answer.DONE, does(new RollAct.Register(IN_FIRST.id(), "忘带证件")));
        assertEquals(new Tally(3, 1), figures().tally());
        assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, tap(IN_FIRST));

        assertEquals(new Tally(3, 2), checkedIn(IN_GROUP).tally());
        assertEquals(Answer.OVERTAKEN, does(new RollAct.Register(IN_GROUP.id(), "忘带证件")));
        assertEquals(new Tally(3, 2), figures().tally());
    }

    @Test
    void whoIsNotOnTheRollIsNotRegistered() {
        assertEquals(Answer.OVERTAKEN, does(new RollAct.Register(IN_SECOND.id(), "忘带证件")));
        assertEquals(new Tally(3, 0), figures().tally());
    }

    @Test
    void whoCameAsAnObserverBeforeTheRollListedThemBecomesAMember() throws Exception {
        var other = assertInstanceOf(CheckInOutcome.OtherBranch.class, tap(IN_SECOND));
        assertEquals(1, other.open().size());
        joined(IN_SECOND);
        apply(ReferenceChange.put(
                reference.applied() + 1,
                new ReferenceItem.MemberItem(new Member(
                        IN_SECOND.id(),
                        IN_SECOND.name(),
                        IN_SECOND.status(),
                        IN_SECOND.relation(),
                        FIRST_BRANCH,
                        Optional.empty()))));

        assertEquals(Answer.DONE, does(new RollAct.Register(IN_SECOND.id(), "登记错人")));
        assertEquals(new Tally(4, 1), figures().tally());
    }

    @Test
    void aCorrectionTakesBackAndThePersonMayComeAgain() {
        checkedIn(IN_FIRST);
        assertEquals(Answer.DONE, does(new RollAct.Correct(IN_FIRST.id(), "登记错人")));
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));

        assertEquals(new Tally(3, 1), checkedIn(IN_FIRST).tally());
    }

    @Test
    void aMakeUpWaitsForTheSecretary() {
        assertEquals(Answer.DONE, does(new RollAct.AddAfterwards(IN_FIRST.id(), "停电")));
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));
        assertTrue(sheet().lines().stream().anyMatch(RollLine::awaiting));

        assertEquals(
                Answer.DONE,
                rolls.record(MORNING.id(), new RollAct.Approve(IN_FIRST.id()), SECRETARY)
                        .join());
        assertEquals(AttendanceState.MAKEUP_SIGNED, state(IN_FIRST));
        assertEquals(new Tally(3, 1), figures().tally());
    }

    @Test
    void leaveAndReasonsStandBesideTheMissing() {
        does(new RollAct.GrantLeave(IN_FIRST.id(), LeaveKind.SICK, "样例书记"));
        does(new RollAct.Explain(IN_GROUP.id(), "外出"));

        assertEquals(AttendanceState.LEAVE, state(IN_FIRST));
        assertEquals(1, figures().leave());
        assertEquals(1, figures().withoutReason(), "only the third person gave none");
        assertEquals(new Tally(3, 1), checkedIn(IN_FIRST).tally(), "who came after all is here");
    }

    @Test
    void aPaperListIsOneTransactionAndCountsNobodyTwice() throws Exception {
        checkedIn(IN_FIRST);
        assertEquals(Answer.DONE, does(new RollAct.Paper(List.of(IN_FIRST.id(), IN_GROUP.id(), PROBATIONARY.id()))));

        assertEquals(new Tally(3, 3), figures().tally());
        assertEquals(3, facts().size());
        does(new RollAct.CountHeads(GuestKind.RESIDENT, 7));
        does(new RollAct.CountHeads(GuestKind.RESIDENT, 9));
        assertEquals(9, sheet().heads().get(GuestKind.RESIDENT));
    }

    @Test
    void whoSignedThePaperOfAMembersMeetingIsPresent() {
        var meeting = new Activity(
                MORNING.id(),
                ActivityType.MEMBER_MEETING,
                FIRST_BRANCH,
                "样例大会",
                "",
                MORNING.heldOn(),
                MORNING.starts(),
                MORNING.ends(),
                MORNING.window());
        alsoPlan(meeting);
        assertEquals(Answer.DONE, does(new RollAct.Register(IN_FIRST.id(), "忘带证件")));
        assertEquals(AttendanceState.CHECKED_IN_UNSIGNED, state(IN_FIRST));

        assertEquals(Answer.DONE, does(new RollAct.Paper(List.of(IN_FIRST.id(), IN_GROUP.id()))));
        assertEquals(new Tally(3, 2), figures().tally());
    }

    @Test
    void nothingIsLostWhenTheTablesAreWrittenAnew() {
        does(new RollAct.Register(IN_FIRST.id(), "忘带证件"));
        does(new RollAct.Correct(IN_FIRST.id(), "登记错人"));
        does(new RollAct.Register(IN_FIRST.id(), "忘带证件"));
        does(new RollAct.GrantLeave(IN_GROUP.id(), LeaveKind.SICK, "样例书记"));
        does(new RollAct.CountHeads(GuestKind.RESIDENT, 7));
        var before = sheet();

        ledger.rebuild().join();

        assertEquals(before, sheet());
    }

    /// Another kiosk corrected what was recorded here: the street says so, and it stays so.
    @Test
    void whatAnotherKioskTookBackStandsNoLonger() throws Exception {
        var mine = checkedIn(IN_FIRST);
        tells(mine.fact(), Set.of(mine.fact().seq()));
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));
        assertEquals(AttendanceState.LEAVE, state(IN_GROUP), "leave granted elsewhere");

        ledger.rebuild().join();
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));
        clock.pass(Duration.ofMinutes(1));
        assertEquals(new Tally(3, 1), checkedIn(IN_FIRST).tally());
        ledger.rebuild().join();
        assertEquals(new Tally(3, 1), figures().tally());
    }

    /// The street went on from an older copy of its disk, and the kiosk that took it back has lost its own.
    @Test
    void whatNobodyKnowsToBeTakenBackStandsAgain() throws Exception {
        var mine = checkedIn(IN_FIRST).fact();
        tells(mine, Set.of(mine.seq()));
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));

        tells(mine, Set.of());
        assertEquals(AttendanceState.PRESENT, state(IN_FIRST));
        ledger.rebuild().join();
        assertEquals(AttendanceState.PRESENT, state(IN_FIRST));
    }

    @Test
    void whatWasTakenBackHereAndWhoCameAgainStayAsTheyAre() throws Exception {
        var mine = checkedIn(IN_FIRST).fact();
        does(new RollAct.Correct(IN_FIRST.id(), "登记错人"));
        tells(mine, Set.of(mine.seq()));
        tells(mine, Set.of());
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));

        clock.pass(Duration.ofMinutes(1));
        var again = checkedIn(IN_FIRST).fact();
        tells(again, Set.of(again.seq()));
        clock.pass(Duration.ofMinutes(1));
        assertEquals(new Tally(3, 1), checkedIn(IN_FIRST).tally());
        tells(again, Set.of());
        assertEquals(new Tally(3, 1), figures().tally());
        ledger.rebuild().join();
        assertEquals(new Tally(3, 1), figures().tally());
    }

    /// The street hears of it later: until then it says how things stood before.
    @Test
    void whatWasRecordedAtAnotherKioskCanBeTakenBackHere() throws Exception {
        var there = new Elsewhere(Set.of(IN_FIRST.id()), Set.of(), Set.of(), 0, Set.of(), Set.of());
        tells(0, there);
        assertEquals(AttendanceState.PRESENT, state(IN_FIRST));

        does(new RollAct.Correct(IN_FIRST.id(), "登记错人"));
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));
        ledger.rebuild().join();
        assertEquals(AttendanceState.ABSENT, state(IN_FIRST));

        tells(ledger.position().orElseThrow().lastSeq(), there);
        assertEquals(AttendanceState.PRESENT, state(IN_FIRST), "came there again since");
    }

    /// Which records of this ledger stand no longer, as the street has it.
    private void tells(FactId newest, Set<Long> withdrawn) {
        tells(newest.seq(), new Elsewhere(Set.of(), Set.of(), Set.of(IN_GROUP.id()), 0, withdrawn, Set.of()));
    }

    private void tells(long throughSeq, Elsewhere elsewhere) {
        var epoch = ledger.position().orElseThrow().epoch().hex();
        var told = new StreetCount(MORNING.id(), List.of(), elsewhere, new Tally(0, 0), epoch, throughSeq, true, 2);
        ledger.write(transaction -> {
                    new AttendanceBook(transaction.db()).keep(told, epoch, clock.instant());
                    return true;
                })
                .join();
    }

    @Test
    void whatStaffBeginIsThereAtOnceWithItsRollAndStaysWhenTheTablesAreWrittenAnew() throws Exception {
        var lecture = new SessionFact.AdHoc(ActivityType.PARTY_LECTURE, FIRST_BRANCH, "党课", "样例中心");
        var id = rolls.begin(lecture, DUTY).join().orElseThrow();
        assertTrue(rolls.activities().stream().anyMatch(each -> each.id().equals(id)));
        assertTrue(rolls.sheet(id).orElseThrow().frozen());

        clock.pass(Duration.ofMinutes(50));
        var choice = assertInstanceOf(CheckInOutcome.ChooseActivity.class, tap(IN_FIRST));
        assertEquals(2, choice.choices().size());
        var in = assertInstanceOf(CheckInOutcome.CheckedIn.class, presentFor(IN_FIRST, id));
        assertFalse(in.late(), "nobody is late at what nobody planned");
        assertEquals(new Tally(3, 1), in.tally());

        assertEquals(
                Answer.DONE,
                rolls.record(id, new RollAct.Register(IN_GROUP.id(), "忘带证件"), DUTY)
                        .join(),
                "before the street has heard of it");

        ledger.rebuild().join();
        assertEquals(new Tally(3, 2), rolls.sheet(id).orElseThrow().figures().tally());
    }

    @Test
    void whatTheStreetMakesOfABegunActivityStands() {
        var lecture = new SessionFact.AdHoc(ActivityType.PARTY_LECTURE, FIRST_BRANCH, "党课", "样例中心");
        var id = rolls.begin(lecture, DUTY).join().orElseThrow();
        var begun = rolls.sheet(id).orElseThrow().activity();
        alsoPlan(new Activity(
                id,
                begun.type(),
                begun.organization(),
                "专题党课",
                begun.place(),
                begun.heldOn(),
                begun.starts(),
                begun.ends(),
                begun.window()));

        assertEquals("专题党课", rolls.sheet(id).orElseThrow().activity().title());
    }

    @Test
    void aJointActivityHasARollForEachBranchWithItsOwnFigures() throws Exception {
        alsoPlan(new Activity(
                MORNING.id(),
                MORNING.type(),
                MORNING.organization(),
                MORNING.title(),
                MORNING.place(),
                MORNING.heldOn(),
                MORNING.starts(),
                MORNING.ends(),
                MORNING.window(),
                List.of(SECOND_BRANCH),
                List.of(),
                Set.of()));
        assertEquals(Answer.DONE, does(new RollAct.Register(IN_SECOND.id(), "忘带证件")));

        var first = sheet().figures(Optional.of(FIRST_BRANCH));
        var second = sheet().figures(Optional.of(SECOND_BRANCH));
        assertEquals(new Tally(3, 0), first.tally());
        assertEquals(new Tally(1, 1), second.tally());
        assertEquals(new Tally(4, 1), figures().tally(), "together");
    }

    @Test
    void groupsHoldGroupMeetingsAndBranchesTheRest() {
        assertEquals(
                List.of(GROUP),
                rolls.organizers(ActivityType.GROUP_MEETING).stream()
                        .map(Organization::id)
                        .toList());
        assertEquals(
                Set.of(FIRST_BRANCH, SECOND_BRANCH),
                rolls.organizers(ActivityType.THEME_DAY).stream()
                        .map(Organization::id)
                        .collect(Collectors.toSet()));
    }

    @Test
    void listsWhatIsNearAndHasARoll() {
        alsoPlan(activity("tomorrow", FIRST_BRANCH, "12:00", "13:00"));
        assertEquals(MORNING.id(), rolls.activities().getFirst().id());
        assertEquals(2, rolls.activities().size());
    }

    @Test
    void recordsNothingThatOnlyTheDeskWouldKnow() throws Exception {
        does(new RollAct.Register(IN_FIRST.id(), "忘带证件"));

        var fact = assertInstanceOf(AttendanceFact.Registered.class, facts().getFirst());
        assertEquals("s-1", fact.by().staff());
        assertEquals("忘带证件", fact.by().reason());
        assertEquals(at("08:55"), fact.came());
    }
}
