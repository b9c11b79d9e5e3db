package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.util.Set;

/// Makes `gpio-light` signal lights; see [Wiring] for the options.
public final class GpioLightProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "gpio-light";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNAL_LIGHT;
    }

    @Override
    public Set<String> options() {
        return Set.of("chip", "green", "amber", "red", "buzzer", "active");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        return new GpioSignalLight(settings.name(), GpioBoard.SHARED, Wiring.of(settings));
    }
}
