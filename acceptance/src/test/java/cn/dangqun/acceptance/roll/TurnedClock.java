package cn.dangqun.acceptance.roll;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.ledger.KioskClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// A clock that stands until somebody turns it; for everybody in the test alike.
final class TurnedClock extends Clock implements KioskClock {
    private final Instant start;
    private volatile Instant now;

    TurnedClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void turnTo(Instant time) {
        now = now.isBefore(time) ? time : now;
    }

    @Override
    public ClockReading read() {
        return new ClockReading(
                now,
                "boot-1",
                Duration.between(start, now).plusHours(1),
                Optional.of(Duration.ofMinutes(1)),
                Optional.empty());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody here needs another zone");
    }
}
