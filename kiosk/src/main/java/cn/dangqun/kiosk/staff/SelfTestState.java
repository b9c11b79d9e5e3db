package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import java.util.List;

/// What the self-test shows.
sealed interface SelfTestState {
    /// Nobody is looking, and nothing runs.
    record Shut() implements SelfTestState {}

    /// `walk` tells one run of the test from the next; `lines` in its order; `isRunning` until the last probe has
    /// told its result.
    record Open(long walk, List<Line> lines, boolean isRunning) implements SelfTestState {
        public Open {
            lines = List.copyOf(lines);
        }
    }

    /// The test itself broke; the log says why.
    record Broken() implements SelfTestState {}

    record Line(Probe.Subject subject, Finding finding) {}

    sealed interface Finding {
        record Waiting() implements Finding {}

        record Looking() implements Finding {}

        record Found(ProbeResult result) implements Finding {}
    }
}
