package cn.dangqun.kiosk.shell;

import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;

import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.checkin.CheckInFeature;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.guest.GuestTray;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.meeting.LedgerMeetingDesk;
import cn.dangqun.kiosk.meeting.MeetingFeature;
import cn.dangqun.kiosk.meeting.MeetingFeatures;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.roll.LedgerRollDesk;
import cn.dangqun.kiosk.roll.RollFeature;
import cn.dangqun.kiosk.scan.ScanTray;
import cn.dangqun.kiosk.ui.FxThread;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.Toolkit;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.kiosk.voice.FakeSignals;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// The screens of check-in, roll and meeting in a real window, over a real ledger; the others over fakes. A
/// finger presses and draws as the window system would report it.
final class KioskOnDisk implements AutoCloseable {
    static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path data;
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final HandMovedTime time;
    private final KioskModels models;
    private final Scene scene;
    private final Stage stage;

    private KioskOnDisk(Path data, SteppedClock clock, ReferenceStore reference) throws IOException {
        this.data = data;
        this.reference = reference;
        var file = data.resolve("ledger.db");
        ledger = Ledger.open(file, clock, KeysOnDisk.beside(file), KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        time = new HandMovedTime(clock.instant());
        Toolkit.start();
        var services = new FakeServices();
        Scenes.ordinaryDay(services);
        services.instead = feature -> real(feature, clock);
        var behind = services.services(time);
        var ui = new Hand();
        models = Toolkit.call(() -> KioskModels.over(behind, ui, Runnable::run));
        var look = new Look(Texts.chinese(), Orientation.PORTRAIT, ZONE, 1);
        scene = Toolkit.call(() -> {
            var made = new Scene(new ShellScreen(models, look), 1080, 1920);
            Theme.apply(made, 1);
            return made;
        });
        stage = Toolkit.call(() -> {
            var made = new Stage(StageStyle.UNDECORATED);
            made.setScene(scene);
            made.show();
            return made;
        });
        Toolkit.pulses(scene, 2);
    }

    static KioskOnDisk begin(Path data, SteppedClock clock, Collection<ReferenceItem> street) throws Exception {
        Files.createDirectories(data);
        return new KioskOnDisk(data, clock, MadeUpStreet.store(data, clock, street));
    }

    static KioskOnDisk startAgain(Path data, SteppedClock clock) throws Exception {
        return new KioskOnDisk(data, clock, ReferenceStore.open(data.resolve("reference.db"), Optional.empty(), clock));
    }

    private Feature real(Feature feature, SteppedClock clock) {
        Clock now = ledger.clock().withZone(ZONE);
        return switch (feature) {
            case CheckInFeature _ ->
                new CheckInFeature(new LedgerCheckInDesk(ledger, reference, clock, ZONE), new FakeSignals().feedback());
            case RollFeature _ ->
                new RollFeature(
                        new LedgerRollDesk(ledger, reference, clock, ZONE),
                        () -> "样例社区党群服务中心",
                        now,
                        new PaperTray(),
                        new ScanTray(),
                        new GuestTray());
            case MeetingFeature _ ->
                MeetingFeatures.without(new LedgerMeetingDesk(ledger, reference, clock, ZONE), now);
            default -> feature;
        };
    }

    /// The window's own thread, in time that the test moves.
    private final class Hand implements UiThread {
        private final FxThread thread = new FxThread();

        @Override
        public void execute(Runnable task) {
            thread.execute(task);
        }

        @Override
        public Pending after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }

    /// Staff go there.
    void go(String place) {
        Toolkit.run(() -> {
            models.shell().admit(STAFF);
            models.shell().go(place);
        });
        Toolkit.pulses(scene, 2);
    }

    /// Somebody holds their card to the reader.
    void present(Member member) {
        Toolkit.run(
                () -> models.shell().presented(new Credential.Card(MadeUpStreet.card(member), CardKind.RESIDENT_CHIP)));
        Toolkit.pulses(scene, 2);
    }

    /// Waits for a button that can be pressed, looks, and presses it.
    void tap(String selector) {
        until(selector);
        look();
        Toolkit.tap(Objects.requireNonNull(node(selector)));
        Toolkit.pulses(scene, 2);
    }

    void draw(String selector) {
        until(selector);
        look();
        Toolkit.draw(Objects.requireNonNull(node(selector)));
        Toolkit.pulses(scene, 2);
    }

    private void look() {
        Toolkit.pulses(scene, 2);
        Toolkit.run(() -> time.pass(LOOK));
        Toolkit.pulses(scene, 2);
    }

    private @Nullable Node node(String selector) {
        return Toolkit.call(() -> scene.getRoot().lookup(selector));
    }

    boolean has(String selector) {
        return node(selector) != null;
    }

    void until(String selector) {
        Toolkit.until(
                () -> {
                    var found = scene.getRoot().lookup(selector);
                    return found != null && !found.isDisabled() && found.isVisible();
                },
                scene);
    }

    void sees(String words) {
        Toolkit.until(
                () -> scene.getRoot().lookupAll(".label").stream()
                        .filter(Labeled.class::isInstance)
                        .anyMatch(label -> ((Labeled) label).getText().contains(words)),
                scene);
    }

    List<RecordedFact> facts() throws Exception {
        var batch = ledger.newReader().batch(0, 1000, Integer.MAX_VALUE);
        var facts = new ArrayList<RecordedFact>();
        for (var record : batch.records()) {
            facts.add(FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray()));
        }
        return facts;
    }

    boolean hasStrokesOf(List<RecordedFact> facts) throws Exception {
        for (var each : facts) {
            if (each.fact() instanceof AttendanceFact.Signed signed
                    && ledger.newReader()
                            .attachment(signed.strokes().orElseThrow())
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Files and journals as they stand on the disk now, without anything that would still be written. A draft may have
    /// its name by the time that it would be copied.
    void copyAsItStands(Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(data)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().endsWith("-shm"))
                    .toList()) {
                try {
                    Files.copy(file, to.resolve(file.getFileName()));
                } catch (NoSuchFileException e) {
                    if (!file.toString().endsWith(OwnerFiles.DRAFT)) {
                        throw e;
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        Toolkit.run(stage::close);
        ledger.close();
        reference.close();
    }
}
