package cn.dangqun.devices.api;

/// One device. A supervisor calls [#run] on the device's own named thread; no other thread touches the hardware.
public interface Device {
    String name();

    DeviceKind kind();

    /// Opens the device, works until interrupted, and leaves it closed. Reports [DeviceListener#working] as soon as it
    /// does.
    ///
    /// @throws DeviceException when the device cannot be opened or is lost; the supervisor waits and calls again
    /// @throws InterruptedException when asked to stop
    void run(DeviceListener listener) throws DeviceException, InterruptedException;
}
