package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The console's menu: each viewer sees the entries whose pages they may see. Filled before the console listens.
@OneProcess("Routes of the program: the same in every process.")
final class Menu {
    private static final Logger log = LoggerFactory.getLogger(Menu.class);

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Policy> doors = new HashMap<>();

    private record Entry(String path, String label, ToIntFunction<Viewer> waiting, List<String> parts) {}

    void add(String path, String label, ToIntFunction<Viewer> waiting) {
        entries.add(new Entry(path, label, waiting, new ArrayList<>(List.of(path))));
    }

    /// @throws IllegalArgumentException if the menu has no entry at `path`
    void addPart(String path, String part) {
        entries.stream()
                .filter(each -> each.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry " + path))
                .parts
                .add(part);
    }

    void leadsTo(String path, Policy policy) {
        doors.put(path, policy);
    }

    /// @throws IllegalArgumentException if no page hangs at `path`
    boolean isOpen(String path, Viewer viewer) {
        return admits(
                Optional.ofNullable(doors.get(path)).orElseThrow(() -> new IllegalArgumentException("no page " + path)),
                viewer);
    }

    /// What is the whole street's answers others as if it were not there.
    private static boolean admits(Policy policy, Viewer viewer) {
        return policy.right().isOf(viewer)
                && (!policy.subtree().equals(Subtree.STREET)
                        || viewer.scope().top().isEmpty());
    }

    /// May read the database.
    List<Chrome.MenuEntry> of(Viewer viewer) {
        return entries.stream()
                .filter(entry -> isOpen(entry.path, viewer))
                .map(entry ->
                        new Chrome.MenuEntry(entry.path, entry.label, waiting(entry, viewer), List.copyOf(entry.parts)))
                .toList();
    }

    /// A number that cannot be counted takes no page along: what is wrong with the database is told there.
    private static int waiting(Entry entry, Viewer viewer) {
        try {
            return entry.waiting.applyAsInt(viewer);
        } catch (RuntimeException unread) {
            log.error("What waits at {} cannot be counted", entry.path, unread);
            return 0;
        }
    }
}
