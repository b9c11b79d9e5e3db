package cn.dangqun.devices.supervisor;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;

/// What the kiosk hears from its devices. Called on the thread of the device that speaks, so several at a time:
/// implementations hand over to their own thread at once and never block. An exception is logged and dropped.
public interface DeviceEvents {
    /// A card or code was presented, once per presentation (F-09).
    void presented(String device, Credential credential);

    /// Something was presented that cannot be used; the member is told why and what to do.
    void misread(String device, DeviceFault fault);

    /// A camera began or ended taking pictures; while it does, the screen shows a sign that says so.
    default void watching(String device, boolean on) {}

    /// A device changed its state; not called again while the same state or the same kind of fault goes on.
    void changed(DeviceSnapshot snapshot);
}
