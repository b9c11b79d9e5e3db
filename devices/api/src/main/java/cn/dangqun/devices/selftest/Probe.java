package cn.dangqun.devices.selftest;

import java.util.ResourceBundle;

/// One thing the self-test looks at. Waits a bounded time and never throws for what it looks at.
public interface Probe {
    Subject subject();

    /// Call on a thread that may wait.
    ProbeResult run() throws InterruptedException;

    /// `kind` chooses the title (`selftest.subject.` and the kind); `name` is the configured name of a device, empty
    /// for what has none.
    record Subject(String kind, String name) {
        /// The kind and the name; the name alone when it says the kind itself.
        public String title(ResourceBundle bundle) {
            var word = bundle.getString("selftest.subject." + kind);
            if (name.contains(word)) {
                return name;
            }
            return name.isEmpty() ? word : word + " " + name;
        }
    }
}
