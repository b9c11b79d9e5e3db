package cn.dangqun.devices.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The simulated devices of one kiosk, by name. Providers put theirs on the bench named by the option `bench` (default
/// `main`), so that several kiosks in one process stay apart. A new device of the same name replaces the old one.
public final class SimulatorBench {
    public static final String MAIN = "main";

    private static final Map<String, SimulatorBench> BENCHES = new ConcurrentHashMap<>();

    private final Map<String, SimulatedDevice> devices = new ConcurrentSkipListMap<>();

    /// The bench of that name in this process, made on first use.
    public static SimulatorBench named(String name) {
        return BENCHES.computeIfAbsent(name, _ -> new SimulatorBench());
    }

    public void add(SimulatedDevice device) {
        devices.put(device.name(), device);
    }

    public Collection<SimulatedDevice> devices() {
        return List.copyOf(devices.values());
    }

    public Optional<SimulatedDevice> find(String name) {
        return Optional.ofNullable(devices.get(name));
    }

    /// The first device of a class, such as [SimulatedReader], in the order of names.
    public <T extends SimulatedDevice> Optional<T> first(Class<T> type) {
        return devices.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
