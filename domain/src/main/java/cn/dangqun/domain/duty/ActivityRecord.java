package cn.dangqun.domain.duty;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// An activity as duties see it. `heldOn` is the local date of the activity itself, never of its upload; `duties` are
/// the explicit marks, each counting once (OQ-11); `covers` is the period it reports on, for duties that cover one.
public record ActivityRecord(
        ActivityId id,
        OrganizationId organization,
        LocalDate heldOn,
        ActivityState state,
        ActivityValidity validity,
        Set<DutyCode> duties,
        Optional<OrganizationId> group,
        Optional<MemberId> person,
        Optional<Period> covers) {
    public ActivityRecord {
        duties = Set.copyOf(duties);
    }

    /// Whether the activity can fulfil anything by the end of that day.
    public boolean isEligible(LocalDate asOf) {
        return (state == ActivityState.HELD || state == ActivityState.ARCHIVED)
                && (validity == ActivityValidity.VALID || validity == ActivityValidity.NO_VOTE_ALLOWED)
                && !heldOn.isAfter(asOf);
    }
}
