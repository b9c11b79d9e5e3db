package cn.dangqun.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.store.PassphraseKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup in the middle of a thousand facts a second: it is of one moment, nobody waits for it, and what came after
/// that moment is accepted again by what was restored.
@Tag("real-time")
class BusyBackupTest {
    private static final Passphrase PASSPHRASE = Passphrase.of("一句只有街道知道的恢复口令").orElseThrow();
    private static final int KIOSKS = 4;
    private static final int FACTS = 5000;
    private static final int PUSH = 5;
    /// Each of four kiosks pushes five facts in this time, in turn: a thousand a second, some every five milliseconds.
    private static final Duration PACE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final List<TestLedger> ledgers = IntStream.rangeClosed(1, KIOSKS)
            .mapToObj(number -> new TestLedger(new KioskId("kiosk-" + number)))
            .toList();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLongArray sent = new AtomicLongArray(KIOSKS);
    private volatile boolean enough;

    @Test
    void isOfOneMomentWhileAThousandFactsASecondArrive() throws Exception {
        for (var ledger : ledgers) {
            IntStream.range(0, FACTS).forEach(i -> ledger.checkIn("M-" + i));
        }
        var place = Files.createDirectory(folder.resolve("disk"));
        BackupDesk.Made made;
        long before;
        ServerSettings settings;
        try (var street = new TestStreet(folder.resolve("street")).withTwoCommunities();
                var kiosks = Executors.newVirtualThreadPerTaskExecutor()) {
            settings = street.settings();
            var pushing = IntStream.range(0, KIOSKS)
                    .mapToObj(each -> CompletableFuture.runAsync(() -> push(street.server(), each), kiosks))
                    .toList();
            while (acknowledged.get() < 1000) {
                LockSupport.parkNanos(1_000_000);
            }
            before = acknowledged.get();
            long began = System.nanoTime();
            made = new BackupDesk(settings, street.clock, new PassphraseKey.Cost(64, 1)).make(place, PASSPHRASE);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            System.out.printf(
                    "%d facts arrived in the %d ms of the backup; the longest push waited %d ms%n",
                    acknowledged.get() - before, millis, longestMillis.get());
            assertTrue(acknowledged.get() > made.facts(), "facts arrived after its moment");
            enough = true;
            pushing.forEach(CompletableFuture::join);
        }
        assertTrue(made.facts() >= before, "what was acknowledged before it stands in it");

        var elsewhere = folder.resolve("elsewhere");
        new RestoreDesk(elsewhere, Clock.systemUTC()).restore(made.file(), PASSPHRASE);
        var moved = new ServerSettings(elsewhere, settings.zone(), settings.sync(), settings.console(), false);
        try (var restored = StreetServer.open(moved, Clock.systemUTC())) {
            assertEquals(made.facts(), count(restored, "SELECT count(*) FROM fact"));
            for (int each = 0; each < KIOSKS; each++) {
                again(restored, each);
            }
            assertEquals(acknowledged.get(), count(restored, "SELECT count(*) FROM fact"));
        }
    }

    private void push(StreetServer street, int kiosk) {
        long next = System.nanoTime() + PACE.toNanos() * kiosk / KIOSKS;
        LockSupport.parkNanos(next - System.nanoTime());
        for (int from = 1; from < FACTS && !enough; from += PUSH) {
            long asked = System.nanoTime();
            append(street, kiosk, from);
            long waited = Duration.ofNanos(System.nanoTime() - asked).toMillis();
            longestMillis.accumulateAndGet(waited, Math::max);
            acknowledged.addAndGet(PUSH);
            sent.addAndGet(kiosk, PUSH);
            next += PACE.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void append(StreetServer street, int kiosk, int from) {
        var ledger = ledgers.get(kiosk);
        street.ledger()
                .append(id(kiosk), ledger.epoch(), ledger.push(from, from + PUSH - 1L))
                .orElseThrow()
                .join();
    }

    private static KioskId id(int kiosk) {
        return new KioskId("kiosk-" + (kiosk + 1));
    }

    /// A kiosk that has kept all it was told of sends what the restored street has not.
    private void again(StreetServer street, int kiosk) {
        long had = count(street, "SELECT last_seq FROM chain WHERE street = 1 AND kiosk = '" + id(kiosk) + "'");
        for (long from = had + 1; from <= sent.get(kiosk); from += PUSH) {
            append(street, kiosk, Math.toIntExact(from));
        }
    }

    private static long count(StreetServer street, String sql) {
        return street.database()
                .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
