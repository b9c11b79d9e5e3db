package cn.dangqun.devices.api;

import java.util.Map;

/// One device as configured: `name` is shown to staff, `driver` names a [DeviceProvider], `options` are the driver's
/// own.
public record DeviceSettings(String name, String driver, Map<String, String> options) {
    public DeviceSettings {
        options = Map.copyOf(options);
    }

    public String option(String key, String fallback) {
        return options.getOrDefault(key, fallback);
    }

    /// @throws DeviceException with MISCONFIGURED when the option is absent
    public String required(String key) throws DeviceException {
        var value = options.get(key);
        if (value == null || value.isBlank()) {
            throw new DeviceException(DeviceFault.Kind.MISCONFIGURED, driver + " needs the option " + key);
        }
        return value;
    }
}
