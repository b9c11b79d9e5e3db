package cn.dangqun.devices.selftest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether this machine knows the time. `offset`: street minus kiosk as last heard, empty without contact; the clock
/// may be off by two minutes. `behind`: how far the clock stands before the last record, when it does.
public record ClockProbe(Clock clock, Supplier<Optional<Duration>> offset, Supplier<Optional<Duration>> behind)
        implements Probe {
    /// How far the clock may be off before records are in doubt.
    public static final Duration TOLERANCE = Duration.ofMinutes(2);

    private static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration UNREMARKABLE = Duration.ofSeconds(10);

    @Override
    public Subject subject() {
        return new Subject("clock", "");
    }

    @Override
    public ProbeResult run() {
        if (clock.instant().isBefore(NOT_BEFORE)) {
            return new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_lost"));
        }
        return behind.get()
                .<ProbeResult>map(early -> new ProbeResult.Failed(
                        ProbeText.of("selftest.advice.clock_behind", Long.toString(early.toMinutes()))))
                .orElseGet(() -> offset.get()
                        .map(ClockProbe::compared)
                        .orElse(passed(ProbeText.of("selftest.note.clock_alone"))));
    }

    private static ProbeResult compared(Duration offset) {
        var off = offset.abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_off", Long.toString(off.toMinutes())));
        }
        return off.compareTo(UNREMARKABLE) > 0
                ? passed(ProbeText.of("selftest.note.clock_off", Long.toString(off.toSeconds())))
                : ProbeResult.passed();
    }

    private static ProbeResult passed(ProbeText note) {
        return new ProbeResult.Passed(Optional.of(note));
    }
}
