package cn.dangqun.domain.activity;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;

/// An activity of one organisation. `heldOn` is the local date (Asia/Shanghai) and decides every period, never the sync
/// time (RULES §3).
public record Activity(
        ActivityId id,
        ActivityType type,
        OrganizationId organization,
        String title,
        String place,
        LocalDate heldOn,
        Instant starts,
        Instant ends,
        CheckInWindow window) {
    public Activity {
        if (title.isBlank()) {
            throw new IllegalArgumentException("activity " + id + " has no title");
        }
        if (!starts.isBefore(ends)) {
            throw new IllegalArgumentException("activity " + id + " ends before it starts");
        }
    }
}
