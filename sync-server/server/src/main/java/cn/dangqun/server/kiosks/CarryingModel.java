package cn.dangqun.server.kiosks;

import java.util.List;

/// What the page of carried records shows, word by word.
public record CarryingModel(String name, String id, String site, String action, String problem, List<Former> formers) {
    public CarryingModel {
        formers = List.copyOf(formers);
    }

    /// A kiosk whose records wait, and what there is to say about it.
    public record Former(String id, String story) {}
}
