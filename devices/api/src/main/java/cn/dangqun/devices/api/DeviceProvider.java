package cn.dangqun.devices.api;

/// Makes devices of one driver; found by `ServiceLoader`, so that no product code names a driver class.
public interface DeviceProvider {
    /// The word used in settings, such as `pcsc`.
    String driver();

    DeviceKind kind();

    /// Builds the device without touching hardware.
    ///
    /// @throws DeviceException only with MISCONFIGURED
    Device create(DeviceSettings settings, DeviceContext context) throws DeviceException;
}
