package cn.dangqun.devices.selftest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether this machine knows the time. `offset`: street minus kiosk as last heard, empty without contact; the clock
/// may
/// be off by two minutes.
public record ClockProbe(Clock clock, Supplier<Optional<Duration>> offset) implements Probe {
    private static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Override
    public Subject subject() {
        return new Subject("clock", "");
    }

    @Override
    public ProbeResult run() {
        if (clock.instant().isBefore(NOT_BEFORE)) {
            return new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_lost"));
        }
        var known = offset.get();
        if (known.isEmpty()) {
            return new ProbeResult.Passed(Optional.of(ProbeText.of("selftest.note.clock_alone")));
        }
        var off = known.get().abs();
        return off.compareTo(TOLERANCE) <= 0
                ? ProbeResult.passed()
                : new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_off", Long.toString(off.toMinutes())));
    }
}
