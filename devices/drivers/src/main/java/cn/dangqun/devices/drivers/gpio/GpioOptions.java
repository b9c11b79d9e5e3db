package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import java.util.OptionalInt;

/// Reads the options common to devices on pins. Pins are numbered as the processor does (BCM), not as the header
/// does.
record GpioOptions(DeviceSettings settings) {
    private static final int CHIP_MAX = 31;
    private static final int PIN_MAX = 255;

    /// `chip`: N of `/dev/gpiochipN`, 0 unless told.
    int chip() throws DeviceException {
        return number("chip", settings.option("chip", "0"), CHIP_MAX);
    }

    OptionalInt pin(String option) throws DeviceException {
        var text = settings.option(option, "");
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(option, text, PIN_MAX));
    }

    /// `active`: `high` unless told `low`; the level at which the lamp is lit.
    boolean isActiveHigh() throws DeviceException {
        return switch (settings.option("active", "high")) {
            case "high" -> true;
            case "low" -> false;
            default -> throw new DeviceException(Kind.MISCONFIGURED, "the option active is high or low");
        };
    }

    private static int number(String option, String text, int most) throws DeviceException {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new DeviceException(Kind.MISCONFIGURED, option + " is not a number", e);
        }
        throw new DeviceException(Kind.MISCONFIGURED, option + " is out of range");
    }
}
