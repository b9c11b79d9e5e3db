package cn.dangqun.domain.duty;

import cn.dangqun.domain.rule.ProfileRef;
import java.util.List;

/// What one organisation owes under its profile.
public record DutyPlan(ProfileRef profile, List<DutyRule> rules, DutyBearer bearer) {
    public DutyPlan {
        rules = List.copyOf(rules);
        if (rules.stream().map(DutyRule::code).distinct().count() != rules.size()) {
            throw new IllegalArgumentException(profile + " names a duty twice");
        }
    }
}
