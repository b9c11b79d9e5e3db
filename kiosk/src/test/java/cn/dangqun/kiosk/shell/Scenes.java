package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.staff.StaffDesk.StaffMember;
import cn.dangqun.kiosk.sync.ClockOffset;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.kiosk.wall.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Every screen in every state worth looking at, by name; for pictures and for the tests that walk all screens.
public final class Scenes {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final MemberId MEMBER = new MemberId("M-1");

    private final Map<String, Consumer<TestKiosk>> all = new LinkedHashMap<>();

    private Scenes() {}

    public static Map<String, Consumer<TestKiosk>> all() {
        var scenes = new Scenes();
        scenes.resting();
        scenes.accepted();
        scenes.answered();
        scenes.asking();
        scenes.failing();
        scenes.quiet();
        WallScenes.addTo(scenes::scene);
        scenes.staff();
        scenes.corner();
        scenes.selfTest();
        scenes.enrolment();
        scenes.watched();
        QueueScenes.all().forEach(scenes::scene);
        return scenes.all;
    }

    /// What every scene starts from.
    public static void ordinaryDay(FakeServices day) {
        day.siteName = "样例社区党群服务中心";
        day.activities = List.of(Samples.open(), Samples.upcoming(), Samples.evening());
        day.staff = Samples.staff();
        day.devices = Samples.devices();
        day.health = new LedgerMonitor.LedgerHealth(false, Optional.empty());
        day.slow = false;
        day.board = Frames.full();
        day.undoWorks = true;
        day.queue.reset();
        day.sync = linked(0, Duration.ofMinutes(3));
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        all.put(name, kiosk -> {
            ordinaryDay(kiosk.services);
            kiosk.shell().privacy();
            steps.accept(kiosk);
        });
    }

    private void resting() {
        scene("idle-open", kiosk -> idle(kiosk));
        scene("idle-next", kiosk -> {
            kiosk.services.activities = List.of(Samples.upcoming(), Samples.evening());
            idle(kiosk);
        });
        scene("idle-nothing", kiosk -> {
            kiosk.services.activities = List.of();
            idle(kiosk);
        });
        scene("home-open", TestKiosk::home);
        scene("home-open-two-long-names", kiosk -> {
            kiosk.services.siteName = "样例市示范新区模范街道大样例社区党群服务中心";
            kiosk.services.activities = List.of(Samples.openToo(), Samples.open());
            kiosk.services.sync = linked(3, Duration.ofHours(2));
            kiosk.home();
        });
        scene("home-next", kiosk -> {
            kiosk.services.activities = List.of(Samples.closed(), Samples.upcoming());
            kiosk.home();
        });
        scene("home-over-stale", kiosk -> {
            kiosk.services.activities = List.of(Samples.closed());
            kiosk.services.sync = linked(12, Duration.ofHours(30));
            kiosk.home();
        });
        scene("home-nothing-lost", kiosk -> {
            kiosk.services.activities = List.of();
            kiosk.services.staff = List.of();
            kiosk.services.sync = linked(240, Duration.ofDays(9));
            kiosk.home();
        });
        scene("home-revoked", kiosk -> {
            kiosk.services.sync = refused(RefusalReason.REVOKED);
            kiosk.home();
        });
        scene("home-unreadable", kiosk -> {
            kiosk.services.activities = null;
            kiosk.home();
        });
    }

