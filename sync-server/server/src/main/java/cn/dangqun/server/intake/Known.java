package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.roster.MemberDetail;
import java.util.List;
import java.util.Optional;

/// What rows are compared with. Names find whoever has not left.
interface Known {
    Optional<MemberId> withNumber(CardKey card);

    Optional<CardKey> numberOf(MemberId member);

    Optional<Member> member(MemberId id);

    MemberDetail detail(MemberId member);

    /// In the branch, by id.
    List<MemberId> named(String name, OrganizationId branch);

    /// In other branches of the intake's scope, by id.
    List<MemberId> elsewhere(String name, OrganizationId branch);

    /// Whether the branch lies in the intake's scope.
    boolean isInScope(OrganizationId branch);

    String nameOf(OrganizationId organization);
}
