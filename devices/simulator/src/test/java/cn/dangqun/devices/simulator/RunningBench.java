package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One of each simulated device, found by ServiceLoader and run by the supervisor, on a bench of its own.
final class RunningBench implements DeviceEvents, AutoCloseable {
    static final CardKeyer KEYER = new MacCardKeyer(new byte[32]);

    final String name = UUID.randomUUID().toString();
    final SimulatorCommands commands = new SimulatorCommands(SimulatorBench.named(name));
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final DeviceSupervisor supervisor;

    RunningBench() throws InterruptedException {
        this(Map.of());
    }

    enum Watching {
        ON,
        OFF
    }

    /// With a control port when its options are given.
    RunningBench(Map<String, String> control) throws InterruptedException {
        var settings = new ArrayList<DeviceSettings>();
        if (!control.isEmpty()) {
            settings.add(device("control", "sim-control", control));
        }
        for (var kind : List.of("reader", "scanner", "camera", "light", "voice", "printer")) {
            settings.add(device("the-" + kind, "sim-" + kind, Map.of()));
        }
        supervisor = DeviceSupervisor.start(settings, new DeviceContext(Clock.systemUTC(), KEYER), this);
        for (int device = 0; device < settings.size(); device++) {
            await(DeviceState.Working.class);
        }
    }

    private DeviceSettings device(String deviceName, String driver, Map<String, String> options) {
        var all = new HashMap<>(options);
        all.put("bench", name);
        return new DeviceSettings(deviceName, driver, all);
    }

    SimulatorBench bench() {
        return SimulatorBench.named(name);
    }

    /// The next thing heard of this type; a change of state counts as its state.
    <T> T await(Class<T> type) throws InterruptedException {
        while (true) {
            var next = heard.poll(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError("no " + type.getSimpleName());
            }
            if (type.isInstance(next)) {
                return type.cast(next);
            }
        }
    }

    @Override
    public void presented(String device, Credential credential) {
        heard.add(credential);
    }

    @Override
    public void misread(String device, DeviceFault fault) {
        heard.add(fault);
    }

    @Override
    public void watching(String device, boolean on) {
        heard.add(on ? Watching.ON : Watching.OFF);
    }

    @Override
    public void changed(DeviceSnapshot snapshot) {
        heard.add(snapshot.state());
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
