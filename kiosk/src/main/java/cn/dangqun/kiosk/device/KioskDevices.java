package cn.dangqun.kiosk.device;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The configured devices. They run from enrolment on: without the street's card secret no card can be told from
/// another. Listeners are called on the device's thread and hand over at once.
public final class KioskDevices implements DeviceBoard, AutoCloseable {
    private static final int KEY_BYTES = 32;

    private final List<DeviceSettings> settings;
    private final Instant opened;
    private final List<Consumer<DeviceStatus>> stateListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> readListeners = new CopyOnWriteArrayList<>();
    private volatile Consumer<Credential> onCredential = _ -> {};
    private volatile Consumer<DeviceFault> onMisread = _ -> {};
    private volatile Consumer<Boolean> onWatching = _ -> {};
    private final Set<String> watchers = ConcurrentHashMap.newKeySet();
    private volatile boolean pictures;
    private volatile Supplier<Optional<VolumeSchedule>> volume = Optional::empty;
    private volatile @Nullable DeviceSupervisor supervisor;

    public KioskDevices(List<KioskSettings.Device> configured, Instant opened) {
        this.settings = configured.stream()
                .map(device -> new DeviceSettings(device.name(), device.driver(), device.options()))
                .toList();
        this.opened = opened;
    }

    /// Starts all devices; those that ran with an earlier identity are stopped first.
    public void start(DeviceContext context) {
        start(context, new Hearing(false));
    }

    /// Before the kiosk is anybody's: its scanner and camera read the street's code (F-69). Cards are not heard, since
    /// they have no key here yet; what a reader makes of one is forgotten.
    public void startForCodes(Clock clock) {
        var nobodys = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(nobodys);
        start(new DeviceContext(clock, new MacCardKeyer(nobodys)), new Hearing(true));
    }

    private synchronized void start(DeviceContext context, Hearing hearing) {
        close();
        watchers.clear();
        volume = context.volume();
        supervisor = DeviceSupervisor.start(settings, context, hearing);
        wantPictures(pictures);
    }

    public void onCredential(Consumer<Credential> listener) {
        onCredential = listener;
    }

    public void onMisread(Consumer<DeviceFault> listener) {
        onMisread = listener;
    }

    /// Whether cameras shall take pictures; holds for those that start later, too. Never blocks.
    public void wantPictures(boolean wanted) {
        pictures = wanted;
        running(Camera.class).forEach(camera -> camera.want(wanted));
    }

    /// The first camera began or the last one ended taking pictures.
    public void onWatching(Consumer<Boolean> listener) {
        onWatching = listener;
    }

    /// The running devices with this port, such as a signal light; empty before they run.
    public <T extends Device> List<T> running(Class<T> port) {
        var running = supervisor;
        return running == null ? List.of() : running.devices(port);
    }

    /// How loud its voice speaks, and who says so; empty without a voice.
    public Optional<Loudness> loudness() {
        if (running(Voice.class).isEmpty()) {
            return Optional.empty();
        }
        var street = volume.get();
        return Optional.of(new Loudness(street.isPresent(), street.orElseGet(this::own)));
    }

    /// `byStreet`: not by the kiosk's own settings.
    public record Loudness(boolean byStreet, VolumeSchedule volume) {}

    /// It runs, so what stands there can be read.
    private VolumeSchedule own() {
        return settings.stream()
                .filter(each -> each.options().containsKey("volume"))
                .findFirst()
                .map(each -> VolumeSchedule.of(each.option("volume", "")))
                .orElse(VolumeSchedule.USUAL);
    }

    /// Every device here, then `others`; only `others` before the devices run.
    public SelfTest selfTest(LongSupplier nextPrintJob, List<Probe> others) {
        var running = supervisor;
        return running == null ? new SelfTest(others) : SelfTest.of(running, nextPrintJob, others);
    }

    private final class Hearing implements DeviceEvents {
        private final boolean codesOnly;

        Hearing(boolean codesOnly) {
            this.codesOnly = codesOnly;
        }

        @Override
        public void presented(String device, Credential credential) {
            if (codesOnly && !(credential instanceof Credential.Code)) {
                return;
            }
            readListeners.forEach(listener -> listener.accept(device));
            onCredential.accept(credential);
        }

        @Override
        public void misread(String device, DeviceFault fault) {
            if (!codesOnly) {
                onMisread.accept(fault);
            }
        }

        /// One camera at a time, so that what is told last is true.
        @Override
        public synchronized void watching(String device, boolean on) {
            boolean changed = on ? watchers.add(device) : watchers.remove(device);
            if (changed) {
                onWatching.accept(!watchers.isEmpty());
            }
        }

        @Override
        public void changed(DeviceSnapshot snapshot) {
            var now = status(snapshot);
            stateListeners.forEach(listener -> listener.accept(now));
        }
    }

    private static DeviceStatus status(DeviceSnapshot snapshot) {
        return new DeviceStatus(snapshot.name(), snapshot.kind(), snapshot.state());
    }

    @Override
    public List<DeviceStatus> devices() {
        var running = supervisor;
        return running == null
                ? settings.stream().map(this::waiting).toList()
                : running.snapshots().stream().map(KioskDevices::status).toList();
    }

    private DeviceStatus waiting(DeviceSettings device) {
        return new DeviceStatus(device.name(), Optional.empty(), new DeviceState.Stopped(opened));
    }

    @Override
    public void onChange(Consumer<DeviceStatus> listener) {
        stateListeners.add(listener);
    }

    @Override
    public void onRead(Consumer<String> listener) {
        readListeners.add(listener);
    }

    @Override
    public synchronized void close() {
        var running = supervisor;
        if (running != null) {
            running.close();
        }
    }
}
