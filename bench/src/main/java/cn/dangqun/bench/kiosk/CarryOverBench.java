package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import cn.dangqun.bench.made.Scratch;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.shell.KioskCore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// People who tap while the ledger that has ended is carried over into the one that goes on, all projections of a kiosk
/// included: how long the slowest waits until the fact is on the disk; beside it the slowest of as many before.
/// `CarryOverBench FACTS ROUNDS`.
public final class CarryOverBench {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final int PEOPLE = 50;
    private static final int TOGETHER = 500;
    private static final int BEFORE = 200;
    private static final long APART_MILLIS = 10;
    private static final double WAIT_MILLIS = 50;
    /// A ledger that takes longer than this to carry over will not end.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final SystemKioskClock clock = new SystemKioskClock(Clock.systemUTC());
    private int written;

    private CarryOverBench(Scratch scratch) {
        ledger = Ledger.open(scratch.folder().resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
    }

    public static void main(String[] arguments) throws Exception {
        int facts = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var waits = new ArrayList<Double>();
        var before = new ArrayList<Double>();
        var whole = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            try (var scratch = new Scratch("carryover")) {
                var bench = new CarryOverBench(scratch);
                bench.fill(facts);
                before.add(bench.slowestBefore());
                bench.carryOver(waits, whole);
                bench.ledger.close();
                System.err.printf(
                        Locale.ROOT,
                        "round %d of %d: slowest tap %.1f ms, before %.1f ms, carried over in %.0f ms%n",
                        round + 1,
                        rounds,
                        waits.getLast(),
                        before.getLast(),
                        whole.getLast());
            }
        }
        try (var report = new Report()) {
            report.add(Figure.of("slowest tap while " + facts + " facts are carried over", "ms", new Runs(waits))
                    .beside("slowest tap before", new Runs(before))
                    .toward(Goal.atMost(WAIT_MILLIS)));
            report.add(Figure.of("until " + facts + " facts are carried over", "ms", new Runs(whole)));
        }
    }

    private void fill(int facts) {
        done(ledger.adopt(KIOSK));
        for (int first = 0; first < facts; first += TOGETHER) {
            done(ledger.write(transaction -> {
                var now = clock.read();
                for (int each = 0; each < TOGETHER; each++) {
                    transaction.append(next(), now);
                }
                return written;
            }));
        }
    }

    private AttendanceFact.CheckedIn next() {
        int number = written++;
        return new AttendanceFact.CheckedIn(
                new ActivityId("a-" + number / PEOPLE),
                new MemberId("M-" + number % PEOPLE),
                AttendanceRole.MEMBER,
                CheckInMethod.CARD,
                false);
    }

    private record Tap(long at, CompletableFuture<Long> known) {
        double millis() {
            return (known.join() - at) / 1e6;
        }

        boolean isLost() {
            return known.isCompletedExceptionally();
        }
    }

    private Tap tap() {
        long at = System.nanoTime();
        return new Tap(at, ledger.append(next()).thenApply(commit -> {
            long known = System.nanoTime();
            done(CompletableFuture.completedFuture(commit));
            return known;
        }));
    }

    private double slowestBefore() throws InterruptedException {
        var taps = new ArrayList<Tap>();
        for (int each = 0; each < BEFORE; each++) {
            taps.add(tap());
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
        }
        return slowest(taps);
    }

    private void carryOver(List<Double> waits, List<Double> whole) throws InterruptedException {
        var ended = ledger.position().orElseThrow().epoch();
        long all = ledger.position().orElseThrow().lastSeq();
        long began = System.nanoTime();
        var over = ledger.restart(ended, "bench");
        var taps = new ArrayList<Tap>();
        while (!over.isDone() || ledger.position().orElseThrow().lastSeq() < all + taps.size()) {
            taps.add(tap());
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException(
                        "not carried over in " + LONGEST.toMinutes() + " min, " + taps.size() + " taps meanwhile");
            }
            // a tap that was sent away is never in the ledger: it would be waited for without end
            taps.stream().filter(Tap::isLost).findFirst().ifPresent(Tap::millis);
        }
        whole.add((System.nanoTime() - began) / 1e6);
        done(over);
        waits.add(slowest(taps));
    }

    private static double slowest(List<Tap> taps) {
        return taps.stream().mapToDouble(Tap::millis).max().orElseThrow();
    }

    private static <T> T done(CompletableFuture<Commit<T>> work) {
        return switch (work.join()) {
            case Commit.Done<T>(var result) -> result;
            case Commit.NotSaved<T>(var reason) -> throw new IllegalStateException("not saved: " + reason);
        };
    }
}
