package cn.dangqun.domain.activity;

import java.util.List;
import java.util.Optional;

/// What an activity was prepared with: a `note` that each person reads after 签到成功, a room or what to bring (F-113),
/// and the agenda in its order, of which a session takes what it comes to.
public record Preparation(Optional<String> note, List<PlannedItem> agenda) {
    public static final Preparation NONE = new Preparation(Optional.empty(), List.of());

    public record PlannedItem(AgendaKind kind, String title) {
        public PlannedItem {
            if (title.isBlank()) {
                throw new IllegalArgumentException("a planned item without words");
            }
        }
    }

    public Preparation {
        agenda = List.copyOf(agenda);
    }
}
