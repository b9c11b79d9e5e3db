package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.ledger.KioskClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The clocks of a virtual machine since it was last booted; nobody corrects them. Thread-safe.
final class BootClock implements KioskClock {
    private final Clock wall;
    private final String bootId;
    private final Duration sinceBootAtStart;
    private final long nanosAtStart = System.nanoTime();

    BootClock(Clock wall, String bootId, Duration sinceBoot) {
        this.wall = wall;
        this.bootId = bootId;
        this.sinceBootAtStart = sinceBoot;
    }

    String bootId() {
        return bootId;
    }

    Duration sinceBoot() {
        return sinceBootAtStart.plusNanos(System.nanoTime() - nanosAtStart);
    }

    @Override
    public ClockReading read() {
        return new ClockReading(wall.instant(), bootId, sinceBoot(), Optional.empty(), Optional.empty());
    }
}
