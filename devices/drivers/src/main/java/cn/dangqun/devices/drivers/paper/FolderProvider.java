package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.nio.file.Path;
import java.util.Set;

/// Makes `folder` printers. Options: `directory`, where a stick is mounted, and `mounted`: `no` for a folder
/// that is no stick.
public final class FolderProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "folder";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    public Set<String> options() {
        return Set.of("directory", "mounted");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        boolean mounted = switch (settings.option("mounted", "yes")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new DeviceException(Kind.MISCONFIGURED, "mounted is yes or no");
        };
        return new FolderPrinter(settings.name(), new Folder(Path.of(settings.required("directory")), mounted));
    }
}
