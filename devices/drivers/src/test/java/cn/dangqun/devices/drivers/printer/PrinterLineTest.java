package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import cn.dangqun.devices.simulator.serial.Pty;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The three kinds of cable, each over the real thing: a socket, and a pseudo-terminal of the kernel.
@Tag("device")
final class PrinterLineTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private static LineAddress address(String text) throws DeviceException {
        return LineAddress.of(new DeviceSettings("printer", "escpos", Map.of("address", text)));
    }

    private static Kind faultOf(String text) throws DeviceException {
        var address = address(text);
        return assertThrows(DeviceException.class, () -> address.open(SHORT).close())
                .fault()
                .kind();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:", "file:"})
    void printsEveryDotThroughADeviceOfTheKernel(String kind) throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty());
                var cable = new Cable(printer.port());
                var running = new RunningPrinter(address(kind + cable.path()))) {
            assertEquals("working", running.listener().next());

            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));

            var drawn = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(Tickets.queueTicket(1));
            assertEquals(0, Tickets.differingDots(drawn, printer.tickets().getFirst()));
            assertEquals(List.of(), printer.unknownCommands());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:", "file:"})
    void pulledCableIsNoticed(String kind) throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            var cable = new Cable(printer.port());
            try (var running = new RunningPrinter(address(kind + cable.path()))) {
                running.listener().next();

                cable.close();

                running.awaitFault(Kind.DISCONNECTED);
            }
        }
    }

    @Test
    void deviceFileThatTakesNothingMoreIsAFaultAndNotAHang() throws Exception {
        try (var terminal = Pty.open();
                var line = address("file:" + terminal.path()).open(SHORT)) {
            var fault = assertThrows(DeviceException.class, () -> line.write(new byte[1_000_000], SHORT))
                    .fault();

            assertEquals(Kind.NO_ANSWER, fault.kind());
        }
    }

    @Test
    void socketThatTakesNothingMoreIsAFaultAndNotAHang() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var line = address("tcp:127.0.0.1:" + server.getLocalPort()).open(SHORT)) {
            var fault = assertThrows(DeviceException.class, () -> line.write(new byte[100_000_000], SHORT))
                    .fault();

            assertEquals(Kind.NO_ANSWER, fault.kind());
        }
    }

    @Test
    void nothingToReadIsNothingAfterTheGivenTime() throws Exception {
        try (var terminal = Pty.open();
                var line = address("file:" + terminal.path()).open(SHORT)) {
            var buffer = new byte[8];
            assertEquals(0, line.read(buffer, Duration.ofMillis(20)));

            terminal.output().write(0xFE);

            assertEquals(1, line.read(buffer, Duration.ofSeconds(5)));
            assertEquals((byte) 0xFE, buffer[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:/dev/no-such-port", "file:/dev/usb/no-such-printer", "tcp:127.0.0.1:1"})
    void missingPrinterIsNotFound(String text) throws Exception {
        assertEquals(Kind.NOT_FOUND, faultOf(text));
    }
}
