package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.protocol.wire.Frame;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk's sync and a small street on real sockets with real TLS.
abstract class KioskAndStreet {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    final Clock clock = Clock.systemUTC();
    final List<KioskIdentity> enrolled = new ArrayList<>();
    PeerAuthority authority;
    PeerStreet street;
    int port;
    Ledger ledger;
    ReferenceStore reference;
    KioskSync sync;

    @BeforeEach
    void listen() throws Exception {
        authority = new PeerAuthority();
        street = new PeerStreet(authority, 0);
        port = street.port();
    }

    @AfterEach
    void close() {
        stopKiosk();
        street.close();
    }

    void startKiosk(Optional<String> code) throws Exception {
        startKiosk(code, authority.fingerprint());
    }

    void startKiosk(Optional<String> code, String fingerprint) throws Exception {
        var kioskClock = new SteppedClock(clock.instant());
        ledger = Ledger.open(directory.resolve("ledger.db"), kioskClock, KioskCore.PROJECTIONS);
        reference = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock);
        var health = new HealthReport("test", directory, ledger, new KioskDevices(List.of(), clock.instant()));
        sync = new KioskSync(
                new KioskSettings.Server("127.0.0.1", port, fingerprint),
                directory,
                ledger,
                reference,
                health,
                DiskKey.ofIdentity(directory.resolve("identity.p12"), Optional.empty()),
                clock,
                new KioskSync.Events() {
                    @Override
                    public void enrolled(KioskIdentity identity) {
                        enrolled.add(identity);
                    }

                    @Override
                    public void referenceCurrent() {}

                    @Override
                    public void counted(StreetCount count) {}
                });
        sync.start(code);
    }

    void stopKiosk() {
        if (sync != null) {
            sync.close();
            ledger.close();
            reference.close();
            sync = null;
        }
    }

    void restartKiosk() throws Exception {
        stopKiosk();
        startKiosk(Optional.empty());
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "in vain: " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    void awaitConnected() {
        await("connected", () -> sync.status().link() instanceof Link.Connected);
    }

    /// The ledger itself must say so: before it is open nothing is known to be pending.
    void awaitAllAcknowledged() {
        await(
                "all acknowledged",
                () -> ledger.position().filter(each -> each.pending() == 0).isPresent()
                        && sync.status().pending() == 0);
    }

    long hellos() {
        return street.received.stream().filter(Frame::hasHello).count();
    }
}
