package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import java.time.Duration;

/// Lights each lamp for a second, with a beep.
record LightProbe(StateProbe device, SignalLight light) implements Probe {
    private static final Duration EACH = Duration.ofSeconds(1);

    @Override
    public Subject subject() {
        return device.subject();
    }

    @Override
    public ProbeResult run() throws InterruptedException {
        return switch (device.run()) {
            case ProbeResult.Passed _ -> shown();
            case ProbeResult.Failed failed -> failed;
            case ProbeResult.Skipped skipped -> skipped;
            case ProbeResult.NeedsPerson person -> person;
        };
    }

    private ProbeResult shown() throws InterruptedException {
        for (var lamp : Signal.Lamp.values()) {
            light.show(new Signal(lamp, EACH, 1));
            Thread.sleep(EACH);
        }
        return new ProbeResult.NeedsPerson(
                ProbeText.of("selftest.ask.light"),
                ProbeText.of("selftest.advice.light", subject().name()));
    }
}
