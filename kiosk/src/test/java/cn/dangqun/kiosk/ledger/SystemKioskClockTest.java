package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.ClockQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemKioskClockTest {
    @TempDir
    Path root;

    private final SteppedClock wall = new SteppedClock(Instant.parse("2026-11-10T01:00:00Z"));

    private boolean kept;

    private SystemKioskClock clock() {
        return new SystemKioskClock(wall, root.resolve("proc"), root.resolve("synchronized"), () -> kept);
    }

    private void kernelSays(String bootId, String uptime) throws Exception {
        Files.createDirectories(root.resolve("proc/sys/kernel/random"));
        Files.writeString(root.resolve("proc/sys/kernel/random/boot_id"), bootId + "\n");
        Files.writeString(root.resolve("proc/uptime"), uptime + " 1.00\n");
    }

    @Test
    void readsBootIdAndTimeSinceBootOfTheKernel() throws Exception {
        kernelSays("0b00-made-up", "3600.25");

        var reading = clock().read();

        assertEquals("0b00-made-up", reading.bootId());
        assertEquals(wall.instant(), reading.wall());
        assertFalse(reading.sinceBoot().minus(Duration.ofMillis(3_600_250)).isNegative());
        assertTrue(reading.sinceBoot().compareTo(Duration.ofMinutes(61)) < 0);
    }

    @Test
    void readsThisMachine() {
        var reading = new SystemKioskClock(Clock.systemUTC()).read();

        assertFalse(reading.bootId().startsWith("process-"), "this test needs a Linux kernel");
        assertTrue(reading.sinceBoot().isPositive());
    }

    @Test
    void makesDoWithoutAKernelThatTells() {
        var reading = clock().read();

        assertTrue(reading.bootId().startsWith("process-"));
        assertEquals(Optional.empty(), reading.sinceCorrection());
        assertEquals(Optional.empty(), reading.lastCorrection());
    }

    @Test
    void believesAServiceThatTellsTheKernelAlone() throws Exception {
        kernelSays("0b00-made-up", "3600.25");
        kept = true;

        assertEquals(ClockQuality.NETWORK, clock().read().quality());
        kept = false;
        assertEquals(ClockQuality.UNCHECKED, clock().read().quality());
    }

    @Test
    void askingThisKernelChangesNothingAndAnswersTheSameTwice() {
        var kernel = new KernelClock();

        assertEquals(kernel.getAsBoolean(), kernel.getAsBoolean());
    }

    @Test
    void tellsTheAgeOfTheLastCorrection() throws Exception {
        kernelSays("0b00-made-up", "3600.25");
        Files.createFile(root.resolve("synchronized"));
        Files.setLastModifiedTime(
                root.resolve("synchronized"), FileTime.from(wall.instant().minusSeconds(90)));

        assertEquals(Optional.of(Duration.ofSeconds(90)), clock().read().sinceCorrection());
    }

    @Test
    void tellsHowFarTheClockWasMoved() throws Exception {
        kernelSays("0b00-made-up", "3600.25");
        Files.createFile(root.resolve("synchronized"));
        var clock = clock();
        clock.read();

        wall.set(wall.instant().plusSeconds(3_600));

        var moved = clock.read().lastCorrection().orElseThrow();
        assertTrue(moved.minusSeconds(3_600).abs().compareTo(Duration.ofSeconds(5)) < 0, () -> "moved by " + moved);
    }
}
