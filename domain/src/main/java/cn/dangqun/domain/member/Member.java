package cn.dangqun.domain.member;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;

/// A person on a branch's roll. `group` belongs to `branch`. Exactly one home branch per full or probationary member
///
public record Member(
        MemberId id,
        PersonName name,
        MemberStatus status,
        RelationKind relation,
        OrganizationId branch,
        Optional<OrganizationId> group) {

    /// Whether the person belongs to 应到 of the home branch when nobody is exempt.
    public boolean isOnRoll() {
        return relation == RelationKind.HOME && (status == MemberStatus.FULL || status == MemberStatus.PROBATIONARY);
    }
}
