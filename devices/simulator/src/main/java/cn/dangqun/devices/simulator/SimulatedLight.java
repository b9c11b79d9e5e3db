package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import java.util.List;

/// Driver `sim-light`: lamps and a buzzer that remember what they showed.
public final class SimulatedLight implements SignalLight, SimulatedDevice {
    private final String name;
    private final DeviceScript script = new DeviceScript();
    private final Journal<Signal> shown = new Journal<>();

    public SimulatedLight(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceScript script() {
        return script;
    }

    @Override
    public void show(Signal signal) {
        if (script.fault().isEmpty()) {
            shown.add(signal);
        }
    }

    /// Oldest first, a hundred at most.
    public List<Signal> shown() {
        return shown.entries();
    }
}
