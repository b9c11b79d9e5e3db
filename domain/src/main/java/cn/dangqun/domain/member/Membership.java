package cn.dangqun.domain.member;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.Optional;

/// A time in which a person belonged to a branch: from its first day to the day before `until` (RULES, Rolls). Without
/// `from` it has always been, without `until` it goes on. `group` belongs to `branch`.
public record Membership(
        OrganizationId branch,
        Optional<OrganizationId> group,
        RelationKind relation,
        MemberStatus status,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    public Membership {
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            throw new IllegalArgumentException("a membership begins before it ends");
        }
    }

    public boolean covers(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(end -> !day.isBefore(end)).isEmpty();
    }

    /// Whether the person belongs to 应到 of the home branch when nobody is exempt.
    public boolean isOnRoll() {
        return relation == RelationKind.HOME && (status == MemberStatus.FULL || status == MemberStatus.PROBATIONARY);
    }

    /// The same place and standing, whatever the dates.
    public boolean isAs(Membership other) {
        return branch.equals(other.branch)
                && group.equals(other.group)
                && relation == other.relation
                && status == other.status;
    }

    public Membership endingOn(LocalDate day) {
        return new Membership(branch, group, relation, status, from, Optional.of(day));
    }

    public Membership beginningOn(LocalDate day) {
        return new Membership(branch, group, relation, status, Optional.of(day), until);
    }
}
