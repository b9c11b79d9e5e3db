package cn.dangqun.server.web;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Something on a page that changes while people look at it. [#now()] is asked again after each commit and every few
/// seconds, on a virtual thread; only what changed since the last answer travels to the browser.
@FunctionalInterface
public interface LiveView {
    Snapshot now();

    /// `whole` replaces everything and is sent first, and again whenever the names of the parts change; a part replaces
    /// the element that listens to its name.
    record Snapshot(String whole, SequencedMap<String, String> parts) {
        public Snapshot {
            parts = new LinkedHashMap<>(parts);
        }
    }
}
