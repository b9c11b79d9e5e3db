package cn.dangqun.devices.api;

/// Tells whether somebody stands before the kiosk, by [DeviceListener#presence], debounced.
public interface PresenceSensor extends Device {
    @Override
    default DeviceKind kind() {
        return DeviceKind.PRESENCE_SENSOR;
    }
}
