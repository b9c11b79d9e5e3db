package cn.dangqun.devices.api;

/// Lamps and a buzzer that answer a tap. Every signal ends by itself.
public interface SignalLight extends Device {
    /// Shows a signal and returns at once; a newer one replaces the one still showing. Without a working light nothing
    /// happens: the screen says the same. Callable from any thread.
    void show(Signal signal);

    @Override
    default DeviceKind kind() {
        return DeviceKind.SIGNAL_LIGHT;
    }
}
