package cn.dangqun.domain.queue;

import java.time.Duration;
import java.util.List;

/// How long somebody will wait, as an honest range of whole minutes (F-43).
public record Estimate(int fromMinutes, int toMinutes) {
    /// Of how many recent services the median is taken.
    public static final int SAMPLES = 20;

    private static final int ENOUGH = 5;
    private static final double SPREAD = 0.3;
    private static final int COARSE_FROM = 20;
    private static final int COARSE = 5;

    /// @param recent how long the last services took, at most [#SAMPLES] are used; too few say nothing, then `usual`
    ///     does
    public static Estimate of(int ahead, int windows, List<Duration> recent, Duration usual) {
        var each = recent.size() < ENOUGH
                ? usual
                : median(recent.stream().limit(SAMPLES).toList());
        double minutes = ahead * each.toSeconds() / 60.0 / Math.max(1, windows);
        int from = (int) Math.floor(minutes * (1 - SPREAD));
        int to = (int) Math.ceil(minutes * (1 + SPREAD));
        return to < COARSE_FROM
                ? new Estimate(from, to)
                : new Estimate(from / COARSE * COARSE, Math.ceilDiv(to, COARSE) * COARSE);
    }

    public static Duration median(List<Duration> durations) {
        var sorted = durations.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
