package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.util.Set;

/// Driver `sim-control`; options `port` (required) and `bench`.
public final class SimulatorControlProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "sim-control";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIMULATOR;
    }

    @Override
    public Set<String> options() {
        return Set.of("port", "bench");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var port = settings.required("port");
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new DeviceException(DeviceFault.Kind.MISCONFIGURED, "sim-control: port must be 1 to 65535");
        }
        var bench = SimulatorBench.named(settings.option("bench", SimulatorBench.MAIN));
        return new SimulatorControl(settings.name(), Integer.parseInt(port), bench);
    }
}
