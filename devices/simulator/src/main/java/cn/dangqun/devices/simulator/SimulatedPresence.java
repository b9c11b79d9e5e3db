package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.PresenceSensor;

/// Driver `sim-presence`: a presence sensor.
public record SimulatedPresence(String name, DeviceScript script) implements PresenceSensor, SimulatedDevice {
    public boolean report(boolean somebody) {
        return script.play(listener -> listener.presence(somebody));
    }
}
