package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.DeviceFault;
import java.util.Locale;
import java.util.Optional;

/// What a probe found.
public sealed interface ProbeResult {
    /// Works. `note`: what staff should see to soon, such as paper near its end.
    record Passed(Optional<ProbeText> note) implements ProbeResult {}

    /// Does not work; `advice` says what a person can do.
    record Failed(ProbeText advice) implements ProbeResult {}

    /// Not looked at, and why; no fault.
    record Skipped(ProbeText reason) implements ProbeResult {}

    /// Only a person can tell: a sound, a light, a card held to the reader.
    record NeedsPerson(ProbeText question, ProbeText adviceIfNot) implements ProbeResult {
        public ProbeResult answered(boolean yes) {
            return yes ? passed() : new Failed(adviceIfNot);
        }
    }

    static ProbeResult passed() {
        return new Passed(Optional.empty());
    }

    /// The device named `name` has this fault.
    static ProbeResult failed(String name, DeviceFault fault) {
        return new Failed(ProbeText.of("selftest.fault." + fault.kind().name().toLowerCase(Locale.ROOT), name));
    }
}
