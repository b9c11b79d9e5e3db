package cn.dangqun.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The street's clock as last heard, carried on by the monotonic clock, so that the offset is right again the moment
/// somebody sets ours. Questions and answers on the event loop; [#offset] from any thread.
final class StreetClock {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ArrayDeque<Long> asked = new ArrayDeque<>();
    private volatile @Nullable Heard heard;

    /// The street's clock showed `street` at `nanos`, give or take `uncertainty`.
    private record Heard(Instant street, long nanos, Duration uncertainty) {}

    StreetClock(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /// A new connection: what was asked on the last one is never answered.
    void connected() {
        asked.clear();
    }

    /// Something is being sent that the street answers with its clock, in order.
    void asking() {
        asked.add(nanoTime.getAsLong());
    }

    /// The street read its clock between question and answer: in the middle, give or take half of the way. What it
    /// shows now; empty when nothing had been asked.
    Optional<Instant> answered(long wallMillis) {
        var since = asked.poll();
        if (since == null || wallMillis <= 0) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        var half = Duration.ofNanos((now - since) / 2);
        var street = Instant.ofEpochMilli(wallMillis).plus(half);
        heard = new Heard(street, now, half);
        return Optional.of(street);
    }

    /// Empty until the street was heard.
    Optional<ClockOffset> offset() {
        return Optional.ofNullable(heard).map(last -> {
            var street = last.street().plusNanos(nanoTime.getAsLong() - last.nanos());
            return new ClockOffset(Duration.between(clock.instant(), street), last.uncertainty());
        });
    }
}
