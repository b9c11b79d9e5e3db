package cn.dangqun.server.db;

import java.util.Set;

/// What one commit changed.
public record Changes(Set<Topic> topics) {
    public Changes {
        topics = Set.copyOf(topics);
    }

    public boolean isEmpty() {
        return topics.isEmpty();
    }

    /// The street published items.
    public boolean reference() {
        return topics.contains(Topic.Street.REFERENCE);
    }
}
