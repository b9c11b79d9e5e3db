package cn.dangqun.domain.member;

import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.Optional;

/// A seat on the committee of `organization`, held from its first day to the day before `until` (RULES §2,
/// CommitteeSeat). `partTime`: a member of a 大党委 from another unit, who is 列席 and not 应到; a 兼职副书记 is
/// not. `linkedBranch` is the branch in which a leader also lectures. `id` has 1 to 64 of `[A-Za-z0-9-]`.
public record CommitteeSeat(
        String id,
        OrganizationId organization,
        MemberId member,
        CommitteePost post,
        boolean partTime,
        Optional<OrganizationId> linkedBranch,
        LocalDate from,
        Optional<LocalDate> until) {
    public CommitteeSeat {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a seat's id must be 1 to 64 of A-Z a-z 0-9 -");
        }
        if (until.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("seat " + id + " ends before it begins");
        }
    }

    public boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
