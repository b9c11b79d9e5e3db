package cn.dangqun.server.db;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;
import java.util.Set;

/// What one commit changed. `activities`: attendance or guests of these; `kiosks`: contact, health, revocation or
/// conflicts or queue of these; `reference`: the street published items.
public record Changes(Set<ActivityId> activities, Set<KioskId> kiosks, boolean reference) {
    public Changes {
        activities = Set.copyOf(activities);
        kiosks = Set.copyOf(kiosks);
    }

    public boolean isEmpty() {
        return activities.isEmpty() && kiosks.isEmpty() && !reference;
    }
}