    private void accepted() {
        tap("checkin-accepted", Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
        tap("checkin-accepted-rare-name", Samples.checkedIn(Samples.RARER, AttendanceRole.MEMBER, false));
        tap("checkin-accepted-late-long-name", Samples.checkedIn(Samples.LONG, AttendanceRole.MEMBER, true));
        tap("checkin-accepted-observer", Samples.checkedIn(Samples.RARE, AttendanceRole.OBSERVER, false));
        tap(
                "checkin-accepted-guest",
                new CheckInOutcome.GuestCheckedIn(
                        Samples.LECTURE, GuestKind.FLOATING, Samples.NOW, Samples.FACT, new Tally(128, 107)));
        scene("checkin-undone", kiosk -> {
            kiosk.tapped(Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
            kiosk.checkIn().undo();
        });
        scene("checkin-undo-refused", kiosk -> {
            kiosk.services.undoWorks = false;
            kiosk.tapped(Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
            kiosk.checkIn().undo();
        });
    }

    private void answered() {
        tap(
                "checkin-already",
                new CheckInOutcome.AlreadyCheckedIn(
                        Samples.THEME_DAY, Optional.of(NAME), Samples.NOW.minusSeconds(80), new Tally(32, 19)));
        tap("checkin-early", new CheckInOutcome.NotOpenYet(NAME, Samples.MEETING));
        tap("checkin-closed", new CheckInOutcome.Closed(NAME, Samples.THEME_DAY));
        tap("checkin-nothing-today", new CheckInOutcome.NoActivityToday(Samples.LONG, Samples.LONG_BRANCH));
        for (var fault : CodeFault.values()) {
            tap(
                    "checkin-code-" + fault.name().toLowerCase(java.util.Locale.ROOT),
                    new CheckInOutcome.CodeRefused(fault));
        }
    }

    private void asking() {
        tap(
                "checkin-choose",
                new CheckInOutcome.ChooseActivity(MEMBER, Samples.LONG, List.of(Samples.THEME_DAY, Samples.LECTURE)));
        tap(
                "checkin-choose-many",
                new CheckInOutcome.ChooseActivity(
                        MEMBER, NAME, List.of(Samples.LECTURE, Samples.THEME_DAY, Samples.MEETING, Samples.EVENING)));
        tap(
                "checkin-other-branch",
                new CheckInOutcome.OtherBranch(MEMBER, NAME, Samples.LONG_BRANCH, List.of(Samples.THEME_DAY)));
        tap(
                "checkin-other-branch-two",
                new CheckInOutcome.OtherBranch(MEMBER, NAME, "样例社区第三党支部", List.of(Samples.THEME_DAY, Samples.LECTURE)));
        tap("checkin-other-branch-none", new CheckInOutcome.OtherBranch(MEMBER, NAME, "样例社区第三党支部", List.of()));
        tap("checkin-unknown", new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
        tap("checkin-unknown-none", new CheckInOutcome.UnknownCard(List.of()));
        scene("checkin-unknown-which-activity", kiosk -> {
            kiosk.tapped(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY, Samples.LECTURE)));
            kiosk.checkIn().admit(GuestKind.REPORTED_IN);
        });
    }

    private void failing() {
        scene("checkin-misread", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_MOVED));
        scene("checkin-misread-unsupported", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_UNSUPPORTED));
        scene("checkin-misread-expired", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_EXPIRED));
        tap("checkin-not-saved", new CheckInOutcome.NotSaved());
        tap("checkin-sealed", new CheckInOutcome.KioskSealed());
        scene("checkin-working", kiosk -> {
            kiosk.services.slow = true;
            kiosk.shell().presented(Samples.CARD);
            kiosk.time.pass(Duration.ofMillis(400));
        });
        scene("trouble", kiosk -> kiosk.shell().trouble("K-3F2A"));
    }

    private void quiet() {
        scene("activities", kiosk -> {
            kiosk.services.activities =
                    List.of(Samples.closed(), Samples.openToo(), Samples.upcoming(), Samples.evening(), Samples.open());
            kiosk.shell().activities();
        });
        scene("activities-empty", kiosk -> {
            kiosk.services.activities = List.of();
            kiosk.shell().activities();
        });
        scene("activities-unreadable", kiosk -> {
            kiosk.services.activities = null;
            kiosk.shell().activities();
        });
        scene("privacy", kiosk -> kiosk.shell().privacy());
        scene("help", kiosk -> {
            kiosk.home();
            kiosk.shell().help();
        });
        scene("help-nobody", kiosk -> {
            kiosk.services.staff = List.of();
            kiosk.home();
            kiosk.shell().help();
        });
    }

    private void staff() {
        scene("staff-choose", kiosk -> kiosk.shell().staff());
        scene("staff-choose-many", kiosk -> {
            var many = new ArrayList<>(Samples.staff());
            for (int i = 5; i < 12; i++) {
                many.add(new StaffMember("s-" + i, "样例第" + i + "位", "周" + "一二三四五六日".charAt(i % 7)));
            }
            kiosk.services.staff = many;
            kiosk.shell().staff();
        });
        scene("staff-nobody", kiosk -> {
            kiosk.services.staff = List.of();
            kiosk.shell().staff();
        });
        scene("staff-pin", kiosk -> pin(kiosk, "123", false));
        scene("staff-pin-wrong", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.WrongPin(3);
            pin(kiosk, "123456", true);
        });
        scene("staff-pin-not-saved", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.NotSaved();
            pin(kiosk, "123456", true);
        });
        scene("staff-locked-out", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.LockedOut(Samples.NOW.plus(Duration.ofMinutes(5)));
            pin(kiosk, "123456", true);
        });
    }

    private void corner() {
        scene("staff-corner", kiosk -> {
            kiosk.services.sync = linked(0, Duration.ofMinutes(3));
            kiosk.shell().unlocked(Samples.staff().getFirst());
        });
        scene("staff-corner-all-devices", kiosk -> {
            kiosk.services.sync = linked(0, Duration.ofMinutes(3));
            kiosk.services.devices = Samples.allDevices();
            kiosk.shell().unlocked(Samples.staff().getFirst());
        });
        scene("staff-corner-clock-off", kiosk -> {
            var contact = Optional.of(Samples.NOW);
            kiosk.services.sync = new SyncStatus(
                    new Link.Connected(),
                    0,
                    Optional.empty(),
                    contact,
                    Optional.of(new ClockOffset(Duration.ofMinutes(-7), Duration.ofMillis(40))));
            kiosk.shell().unlocked(Samples.staff().getFirst());
        });
        scene("staff-corner-offline", kiosk -> {
            kiosk.services.sync = new SyncStatus(
                    new Link.Connecting(),
                    57,
                    Optional.of(Samples.NOW.minus(Duration.ofHours(49))),
                    Optional.of(Samples.NOW.minus(Duration.ofHours(50))));
            kiosk.services.health = new LedgerMonitor.LedgerHealth(true, Optional.of(Duration.ofMinutes(190)));
            kiosk.services.activities =
                    List.of(Samples.closed(), Samples.openToo(), Samples.upcoming(), Samples.evening(), Samples.open());
            kiosk.shell().unlocked(Samples.staff().get(2));
        });
        scene("staff-corner-salvaged", kiosk -> {
            kiosk.services.sync = linked(214, Duration.ofMinutes(3));
            kiosk.services.health =
                    new LedgerMonitor.LedgerHealth(true, Optional.empty(), new LedgerMonitor.Salvaged(214, 3, false));
            kiosk.shell().unlocked(Samples.staff().getFirst());
        });
        for (var reason : RefusalReason.values()) {
            scene("staff-corner-refused-" + reason.name().toLowerCase(java.util.Locale.ROOT), kiosk -> {
                kiosk.services.sync = refused(reason);
                kiosk.shell().unlocked(Samples.staff().getFirst());
            });
        }
        scene("staff-corner-empty", kiosk -> {
            kiosk.services.activities = List.of();
            kiosk.services.devices = List.of();
            kiosk.shell().unlocked(Samples.staff().getFirst());
        });
    }

    /// Every place a camera may look at; these come last, since the sign stays.
    private void watched() {
        for (var name : List.of(
                "idle-open", "home-open", "checkin-accepted-late-long-name", "checkin-choose-many", "self-test")) {
            var steps = all.get(name);
            scene(name + "-watched", kiosk -> {
                kiosk.shell().watching(true);
                Optional.ofNullable(steps).orElseThrow().accept(kiosk);
            });
        }
    }

    private void selfTest() {
        scene("self-test", kiosk -> tested(kiosk, Samples.probes()));
        scene("self-test-good", kiosk -> {
            tested(kiosk, List.of(Samples.probe("disk", "", ProbeResult.passed())));
        });
        scene("self-test-broken", kiosk -> tested(kiosk, List.of(Samples.brokenProbe())));
    }

    private static void tested(TestKiosk kiosk, List<Probe> probes) {
        kiosk.services.probes = probes;
        kiosk.shell().unlocked(Samples.staff().getFirst());
        kiosk.shell().selfTest();
    }

    private void enrolment() {
        scene("enrolment", kiosk -> {
            stranger(kiosk);
            "7K3M".codePoints().mapToObj(Character::toString).forEach(kiosk.enrolment()::type);
        });
        for (var reason : EnrolmentDesk.Reason.values()) {
            scene("enrolment-refused-" + reason.name().toLowerCase(java.util.Locale.ROOT), kiosk -> {
                kiosk.services.enrolment = new EnrolmentDesk.Enrolment.Refused(reason);
                stranger(kiosk);
                kiosk.enrolment().type("7");
                kiosk.enrolment().confirm();
            });
        }
        scene("enrolment-unreachable", kiosk -> {
            stranger(kiosk);
            kiosk.enrolment().type("7");
            kiosk.enrolment().confirm();
        });
    }

    private void tap(String name, CheckInOutcome outcome) {
        scene(name, kiosk -> kiosk.tapped(outcome));
    }

    static void idle(TestKiosk kiosk) {
        kiosk.time.pass(Duration.ofSeconds(60));
    }

    private static void stranger(TestKiosk kiosk) {
        kiosk.services.sync = new SyncStatus(new Link.NotEnrolled(), 0, Optional.empty(), Optional.empty());
        kiosk.home();
    }

    private static void pin(TestKiosk kiosk, String digits, boolean confirm) {
        kiosk.shell().staff();
        kiosk.unlock().choose(Samples.staff().getFirst());
        digits.codePoints().mapToObj(Character::toString).forEach(kiosk.unlock()::type);
        if (confirm) {
            kiosk.unlock().confirm();
        }
    }

    static SyncStatus linked(long pending, Duration age) {
        var oldest = pending == 0 ? Optional.<Instant>empty() : Optional.of(Samples.NOW.minus(age));
        return new SyncStatus(new Link.Connected(), pending, oldest, Optional.of(Samples.NOW.minus(age)));
    }

    private static SyncStatus refused(RefusalReason reason) {
        return new SyncStatus(
                new Link.Refused(reason),
                8,
                Optional.of(Samples.NOW.minus(Duration.ofHours(5))),
                Optional.of(Samples.NOW.minus(Duration.ofHours(5))));
    }
}
