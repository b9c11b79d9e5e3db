package cn.dangqun.kiosk.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollState.Filter;
import cn.dangqun.kiosk.roll.RollState.Question;
import cn.dangqun.kiosk.roll.RollState.Word;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollViewModelTest {
    private static final StaffMember DUTY = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final StaffMember SECRETARY = new StaffMember("s-2", "样例乙", "", StaffRole.BRANCH_SECRETARY);
    private static final StaffMember AT_THE_DOOR = new StaffMember("s-3", "样例丙", "", StaffRole.SCAN_ONLY);

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeRolls desk = new FakeRolls();
    private final RollViewModel model = new RollViewModel(desk, () -> "样例中心", time, Runnable::run, time);

    @BeforeEach
    void open() {
        model.open(DUTY);
        model.choose(desk.planned.getFirst());
    }

    private void choose(StaffMember by) {
        model.open(by);
        if (model.state().get() instanceof RollState.Choosing) {
            model.choose(desk.planned.getFirst());
        }
    }

    private RollState.Listed listed() {
        return assertInstanceOf(RollState.Listed.class, model.state().get());
    }

    private List<Deed> deeds(AttendanceState state) {
        model.touch(FakeRolls.line("M-9", "样例丁", state));
        var one = assertInstanceOf(RollState.One.class, model.state().get());
        model.back();
        return one.deeds();
    }

    @Test
    void oneActivityAloneIsListedAtOnceForWhoMayBeginNoOther() {
        model.open(AT_THE_DOOR);
        assertEquals(5, listed().shown().size());
        model.open(DUTY);
        assertInstanceOf(RollState.Choosing.class, model.state().get());

        desk.planned = List.of(Samples.THEME_DAY, Samples.MEETING);
        model.chooseActivity();
        assertInstanceOf(RollState.Choosing.class, model.state().get());
        model.choose(Samples.MEETING);
        assertEquals(Samples.MEETING, listed().sheet().activity());
    }

    @Test
    void findsPeopleByLettersAndByHowTheyStand() {
        model.filter(Filter.MISSING);
        assertEquals(2, listed().shown().size());
        model.type("W");
        assertEquals(
                List.of("王小明"), listed().shown().stream().map(RollLine::name).toList());
        model.erase();
        model.filter(Filter.LEAVE);
        assertEquals(
                List.of("张样例"), listed().shown().stream().map(RollLine::name).toList());
    }

    @Test
    void aJointActivityIsSeenRollByRollWithItsOwnFigures() {
        desk.lines = List.of(
                FakeRolls.line("M-1", "陈样例", AttendanceState.PRESENT, 1, "样例第一党支部"),
                FakeRolls.line("M-2", "李样例", AttendanceState.ABSENT, 1, "样例第一党支部"),
                FakeRolls.line("M-3", "王样例", AttendanceState.ABSENT, 2, "样例第二党支部"));
        choose(SECRETARY);

        model.chooseRoll();
        var choosing =
                assertInstanceOf(RollState.ChoosingRoll.class, model.state().get());
        assertEquals(
                List.of(2, 1),
                choosing.sheet().rolls().stream()
                        .map(each -> each.figures().due())
                        .toList());
        model.roll(Optional.of(new OrganizationId("c1-b2")));
        var second = assertInstanceOf(RollState.Listed.class, model.state().get());
        assertEquals(List.of("王样例"), second.shown().stream().map(RollLine::name).toList());
        assertEquals(1, second.sheet().figures(second.roll()).due());
        assertEquals(3, second.sheet().figures().due());

        model.touch(second.shown().getFirst());
        model.back();
        assertEquals(
                1,
                assertInstanceOf(RollState.Listed.class, model.state().get())
                        .shown()
                        .size(),
                "stays there");
        model.chooseRoll();
        model.roll(Optional.empty());
        assertEquals(
                3,
                assertInstanceOf(RollState.Listed.class, model.state().get())
                        .shown()
                        .size());
    }

    @Test
    void aReasonIsAskedBeforeAnybodyIsRecorded() {
        model.touch(desk.lines.get(2));
        model.begin(Deed.REGISTER);
        assertEquals(List.of(), desk.asked);
        model.because("忘带证件");

        assertEquals(List.of("s-1 Register[member=M-3, reason=忘带证件]"), desk.asked);
        assertEquals(Word.REGISTERED, listed().said().orElseThrow().word());
    }

    @Test
    void aSlipOfTheFingerMayBeTakenBackForTenSeconds() {
        model.touch(desk.lines.get(2));
        model.begin(Deed.REGISTER);
        model.because("忘带证件");
        time.pass(Duration.ofSeconds(9));
        model.undo("按错了");
        assertEquals("s-1 Correct[member=M-3, reason=按错了]", desk.asked.getLast());

        model.touch(desk.lines.get(2));
        model.begin(Deed.REGISTER);
        model.because("忘带证件");
        time.pass(RollViewModel.UNDO);
        assertEquals(Optional.empty(), listed().said().orElseThrow().undoable());
        model.undo("按错了");
        assertEquals(3, desk.asked.size());
    }

    @Test
    void leaveIsByTheWordOfSomebodyNamedAndAfterTheStartBySecretariesAlone() {
        desk.now = Samples.THEME_DAY.starts().minusSeconds(1);
        choose(DUTY);
        model.touch(desk.lines.get(2));
        model.begin(Deed.LEAVE);
        model.leave(LeaveKind.SICK);
        assertEquals(
                Question.APPROVER,
                assertInstanceOf(RollState.Asking.class, model.state().get()).question());
        model.approvedBy("样例书记");
        assertEquals(List.of("s-1 GrantLeave[member=M-3, kind=SICK, approver=样例书记]"), desk.asked);

        desk.now = Samples.THEME_DAY.starts();
        model.chooseActivity();
        model.choose(desk.planned.getFirst());
        assertEquals(List.of(Deed.REGISTER, Deed.EXPLAIN), deeds(AttendanceState.ABSENT));
        choose(SECRETARY);
        model.touch(desk.lines.get(2));
        model.begin(Deed.LATE_LEAVE);
        model.leave(LeaveKind.OTHER);
        assertEquals("s-2 GrantLeave[member=M-3, kind=OTHER, approver=样例乙]", desk.asked.getLast());
    }

    @Test
    void whoOnlyScansRegistersAtTheDoorAndNothingElse() {
        model.open(AT_THE_DOOR);

        assertEquals(List.of(Deed.REGISTER), deeds(AttendanceState.ABSENT));
        assertEquals(List.of(), deeds(AttendanceState.PRESENT));
    }

    @Test
    void afterClosingThereIsOnlyMakingUp() {
        desk.now = Samples.THEME_DAY.window().closes().plusSeconds(1);
        choose(DUTY);

        assertEquals(List.of(Deed.AFTERWARDS, Deed.EXPLAIN), deeds(AttendanceState.ABSENT));
        assertEquals(List.of(Deed.CORRECT), deeds(AttendanceState.PRESENT));
    }

    @Test
    void whatIsTickedOutlivesATapOfSomebodyElse() {
        model.startPaper();
        model.touch(desk.lines.get(2));

        model.shut();
        model.open(DUTY);

        assertEquals(Optional.of(Set.of(new MemberId("M-3"))), listed().ticked());
        model.back();
        model.shut();
        model.open(DUTY);
        assertEquals(Optional.empty(), listed().ticked());
    }

    @Test
    void whoScansOnlyKeysInNoPaper() {
        choose(AT_THE_DOOR);

        model.startPaper();

        assertFalse(listed().isPaper());
    }

    @Test
    void aPaperListIsTickedAndKeptAtOnce() {
        model.startPaper();
        desk.lines.forEach(model::touch);
        model.touch(desk.lines.get(3));
        assertEquals(4, listed().ticked().map(Set::size).orElseThrow());
        model.recordPaper();

        assertEquals(List.of("s-1 Paper[members=[M-1, M-2, M-3, M-5]]"), desk.asked);
        assertEquals("4", listed().said().orElseThrow().name());
    }

    @Test
    void beginsWhatNobodyPlannedInThreeTouches() {
        model.chooseActivity();
        model.chooseType();
        model.type(ActivityType.PARTY_LECTURE);
        var choosing = assertInstanceOf(
                RollState.ChoosingOrganizer.class, model.state().get());
        model.begin(choosing.organizers().getFirst(), "党课");

        assertEquals(List.of("s-1 begins PARTY_LECTURE of branch-1 at 样例中心"), desk.asked);
        assertEquals(Word.OPENED, listed().said().orElseThrow().word());
    }

    @Test
    void whatCouldNotBeSavedIsNotBegunAndScannersBeginNothing() {
        desk.answer = RollDesk.Answer.NOT_SAVED;
        model.chooseActivity();
        model.chooseType();
        model.type(ActivityType.PARTY_LECTURE);
        var choosing = assertInstanceOf(
                RollState.ChoosingOrganizer.class, model.state().get());
        model.begin(choosing.organizers().getFirst(), "党课");
        assertTrue(assertInstanceOf(
                        RollState.ChoosingOrganizer.class, model.state().get())
                .failed());

        model.back();
        model.open(AT_THE_DOOR);
        model.chooseType();
        assertInstanceOf(RollState.Listed.class, model.state().get());
    }

    @Test
    void headsAreTypedAndKept() {
        model.startCounting();
        List.of("1", "2", "3", "4").forEach(model::type);
        model.erase();
        model.recordHeads();

        assertEquals(List.of("s-1 CountHeads[kind=RESIDENT, number=12]"), desk.asked);
    }

    @Test
    void saysSoWhenThingsStandOtherwiseOrNothingWasSaved() {
        desk.answer = RollDesk.Answer.OVERTAKEN;
        model.openActivity();
        assertEquals(Word.OVERTAKEN, listed().said().orElseThrow().word());

        desk.answer = RollDesk.Answer.NOT_SAVED;
        model.openActivity();
        assertEquals(Word.NOT_SAVED, listed().said().orElseThrow().word());
    }

    @Test
    void comesBackToTheSameActivityForTheSamePersonAndLeavesNoName() {
        desk.planned = List.of(Samples.THEME_DAY, Samples.MEETING);
        model.chooseActivity();
        model.choose(Samples.MEETING);
        model.shut();
        assertEquals(new RollState.Shut(), model.state().get());

        model.open(DUTY);
        assertEquals(Samples.MEETING, listed().sheet().activity());
        model.shut();
        model.open(SECRETARY);
        assertInstanceOf(RollState.Choosing.class, model.state().get());
    }
}
