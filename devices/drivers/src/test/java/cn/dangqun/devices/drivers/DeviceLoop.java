package cn.dangqun.devices.drivers;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.domain.credential.Credential;
import java.time.Instant;
import java.util.Optional;

/// Runs a device again and again without the supervisor's long pauses, for tests with many failures. Reports every
/// attempt as a change of state.
public final class DeviceLoop implements DeviceListener {
    private static final int PAUSE_MILLIS = 50;

    private final Device device;
    private final RecordedEvents events;
    private final Thread thread;
    private boolean reported;

    private DeviceLoop(Device device, RecordedEvents events) {
        this.device = device;
        this.events = events;
        this.thread = Thread.ofPlatform().daemon().name("loop-" + device.name()).start(this::loop);
    }

    public static DeviceLoop run(Device device, RecordedEvents events) {
        return new DeviceLoop(device, events);
    }

    private void loop() {
        try {
            while (true) {
                attempt();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            change(new DeviceState.Stopped(Instant.EPOCH));
        }
    }

    private void attempt() throws InterruptedException {
        reported = false;
        try {
            device.run(this);
        } catch (DeviceException e) {
            change(new DeviceState.Failed(Instant.EPOCH, e.fault(), Instant.EPOCH));
        }
    }

    private void change(DeviceState state) {
        var identity = new DeviceSnapshot.Identity(device.name(), "loop", Optional.of(device.kind()));
        events.changed(new DeviceSnapshot(identity, state, 0));
    }

    @Override
    public void working() {
        if (!reported) {
            reported = true;
            change(new DeviceState.Working(Instant.EPOCH));
        }
    }

    @Override
    public void attention(String reason) {
        change(new DeviceState.Attention(Instant.EPOCH, reason));
    }

    @Override
    public void presented(Credential credential) {
        events.presented(device.name(), credential);
    }

    @Override
    public void misread(DeviceFault fault) {
        events.misread(device.name(), fault);
    }

    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
