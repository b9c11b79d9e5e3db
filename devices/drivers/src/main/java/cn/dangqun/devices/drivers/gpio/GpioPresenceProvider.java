package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.util.Set;

/// Makes `gpio-presence` sensors; see [GpioPresenceSensor.Input] for the options.
public final class GpioPresenceProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "gpio-presence";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PRESENCE_SENSOR;
    }

    @Override
    public Set<String> options() {
        return Set.of("chip", "pin", "active", "pull", "debounce");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        return new GpioPresenceSensor(settings.name(), GpioBoard.SHARED, GpioPresenceSensor.Input.of(settings));
    }
}
