package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.Sex;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What the books ask of a member and kiosks need not know (RULES 1.11). `born` is a day, `joined` that of 加入党组织,
/// `confirmed` that of 转为正式党员; `verifiedOn` when somebody last made sure that all of it is so. Texts have at most
/// 60 characters, `remark` 200.
public record MemberDetail(
        Optional<Sex> sex,
        Optional<LocalDate> born,
        Optional<String> ethnicGroup,
        Optional<String> education,
        Optional<String> phone,
        Optional<LocalDate> joined,
        Optional<LocalDate> confirmed,
        Optional<String> post,
        Set<MemberCategory> categories,
        Optional<LocalDate> verifiedOn,
        Optional<String> remark) {
    public MemberDetail {
        categories = Set.copyOf(categories);
    }

    public static final MemberDetail NONE = new MemberDetail(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    @Override
    public String toString() {
        return "MemberDetail[hidden]";
    }
}
