package cn.dangqun.domain.duty;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;

/// Whom one verdict is about. [Whole] is the branch itself, and the roll-up of its groups or persons.
public sealed interface DutySubject {
    record Whole() implements DutySubject {}

    record Group(OrganizationId id) implements DutySubject {}

    record Person(MemberId id) implements DutySubject {}
}
