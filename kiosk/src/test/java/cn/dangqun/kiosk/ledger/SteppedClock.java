package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Clocks that stand still until a test moves them.
public final class SteppedClock extends Clock implements KioskClock {
    private Instant wall;
    private Duration sinceBoot = Duration.ofHours(1);
    private String bootId = "boot-1";

    public SteppedClock(Instant wall) {
        this.wall = wall;
    }

    /// Time passes, on all clocks.
    public synchronized void pass(Duration time) {
        wall = wall.plus(time);
        sinceBoot = sinceBoot.plus(time);
    }

    /// Somebody sets the wall clock.
    public synchronized void set(Instant time) {
        wall = time;
    }

    /// The machine starts again, a minute ago, with this on its wall clock.
    public synchronized void boot(String id, Instant time) {
        bootId = id;
        wall = time;
        sinceBoot = Duration.ofMinutes(1);
    }

    @Override
    public synchronized ClockReading read() {
        return new ClockReading(wall, bootId, sinceBoot, Optional.empty(), Optional.empty());
    }

    @Override
    public synchronized Instant instant() {
        return wall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the kiosk reads instants");
    }
}
