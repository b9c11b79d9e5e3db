package cn.dangqun.devices.drivers.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.devices.drivers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The driver and Debian's real cupsd, as processes.
@Tag("real-time")
class CupsTest {
    private static final IppPrinter.Pace PACE =
            new IppPrinter.Pace(Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofSeconds(20));

    @TempDir
    Path directory;

    /// Larger than any buffer on the way, and with every byte in it.
    private static byte[] pages() {
        var bytes = new byte[700_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy("%PDF-1.4\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    @Test
    void everyByteArrivesAndPaperThatRunsOutIsSaidWhileTheQueueGoesOn() throws Exception {
        var pdf = pages();
        try (var cups = new Cups(directory);
                var running = new RunningQueue(new IppPrinter("打印机", cups.queue("office"), PACE))) {
            assertEquals(new DocumentResult.Printed(1), running.working().print(1, pdf));
            assertArrayEquals(pdf, Files.readAllBytes(cups.printed(1)));

            cups.takePaper();
            var queued = assertInstanceOf(DocumentResult.Queued.class, running.print(2, pdf));
            assertEquals(Kind.PAPER_OUT, queued.holdUp().orElseThrow().kind());
            running.awaitFault(Kind.PAPER_OUT);
            assertInstanceOf(DocumentResult.NotPrinted.class, running.print(3, pdf));
            assertFalse(Files.exists(cups.printed(2)));

            cups.addPaper();
            Await.until(() -> Files.exists(cups.printed(2)), Duration.ofSeconds(10));
            assertArrayEquals(pdf, Files.readAllBytes(cups.printed(2)));
            running.working();
            assertFalse(Files.exists(cups.printed(3)));
        }
    }

    @Test
    void aQueueThatNobodySetUpIsNotFound() throws Exception {
        try (var cups = new Cups(directory);
                var running = RunningQueue.of(cups.queue("nobody"))) {
            running.awaitFault(Kind.NOT_FOUND);
        }
    }
}
