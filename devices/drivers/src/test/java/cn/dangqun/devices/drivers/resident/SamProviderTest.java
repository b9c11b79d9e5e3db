package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.drivers.line.SerialLine.FlowControl;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamProviderTest {
    @Test
    void needsAPort() {
        assertEquals(Kind.MISCONFIGURED, refused(Map.of()));
    }

    @Test
    void refusesASpeedNoReaderHas() {
        assertEquals(Kind.MISCONFIGURED, refused(Map.of("port", "/dev/null", "baud", "fast")));
    }

    @Test
    void holdsThePortForItselfAlone() throws Exception {
        try (var pty = Pty.open();
                var _ = SerialLine.open(pty.path().toString(), 115200, FlowControl.NONE)) {
            var second = assertThrows(
                    DeviceException.class, () -> SerialLine.open(pty.path().toString(), 115200, FlowControl.NONE));

            assertEquals(Kind.BUSY, second.fault().kind());
        }
    }

    private static Kind refused(Map<String, String> options) {
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var settings = new DeviceSettings("reader", "sam", options);
        return assertThrows(DeviceException.class, () -> new SamProvider().create(settings, context))
                .fault()
                .kind();
    }
}
