package cn.dangqun.server.web;

import cn.dangqun.server.db.Topic;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/// Something on a page that changes while people look at it. Asked again after each commit that touched what it showed
/// and every few seconds, on a virtual thread, each time with the viewer as known then; only what changed since the
/// last answer travels to the browser. Empty: there is no such thing for this viewer (any more).
@FunctionalInterface
public interface LiveView {
    Optional<Snapshot> now(Visit visit);

    /// `whole` replaces everything and is sent first, and again whenever the names of the parts change. It is made
    /// only when it is asked for, once for all who do, and must be made of what the parts were made of. A part
    /// replaces the element that listens to its name. `shows`: what it was made of.
    record Snapshot(Supplier<String> whole, SequencedMap<String, String> parts, Set<Topic> shows) {
        public Snapshot {
            whole = new Once<>(whole);
            parts = new LinkedHashMap<>(parts);
            shows = Set.copyOf(shows);
        }

        /// A view of one part only.
        public static Snapshot of(String part, String html, Set<Topic> shows) {
            var parts = new LinkedHashMap<String, String>();
            parts.put(part, html);
            return new Snapshot(() -> html, parts, shows);
        }
    }
}
