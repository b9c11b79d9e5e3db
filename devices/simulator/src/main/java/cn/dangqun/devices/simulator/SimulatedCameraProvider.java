package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.util.Set;

/// Driver `sim-camera`; option `bench`.
public final class SimulatedCameraProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "sim-camera";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> options() {
        return Set.of("bench");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) {
        var device = new SimulatedCamera(settings.name());
        SimulatorBench.named(settings.option("bench", SimulatorBench.MAIN)).add(device);
        return device;
    }
}
