package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pseudo-terminal stands in for the scanner's port.
class SerialScannerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DeviceContext CONTEXT = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));

    @TempDir
    Path directory;

    private final RecordedEvents events = new RecordedEvents();

    @Test
    void readsCodesInEitherCharacterSet() throws Exception {
        try (var scanner = Pty.open();
                var supervisor = start(scanner.path())) {
            events.nextState(DeviceState.Working.class, SOON);

            send(scanner, "DQ1:AB%7F\r\n", StandardCharsets.US_ASCII);
            send(scanner, "样例甲 A017\r", StandardCharsets.UTF_8);
            send(scanner, "样例乙 A018\r", Charset.forName("GB18030"));

            assertEquals(new Credential.Code("DQ1:AB%7F"), events.nextCredential(SOON));
            assertEquals(new Credential.Code("样例甲 A017"), events.nextCredential(SOON));
            assertEquals(new Credential.Code("样例乙 A018"), events.nextCredential(SOON));
            assertTrue(supervisor.stop(SOON));
        }
    }

    @Test
    void reportsALineThatIsTooLongAndReadsOn() throws Exception {
        try (var scanner = Pty.open();
                var supervisor = start(scanner.path())) {
            events.nextState(DeviceState.Working.class, SOON);

            send(scanner, "A".repeat(3000) + "\rDQ1:AB\r", StandardCharsets.US_ASCII);

            assertEquals(Kind.GARBLED, events.nextMisread(SOON).kind());
            assertEquals(new Credential.Code("DQ1:AB"), events.nextCredential(SOON));
            assertTrue(supervisor.stop(SOON));
        }
    }

    @Test
    void opensThePortAgainAfterTheCableWasPulled() throws Exception {
        var port = directory.resolve("scanner");
        var first = Pty.open();
        first.linkAt(port);
        try (var supervisor = start(port);
                var second = Pty.open()) {
            events.nextState(DeviceState.Working.class, SOON);
            first.close();
            var failed = events.nextState(DeviceState.Failed.class, SOON);
            assertEquals(Kind.DISCONNECTED, failed.fault().kind());

            second.linkAt(port);
            events.nextState(DeviceState.Working.class, SOON);
            send(second, "DQ1:AB\r", StandardCharsets.US_ASCII);

            assertEquals(new Credential.Code("DQ1:AB"), events.nextCredential(SOON));
            assertTrue(supervisor.stop(SOON));
        }
    }

    @Test
    void waitsForAPortThatIsNotThereYet() throws Exception {
        var port = directory.resolve("scanner");
        try (var supervisor = start(port);
                var scanner = Pty.open()) {
            var failed = events.nextState(DeviceState.Failed.class, SOON);
            assertEquals(Kind.NOT_FOUND, failed.fault().kind());

            scanner.linkAt(port);

            events.nextState(DeviceState.Working.class, SOON);
            assertTrue(supervisor.stop(SOON));
        }
    }

    @Test
    void namesSettingsThatCannotWork() {
        var provider = new SerialScannerProvider();

        for (var options : List.of(Map.<String, String>of(), Map.of("port", "/x", "baud", "fast"))) {
            var settings = new DeviceSettings("scanner", "serial-scanner", options);
            var refused = assertThrows(DeviceException.class, () -> provider.create(settings, CONTEXT));
            assertEquals(Kind.MISCONFIGURED, refused.fault().kind());
        }
    }

    private DeviceSupervisor start(Path port) {
        var settings = new DeviceSettings("scanner", "serial-scanner", Map.of("port", port.toString()));
        return DeviceSupervisor.start(List.of(settings), CONTEXT, events);
    }

    private static void send(Pty scanner, String text, Charset charset) throws Exception {
        scanner.output().write(text.getBytes(charset));
    }
}
