package cn.dangqun.kiosk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to try again: 1 s, doubling to 5 min, each shortened by up to half at random so that kiosks cut off together do
/// not return together (F-68). For one thread.
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration CEILING = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration afterFailure() {
        var full = next.toMillis();
        next = Duration.ofMillis(Math.min(CEILING.toMillis(), full * 2));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /// The street said when; never earlier, and not all at once either.
    Duration afterRefusal(Duration retryAfter) {
        var own = afterFailure();
        var asked = retryAfter.toMillis();
        var spread = Duration.ofMillis(asked + random.nextLong(asked / 10 + 1));
        return own.compareTo(spread) > 0 ? own : spread;
    }

    void reset() {
        next = FIRST;
    }
}
