package cn.dangqun.devices.api;

import cn.dangqun.domain.credential.Credential;

/// Where a device reports. Called on the device's thread; implementations hand over at once and never block.
public interface DeviceListener {
    void working();

    /// Works, and staff should look at it soon.
    void attention(String reason);

    /// A card or code was presented, once per presentation (edge-triggered, hold-off kept by the driver; F-09).
    void presented(Credential credential);

    /// A card was there but could not be read; the member is asked to place it again.
    void misread(DeviceFault fault);

    /// A [Camera] began or ended taking pictures; while it does, the screen shows a sign that says so.
    default void watching(boolean on) {}
}
