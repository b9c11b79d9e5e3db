package cn.dangqun.kiosk.shell;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.kiosk.appointment.AppointmentScenes;
import cn.dangqun.kiosk.calendar.CalendarScenes;
import cn.dangqun.kiosk.card.CardScenes;
import cn.dangqun.kiosk.checkin.CheckInScenes;
import cn.dangqun.kiosk.enrolment.EnrolmentScenes;
import cn.dangqun.kiosk.guest.GuestScenes;
import cn.dangqun.kiosk.guide.GuideScenes;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.meeting.MeetingScenes;
import cn.dangqun.kiosk.print.PrintScenes;
import cn.dangqun.kiosk.queue.QueueScenes;
import cn.dangqun.kiosk.request.RequestScenes;
import cn.dangqun.kiosk.roll.RollScenes;
import cn.dangqun.kiosk.scan.ScanScenes;
import cn.dangqun.kiosk.staff.StaffScenes;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.kiosk.wall.Frames;
import cn.dangqun.kiosk.wall.WallScenes;
import cn.dangqun.kiosk.window.WindowScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Every screen in every state worth looking at, by name; for pictures and for the tests that walk all screens.
public final class Scenes {
    private final Map<String, Consumer<TestKiosk>> all = new LinkedHashMap<>();

    private Scenes() {}

    public static Map<String, Consumer<TestKiosk>> all() {
        var scenes = new Scenes();
        scenes.resting();
        CheckInScenes.addTo(scenes::scene);
        scenes.trouble();
        scenes.quiet();
        WallScenes.addTo(scenes::scene);
        StaffScenes.addTo(scenes::scene);
        CalendarScenes.addTo(scenes::scene);
        GuideScenes.addTo(scenes::scene);
        AppointmentScenes.addTo(scenes::scene);
        RequestScenes.addTo(scenes::scene);
        RollScenes.addTo(scenes::scene);
        MeetingScenes.addTo(scenes::scene);
        CardScenes.addTo(scenes::scene);
        PrintScenes.addTo(scenes::scene);
        ScanScenes.addTo(scenes::scene);
        GuestScenes.addTo(scenes::scene);
        EnrolmentScenes.addTo(scenes::scene);
        QueueScenes.addTo(scenes::scene);
        WindowScenes.addTo(scenes::scene);
        MeetingScenes.addHallTo(scenes::scene);
        scenes.nothingKept();
        return scenes.all;
    }

    /// What every scene starts from.
    public static void ordinaryDay(FakeServices day) {
        day.siteName = "样例社区党群服务中心";
        day.activities = List.of(Samples.open(), Samples.upcoming(), Samples.evening());
        day.staff = Samples.staff();
        day.portraits = Map.of();
        day.devices(Samples.readers(true, true));
        day.health = new LedgerMonitor.LedgerHealth(false, Optional.empty());
        day.slow = false;
        day.quality = ClockQuality.STREET;
        day.clockIsKept = true;
        day.parked = List.of();
        day.board = Frames.full();
        day.undoWorks = true;
        day.queue.reset();
        day.cards.reset();
        day.rolls.reset();
        day.printing.reset();
        day.scans.reset();
        day.guests.reset();
        day.meetings.reset();
        day.calendar.reset();
        day.guide.reset();
        day.appointments.reset();
        day.requests.reset();
        day.sync(linked(0, Duration.ofMinutes(3)));
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        all.put(name, kiosk -> {
            ordinaryDay(kiosk.services);
            kiosk.shell().go("privacy");
            // whoever still waits for an answer of the scene before gets it
            kiosk.time.pass(Duration.ofMillis(400));
            kiosk.shell().go("privacy");
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
        scene("home-no-scanner", kiosk -> unplugged(kiosk, true, false).home());
        scene("home-nothing-plugged", kiosk -> unplugged(kiosk, false, false).home());
        scene("idle-no-reader", kiosk -> idle(unplugged(kiosk, false, true)));
        scene("idle-nothing-plugged", kiosk -> idle(unplugged(kiosk, false, false)));
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
        scene("idle-clock-in-doubt", kiosk -> {
            inDoubt(kiosk);
            idle(kiosk);
        });
        scene("idle-clock-in-doubt-open", kiosk -> {
            kiosk.services.quality = ClockQuality.DOUBTFUL;
            idle(kiosk);
        });
        scene("home-clock-in-doubt", kiosk -> {
            inDoubt(kiosk);
            kiosk.home();
        });
        scene("home-unreadable", kiosk -> {
            kiosk.services.activities = null;
            kiosk.home();
        });
    }

    private static TestKiosk unplugged(TestKiosk kiosk, boolean reader, boolean scanner) {
        kiosk.services.devices(Samples.readers(reader, scanner));
        return kiosk;
    }

    private static void inDoubt(TestKiosk kiosk) {
        kiosk.services.quality = ClockQuality.DOUBTFUL;
        kiosk.services.activities = List.of();
    }

    private void trouble() {
        scene("trouble", kiosk -> kiosk.shell().trouble("K-3F2A"));
    }

    private void quiet() {
        scene("activities", kiosk -> {
            kiosk.services.activities =
                    List.of(Samples.closed(), Samples.openToo(), Samples.upcoming(), Samples.evening(), Samples.open());
            kiosk.shell().go("activities");
        });
        scene("activities-empty", kiosk -> {
            kiosk.services.activities = List.of();
            kiosk.shell().go("activities");
        });
        scene("activities-clock-in-doubt", kiosk -> {
            inDoubt(kiosk);
            kiosk.shell().go("activities");
        });
        scene("activities-unreadable", kiosk -> {
            kiosk.services.activities = null;
            kiosk.shell().go("activities");
        });
        scene("privacy", kiosk -> kiosk.shell().go("privacy"));
        scene("still-here", kiosk -> {
            kiosk.shell().go("privacy");
            kiosk.time.pass(cn.dangqun.kiosk.place.Place.ORDINARY_QUIET);
        });
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

    /// Before there is a kiosk; these come last of all, since they take its place.
    private void nothingKept() {
        scene("opening", kiosk -> kiosk.scene().setRoot(new OpeningScreen(kiosk.look(), "示例一社区党群服务中心")));
        for (var kind : DataDirectory.Kind.values()) {
            scene(
                    "data-fault-" + kind.name().toLowerCase(java.util.Locale.ROOT),
                    kiosk -> kiosk.scene()
                            .setRoot(new DataFaultScreen(
                                    kiosk.look(),
                                    java.nio.file.Path.of("/var/lib/dangqun-kiosk"),
                                    new DataDirectory.Fault(kind, ""))));
        }
    }

    public static void idle(TestKiosk kiosk) {
        kiosk.time.pass(Duration.ofSeconds(60));
    }

    public static SyncStatus linked(long pending, Duration age) {
        var oldest = pending == 0 ? Optional.<Instant>empty() : Optional.of(Samples.NOW.minus(age));
        return new SyncStatus(new Link.Connected(), pending, oldest, Optional.of(Samples.NOW.minus(age)));
    }

    public static SyncStatus refused(RefusalReason reason) {
        return new SyncStatus(
                new Link.Refused(reason),
                8,
                Optional.of(Samples.NOW.minus(Duration.ofHours(5))),
                Optional.of(Samples.NOW.minus(Duration.ofHours(5))));
    }
}
