package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Devices that answer as a test tells them, under the real supervisor.
final class FakeDevices implements DeviceEvents {
    private final List<DeviceProvider> providers = new ArrayList<>();
    private final List<DeviceSettings> settings = new ArrayList<>();
    private CountDownLatch settled = new CountDownLatch(0);

    /// How a fake behaves once it runs.
    interface Life {
        void live(DeviceListener listener) throws DeviceException;
    }

    static final Life WORKING = DeviceListener::working;

    static Life failing(DeviceFault.Kind kind) {
        return _ -> {
            throw new DeviceException(kind, "by the test");
        };
    }

    record Plain(String name, DeviceKind kind, Life life) implements Device {
        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            live(life, listener);
        }
    }

    record Printer(String name, Function<TicketJob, PrintResult> answer) implements TicketPrinter {
        @Override
        public CompletableFuture<PrintResult> print(TicketJob job) {
            return CompletableFuture.completedFuture(answer.apply(job));
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            live(WORKING, listener);
        }
    }

    record Pages(String name, Life life, Function<DocumentJob, DocumentResult> answer) implements DocumentPrinter {
        @Override
        public CompletableFuture<DocumentResult> print(DocumentJob job) {
            return CompletableFuture.completedFuture(answer.apply(job));
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            live(life, listener);
        }
    }

    record Speaker(String name, VoiceResult result, Set<String> missingClips) implements Voice {
        @Override
        public CompletableFuture<VoiceResult> say(Announcement announcement) {
            return CompletableFuture.completedFuture(result);
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            live(WORKING, listener);
        }
    }

    record Lamps(String name, List<Signal.Lamp> lit) implements SignalLight {
        @Override
        public void show(Signal signal) {
            lit.add(signal.lamp());
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            live(WORKING, listener);
        }
    }

    private static void live(Life life, DeviceListener listener) throws DeviceException, InterruptedException {
        life.live(listener);
        new CountDownLatch(1).await();
    }

    FakeDevices with(Device device) {
        var driver = "fake-" + providers.size();
        providers.add(new Provider(driver, device));
        settings.add(new DeviceSettings(device.name(), driver, Map.of()));
        return this;
    }

    FakeDevices withUnknownDriver(String name) {
        settings.add(new DeviceSettings(name, "nobody", Map.of()));
        return this;
    }

    private record Provider(String driver, Device device) implements DeviceProvider {
        @Override
        public DeviceKind kind() {
            return device.kind();
        }

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Device create(DeviceSettings one, DeviceContext context) {
            return device;
        }
    }

    /// Starts them all and returns when each has said that it works or fails.
    DeviceSupervisor start() throws InterruptedException {
        settled = new CountDownLatch(settings.size());
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var supervisor = DeviceSupervisor.start(settings, context, this, providers);
        if (!settled.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the devices do not settle");
        }
        return supervisor;
    }

    @Override
    public void changed(DeviceSnapshot snapshot) {
        if (!(snapshot.state() instanceof DeviceState.Starting)) {
            settled.countDown();
        }
    }

    @Override
    public void presented(String device, Credential credential) {}

    @Override
    public void misread(String device, DeviceFault fault) {}
}
