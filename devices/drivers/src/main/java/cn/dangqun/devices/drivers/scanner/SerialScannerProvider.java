package cn.dangqun.devices.drivers.scanner;

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

/// Driver `serial-scanner`; options `port` (such as `/dev/serial/by-id/…`), `baud` (9600) and `record` (a file to which
/// the bytes are recorded, others in place of those that make the code).
public final class SerialScannerProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "serial-scanner";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> options() {
        return Set.of("port", "baud", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var baud = settings.option("baud", "9600");
        if (!baud.matches("[1-9][0-9]{2,6}")) {
            throw new DeviceException(Kind.MISCONFIGURED, "baud is no number of bits a second");
        }
        var path = settings.required("port");
        var line = RecordingLine.ifAsked(
                settings,
                () -> SerialLine.open(path, Integer.parseInt(baud), SerialLine.FlowControl.NONE),
                new ScanScrubber());
        return new SerialScanner(settings.name(), line);
    }
}
