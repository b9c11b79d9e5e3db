package cn.dangqun.server.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long things took: half of them no longer than `median`, nine in ten no longer than `ninth` (F-106). By nearest
/// rank: both are durations that were measured.
record Spread(Duration median, Duration ninth) {
    private static final int PERCENT = 100;
    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;

    /// Empty when nothing was measured.
    static Optional<Spread> of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        var sorted = durations.stream().sorted().toList();
        return Optional.of(new Spread(at(sorted, HALF), at(sorted, NINE_TENTHS)));
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, PERCENT) - 1));
    }
}
