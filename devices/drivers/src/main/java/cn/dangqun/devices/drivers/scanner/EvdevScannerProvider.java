package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.line.DeviceFile;
import cn.dangqun.devices.recording.RecordingLine;
import java.time.Duration;
import java.util.Set;

/// Driver `evdev-scanner`; options `device` (such as `/dev/input/by-id/…-event-kbd`), `gap-millis` (50), `grab`
/// (`true`; `false` leaves the keys to the desktop as well) and `record` (a file to which the keys are recorded, others
/// in place of those that make the code). Exactly the configured device is grabbed, never the first that looks like a
/// keyboard.
public final class EvdevScannerProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "evdev-scanner";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> options() {
        return Set.of("device", "gap-millis", "grab", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var gap = settings.option("gap-millis", "50");
        var grab = settings.option("grab", "true");
        if (!gap.matches("[1-9][0-9]{0,3}") || !grab.matches("true|false")) {
            throw new DeviceException(Kind.MISCONFIGURED, "gap-millis is a number to 9999, grab is true or false");
        }
        var path = settings.required("device");
        var line = RecordingLine.ifAsked(settings, () -> open(path, grab.equals("true")), new KeyScrubber());
        return new EvdevScanner(settings.name(), line, Duration.ofMillis(Integer.parseInt(gap)));
    }

    private static DeviceFile open(String path, boolean isGrabbed) throws DeviceException {
        var device = DeviceFile.openToRead(path);
        try {
            if (isGrabbed) {
                device.grab();
            }
            return device;
        } catch (DeviceException e) {
            device.close();
            throw e;
        }
    }
}
