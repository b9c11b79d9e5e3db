package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// The list of probes, in the order a person walks through them. Immutable; [#run] from one thread at a time.
public final class SelfTest {
    private final List<Probe> probes;

    public SelfTest(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /// All devices of the supervisor, the kinds nobody configured, then `others`: clock, disk, sync and whatever else
    /// the caller has. `nextPrintJob` numbers the test ticket.
    public static SelfTest of(DeviceSupervisor supervisor, LongSupplier nextPrintJob, List<Probe> others) {
        var devices = new DeviceProbes(supervisor, nextPrintJob);
        var probes = new ArrayList<Probe>();
        for (var kind : DeviceKind.values()) {
            probes.addAll(devices.of(kind));
        }
        probes.addAll(devices.ofUnknownKind());
        probes.addAll(others);
        return new SelfTest(probes);
    }

    public List<Probe> probes() {
        return probes;
    }

    /// Runs one probe after another and tells each result at once.
    public void run(BiConsumer<Probe, ProbeResult> listener) throws InterruptedException {
        for (var probe : probes) {
            listener.accept(probe, probe.run());
        }
    }
}
