package cn.dangqun.domain.profile;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.List;
import java.util.Map;

/// What of a profile concerns somebody who runs a session.
public record MeetingTerms(
        ProfileRef profile,
        String title,
        MeetingRules rules,
        MeetingPractice practice,
        Map<ActivityType, List<String>> steps) {
    public MeetingTerms {
        steps = Map.copyOf(steps);
    }

    public static MeetingTerms of(RuleProfile profile) {
        return new MeetingTerms(
                profile.ref(), profile.title(), profile.meetings(), profile.practice(), profile.steps());
    }

    /// In the order in which they are taken.
    public List<String> stepsOf(ActivityType type) {
        return steps.getOrDefault(type, List.of());
    }
}
