package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A process of its own that prints what its reader says, one word or two a line, until its standard input ends: the
/// JDK decides once a process what it thinks of PC/SC, so the first minute of a process can only be tested in a new
/// one.
public final class CardProbe implements DeviceEvents {
    private CardProbe() {}

    public static void main(String[] args) throws IOException {
        var settings = List.of(new DeviceSettings("reader", "pcsc", Map.of()));
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        try (var _ = DeviceSupervisor.start(settings, context, new CardProbe())) {
            System.in.readAllBytes();
        }
    }

    @Override
    public void presented(String device, Credential credential) {
        System.out.println("presented");
    }

    @Override
    public void misread(String device, DeviceFault fault) {
        System.out.println("misread " + fault.kind());
    }

    @Override
    public void changed(DeviceSnapshot snapshot) {
        System.out.println(
                snapshot.state() instanceof DeviceState.Failed failed
                        ? "failed " + failed.fault().kind()
                        : snapshot.state().getClass().getSimpleName());
    }
}
