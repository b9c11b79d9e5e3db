package cn.dangqun.devices.selftest;

/// One thing the self-test looks at. Waits a bounded time and never throws for what it looks at.
public interface Probe {
    Subject subject();

    /// Call on a thread that may wait.
    ProbeResult run() throws InterruptedException;

    /// `kind` chooses the title (`selftest.subject.` and the kind); `name` is the configured name of a device, empty
    /// for what has none.
    record Subject(String kind, String name) {
        public ProbeText title() {
            return ProbeText.of("selftest.subject." + kind, name);
        }
    }
}
