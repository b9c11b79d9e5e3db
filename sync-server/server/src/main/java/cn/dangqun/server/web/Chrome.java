package cn.dangqun.server.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What surrounds every page: head, menu, and the token that its forms carry.
public record Chrome(
        String title,
        String street,
        List<MenuEntry> menu,
        String path,
        Optional<Viewer> viewer,
        String formToken,
        StaticFiles files,
        boolean demo,
        ZoneId zone,
        Optional<String> alarm,
        Predicate<String> open) {
    public Chrome {
        menu = List.copyOf(menu);
    }

    /// `label` is already in Chinese; `waiting` things there wait for somebody; `parts` are where its pages lie.
    public record MenuEntry(String path, String label, int waiting, List<String> parts) {
        public MenuEntry {
            parts = List.copyOf(parts);
        }
    }

    /// Whether the viewer may see the page at this path: a link that leads to a refusal is not offered.
    public boolean mayGo(String page) {
        return open.test(page);
    }

    public boolean isCurrent(MenuEntry entry) {
        return entry.parts().stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }
}
