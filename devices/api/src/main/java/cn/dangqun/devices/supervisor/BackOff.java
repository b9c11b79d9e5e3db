package cn.dangqun.devices.supervisor;

import java.time.Duration;

/// Doubling pause between attempts, from `first` to `ceiling`. A device that worked for `ceiling` starts afresh; one
/// that dies sooner does not, so that a flapping cable cannot spin. For one thread.
final class BackOff {
    static final Duration FIRST = Duration.ofMillis(200);
    static final Duration CEILING = Duration.ofSeconds(5);

    private final Duration first;
    private final Duration ceiling;
    private Duration next;
    private int failures;

    BackOff(Duration first, Duration ceiling) {
        this.first = first;
        this.ceiling = ceiling;
        this.next = first;
    }

    /// The pause before the next attempt, given how long the device worked in the last one.
    Duration afterFailure(Duration worked) {
        if (worked.compareTo(ceiling) >= 0) {
            next = first;
            failures = 0;
        }
        failures++;
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
        return pause;
    }

    int failures() {
        return failures;
    }
}
