package cn.dangqun.server.life;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An activity as the board sees it. `rolls` are those that were frozen for it; `chair` is who presided, as the
/// plan has it.
record LifeActivity(
        Activity activity, String path, boolean cancelled, Map<OrganizationId, Roll> rolls, Optional<String> chair) {
    LifeActivity {
        rolls = Map.copyOf(rolls);
    }

    /// Of one organisation: whether somebody of it came, and how many voters there were of how many who are due.
    record Roll(String path, boolean came, int votingDue, int votingPresent, int due, int present) {}

    boolean isOf(Set<ActivityType> types) {
        return types.contains(activity.type()) || activity.marks().stream().anyMatch(types::contains);
    }

    boolean concerns(OrganizationId organization) {
        return rolls.containsKey(organization) || activity.organizations().contains(organization);
    }

    boolean isOver(Instant now) {
        return !activity.ends().isAfter(now);
    }

    /// Somebody of any organisation came.
    boolean came() {
        return rolls.values().stream().anyMatch(Roll::came);
    }
}
