package cn.dangqun.domain.study;

import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationLevel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A role that demands study, such as `MEMBER` or `BRANCH_SECRETARY`; which roles there are is the profile's affair.
public record StudyRole(String code) {
    public static final StudyRole MEMBER = new StudyRole("MEMBER");
    public static final StudyRole SECRETARY = new StudyRole("BRANCH_SECRETARY");
    public static final StudyRole COMMITTEE = new StudyRole("COMMITTEE_MEMBER");
    public static final StudyRole COMMUNITY_SECRETARY = new StudyRole("COMMUNITY_SECRETARY");
    public static final StudyRole COMMUNITY_WORKER = new StudyRole("COMMUNITY_WORKER");
    public static final StudyRole COMMUNITY_CADRE = new StudyRole("COMMUNITY_CADRE");

    public StudyRole {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a role without a name");
        }
    }

    /// What a member is who holds these seats, each at an organisation of that level: 书记 and 班子成员 of any of them
    /// 社区干部 at 社区党委 and 总支. Part-time seats of other units make nobody one.
    public static Set<StudyRole> of(Map<CommitteeSeat, OrganizationLevel> seats) {
        var roles = new HashSet<StudyRole>();
        roles.add(MEMBER);
        seats.forEach((seat, level) -> {
            if (!seat.partTime()) {
                boolean leads = seat.post() == CommitteePost.SECRETARY;
                roles.add(leads ? SECRETARY : COMMITTEE);
                if (level == OrganizationLevel.COMMITTEE || level == OrganizationLevel.GENERAL_BRANCH) {
                    roles.add(COMMUNITY_CADRE);
                    roles.add(leads ? COMMUNITY_SECRETARY : COMMUNITY_WORKER);
                }
            }
        });
        return Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return code;
    }
}
