package cn.dangqun.domain.profile;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.calendar.FixedDate;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyPlan;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of organisation life as one place applies them. `study` is asked in order: the first block that knows
/// one of a person's roles decides. `steps` are the step templates of activities, editable names (R-090, R-093,
///
public record RuleProfile(
        ProfileRef ref,
        String title,
        List<DutyRule> duties,
        MeetingRules meetings,
        MeetingPractice practice,
        List<StudyRules> study,
        List<FixedDate> calendar,
        Map<ActivityType, List<String>> steps) {
    public RuleProfile {
        duties = List.copyOf(duties);
        study = List.copyOf(study);
        calendar = List.copyOf(calendar);
        steps = Map.copyOf(steps);
    }

    public DutyPlan planFor(DutyBearer bearer) {
        return new DutyPlan(ref, duties, bearer);
    }

    public Optional<StudyRules> studyFor(Collection<StudyRole> roles) {
        return study.stream().filter(each -> each.concerns(roles)).findFirst();
    }
}
