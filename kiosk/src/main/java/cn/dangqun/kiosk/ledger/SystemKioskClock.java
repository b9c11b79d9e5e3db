package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clocks of a Linux system: the wall clock, the boot id and the time since boot of the kernel, the mark that
/// systemd-timesyncd leaves at every correction, and whether any time service keeps the clock. Where one of these
/// is missing it says less, never something wrong.
public final class SystemKioskClock implements KioskClock {
    private static final Logger log = LoggerFactory.getLogger(SystemKioskClock.class);
    private static final Duration STEP = Duration.ofMillis(500);

    private final Clock wall;
    private final Path corrected;
    private final BooleanSupplier kept;
    private final String bootId;
    private final Duration sinceBootAtStart;
    private final long nanosAtStart = System.nanoTime();
    private Optional<Duration> bootToWall = Optional.empty();
    private Optional<Duration> lastStep = Optional.empty();

    /// `wall` may be any clock: what the kernel knows about its own says nothing of it.
    public SystemKioskClock(Clock wall) {
        this(wall, () -> false);
    }

    private SystemKioskClock(Clock wall, BooleanSupplier kept) {
        this(wall, Path.of("/proc"), Path.of("/run/systemd/timesync/synchronized"), kept);
    }

    /// `wall` is the machine's own, so that the kernel knows whether somebody keeps it.
    public static SystemKioskClock ofMachine(Clock wall) {
        return new SystemKioskClock(wall, new KernelClock());
    }

    SystemKioskClock(Clock wall, Path proc, Path corrected, BooleanSupplier kept) {
        this.kept = kept;
        this.wall = wall;
        this.corrected = corrected;
        this.bootId = bootId(proc.resolve("sys/kernel/random/boot_id"));
        this.sinceBootAtStart = sinceBoot(proc.resolve("uptime"));
    }

    private static String bootId(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            var own = "process-" + UUID.randomUUID();
            log.warn("No boot id at {}; facts are ordered per process as {}", file, own);
            return own;
        }
    }

    private static Duration sinceBoot(Path file) {
        try {
            var seconds = Files.readString(file).strip().split(" ", 2)[0];
            return Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000));
        } catch (IOException | NumberFormatException e) {
            log.warn("No time since boot at {}; counting from the start of this process", file);
            return Duration.ZERO;
        }
    }

    @Override
    public synchronized ClockReading read() {
        var now = wall.instant();
        var sinceBoot = sinceBootAtStart.plusNanos(System.nanoTime() - nanosAtStart);
        noticeStep(Duration.ofMillis(now.toEpochMilli()).minus(sinceBoot));
        var sinceCorrection = sinceCorrection(now.toEpochMilli());
        return new ClockReading(
                now, bootId, sinceBoot, sinceCorrection, sinceCorrection.isPresent() ? lastStep : Optional.empty());
    }

    /// The wall clock moved against the monotonic one: somebody set it, by that much.
    private void noticeStep(Duration offset) {
        bootToWall
                .map(offset::minus)
                .filter(step -> step.abs().compareTo(STEP) > 0)
                .ifPresent(step -> {
                    log.info("The clock was set by {}", step);
                    lastStep = Optional.of(step);
                });
        bootToWall = Optional.of(offset);
    }

    private Optional<Duration> sinceCorrection(long nowMillis) {
        try {
            var age = nowMillis - Files.getLastModifiedTime(corrected).toMillis();
            return Optional.of(Duration.ofMillis(Math.max(0, age)));
        } catch (IOException e) {
            // another service leaves no mark, but tells the kernel; neither: never corrected since boot, or unknown
            return kept.getAsBoolean() ? Optional.of(Duration.ZERO) : Optional.empty();
        }
    }
}
