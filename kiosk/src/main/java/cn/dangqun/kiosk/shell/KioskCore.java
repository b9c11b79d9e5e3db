package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.selftest.ClockProbe;
import cn.dangqun.devices.selftest.DiskProbe;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.AttendanceProjection;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.device.PrintJobNumbers;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.queue.LedgerQueueBoard;
import cn.dangqun.kiosk.queue.LedgerQueueDesk;
import cn.dangqun.kiosk.queue.PaperCounter;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.TicketPaper;
import cn.dangqun.kiosk.queue.TicketProjection;
import cn.dangqun.kiosk.reference.ReferenceSite;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.staff.LedgerStaffDesk;
import cn.dangqun.kiosk.staff.SyncProbe;
import cn.dangqun.kiosk.sync.ClockOffset;
import cn.dangqun.kiosk.sync.HealthReport;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.KioskSync;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.voice.Feedback;
import cn.dangqun.kiosk.wall.ReferenceWall;
import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything of a kiosk but its screens: ledger, reference, desk, devices, sync. Built and taken down by hand, in
/// order.
public final class KioskCore implements AutoCloseable {
    /// Everything the facts are read into: the ledger knows features by this alone.
    public static final List<Projection> PROJECTIONS = List.of(new AttendanceProjection(), new TicketProjection());

    private static final Logger log = LoggerFactory.getLogger(KioskCore.class);
    private static final long PURGE_HOURS = 24;

    private final KioskSettings settings;
    private final Clock clock;
    private final DirectoryLock lock;
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final KioskDevices devices;
    private final LedgerStaffDesk staff;
    private final KioskSync sync;
    private final KioskServices services;
    private final PrintJobNumbers numbers;
    private final ExecutorService printing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("printing").factory());
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());
    private int membersAnnounced;

    private KioskCore(KioskSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        var data = settings.data();
        OwnerFiles.createDirectory(data);
        lock = DirectoryLock.take(data);
        var kioskClock = new SystemKioskClock(clock);
        numbers = new PrintJobNumbers(data.resolve("print-jobs"), clock);
        ledger = Ledger.open(data.resolve("ledger.db"), kioskClock, PROJECTIONS);
        reference = ReferenceStore.open(data.resolve("reference.db"), credentials(), clock);
        var driven = settings.devices().stream()
                .filter(device -> !WedgeScanner.isOne(device))
                .toList();
        devices = new KioskDevices(driven, clock.instant());
        staff = new LedgerStaffDesk(ledger, reference, data.resolve("staff.db"), clock);
        var health = new HealthReport(SoftwareVersion.current(), data, ledger, devices);
        sync = new KioskSync(settings.server(), data, ledger, reference, health, clock, new AtTheStreet());
        services = new KioskServices(
                clock,
                new ReferenceSite(reference, settings.siteName()),
                new LedgerCheckInDesk(ledger, reference, kioskClock, settings.zone()),
                new LedgerActivities(reference, ledger, settings.zone()),
                new ReferenceWall(
                        reference, clock, settings.zone(), WallLibrary.shipped().lastResort()),
                sync,
                sync,
                staff,
                devices,
                ledger,
                new Feedback(() -> devices.running(SignalLight.class), () -> devices.running(Voice.class)),
                queue(kioskClock),
                selfTests(),
                devices::wantPictures);
    }

    private QueueServices queue(KioskClock kioskClock) {
        var place = new LedgerQueueDesk.Place(settings.zone(), settings.queueDigit());
        var desk = new LedgerQueueDesk(ledger, reference, kioskClock, place, this::call);
        var paper =
                new TicketPaper(Texts.chinese(), new ReferenceSite(reference, settings.siteName()), settings.zone());
        return new QueueServices(
                desk,
                new LedgerQueueBoard(ledger, reference, settings.zone()),
                new PaperCounter(desk, () -> devices.running(TicketPrinter.class), numbers::next, paper, printing),
                paper);
    }

    private void call(Announcement.Call call) {
        devices.running(Voice.class).forEach(voice -> {
            var _ = voice.say(call);
        });
    }

    private Supplier<SelfTest> selfTests() {
        List<Probe> others = List.of(
                new ClockProbe(
                        clock,
                        () -> sync.status().clock().map(ClockOffset::streetAhead),
                        () -> ledger.health().clockDoubt()),
                new DiskProbe(settings.data()),
                new SyncProbe(sync, clock));
        return () -> devices.selfTest(numbers::next, others);
    }

    /// Opens everything and begins to talk to the street; with a code in the settings, enrols first. Waits for the
    /// disk, not for the network.
    ///
    /// @throws IOException when the data directory cannot be used, or another process uses it
    public static KioskCore open(KioskSettings settings, Clock clock) throws IOException {
        var core = new KioskCore(settings, clock);
        var _ = core.housekeeping.scheduleAtFixedRate(core::purge, 0, PURGE_HOURS, TimeUnit.HOURS);
        core.sync.start(settings.demo().flatMap(KioskSettings.Demo::enrolmentCode));
        return core;
    }

    private static Optional<Path> credentials() {
        return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of);
    }

    /// Whether what is to be saved still gets an answer; completes when it has got one.
    public CompletableFuture<Boolean> storeAnswers() {
        return ledger.answers();
    }

    public KioskServices services() {
        return services;
    }

    /// Hears of every card and code presented, on the device's thread: hand over at once.
    public void onCredential(Consumer<Credential> listener) {
        devices.onCredential(listener);
    }

    /// Hears of everything presented that could not be read, on the device's thread: hand over at once.
    public void onMisread(Consumer<DeviceFault> listener) {
        devices.onMisread(listener);
    }

    /// Presence, cameras, and the ports of lights, voices and printers.
    public KioskDevices devices() {
        return devices;
    }

    private final class AtTheStreet implements KioskSync.Events {
        @Override
        public void enrolled(KioskIdentity identity) {
            devices.start(new DeviceContext(clock, identity.cardKeyer()));
            announceRoster();
        }

        @Override
        public void referenceCurrent() {
            announceRoster();
        }

        @Override
        public void counted(StreetCount count) {
            var _ = ledger.write(transaction -> {
                new AttendanceBook(transaction.db()).keep(count, clock.instant());
                return count.activity();
            });
        }
    }

    private synchronized void announceRoster() {
        int members = reference.index().memberCount();
        if (members > 0 && members != membersAnnounced) {
            membersAnnounced = members;
            log.info("Kiosk with a roster of {} members ready", members);
        }
    }

    private void purge() {
        var today = LocalDate.ofInstant(clock.instant(), settings.zone())
                .atStartOfDay(settings.zone())
                .toInstant();
        if (ledger.purge(today).join() instanceof Commit.Done<Integer>(var deleted) && deleted > 0) {
            log.info("Purged {} facts that the street has had for {}", deleted, Ledger.KEPT_AFTER_ACK);
        }
    }

    /// First nothing comes in, then nothing goes out, then the disk is let go.
    @Override
    public void close() throws IOException {
        devices.close();
        sync.close();
        staff.close();
        housekeeping.shutdownNow();
        printing.shutdown();
        ledger.close();
        reference.close();
        lock.close();
    }
}
