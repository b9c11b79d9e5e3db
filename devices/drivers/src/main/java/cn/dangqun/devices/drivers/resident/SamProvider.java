package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.recording.RecordingLine;
import java.util.Set;

/// Driver `sam`; options `port` (a device file, required), `baud` (115200, or 9600 for some models) and `record` (a
/// file to which the exchange is recorded, without the person).
public final class SamProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "sam";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }

    @Override
    public Set<String> options() {
        return Set.of("port", "baud", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var path = settings.required("port");
        int baud = baud(settings.option("baud", "115200"));
        var line = RecordingLine.ifAsked(
                settings, () -> SerialLine.open(path, baud, SerialLine.FlowControl.NONE), new SamScrubber());
        return new SamReader(settings.name(), line, context.keyer(), context.clock());
    }

    private static int baud(String option) throws DeviceException {
        return switch (option) {
            case "9600", "19200", "38400", "57600", "115200" -> Integer.parseInt(option);
            default -> throw new DeviceException(Kind.MISCONFIGURED, "sam: baud cannot be " + option);
        };
    }
}
