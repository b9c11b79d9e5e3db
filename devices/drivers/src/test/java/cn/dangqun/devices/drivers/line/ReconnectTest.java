package cn.dangqun.devices.drivers.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.drivers.OpenFiles;
import cn.dangqun.devices.drivers.line.SerialLine.FlowControl;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.devices.transport.ByteTransport;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Months of loose cables in seconds: each line is opened, lost and closed some hundred times.
class ReconnectTest {
    private static final int ROUNDS = 300;
    private static final int WARM_UP = 20;
    /// What the JVM opens and starts in between for itself
    private static final int SLACK = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final byte[] buffer = new byte[64];

    @TempDir
    Path directory;

    private interface Round {
        void run() throws Exception;
    }

    @Test
    void aSerialPortThatIsPulledAgainAndAgainLeavesNothingOpen() throws Exception {
        assertNothingIsLeft(() -> {
            try (var pty = Pty.open();
                    var line = SerialLine.open(pty.path().toString(), 9600, FlowControl.NONE)) {
                say(pty, line);
                pull(pty);
                assertGone(line);
            }
        });
    }

    @Test
    void aDeviceFileThatIsPulledAgainAndAgainLeavesNothingOpen() throws Exception {
        assertNothingIsLeft(() -> {
            try (var pty = Pty.open();
                    var line = DeviceFile.open(pty.path().toString())) {
                say(pty, line);
                pull(pty);
                assertGone(line);
            }
        });
    }

    @Test
    void aNetworkPrinterThatHangsUpAgainAndAgainLeavesNothingOpen() throws Exception {
        try (var printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertNothingIsLeft(() -> {
                try (var line = TcpLine.open("127.0.0.1", printer.getLocalPort(), PATIENCE)) {
                    printer.accept().close();
                    assertGone(line);
                }
            });
        }
    }

    @Test
    void whatCannotBeOpenedAgainAndAgainLeavesNothingOpen() throws Exception {
        var nowhere = directory.resolve("nowhere").toString();
        var noTerminal = Files.createFile(directory.resolve("file")).toString();
        assertNothingIsLeft(() -> {
            assertThrows(DeviceException.class, () -> SerialLine.open(nowhere, 9600, FlowControl.NONE));
            assertThrows(DeviceException.class, () -> SerialLine.open(noTerminal, 9600, FlowControl.NONE));
            assertThrows(DeviceException.class, () -> DeviceFile.open(nowhere));
            assertThrows(DeviceException.class, () -> TcpLine.open("127.0.0.1", 1, PATIENCE));
        });
    }

    private void say(Pty pty, ByteTransport line) throws Exception {
        pty.output().write('A');
        assertEquals(1, line.read(buffer, PATIENCE));
    }

    private static void pull(Pty pty) throws Exception {
        pty.close();
    }

    private void assertGone(ByteTransport line) {
        var fault = assertThrows(DeviceException.class, () -> line.read(buffer, PATIENCE))
                .fault();
        assertEquals(Kind.DISCONNECTED, fault.kind());
    }

    private static void assertNothingIsLeft(Round round) throws Exception {
        run(WARM_UP, round);
        long descriptors = OpenFiles.descriptors();
        long threads = OpenFiles.threads();

        run(ROUNDS, round);

        long moreDescriptors = OpenFiles.descriptors() - descriptors;
        long moreThreads = OpenFiles.threads() - threads;
        assertTrue(moreDescriptors <= SLACK, () -> moreDescriptors + " more descriptors");
        assertTrue(moreThreads <= SLACK, () -> moreThreads + " more threads");
    }

    private static void run(int rounds, Round round) throws Exception {
        for (int i = 0; i < rounds; i++) {
            round.run();
        }
    }
}
