package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static final StaffDesk.StaffMember SOMEBODY = Samples.staff().getFirst();

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeServices services = new FakeServices();
    private final KioskModels models = models();
    private final ShellViewModel shell = models.shell();

    private KioskModels models() {
        Scenes.ordinaryDay(services);
        services.next = Samples.checkedIn(new PersonName("样例甲"), AttendanceRole.MEMBER, false);
        return KioskModels.over(services.services(time), time, Runnable::run, Runnable::run);
    }

    @Test
    void opensHomeAtTheFirstTouchAndRestsAfterAMinuteWithoutOne() {
        shell.touched();
        assertEquals(new ShellState.Home(), shell.state().get());

        time.pass(Duration.ofSeconds(59));
        shell.touched();
        time.pass(Duration.ofSeconds(59));
        assertEquals(new ShellState.Home(), shell.state().get());

        time.pass(Duration.ofSeconds(1));
        assertEquals(new ShellState.Idle(), shell.state().get());
    }

    @Test
    void showsTheAnswerToATapFromAnyScreenAndThenHome() {
        shell.privacy();

        shell.presented(Samples.CARD);
        assertEquals(new ShellState.CheckIn(), shell.state().get());

        time.pass(Duration.ofSeconds(10));
        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void letsACameraLookOnlyWhereACodeMayBeShown() {
        assertTrue(services.pictures);

        shell.privacy();
        assertFalse(services.pictures);

        shell.presented(Samples.CARD);
        assertTrue(services.pictures);

        shell.unlocked(SOMEBODY);
        assertFalse(services.pictures);
    }

    @Test
    void triesADeviceInTheSelfTestWithoutCheckingAnybodyIn() {
        shell.unlocked(SOMEBODY);
        shell.selfTest();

        models.presented(Samples.CARD);

        assertEquals(new ShellState.SelfTest(SOMEBODY), shell.state().get());
        assertEquals(java.util.List.of(), services.asked);
    }

    @Test
    void showsAMisreadCard() {
        shell.misread(DeviceFault.Kind.CARD_MOVED);

        assertEquals(new ShellState.CheckIn(), shell.state().get());
    }

    @Test
    void locksTheStaffCornerAfterAMinuteWithoutATouch() {
        shell.staff();
        shell.unlocked(SOMEBODY);
        assertEquals(new ShellState.StaffCorner(SOMEBODY), shell.state().get());

        time.pass(Duration.ofSeconds(60));

        assertEquals(new ShellState.Idle(), shell.state().get());
    }

    @Test
    void locksTheStaffCornerWhenSomebodyTaps() {
        shell.unlocked(SOMEBODY);

        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(10));

        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void opensNothingForAPinThatIsJudgedAfterTheVisitorLeft() {
        services.verdict = new StaffDesk.Unlock.Unlocked(SOMEBODY);
        shell.staff();
        models.unlock().choose(SOMEBODY);
        "2468".codePoints().mapToObj(Character::toString).forEach(models.unlock()::type);

        shell.home();
        models.unlock().confirm();

        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void asksForEnrolmentWhileTheStreetDoesNotKnowTheKiosk() {
        services.sync(new SyncStatus(new SyncStatus.Link.NotEnrolled(), 0, Optional.empty(), Optional.empty()));
        assertEquals(new ShellState.Enrolment(), shell.state().get());

        shell.touched();
        time.pass(Duration.ofMinutes(3));
        assertEquals(new ShellState.Enrolment(), shell.state().get());

        services.sync(Scenes.linked(0, Duration.ZERO));
        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void showsATroubleCodeForAWhileAndReturnsHome() {
        shell.trouble("K-0001");
        assertEquals(new ShellState.Trouble("K-0001"), shell.state().get());

        time.pass(Duration.ofSeconds(8));

        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void renewsTheBoardAtTheFullMinuteOnly() {
        var before = models.home().state().get().board().now();
        time.pass(Duration.ofSeconds(39));
        assertEquals(before, models.home().state().get().board().now());

        time.pass(Duration.ofSeconds(1));

        assertEquals(before.plusSeconds(40), models.home().state().get().board().now());
    }
}
