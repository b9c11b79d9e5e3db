package cn.dangqun.server.web;

import cn.dangqun.server.db.Topic;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Something on a page that changes while people look at it. Asked again after each commit that touched what it showed
/// and every few seconds, on a virtual thread, each time with the viewer as known then; only what changed since the
/// last answer travels to the browser. Empty: there is no such thing for this viewer (any more).
@FunctionalInterface
public interface LiveView {
    Optional<Snapshot> now(Visit visit);

    /// `whole` replaces everything and is sent first, and again whenever the names of the parts change; a part replaces
    /// the element that listens to its name. `shows`: what it was made of.
    record Snapshot(String whole, SequencedMap<String, String> parts, Set<Topic> shows) {
        public Snapshot {
            parts = new LinkedHashMap<>(parts);
            shows = Set.copyOf(shows);
        }

        /// A view of one part only.
        public static Snapshot of(String part, String html, Set<Topic> shows) {
            var parts = new LinkedHashMap<String, String>();
            parts.put(part, html);
            return new Snapshot(html, parts, shows);
        }
    }
}
