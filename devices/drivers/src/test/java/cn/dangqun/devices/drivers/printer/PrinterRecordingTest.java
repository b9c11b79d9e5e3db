package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.recording.RecordingLine;
import cn.dangqun.devices.recording.SessionFile;
import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import cn.dangqun.devices.simulator.replay.ReplayedLine;
import cn.dangqun.devices.transport.LineOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions recorded at a printer of software over each kind of cable, played back to the driver.
@Tag("device")
final class PrinterRecordingTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"serial:", "file:"})
    void playsBackATicketPrintedThroughACableWithoutTheTicket(String kind) throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty());
                var cable = new Cable(printer.port())) {
            assertEquals(new PrintResult.Printed(1), printed(recorded(kind + cable.path())));
        }

        assertNothingOfTheTicketIsRecorded();
        assertEquals(new PrintResult.Printed(1), printed(replayed()));
    }

    @Test
    void playsBackATicketPrintedOverTheNetworkWithoutTheTicket() throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            assertEquals(new PrintResult.Printed(1), printed(recorded("tcp:127.0.0.1:" + printer.port())));
        }

        assertNothingOfTheTicketIsRecorded();
        assertEquals(new PrintResult.Printed(1), printed(replayed()));
    }

    @Test
    void playsBackThePaperThatRanOutInTheMiddle() throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            printer.loadPaper(300);
            assertOutOfPaper(recorded("tcp:127.0.0.1:" + printer.port()));
        }

        assertNothingOfTheTicketIsRecorded();
        assertOutOfPaper(replayed());
    }

    @Test
    void objectsToADriverThatSendsAnotherCommandThanWasRecorded() throws Exception {
        try (var printer = SimulatedPrinter.start(0, Optional.empty())) {
            printed(recorded("tcp:127.0.0.1:" + printer.port()));
        }

        try (var line = replayed().open()) {
            assertThrows(IllegalStateException.class, () -> line.write(EscPos.cut(), Duration.ofSeconds(1)));
        }
    }

    private static void assertOutOfPaper(LineOpener line) throws Exception {
        try (var running = new RunningPrinter(line, NEVER)) {
            running.listener().next();
            var unknown = assertInstanceOf(PrintResult.Unknown.class, running.print(Tickets.queueTicket(1)));
            assertEquals(Kind.PAPER_OUT, unknown.fault().kind());
            running.awaitFault(Kind.PAPER_OUT);
        }
    }

    private static PrintResult printed(LineOpener line) throws Exception {
        try (var running = new RunningPrinter(line, NEVER)) {
            running.listener().next();
            return running.print(Tickets.queueTicket(1));
        }
    }

    private LineOpener recorded(String address) throws Exception {
        var options = Map.of("address", address, "record", session().toString());
        var settings = new DeviceSettings("printer", "escpos", options);
        var line = LineAddress.of(settings);
        return RecordingLine.ifAsked(settings, () -> line.open(Duration.ofSeconds(3)), new EscPosScrubber());
    }

    private LineOpener replayed() throws Exception {
        return ReplayedLine.opener(SessionFile.read(session()), new EscPosScrubber());
    }

    private Path session() {
        return directory.resolve("session.txt");
    }

    /// Bands keep their head and size, and every dot of them is white.
    private void assertNothingOfTheTicketIsRecorded() throws Exception {
        var drawing = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(Tickets.queueTicket(1));
        var bands = EscPos.bands(drawing);
        var recorded = SessionFile.read(session()).stream()
                .filter(step -> step instanceof SessionStep.Sent(String hex) && hex.startsWith("1d7630"))
                .map(step -> HexFormat.of().parseHex(((SessionStep.Sent) step).hex()))
                .toList();
        assertFalse(recorded.isEmpty());
        for (int i = 0; i < recorded.size(); i++) {
            assertEquals(bands.get(i).length, recorded.get(i).length);
            assertEquals(List.of(), darkBytes(recorded.get(i)));
        }
        assertTrue(bands.stream().anyMatch(band -> !darkBytes(band).isEmpty()));
    }

    private static List<Integer> darkBytes(byte[] band) {
        return IntStream.range(8, band.length)
                .filter(at -> band[at] != 0)
                .boxed()
                .toList();
    }
}
