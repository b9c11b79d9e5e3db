package cn.dangqun.domain.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long things took: half of them no longer than `median`, nine in ten no longer than `ninth` (F-106),
/// the second by nearest rank. The one way in which windows and the street say it.
public record Spread(Duration median, Duration ninth) {
    private static final int PERCENT = 100;
    private static final int NINE_TENTHS = 90;

    /// Empty when nothing was measured.
    public static Optional<Spread> of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        var sorted = durations.stream().sorted().toList();
        int ninth = Math.ceilDiv(sorted.size() * NINE_TENTHS, PERCENT) - 1;
        return Optional.of(new Spread(Estimate.median(sorted), sorted.get(Math.max(0, ninth))));
    }

    /// Begun minutes count.
    public static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }
}
