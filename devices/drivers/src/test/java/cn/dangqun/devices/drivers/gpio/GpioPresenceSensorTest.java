package cn.dangqun.devices.drivers.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceSettings;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GpioPresenceSensorTest {
    private static GpioPresenceSensor sensor(MockBoard mock, Map<String, String> options) throws DeviceException {
        var settings = new DeviceSettings("presence", "gpio-presence", options);
        return new GpioPresenceSensor("presence", mock.board(), GpioPresenceSensor.Input.of(settings));
    }

    @Test
    void tellsWhenSomebodyComesAndGoes() throws Exception {
        try (var mock = new MockBoard()) {
            mock.run(sensor(mock, Map.of("pin", "5", "debounce", "30")));
            assertEquals("working", mock.listener().next());
            assertEquals("nobody", mock.listener().next());

            mock.sense("presence", DigitalState.HIGH);
            assertEquals("somebody", mock.listener().next());
            mock.sense("presence", DigitalState.LOW);
            assertEquals("nobody", mock.listener().next());
        }
    }

    @Test
    void bouncingContactIsOneArrival() throws Exception {
        try (var mock = new MockBoard()) {
            mock.run(sensor(mock, Map.of("pin", "5", "debounce", "150")));
            mock.listener().next();
            assertEquals("nobody", mock.listener().next());

            for (int i = 0; i < 40; i++) {
                mock.sense("presence", DigitalState.HIGH);
                mock.sense("presence", DigitalState.LOW);
            }
            mock.sense("presence", DigitalState.HIGH);

            assertEquals("somebody", mock.listener().next());
            mock.sense("presence", DigitalState.LOW);
            assertEquals("nobody", mock.listener().next());
        }
    }

    @Test
    void readsASensorThatPullsLow() throws Exception {
        try (var mock = new MockBoard()) {
            mock.run(sensor(mock, Map.of("pin", "5", "debounce", "30", "active", "low", "pull", "up")));
            assertEquals("working", mock.listener().next());

            assertEquals("somebody", mock.listener().next());
        }
    }
}
