package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one simulated device does next. Anybody may write it, from any thread; [#run] performs it on the device's
/// thread. While a fault is set the device is dead: nothing can be presented, and every attempt to open it fails.
public final class DeviceScript {
    private static final int PENDING = 64;

    private final BlockingQueue<Consumer<DeviceListener>> actions = new ArrayBlockingQueue<>(PENDING);
    private @Nullable DeviceFault fault;

    /// Performs the script until interrupted or faulted; the whole of a simulated device's `run`.
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        failIfFaulted();
        listener.working();
        while (true) {
            var action = actions.take();
            failIfFaulted();
            action.accept(listener);
        }
    }

    private void failIfFaulted() throws DeviceException {
        var now = fault();
        if (now.isPresent()) {
            throw new DeviceException(now.get().kind(), now.get().detail());
        }
    }

    /// Lets the device report something; false when it is faulted or far behind, and the report is lost.
    public synchronized boolean play(Consumer<DeviceListener> action) {
        return fault == null && actions.offer(action);
    }

    /// Breaks the device until [#heal]; what was pending is lost.
    public synchronized void fail(DeviceFault.Kind kind) {
        fault = new DeviceFault(kind, "scripted");
        actions.clear();
        actions.add(_ -> {});
    }

    /// Mends the device; it works again at the supervisor's next attempt.
    public synchronized void heal() {
        fault = null;
    }

    public synchronized Optional<DeviceFault> fault() {
        return Optional.ofNullable(fault);
    }
}
