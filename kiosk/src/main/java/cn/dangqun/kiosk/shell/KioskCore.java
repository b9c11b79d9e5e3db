package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.device.PrintJobNumbers;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerKeys;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.StreetVolume;
import cn.dangqun.kiosk.sync.HealthReport;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.KioskSync;
import cn.dangqun.kiosk.sync.RosterKeyer;
import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything of a kiosk but its screens: ledger, reference, devices, sync, features. Built and taken down by hand,
/// in order.
public final class KioskCore implements AutoCloseable {
    /// Everything the facts are read into: the ledger knows features by this alone.
    public static final List<Projection> PROJECTIONS = Features.PROJECTIONS;

    private static final Logger log = LoggerFactory.getLogger(KioskCore.class);
    // at the start nobody may know the time yet, and a kiosk starts anew every night
    private static final long PURGE_HOURS = 1;

    private final KioskSettings settings;
    private final Clock clock;
    private final DirectoryLock lock;
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final KioskDevices devices;
    private final KioskSync sync;
    private final Features features;
    private final KioskServices services;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());
    private volatile Optional<RosterKeyer> keyer = Optional.empty();
    private int membersAnnounced;

    private KioskCore(KioskSettings settings, Clock clock, KioskClock kioskClock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        var data = settings.data();
        OwnerFiles.createDirectory(data);
        lock = DirectoryLock.take(data);
        var numbers = new PrintJobNumbers(data.resolve("print-jobs"), clock);
        var keys = LedgerKeys.open(data.resolve("ledger.keys"), credentials());
        ledger = Ledger.open(data.resolve("ledger.db"), kioskClock, keys, PROJECTIONS);
        // what it remembers says what time it is
        ledger.answers().join();
        reference = ReferenceStore.open(data.resolve("reference.db"), credentials(), ledger.clock());
        var driven = settings.devices().stream()
                .filter(device -> !WedgeScanner.isOne(device))
                .toList();
        devices = new KioskDevices(driven, clock.instant());
        var health = new HealthReport(SoftwareVersion.current(), data, ledger, devices);
        var identityCipher = DiskKey.ofIdentity(data.resolve("identity.p12"), credentials());
        sync = new KioskSync(
                settings.server(), data, ledger, reference, health, identityCipher, clock, new AtTheStreet());
        var parts = new KioskParts(
                settings,
                SoftwareVersion.current(),
                ledger.clock(),
                kioskClock,
                ledger,
                reference,
                devices,
                sync,
                numbers::next);
        features = Features.open(parts);
        services = new KioskServices(
                ledger.clock(),
                () -> ledger.time().quality() == ClockQuality.DOUBTFUL,
                parts.site(),
                sync,
                devices::wantPictures,
                features.all());
    }

    /// Opens everything and begins to talk to the street; with a code in the settings, enrols first. Waits for the
    /// disk, not for the network.
    ///
    /// @throws IOException when the data directory cannot be used, or another process uses it
    public static KioskCore open(KioskSettings settings, Clock clock) throws IOException {
        // in a demonstration the clock may be set apart from the machine's
        return open(
                settings,
                clock,
                settings.demo().isPresent() ? new SystemKioskClock(clock) : SystemKioskClock.ofMachine(clock));
    }

    /// The same with the clocks of another machine: `clock` is its wall clock, `kioskClock` all of them.
    public static KioskCore open(KioskSettings settings, Clock clock, KioskClock kioskClock) throws IOException {
        var core = new KioskCore(settings, clock, kioskClock);
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

    /// What it can do, also without a screen.
    public Features features() {
        return features;
    }

    /// How this kiosk keys cards, for who presents some without a reader; empty before it is enrolled.
    public Optional<CardKeyer> cardKeyer() {
        return keyer.map(CardKeyer.class::cast);
    }

    /// Hears of every card and code presented, on the device's thread: hand over at once.
    public void onCredential(Consumer<Credential> listener) {
        devices.onCredential(listener);
    }

    /// Hears of everything presented that could not be read, on the device's thread: hand over at once.
    public void onMisread(Consumer<DeviceFault> listener) {
        devices.onMisread(listener);
    }

    /// Cameras, and the ports of lights, voices and printers.
    public KioskDevices devices() {
        return devices;
    }

    private final class AtTheStreet implements KioskSync.Events {
        @Override
        public void enrolled(KioskIdentity identity) {
            var own = new RosterKeyer(identity, reference);
            keyer = Optional.of(own);
            devices.start(new DeviceContext(clock, own, new StreetVolume(reference, identity.kiosk())));
            announceRoster();
        }

        @Override
        public void cardsKeptAnew(KioskIdentity identity) {
            keyer.ifPresent(own -> own.follow(identity));
        }

        @Override
        public void unenrolled() {
            devices.startForCodes(clock);
        }

        @Override
        public void referenceCurrent() {
            announceRoster();
        }

        @Override
        public void counted(StreetCount count) {
            features.counted(count);
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
        var today = LocalDate.ofInstant(ledger.now(), settings.zone())
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
        features.close();
        housekeeping.shutdownNow();
        ledger.close();
        reference.close();
        lock.close();
    }
}
