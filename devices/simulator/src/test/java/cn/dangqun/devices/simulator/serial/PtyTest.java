package cn.dangqun.devices.simulator.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PtyTest {
    @Test
    void carriesEveryByteUntouchedBothWays() throws Exception {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (var pty = Pty.open();
                var driver = Files.newByteChannel(pty.path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            pty.output().write(all);
            var received = ByteBuffer.allocate(all.length);
            while (received.hasRemaining()) {
                driver.read(received);
            }
            assertArrayEquals(all, received.array());

            driver.write(ByteBuffer.wrap(all));
            assertArrayEquals(all, pty.input().readNBytes(all.length));
        }
    }

    @Test
    void endsAReaderThatWaits() throws Exception {
        var pty = Pty.open();
        var ended = new AtomicInteger();
        var reader = Thread.ofPlatform().start(() -> {
            try {
                ended.set(pty.input().read());
            } catch (IOException e) {
                ended.set(-2);
            }
        });

        pty.close();

        reader.join(Duration.ofSeconds(5));
        assertFalse(reader.isAlive());
        assertEquals(-1, ended.get());
    }

    @Test
    void neverTouchesADescriptorThatIsSomebodyElsesByNow() throws Exception {
        var pty = Pty.open();
        var output = pty.output();
        pty.close();

        try (var next = Pty.open()) {
            assertThrows(IOException.class, () -> output.write(1));
            next.output().write(2);
            try (var driver = Files.newInputStream(next.path())) {
                assertEquals(2, driver.read());
            }
        }
    }
}
