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
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A FIFO stands in for the device file; the kernel's records are written into it.
class EvdevScannerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DeviceContext CONTEXT = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));

    @TempDir
    Path directory;

    private final RecordedEvents events = new RecordedEvents();

    @Test
    void readsScansFromTheDeviceFile() throws Exception {
        var fifo = fifo();
        try (var supervisor = start(fifo, "false")) {
            events.nextState(DeviceState.Working.class, SOON);
            try (var keyboard = new FileOutputStream(fifo.toFile())) {
                keyboard.write(new Typist().type("DQ1:AB-7f", 4).enter().records());
                assertEquals(new Credential.Code("DQ1:AB-7f"), events.nextCredential(SOON));

                keyboard.write(
                        new Typist().pause(900).stroke(Typist.ALT).enter().records());
                assertEquals(Kind.GARBLED, events.nextMisread(SOON).kind());
            }
            assertEquals(1, supervisor.snapshots().size());
        }
    }

    @Test
    void opensTheDeviceAgainAfterItWasUnplugged() throws Exception {
        var fifo = fifo();
        try (var supervisor = start(fifo, "false")) {
            for (var round = 0; round < 3; round++) {
                events.nextState(DeviceState.Working.class, SOON);
                try (var keyboard = new FileOutputStream(fifo.toFile())) {
                    keyboard.write(
                            new Typist().type("round-" + round, 4).enter().records());
                    assertEquals(new Credential.Code("round-" + round), events.nextCredential(SOON));
                }
                var failed = events.nextState(DeviceState.Failed.class, SOON);
                assertEquals(Kind.DISCONNECTED, failed.fault().kind());
            }
            assertEquals(1, supervisor.snapshots().size());
        }
    }

    @Test
    void waitsForADeviceThatIsNotThereYet() throws Exception {
        var late = directory.resolve("late");
        try (var supervisor = start(late, "false")) {
            assertEquals(
                    Kind.NOT_FOUND,
                    events.nextState(DeviceState.Failed.class, SOON).fault().kind());
            Files.move(fifo(), late);

            events.nextState(DeviceState.Working.class, SOON);
            assertEquals(1, supervisor.snapshots().size());
        }
    }

    @Test
    void refusesToGrabWhatIsNoInputDevice() throws Exception {
        try (var supervisor = start(fifo(), "true")) {
            var failed = events.nextState(DeviceState.Failed.class, SOON);

            assertEquals(Kind.MISCONFIGURED, failed.fault().kind());
            assertTrue(
                    failed.fault().detail().contains("grab failed, error 25"),
                    failed.fault().detail());
            assertEquals(1, supervisor.snapshots().size());
        }
    }

    @Test
    void stopsWhenAskedTo() throws Exception {
        try (var supervisor = start(fifo(), "false")) {
            events.nextState(DeviceState.Working.class, SOON);

            assertTrue(supervisor.stop(SOON));
        }
    }

    @Test
    void namesSettingsThatCannotWork() {
        var provider = new EvdevScannerProvider();

        for (var options : List.of(
                Map.<String, String>of(),
                Map.of("device", "/x", "gap-millis", "0"),
                Map.of("device", "/x", "grab", "maybe"))) {
            var settings = new DeviceSettings("scanner", "evdev-scanner", options);
            var refused = assertThrows(DeviceException.class, () -> provider.create(settings, CONTEXT));
            assertEquals(Kind.MISCONFIGURED, refused.fault().kind());
        }
    }

    private DeviceSupervisor start(Path device, String grab) {
        var options = Map.of("device", device.toString(), "grab", grab);
        return DeviceSupervisor.start(
                List.of(new DeviceSettings("scanner", "evdev-scanner", options)), CONTEXT, events);
    }

    private Path fifo() throws Exception {
        var fifo = directory.resolve("event-kbd");
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", fifo.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        return fifo;
    }
}
