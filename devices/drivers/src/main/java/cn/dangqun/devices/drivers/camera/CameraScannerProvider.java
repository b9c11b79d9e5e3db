package cn.dangqun.devices.drivers.camera;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Driver `camera-scanner`; options `device` (such as `/dev/v4l/by-id/…`), `width` (1280), `height` (720), `rate` (15),
/// `layout` (`gray` or `yuv420`) and `command`, the program that writes frames ([CameraCommand]).
public final class CameraScannerProvider implements DeviceProvider {
    private static final int LARGEST = 4096;

    @Override
    public String driver() {
        return "camera-scanner";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> options() {
        return Set.of("device", "width", "height", "rate", "layout", "command");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var device = settings.required("device");
        var width = number(settings, "width", "1280");
        var height = number(settings, "height", "720");
        var rate = number(settings, "rate", "15");
        var values = Map.of("device", device, "width", "" + width, "height", "" + height, "rate", "" + rate);
        var command = CameraCommand.words(settings.option("command", CameraCommand.USB), values);
        return new CameraScanner(
                settings.name(), Path.of(device), command, new FrameShape(width, height, layout(settings)));
    }

    private static FrameShape.Layout layout(DeviceSettings settings) throws DeviceException {
        return switch (settings.option("layout", "gray").toLowerCase(Locale.ROOT)) {
            case "gray" -> FrameShape.Layout.GRAY;
            case "yuv420" -> FrameShape.Layout.YUV420;
            default -> throw new DeviceException(Kind.MISCONFIGURED, "layout is gray or yuv420");
        };
    }

    private static int number(DeviceSettings settings, String key, String fallback) throws DeviceException {
        var text = settings.option(key, fallback);
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > LARGEST) {
            throw new DeviceException(Kind.MISCONFIGURED, key + " is a number from 1 to " + LARGEST);
        }
        return Integer.parseInt(text);
    }
}
