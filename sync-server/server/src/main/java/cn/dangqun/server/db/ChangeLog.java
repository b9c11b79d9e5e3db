package cn.dangqun.server.db;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;
import java.util.LinkedHashSet;
import java.util.Set;

/// Where a write notes what it changed, for the listeners of the commit. Used on the writer's thread only.
@OneProcess("What one commit of this process changed: listeners of another process ask the database by number instead.")
public final class ChangeLog {
    private final Set<Topic> topics = new LinkedHashSet<>();

    ChangeLog() {}

    public void note(Topic topic) {
        topics.add(topic);
    }

    public void activity(ActivityId id) {
        note(new Topic.Activity(id));
    }

    public void kiosk(KioskId id) {
        note(new Topic.Kiosk(id));
        note(Topic.Street.KIOSKS);
    }

    public void reference() {
        note(Topic.Street.REFERENCE);
    }

    void add(ChangeLog other) {
        topics.addAll(other.topics);
    }

    Changes changes() {
        return new Changes(topics);
    }
}
