package cn.dangqun.devices.drivers.gpio;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.Signal.Lamp;
import cn.dangqun.devices.drivers.RecordingListener;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GpioSignalLightTest {
    private static final Map<String, String> WIRED = Map.of("green", "17", "amber", "27", "red", "22", "buzzer", "23");

    private static final DeviceContext CONTEXT = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));

    private static GpioSignalLight light(MockBoard mock, Map<String, String> options) throws DeviceException {
        return new GpioSignalLight("lamp", mock.board(), Wiring.of(new DeviceSettings("lamp", "gpio-light", options)));
    }

    @Test
    void lightsTheLampBeepsAndGoesOutByItself() throws Exception {
        try (var mock = new MockBoard()) {
            var light = light(mock, WIRED);
            mock.run(light);
            assertEquals("working", mock.listener().next());
            var green = mock.levels("lamp-green");
            var red = mock.levels("lamp-red");
            var buzzer = mock.levels("lamp-buzzer");

            light.show(new Signal(Lamp.GREEN, Duration.ofMillis(700), 2));

            assertEquals(HIGH, green.next());
            assertEquals(LOW, green.next());
            assertEquals(
                    List.of(HIGH, LOW, HIGH, LOW), List.of(buzzer.next(), buzzer.next(), buzzer.next(), buzzer.next()));
            assertEquals(0, buzzer.waiting());
            assertEquals(0, red.waiting());
        }
    }

    @Test
    void newerSignalReplacesTheOneShowing() throws Exception {
        try (var mock = new MockBoard()) {
            var light = light(mock, WIRED);
            mock.run(light);
            mock.listener().next();
            var green = mock.levels("lamp-green");
            var red = mock.levels("lamp-red");

            light.show(new Signal(Lamp.GREEN, Duration.ofSeconds(30), 0));
            assertEquals(HIGH, green.next());
            light.show(new Signal(Lamp.RED, Duration.ofMillis(200), 0));

            assertEquals(LOW, green.next());
            assertEquals(HIGH, red.next());
            assertEquals(LOW, red.next());
        }
    }

    @Test
    void goesDarkAndGivesThePinBackWhenStopped() throws Exception {
        try (var mock = new MockBoard()) {
            var light = light(mock, WIRED);
            mock.run(light);
            mock.listener().next();
            var amber = mock.levels("lamp-amber");
            light.show(new Signal(Lamp.AMBER, Duration.ofSeconds(30), 5));
            assertEquals(HIGH, amber.next());

            mock.stopDevice();

            assertEquals(LOW, amber.next());
            assertFalse(mock.isOpen("lamp-amber"));
        }
    }

    @Test
    void lampsActiveAtLowLevelRestHigh() throws Exception {
        try (var mock = new MockBoard()) {
            var light = light(mock, Map.of("green", "17", "active", "low"));
            mock.run(light);
            mock.listener().next();
            assertTrue(mock.isHigh("lamp-green"));
            var green = mock.levels("lamp-green");

            light.show(new Signal(Lamp.GREEN, Duration.ofMillis(150), 0));

            assertEquals(LOW, green.next());
            assertEquals(HIGH, green.next());
        }
    }

    @Test
    void absentChipIsAClearFault() throws Exception {
        var settings = new DeviceSettings("lamp", "gpio-light", Map.of("green", "17", "chip", "31"));
        var light = new GpioLightProvider().create(settings, CONTEXT);

        var fault = assertThrows(DeviceException.class, () -> light.run(new RecordingListener()))
                .fault();

        assertEquals(Kind.NOT_FOUND, fault.kind());
        assertEquals("this machine has no /dev/gpiochip31", fault.detail());
    }

    @Test
    void lightWithoutAnyPinIsMisconfigured() {
        var settings = new DeviceSettings("lamp", "gpio-light", Map.of());

        var fault =
                assertThrows(DeviceException.class, () -> Wiring.of(settings)).fault();

        assertEquals(Kind.MISCONFIGURED, fault.kind());
    }

    @Test
    void twoChipsInOneProcessAreMisconfigured() throws Exception {
        try (var mock = new MockBoard();
                var first = mock.board().lease(4)) {
            assertFalse(first.context().providers().all().isEmpty());

            var fault = assertThrows(DeviceException.class, () -> mock.board().lease(0))
                    .fault();

            assertEquals(Kind.MISCONFIGURED, fault.kind());
        }
    }
}
