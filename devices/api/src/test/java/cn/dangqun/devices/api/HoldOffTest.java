package cn.dangqun.devices.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HoldOffTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_500_000_000L);
    private final HoldOff holdOff = new HoldOff(Duration.ofSeconds(2), nanos::get);

    @Test
    void admitsAKeyOnce() {
        assertTrue(holdOff.admits("card"));
        assertFalse(holdOff.admits("card"));
    }

    @Test
    void admitsOtherKeysMeanwhile() {
        holdOff.admits("card");

        assertTrue(holdOff.admits("another"));
    }

    @Test
    void admitsAKeyAgainAfterThePeriodOutOfSight() {
        holdOff.admits("card");
        pass(Duration.ofMillis(1999));
        assertFalse(holdOff.admits("card"));
        pass(Duration.ofSeconds(2));

        assertTrue(holdOff.admits("card"));
    }

    @Test
    void startsAgainWhenTheKeyWasStillSeen() {
        holdOff.admits("card");
        pass(Duration.ofMillis(1500));
        holdOff.seen("card");
        pass(Duration.ofMillis(1500));

        assertFalse(holdOff.admits("card"));
    }

    /// Across the point where the monotonic clock wraps.
    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
