package cn.dangqun.devices.drivers.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A FIFO hangs up as a device does that is pulled out.
class DeviceFileTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final byte[] buffer = new byte[64];

    @TempDir
    Path directory;

    private Path fifo;

    @BeforeEach
    void makeFifo() throws Exception {
        fifo = directory.resolve("device");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    }

    @Test
    void readsWhatWasSaidBeforeTheHangUpAndThenIsGone() throws Exception {
        try (var device = DeviceFile.openToRead(fifo.toString())) {
            try (var far = new FileOutputStream(fifo.toFile())) {
                far.write(new byte[] {1, 2, 3});
            }

            assertEquals(3, device.read(buffer, LONG));
            assertGone(device);
        }
    }

    @Test
    void isGoneAtOnceWhenItHangsUpWithoutAWord() throws Exception {
        try (var device = DeviceFile.openToRead(fifo.toString())) {
            new FileOutputStream(fifo.toFile()).close();

            assertGone(device);
        }
    }

    @Test
    void saysNothingWhileNobodyIsThere() throws Exception {
        try (var device = DeviceFile.openToRead(fifo.toString())) {
            assertEquals(0, device.read(buffer, SHORT));
        }
    }

    @Test
    void stopsWaitingWhenAskedTo() throws Exception {
        var stopped = new CompletableFuture<Throwable>();
        var reader = Thread.ofPlatform().start(() -> {
            try (var device = DeviceFile.openToRead(fifo.toString())) {
                device.read(buffer, LONG);
            } catch (DeviceException | InterruptedException e) {
                stopped.complete(e);
            }
        });

        reader.interrupt();

        assertTrue(stopped.get(10, TimeUnit.SECONDS) instanceof InterruptedException);
    }

    @Test
    void canNotBeWrittenWhenOpenedToRead() throws Exception {
        try (var device = DeviceFile.openToRead(fifo.toString())) {
            assertThrows(DeviceException.class, () -> device.write(new byte[] {1}, SHORT));
        }
    }

    private void assertGone(DeviceFile device) {
        var fault = assertThrows(DeviceException.class, () -> device.read(buffer, LONG))
                .fault();
        assertEquals(Kind.DISCONNECTED, fault.kind());
    }
}
