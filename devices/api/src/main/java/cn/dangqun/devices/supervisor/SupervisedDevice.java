package cn.dangqun.devices.supervisor;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.domain.credential.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of one device on its own thread; the only thread that writes its state.
final class SupervisedDevice implements Runnable, DeviceListener {
    /// The device's own [cn.dangqun.devices.api.Device#run].
    interface Work {
        void run(DeviceListener listener) throws DeviceException, InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(SupervisedDevice.class);

    private final DeviceSnapshot.Identity identity;
    private final Work work;
    private final Clock clock;
    private final BackOff backOff;
    private final DeviceEvents events;
    private volatile DeviceSnapshot snapshot;
    private volatile boolean stopping;
    private long workingSinceNanos;
    private boolean worked;

    SupervisedDevice(DeviceSnapshot.Identity identity, Work work, Clock clock, BackOff backOff, DeviceEvents events) {
        this.identity = identity;
        this.work = work;
        this.clock = clock;
        this.backOff = backOff;
        this.events = events;
        this.snapshot = new DeviceSnapshot(identity, new DeviceState.Starting(clock.instant()), 0);
    }

    DeviceSnapshot snapshot() {
        return snapshot;
    }

    /// Tells the loop that an interrupt is meant for good, even if a driver swallows it.
    void stopSoon() {
        stopping = true;
    }

    @Override
    public void run() {
        announce();
        try {
            while (!stopping) {
                fail(attempt());
            }
        } catch (InterruptedException e) {
            log.debug("Device {} was asked to stop", identity.name());
        } finally {
            change(new DeviceState.Stopped(clock.instant()));
        }
    }

    private DeviceFault attempt() throws InterruptedException {
        worked = false;
        try {
            work.run(this);
            return new DeviceFault(DeviceFault.Kind.DRIVER_ERROR, "the driver ended without being asked");
        } catch (DeviceException e) {
            log.debug("Device {} failed", identity.name(), e);
            return e.fault();
        } catch (RuntimeException | LinkageError e) {
            return broken(e);
        }
    }

    /// With its stack the first time only: a driver that breaks every few seconds must not fill the disk.
    private DeviceFault broken(Throwable problem) {
        var fault = new DeviceFault(
                DeviceFault.Kind.DRIVER_ERROR, problem.getClass().getSimpleName());
        boolean isKnown = snapshot.state() instanceof DeviceState.Failed failed
                && failed.fault().equals(fault);
        if (!isKnown) {
            log.error("Driver {} of device {} broke", identity.driver(), identity.name(), problem);
        }
        return fault;
    }

    private void fail(DeviceFault fault) throws InterruptedException {
        if (stopping) {
            return;
        }
        var uptime = worked ? Duration.ofNanos(System.nanoTime() - workingSinceNanos) : Duration.ZERO;
        var pause = backOff.afterFailure(uptime);
        var now = clock.instant();
        var since = isSameFault(fault) ? snapshot.state().since() : now;
        if (fault.kind() == DeviceFault.Kind.MISCONFIGURED) {
            change(new DeviceState.Failed(since, fault, since));
            new CountDownLatch(1).await();
        }
        change(new DeviceState.Failed(since, fault, now.plus(pause)));
        Thread.sleep(pause);
    }

    private boolean isSameFault(DeviceFault fault) {
        return snapshot.state() instanceof DeviceState.Failed failed
                && failed.fault().kind() == fault.kind();
    }

    @Override
    public void working() {
        if (!worked) {
            worked = true;
            workingSinceNanos = System.nanoTime();
        }
        change(new DeviceState.Working(beganOrNow(DeviceState.Working.class)));
    }

    @Override
    public void attention(String reason) {
        change(new DeviceState.Attention(beganOrNow(DeviceState.Attention.class), reason));
    }

    @Override
    public void presented(Credential credential) {
        deliver(() -> events.presented(identity.name(), credential));
    }

    @Override
    public void misread(DeviceFault fault) {
        log.info("Device {} could not use what was presented: {} ({})", identity.name(), fault.kind(), fault.detail());
        deliver(() -> events.misread(identity.name(), fault));
    }

    @Override
    public void watching(boolean on) {
        deliver(() -> events.watching(identity.name(), on));
    }

    private Instant beganOrNow(Class<? extends DeviceState> state) {
        return state.isInstance(snapshot.state()) ? snapshot.state().since() : clock.instant();
    }

    private void change(DeviceState next) {
        var before = snapshot.state();
        snapshot = new DeviceSnapshot(identity, next, backOff.failures());
        if (!isSameNews(before, next)) {
            announce();
        }
    }

    private void announce() {
        var now = snapshot;
        logState(now.state());
        deliver(() -> events.changed(now));
    }

    private static boolean isSameNews(DeviceState before, DeviceState next) {
        return switch (next) {
            case DeviceState.Starting _ -> before instanceof DeviceState.Starting;
            case DeviceState.Working _ -> before instanceof DeviceState.Working;
            case DeviceState.Stopped _ -> before instanceof DeviceState.Stopped;
            case DeviceState.Attention now ->
                before instanceof DeviceState.Attention then && then.reason().equals(now.reason());
            case DeviceState.Failed now ->
                before instanceof DeviceState.Failed then
                        && then.fault().kind() == now.fault().kind();
        };
    }

    private void logState(DeviceState state) {
        var name = identity.name();
        switch (state) {
            case DeviceState.Starting _ -> log.debug("Device {} ({}) is starting", name, identity.driver());
            case DeviceState.Working _ -> log.info("Device {} ({}) works", name, identity.driver());
            case DeviceState.Attention a -> log.warn("Device {} needs attention: {}", name, a.reason());
            case DeviceState.Failed f ->
                log.warn(
                        "Device {} failed: {} ({})",
                        name,
                        f.fault().kind(),
                        f.fault().detail());
            case DeviceState.Stopped _ -> log.info("Device {} stopped", name);
        }
    }

    /// A listener that breaks is not a broken device.
    private void deliver(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            log.error("The listener of device {} broke", identity.name(), e);
        }
    }
}
