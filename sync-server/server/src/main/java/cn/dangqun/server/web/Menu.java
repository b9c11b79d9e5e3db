package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The console's menu: each viewer sees the entries whose pages they may see. Filled before the console listens.
@OneProcess("Routes of the program: the same in every process.")
final class Menu {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Right> rights = new HashMap<>();

    private record Entry(String path, String label, ToIntFunction<Viewer> waiting) {}

    void add(String path, String label, ToIntFunction<Viewer> waiting) {
        entries.add(new Entry(path, label, waiting));
    }

    void leadsTo(String path, Right right) {
        rights.put(path, right);
    }

    /// @throws IllegalArgumentException if no page hangs at `path`
    boolean isOpen(String path, Viewer viewer) {
        return Optional.ofNullable(rights.get(path))
                .orElseThrow(() -> new IllegalArgumentException("no page " + path))
                .isOf(viewer);
    }

    /// May read the database.
    List<Chrome.MenuEntry> of(Viewer viewer) {
        return entries.stream()
                .filter(entry ->
                        rights.getOrDefault(entry.path, Right.signedIn()).isOf(viewer))
                .map(entry -> new Chrome.MenuEntry(entry.path, entry.label, entry.waiting.applyAsInt(viewer)))
                .toList();
    }
}
