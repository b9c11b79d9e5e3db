package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.DeviceKind;

/// Driver `sim-presence`: a presence sensor.
public record SimulatedPresence(String name, DeviceScript script) implements SimulatedDevice {
    @Override
    public DeviceKind kind() {
        return DeviceKind.PRESENCE_SENSOR;
    }

    public boolean report(boolean somebody) {
        return script.play(listener -> listener.presence(somebody));
    }
}
