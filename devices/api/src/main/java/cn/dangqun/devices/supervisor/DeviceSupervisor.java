package cn.dangqun.devices.supervisor;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the configured devices, each on its own daemon thread `device-NAME`; one that fails is tried again after
/// 0.2 s, doubling to 5 s, while the others go on. Only what is configured is run: an absent device is no fault.
/// All methods are safe from any thread (F-73).
public final class DeviceSupervisor implements AutoCloseable {
    /// How long [#close] waits.
    public static final Duration STOP_DEADLINE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(DeviceSupervisor.class);

    private final List<Device> devices = new ArrayList<>();
    private final List<SupervisedDevice> supervised = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private final DeviceContext context;
    private final DeviceEvents events;
    private final Supplier<BackOff> backOffs;

    private DeviceSupervisor(DeviceContext context, DeviceEvents events, Supplier<BackOff> backOffs) {
        this.context = context;
        this.events = events;
        this.backOffs = backOffs;
    }

    /// Starts every configured device with the drivers on the class path. Events may arrive before this returns. A
    /// driver nobody provides, wrong options or a repeated name make that one device fail with MISCONFIGURED.
    public static DeviceSupervisor start(List<DeviceSettings> settings, DeviceContext context, DeviceEvents events) {
        return start(settings, context, events, ServiceLoader.load(DeviceProvider.class));
    }

    /// As above, with the drivers given.
    public static DeviceSupervisor start(
            List<DeviceSettings> settings,
            DeviceContext context,
            DeviceEvents events,
            Iterable<DeviceProvider> providers) {
        return start(settings, context, events, providers, () -> new BackOff(BackOff.FIRST, BackOff.CEILING));
    }

    static DeviceSupervisor start(
            List<DeviceSettings> settings,
            DeviceContext context,
            DeviceEvents events,
            Iterable<DeviceProvider> providers,
            Supplier<BackOff> backOffs) {
        var byDriver = new HashMap<String, DeviceProvider>();
        providers.forEach(provider -> byDriver.put(provider.driver(), provider));
        var supervisor = new DeviceSupervisor(context, events, backOffs);
        var names = new HashSet<String>();
        for (var one : settings) {
            supervisor.add(one, names.add(one.name()) ? byDriver : Map.of());
        }
        supervisor.threads.forEach(Thread::start);
        return supervisor;
    }

    private void add(DeviceSettings settings, Map<String, DeviceProvider> drivers) {
        var provider = Optional.ofNullable(drivers.get(settings.driver()));
        var identity =
                new DeviceSnapshot.Identity(settings.name(), settings.driver(), provider.map(DeviceProvider::kind));
        var one = new SupervisedDevice(identity, work(provider, settings), context.clock(), backOffs.get(), events);
        supervised.add(one);
        threads.add(
                Thread.ofPlatform().daemon().name("device-" + settings.name()).unstarted(one));
    }

    /// A device that cannot even be made fails by itself and leaves the others alone.
    private SupervisedDevice.Work work(Optional<DeviceProvider> provider, DeviceSettings settings) {
        try {
            var device = made(provider.orElseThrow(() -> unusable(settings)), settings);
            devices.add(device);
            return device::run;
        } catch (DeviceException e) {
            return failing(e);
        } catch (RuntimeException | LinkageError e) {
            log.error("Driver {} cannot make device {}", settings.driver(), settings.name(), e);
            return failing(new DeviceException(
                    DeviceFault.Kind.DRIVER_ERROR, e.getClass().getSimpleName()));
        }
    }

    private static SupervisedDevice.Work failing(DeviceException failure) {
        return _ -> {
            throw failure;
        };
    }

    private Device made(DeviceProvider provider, DeviceSettings settings) throws DeviceException {
        var unknown = new TreeSet<>(settings.options().keySet());
        unknown.removeAll(provider.options());
        if (!unknown.isEmpty()) {
            throw new DeviceException(
                    DeviceFault.Kind.MISCONFIGURED,
                    settings.driver() + " has no option " + String.join(", ", unknown) + ", but "
                            + String.join(", ", new TreeSet<>(provider.options())));
        }
        return provider.create(settings, context);
    }

    private static DeviceException unusable(DeviceSettings settings) {
        return new DeviceException(
                DeviceFault.Kind.MISCONFIGURED,
                "driver " + settings.driver() + " is not installed, or the name " + settings.name()
                        + " is configured twice");
    }

    /// The devices with this port, in the order of the settings: the way to a printer, a lamp or the voice. A failed
    /// device is listed too; its port refuses jobs by itself.
    public <T extends Device> List<T> devices(Class<T> port) {
        return devices.stream().filter(port::isInstance).map(port::cast).toList();
    }

    /// All devices as they are now, in the order of the settings; also the newest `retryAt` and detail.
    public List<DeviceSnapshot> snapshots() {
        return supervised.stream().map(SupervisedDevice::snapshot).toList();
    }

    /// Interrupts every device and waits for all together at most `deadline`; repeatable.
    ///
    /// @return true when every device thread has ended
    public boolean stop(Duration deadline) throws InterruptedException {
        supervised.forEach(SupervisedDevice::stopSoon);
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + deadline.toNanos();
        boolean ended = true;
        for (var thread : threads) {
            var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (!thread.join(left)) {
                ended = false;
                log.warn("{} did not stop within {}", thread.getName(), deadline);
            }
        }
        return ended;
    }

    /// Stops with the usual deadline.
    @Override
    public void close() {
        try {
            stop(STOP_DEADLINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
