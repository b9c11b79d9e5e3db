package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.store.BrokenInvariantException;
import cn.dangqun.store.Halt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the ledger cannot go on with ends the kiosk, and nobody is left waiting (DESIGN §13).
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LedgerBreakdownTest extends LedgerOnDisk {
    private final BlockingQueue<Throwable> breakdowns = new LinkedBlockingQueue<>();

    @Override
    @BeforeEach
    void open() {
        ledger = Ledger.open(file(), clock, KioskCore.PROJECTIONS, (_, cause) -> breakdowns.add(cause));
        done(ledger.adopt(KIOSK));
    }

    @Test
    void tellsOfAnErrorInsideAWork() throws Exception {
        var _ = ledger.write(_ -> {
            throw new StackOverflowError("made up");
        });

        assertInstanceOf(StackOverflowError.class, breakdown());
    }

    @Test
    void tellsOfABrokenInvariantInsideAWork() throws Exception {
        var _ = ledger.write(_ -> {
            throw new BrokenInvariantException("made up");
        });

        assertInstanceOf(BrokenInvariantException.class, breakdown());
    }

    @Test
    void answersEverybodyWhoWaitsBeforeItTells() throws Exception {
        ledger.close();
        var answered = new LinkedBlockingQueue<Boolean>();
        var futures = new LinkedBlockingQueue<CompletableFuture<?>>();
        ledger = Ledger.open(
                file(),
                clock,
                KioskCore.PROJECTIONS,
                (_, _) -> answered.add(futures.stream().allMatch(CompletableFuture::isDone)));
        var release = new CountDownLatch(1);
        futures.add(hold(release));
        futures.add(ledger.append(checkIn("M-1")));
        futures.add(ledger.write(_ -> {
            throw new StackOverflowError("made up");
        }));
        for (int i = 0; i < StoreThread.MOST_WAITING / 2; i++) {
            futures.add(ledger.append(checkIn("N-" + i)));
        }

        release.countDown();

        assertEquals(true, answered.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void savesNothingOfTheTransactionThatBroke() throws Exception {
        var release = new CountDownLatch(1);
        var first = hold(release);
        var neighbour = ledger.append(checkIn("M-1"));
        var _ = ledger.write(_ -> {
            throw new StackOverflowError("made up");
        });
        release.countDown();
        first.join();
        assertInstanceOf(Commit.NotSaved.class, neighbour.join());
        breakdown();

        reopen();

        assertTrue(all().isEmpty());
    }

    @Test
    void savesNothingAfterwards() throws Exception {
        var _ = ledger.write(_ -> {
            throw new StackOverflowError("made up");
        });
        breakdown();

        assertEquals(
                new Commit.NotSaved<>(Commit.Reason.FAILED),
                ledger.append(checkIn("M-1")).join());
    }

    @Test
    void tellsTheTruthAboutWhatWasCommittedBeforeAListenerBroke() throws Exception {
        ledger.onCommit(_ -> {
            throw new StackOverflowError("made up");
        });

        var saved = ledger.append(checkIn("M-1"));

        assertEquals(1, LedgerOnDisk.<RecordedFact>done(saved).id().seq());
        assertInstanceOf(StackOverflowError.class, breakdown());
    }

    @Test
    void goesOnWhenAListenerOnlyFails() throws Exception {
        ledger.onCommit(_ -> {
            throw new IllegalStateException("made up");
        });

        append(checkIn("M-1"));

        assertEquals(2, append(checkIn("M-2")).id().seq());
        assertTrue(breakdowns.isEmpty());
    }

    @Test
    void setsALedgerAsideInWhichStandsWhatCannotBe() throws Exception {
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.script("UPDATE head SET epoch = 'no epoch'");
        }

        open();

        assertEquals(1, append(checkIn("M-1")).id().seq());
        assertTrue(ledger.health().damagedFileKept());
        assertTrue(breakdowns.isEmpty(), "or every start would break on it again");
    }

    @Test
    void endsTheProcessSoThatItIsStartedAnew() throws Exception {
        long begun = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokenWriter.class.getName(),
                        directory.resolve("broken.db").toString())
                .redirectErrorStream(true)
                .start();
        try {
            var ended = process.waitFor(10, TimeUnit.SECONDS);
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(ended, said);
            assertEquals(Halt.BROKEN, process.exitValue(), said);
            assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(5), said);
            assertTrue(said.contains("NotSaved[reason=FAILED]"), said);
            assertEquals(
                    1, said.lines().filter(line -> line.contains(" ERROR ")).count(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    private Throwable breakdown() throws InterruptedException {
        return breakdowns.poll(10, TimeUnit.SECONDS);
    }

    /// The store thread is busy from now on, so that what comes now is committed together.
    private CompletableFuture<?> hold(CountDownLatch release) {
        var held = new CountDownLatch(1);
        var holding = ledger.write(_ -> {
            held.countDown();
            return await(release);
        });
        await(held);
        return holding;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
