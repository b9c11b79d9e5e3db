package cn.dangqun.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a deadline.
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, Duration.ofMillis(5), condition);
    }

    /// For what is long at work and is slowed down by being asked.
    public static void slowly(String what, BooleanSupplier condition) {
        until(what, PATIENCE.multipliedBy(6), Duration.ofMillis(200), condition);
    }

    private static void until(String what, Duration patience, Duration pause, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
