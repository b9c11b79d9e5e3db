package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.Door;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.staff.StaffScenes;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static final StaffMember SOMEBODY = Samples.staff().getFirst();

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeServices services = new FakeServices();
    private final KioskModels models = models();
    private final ShellViewModel shell = models.shell();

    private KioskModels models() {
        Scenes.ordinaryDay(services);
        services.next = Samples.checkedIn(new PersonName("样例甲"), AttendanceRole.MEMBER, false);
        return KioskModels.over(services.services(time), time, Runnable::run);
    }

    private static ShellState at(String place) {
        return new ShellState.At(place, Optional.empty());
    }

    private static ShellState inside(String place) {
        return new ShellState.At(place, Optional.of(SOMEBODY));
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
    void showsTheAnswerToATapFromAnyScreenAndThenWhatWasReadBefore() {
        shell.go("privacy");

        shell.presented(Samples.CARD);
        assertEquals(at("check-in"), shell.state().get());

        time.pass(Duration.ofSeconds(10));
        assertEquals(at("privacy"), shell.state().get());

        shell.home();
        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(10));
        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void asksVisitorsBeforeItSendsThemAwayAndATouchKeepsThem() {
        shell.go("privacy");
        time.pass(Duration.ofSeconds(45));
        assertTrue(shell.asking().get());

        shell.touched();
        assertFalse(shell.asking().get());
        time.pass(Duration.ofSeconds(59));
        assertEquals(at("privacy"), shell.state().get());

        time.pass(Duration.ofSeconds(1));
        assertEquals(new ShellState.Idle(), shell.state().get());
        assertFalse(shell.asking().get());
    }

    @Test
    void letsACameraLookOnlyWhereACodeMayBeShown() {
        assertTrue(services.pictures);

        shell.go("privacy");
        assertFalse(services.pictures);

        shell.presented(Samples.CARD);
        assertTrue(services.pictures);

        shell.admit(SOMEBODY);
        assertFalse(services.pictures);
    }

    @Test
    void triesADeviceInTheSelfTestWithoutCheckingAnybodyIn() {
        shell.admit(SOMEBODY);
        shell.go("self-test");

        shell.presented(Samples.CARD);

        assertEquals(inside("self-test"), shell.state().get());
        assertEquals(List.of(), services.asked);
    }

    @Test
    void showsAMisreadCard() {
        shell.misread(DeviceFault.Kind.CARD_MOVED);

        assertEquals(at("check-in"), shell.state().get());
    }

    @Test
    void letsNobodyButStaffIntoTheirPlaces() {
        shell.home();
        for (var place : List.of("calling", "self-test", "staff-clock", "enrol-anew", "staff-corner")) {
            shell.go(place);
            assertEquals(new ShellState.Home(), shell.state().get());
        }

        shell.admit(SOMEBODY);
        shell.go("calling");
        assertEquals(inside("calling"), shell.state().get());
        shell.corner();
        assertEquals(inside("staff-corner"), shell.state().get());

        shell.go("privacy");
        shell.go("calling");
        assertEquals(at("privacy"), shell.state().get());
    }

    @Test
    void staysWhereSomebodyWentBeforeAPlaceWasDone() {
        shell.go("queue");
        shell.help();

        shell.done("queue");

        assertEquals(at("help"), shell.state().get());
    }

    @Test
    void opensDoorsInTheOrderOfTheFeatures() {
        assertEquals(List.of("wall", "queue", "activities", "help"), doors(Tile.Where.HOME));
        assertEquals(List.of("privacy", "staff"), doors(Tile.Where.FOOT));
        assertEquals(
                List.of("roll", "meeting", "calling", "staff-calendar", "parked", "care", "cards"),
                doors(Tile.Where.STAFF));
    }

    private List<String> doors(Tile.Where where) {
        return shell.doors(where).stream().map(Door::place).toList();
    }

    @Test
    void knowsEveryPlaceByOneNameAndNoOther() {
        assertThrows(IllegalArgumentException.class, () -> shell.go("nowhere"));

        var wall = shell.place(at("wall")).orElseThrow();
        var twice = new ShellViewModel(time);
        assertThrows(IllegalArgumentException.class, () -> twice.open(List.of(wall, wall)));
    }

    @Test
    void locksTheStaffCornerAfterAMinuteWithoutATouch() {
        shell.go("staff");
        shell.admit(SOMEBODY);
        assertEquals(inside("staff-corner"), shell.state().get());

        time.pass(Duration.ofSeconds(60));

        assertEquals(new ShellState.Idle(), shell.state().get());
    }

    @Test
    void locksTheStaffCornerWhenSomebodyTaps() {
        shell.admit(SOMEBODY);

        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(10));

        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void opensNothingForAPinThatIsJudgedAfterTheVisitorLeft() {
        services.verdict = new StaffDesk.Unlock.Unlocked(SOMEBODY);
        shell.go("staff");
        StaffScenes.unlock(services).choose(SOMEBODY);
        "2468".codePoints().mapToObj(Character::toString).forEach(StaffScenes.unlock(services)::type);

        shell.home();
        StaffScenes.unlock(services).confirm();

        assertEquals(new ShellState.Home(), shell.state().get());
    }

    @Test
    void asksForEnrolmentWhileTheStreetDoesNotKnowTheKiosk() {
        services.sync(new SyncStatus(new SyncStatus.Link.NotEnrolled(), 0, Optional.empty(), Optional.empty()));
        assertEquals(at("enrolment"), shell.state().get());

        shell.touched();
        time.pass(Duration.ofMinutes(3));
        assertEquals(at("enrolment"), shell.state().get());

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
        var before = models.home().state().get().now();
        time.pass(Duration.ofSeconds(39));
        assertEquals(before, models.home().state().get().now());

        time.pass(Duration.ofSeconds(1));

        assertEquals(before.plusSeconds(40), models.home().state().get().now());
    }

    /// OQ-31: the door and nothing else.
    @Test
    void offersAndOpensToEachRoleOnlyWhatItMayDo() {
        assertEquals(List.of("roll"), offered(StaffRole.SCAN_ONLY));
        assertEquals(List.of("roll", "meeting", "staff-calendar"), offered(StaffRole.GROUP_LEADER));
        assertEquals(List.of("roll", "meeting", "staff-calendar", "parked"), offered(StaffRole.BRANCH_SECRETARY));
        assertEquals(
                List.of("roll", "meeting", "calling", "staff-calendar", "parked", "care", "cards"),
                offered(StaffRole.DUTY_STAFF));

        var scanner = of(StaffRole.SCAN_ONLY);
        shell.admit(scanner);
        for (var place :
                List.of("meeting", "care", "calling", "parked", "staff-clock", "self-test", "cards", "enrol-anew")) {
            shell.go(place);
            assertEquals(
                    new ShellState.At("staff-corner", Optional.of(scanner)),
                    shell.state().get());
        }
    }

    /// At the door people tap while staff look somebody up; their own minute runs on.
    @Test
    void bringsStaffBackToTheRollWhenATapHasInterruptedThem() {
        shell.admit(SOMEBODY);
        shell.go("roll");
        shell.presented(Samples.CARD);
        assertEquals(at("check-in"), shell.state().get());
        shell.presented(Samples.NEXT_CARD);

        time.pass(Duration.ofSeconds(20));
        assertEquals(inside("roll"), shell.state().get());

        time.pass(Duration.ofSeconds(30));
        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(20));
        assertEquals(new ShellState.Home(), shell.state().get(), "a minute without a touch of their own");
    }

    @Test
    void bringsNobodyBackWhoHasGoneHomeOrElsewhere() {
        shell.admit(SOMEBODY);
        shell.go("roll");
        shell.home();
        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(20));
        assertEquals(new ShellState.Home(), shell.state().get());

        shell.admit(SOMEBODY);
        shell.go("calling");
        shell.presented(Samples.CARD);
        time.pass(Duration.ofSeconds(20));
        assertEquals(new ShellState.Home(), shell.state().get(), "only the roll is come back to");
    }

    private List<String> offered(StaffRole role) {
        return shell.doors(Tile.Where.STAFF, of(role)).stream().map(Door::place).toList();
    }

    private static StaffMember of(StaffRole role) {
        return new StaffMember("s-9", "样例壬", "", role);
    }
}
