package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;

/// One person about whom a frozen roll and the roster as it is now differ (reconciliation rule 4). `roll` is the
/// organisation whose roll it is; `now` where the roster says the person belonged on the day, if anywhere. `name`
/// is that of the roster, or the last known.
record RollDifference(
        Activity activity,
        OrganizationId roll,
        MemberId member,
        Optional<String> name,
        Kind kind,
        Optional<OrganizationId> now) {
    enum Kind {
        /// Not on the roll that stands, but received as a member: due and present
        ADDED,
        /// On the roll; by the roster now of another organisation that day, or of none
        NO_LONGER,
        /// Not on the roll; by the roster now of this organisation that day
        NOT_YET,
        /// On both, with another right to vote or another exemption
        STANDING
    }
}
