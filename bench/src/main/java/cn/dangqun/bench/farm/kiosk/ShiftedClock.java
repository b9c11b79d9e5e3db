package cn.dangqun.bench.farm.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A kiosk's wall clock that somebody sets wrong. Thread-safe.
final class ShiftedClock extends Clock {
    private final Clock right;
    private final AtomicReference<Duration> shift;

    ShiftedClock(Clock right) {
        this(right, new AtomicReference<>(Duration.ZERO));
    }

    private ShiftedClock(Clock right, AtomicReference<Duration> shift) {
        this.right = right;
        this.shift = shift;
    }

    void shift(Duration by) {
        shift.set(by);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(right.withZone(zone), shift);
    }
}
