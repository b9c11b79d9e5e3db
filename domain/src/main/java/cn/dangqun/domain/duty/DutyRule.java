package cn.dangqun.domain.duty;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import java.util.Optional;
import java.util.OptionalInt;

/// One duty of a profile with all parameters resolved (RULES §3). Days are calendar days; `coversPeriod`: the
/// activity names the period it reports on and takes place afterwards. `name` is the Chinese name, if the
/// profile gives one; `activityType` what to plan for it, if it is an activity at all and not a publication or a
/// census.
public record DutyRule(
        DutyCode code,
        Optional<String> name,
        Optional<ActivityType> activityType,
        PeriodKind period,
        int min,
        OptionalInt max,
        DutyScope scope,
        Condition condition,
        Optional<Schedule> schedule,
        int graceDaysAfter,
        int remindDaysBefore,
        boolean coversPeriod,
        Optional<RuleId> rule) {
    public DutyRule {
        if (min < 1 || (max.isPresent() && max.getAsInt() < min)) {
            throw new IllegalArgumentException(code + " needs 1 <= min <= max");
        }
        if (graceDaysAfter < 0 || remindDaysBefore < 0) {
            throw new IllegalArgumentException(code + " counts days backwards");
        }
    }
}
