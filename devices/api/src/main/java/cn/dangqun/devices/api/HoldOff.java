package cn.dangqun.devices.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Lets one presentation through and ignores its echoes: a key passes again only after it was out of sight for the
/// whole period (F-09). For one thread. Measured with a monotonic clock, since the wall clock of a kiosk may jump.
public final class HoldOff {
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private final Map<Object, Long> lastSeen = new HashMap<>();

    public HoldOff(Duration period) {
        this(period, System::nanoTime);
    }

    HoldOff(Duration period, LongSupplier nanoTime) {
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
    }

    /// True when `key` was not seen during the period; notes that it was seen now.
    public boolean admits(Object key) {
        long now = nanoTime.getAsLong();
        lastSeen.values().removeIf(seen -> now - seen >= periodNanos);
        return lastSeen.put(key, now) == null;
    }

    /// Notes that `key` was still there now, so that the period starts again.
    public void seen(Object key) {
        lastSeen.put(key, nanoTime.getAsLong());
    }
}
