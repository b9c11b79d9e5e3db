package cn.dangqun.bench.sync;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/// People who come to all kiosks in one stretch of time: most of them around its middle, as before a meeting
/// that begins then. Says each second how far it is.
final class LeanDay {
    /// Of the time, in tenths of a millisecond; the last counts whatever took longer.
    private static final int LONGEST = 100_000;

    private static final double TENTHS = 100_000.0;

    private final List<LeanKiosk> kiosks;
    private final PrintStream out;
    private final AtomicLongArray waited = new AtomicLongArray(LONGEST);

    LeanDay(List<LeanKiosk> kiosks, PrintStream out) {
        this.kiosks = kiosks;
        this.out = out;
    }

    /// Answers `over DUE TOLD HALF P99`, the last two in nanoseconds; before it lines that begin with `pace`.
    void play(Duration length) {
        var dues = kiosks.stream().map(each -> dues(each, length)).toList();
        long began = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var _ = clock.scheduleAtFixedRate(() -> say("pace", dues, began), 1, 1, TimeUnit.SECONDS);
            var all = new CompletableFuture<?>[kiosks.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = kiosks.get(i).go(dues.get(i), this::told);
            }
            CompletableFuture.allOf(all).join();
            clock.shutdownNow();
        }
        say("over", dues, began);
    }

    private long[] dues(LeanKiosk kiosk, Duration length) {
        var random = new SplittableRandom(kiosk.id().value().hashCode());
        var due = new long[kiosk.facts()];
        for (int i = 0; i < due.length; i++) {
            // three draws make a hill, and nobody comes before the doors are open or after they are closed
            double at = (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 3;
            due[i] = (long) (at * length.toNanos());
        }
        Arrays.sort(due);
        return due;
    }

    private void told(long nanos) {
        waited.incrementAndGet(Math.clamp(nanos / (long) TENTHS, 0, LONGEST - 1));
    }

    private void say(String word, List<long[]> dues, long began) {
        long now = System.nanoTime() - began;
        long due = dues.stream()
                .mapToLong(each -> Arrays.stream(each).filter(at -> at <= now).count())
                .sum();
        long told = 0;
        for (int i = 0; i < LONGEST; i++) {
            told += waited.get(i);
        }
        out.println(word + " " + due + " " + told + " " + share(told, 0.5) + " " + share(told, 0.99));
    }

    private long share(long told, double share) {
        long seen = 0;
        for (int i = 0; i < LONGEST; i++) {
            seen += waited.get(i);
            if (seen >= told * share && seen > 0) {
                return (long) (i * TENTHS);
            }
        }
        return 0;
    }
}
