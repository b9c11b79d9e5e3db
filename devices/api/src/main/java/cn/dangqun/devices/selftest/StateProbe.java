package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.DeviceState;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at what the supervisor knows of a device.
record StateProbe(Subject subject, Supplier<DeviceState> state) implements Probe {
    @Override
    public ProbeResult run() {
        return switch (state.get()) {
            case DeviceState.Working _ -> ProbeResult.passed();
            case DeviceState.Attention _ ->
                new ProbeResult.Passed(Optional.of(
                        subject.kind().equals("ticket_printer")
                                ? ProbeText.of("selftest.note.paper")
                                : ProbeText.of("selftest.note.attention", subject.name())));
            case DeviceState.Failed failed -> ProbeResult.failed(subject.name(), failed.fault());
            case DeviceState.Starting _, DeviceState.Stopped _ ->
                new ProbeResult.Failed(ProbeText.of("selftest.advice.starting", subject.name()));
        };
    }
}
