package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.recording.RecordingLine;
import cn.dangqun.devices.recording.SessionFile;
import java.nio.file.Path;

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
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var path = settings.required("port");
        int baud = baud(settings.option("baud", "115200"));
        var record = settings.option("record", "");
        SamReader.Opener line = () -> SerialLine.open(path, baud);
        return new SamReader(
                settings.name(),
                record.isEmpty() ? line : recorded(line, Path.of(record)),
                context.keyer(),
                context.clock());
    }

    static SamReader.Opener recorded(SamReader.Opener line, Path file) {
        var session = new SessionFile(file);
        return () -> new RecordingLine(line.open(), session, new SamScrubber());
    }

    private static int baud(String option) throws DeviceException {
        return switch (option) {
            case "9600", "19200", "38400", "57600", "115200" -> Integer.parseInt(option);
            default -> throw new DeviceException(Kind.MISCONFIGURED, "sam: baud cannot be " + option);
        };
    }
}
