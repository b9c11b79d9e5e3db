package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.devices.drivers.Await;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A printer under the real supervisor.
final class RunningQueue implements AutoCloseable, DeviceEvents, DeviceProvider {
    static final IppPrinter.Pace PACE =
            new IppPrinter.Pace(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(400));

    private final DocumentPrinter printer;
    private final DeviceSupervisor supervisor;

    RunningQueue(DocumentPrinter printer) {
        this.printer = printer;
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        this.supervisor = DeviceSupervisor.start(
                List.of(new DeviceSettings(printer.name(), "under-test", Map.of())), context, this, List.of(this));
    }

    static RunningQueue of(IppQueue queue) {
        return new RunningQueue(new IppPrinter("办公室打印机", queue, PACE));
    }

    RunningQueue working() {
        Await.until(() -> state() instanceof DeviceState.Working, Duration.ofSeconds(10));
        return this;
    }

    void awaitFault(Kind kind) {
        Await.until(
                () -> state() instanceof DeviceState.Failed failed
                        && failed.fault().kind() == kind,
                Duration.ofSeconds(10));
    }

    void awaitAttention() {
        Await.until(() -> state() instanceof DeviceState.Attention, Duration.ofSeconds(10));
    }

    private DeviceState state() {
        return supervisor.snapshots().getFirst().state();
    }

    DocumentResult print(long number, byte[] pdf) throws Exception {
        return printer.print(new DocumentJob(number, "2026-11-29-支部党员大会-签到表", pdf))
                .get(20, TimeUnit.SECONDS);
    }

    @Override
    public String driver() {
        return "under-test";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) {
        return printer;
    }

    @Override
    public void presented(String device, Credential credential) {}

    @Override
    public void misread(String device, DeviceFault fault) {}

    @Override
    public void changed(DeviceSnapshot snapshot) {}

    @Override
    public void close() {
        supervisor.close();
    }
}
