package cn.dangqun.server.db;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;
import java.util.LinkedHashSet;
import java.util.Set;

/// Where a write notes what it changed, for the listeners of the commit. Used on the writer's thread only.
public final class ChangeLog {
    private final Set<ActivityId> activities = new LinkedHashSet<>();
    private final Set<KioskId> kiosks = new LinkedHashSet<>();
    private boolean reference;

    ChangeLog() {}

    public void activity(ActivityId id) {
        activities.add(id);
    }

    public void kiosk(KioskId id) {
        kiosks.add(id);
    }

    public void reference() {
        reference = true;
    }

    void add(ChangeLog other) {
        activities.addAll(other.activities);
        kiosks.addAll(other.kiosks);
        reference |= other.reference;
    }

    Changes changes() {
        return new Changes(activities, kiosks, reference);
    }
}
