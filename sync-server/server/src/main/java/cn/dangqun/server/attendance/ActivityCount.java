package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.organization.OrganizationId;

/// One activity with its counts. `guests` are all who are in neither 应到 nor 实到: 列席, 联管, walk-ins;
/// `uploads`: of the kiosks that were there for it; `centre`: of those that are there now; `merged`: all kiosks of its
/// centres have met here; `cancelled`: it will not be held, though somebody may have come.
record ActivityCount(
        Activity activity,
        String organizationName,
        Community community,
        AttendanceFigures figures,
        int guests,
        Uploads uploads,
        Uploads centre,
        boolean merged,
        boolean cancelled) {

    /// The organisation directly below the street that an activity belongs to, or the street itself.
    record Community(OrganizationId id, String name) {}

    Tally tally() {
        return figures.tally();
    }

    int late() {
        return figures.late();
    }

    /// Somebody has been seen, whatever the kiosks' last report says.
    boolean hasAnybody() {
        return figures.present() > 0 || guests > 0;
    }
}
