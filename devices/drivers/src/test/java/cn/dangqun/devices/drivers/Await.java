package cn.dangqun.devices.drivers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something that another thread or process will bring about.
public final class Await {
    private static final long POLL_NANOS = 10_000_000;

    private Await() {}

    public static void until(BooleanSupplier condition, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + deadline);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
