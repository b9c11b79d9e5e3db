package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.Signal.Lamp;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Which lamp hangs on which pin.
record Wiring(int chip, Map<Lamp, Integer> lamps, OptionalInt buzzer, boolean isActiveHigh) {
    Wiring {
        lamps = Map.copyOf(lamps);
    }

    /// Options `chip`, `green`, `amber`, `red`, `buzzer`, `active`; at least one pin.
    ///
    /// @throws DeviceException with MISCONFIGURED
    static Wiring of(DeviceSettings settings) throws DeviceException {
        var options = new GpioOptions(settings);
        var lamps = new EnumMap<Lamp, Integer>(Lamp.class);
        for (var lamp : Lamp.values()) {
            options.pin(lamp.name().toLowerCase(Locale.ROOT)).ifPresent(pin -> lamps.put(lamp, pin));
        }
        var wiring = new Wiring(options.chip(), lamps, options.pin("buzzer"), options.isActiveHigh());
        if (lamps.isEmpty() && wiring.buzzer().isEmpty()) {
            throw new DeviceException(Kind.MISCONFIGURED, "a signal light needs a pin: green, amber, red or buzzer");
        }
        return wiring;
    }
}
