package cn.dangqun.devices.drivers;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Keeps everything devices say, in order, and lets a test wait for the next thing it cares about.
public final class RecordedEvents implements DeviceEvents {
    /// One thing said; `what` is a Credential, a DeviceFault, a Boolean, a Watching or a DeviceSnapshot.
    public record Said(String device, Object what) {}

    /// A camera began or ended taking pictures.
    public record Watching(boolean on) {}

    private final List<Said> all = new ArrayList<>();
    private int waitedFor;

    @Override
    public void presented(String device, Credential credential) {
        note(device, credential);
    }

    @Override
    public void misread(String device, DeviceFault fault) {
        note(device, fault);
    }

    @Override
    public void watching(String device, boolean on) {
        note(device, new Watching(on));
    }

    @Override
    public void changed(DeviceSnapshot snapshot) {
        note(snapshot.name(), snapshot);
    }

    private synchronized void note(String device, Object what) {
        all.add(new Said(device, what));
        notifyAll();
    }

    /// The next event after the last one waited for that is of this type and fits.
    public synchronized <T> T next(Class<T> type, Predicate<T> fits, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            while (waitedFor < all.size()) {
                var what = all.get(waitedFor++).what();
                if (type.isInstance(what) && fits.test(type.cast(what))) {
                    return type.cast(what);
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no " + type.getSimpleName() + " within " + deadline + "; heard " + all);
            }
            wait(left);
        }
    }

    public Credential nextCredential(Duration deadline) throws InterruptedException {
        return next(Credential.class, _ -> true, deadline);
    }

    public DeviceFault nextMisread(Duration deadline) throws InterruptedException {
        return next(DeviceFault.class, _ -> true, deadline);
    }

    /// Waits until a device is in a state of this type.
    public <T> T nextState(Class<T> state, Duration deadline) throws InterruptedException {
        return state.cast(next(DeviceSnapshot.class, s -> state.isInstance(s.state()), deadline)
                .state());
    }

    /// Everything of a type heard so far.
    public synchronized <T> List<T> all(Class<T> type) {
        return all.stream()
                .map(Said::what)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
