package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.time.Duration;

/// Driver `evdev-scanner`; options `device` (such as `/dev/input/by-id/…-event-kbd`), `gap-millis` (50) and `grab`
/// (`true`; `false` leaves the keys to the desktop as well).
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
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var gap = settings.option("gap-millis", "50");
        var grab = settings.option("grab", "true");
        if (!gap.matches("[1-9][0-9]{0,3}") || !grab.matches("true|false")) {
            throw new DeviceException(Kind.MISCONFIGURED, "gap-millis is a number to 9999, grab is true or false");
        }
        return new EvdevScanner(
                settings.name(),
                settings.required("device"),
                Duration.ofMillis(Integer.parseInt(gap)),
                grab.equals("true"));
    }
}
