package cn.dangqun.devices.api;

import java.util.Set;

/// Makes devices of one driver; found by `ServiceLoader`, so that no product code names a driver class.
public interface DeviceProvider {
    /// The word used in settings, such as `pcsc`.
    String driver();

    DeviceKind kind();

    /// The options this driver knows; with any other the device is MISCONFIGURED, for it is a slip of the pen.
    Set<String> options();

    /// Builds the device without touching hardware.
    ///
    /// @throws DeviceException only with MISCONFIGURED
    Device create(DeviceSettings settings, DeviceContext context) throws DeviceException;
}
