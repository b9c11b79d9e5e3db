package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.duty.Condition;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.Schedule;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the `duties` of a profile.
final class DutyReader {
    private static final int LONGEST = 366;
    private static final Pattern IN = Pattern.compile("(orgType|orgClass) in ([A-Z_]+(?:\\s*,\\s*[A-Z_]+)*)");

    private DutyReader() {}

    static List<DutyRule> read(Place duties) {
        var codes = new HashSet<DutyCode>();
        var rules = new ArrayList<DutyRule>();
        for (var each : duties.items()) {
            int before = each.faultCount();
            var rule = duty(each);
            if (rule.isPresent() && !codes.add(rule.get().code())) {
                each.fault("duty.twice", "code", rule.get().code());
            }
            if (each.faultCount() == before) {
                rule.ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static Optional<DutyRule> duty(Place duty) {
        int before = duty.faultCount();
        duty.only(
                "code",
                "name",
                "eventType",
                "period",
                "min",
                "max",
                "scope",
                "rule",
                "appliesIf",
                "schedule",
                "graceDaysAfter",
                "remindDaysBefore",
                "coverBased");
        var code = duty.field("code")
                .parsed(text -> DutyCode.isDutyCode(text) ? Optional.of(text) : Optional.empty(), "duty.code")
                .orElse("?");
        var period = duty.field("period").oneOf(PeriodKind.class);
        boolean covers = duty.maybe("coverBased").map(Place::yes).orElse(false);
        int min = setting(duty, code, "min")
                .map(place -> place.whole(1, LONGEST))
                .orElseGet(() -> duty.field("min").whole(1, LONGEST));
        var max = setting(duty, code, "max");
        var name = duty.maybe("name").map(Place::text);
        var activityType = activityType(duty.field("eventType"));
        var scope = duty.field("scope").oneOf(DutyScope.class);
        var condition = duty.maybe("appliesIf").flatMap(DutyReader::condition).orElseGet(Condition.Always::new);
        var schedule = duty.maybe("schedule").flatMap(each -> schedule(each, period, covers));
        var grace = days(duty, code, "graceDaysAfter");
        var remind = days(duty, code, "remindDaysBefore");
        var rule = duty.maybe("rule").flatMap(DutyReader::ruleId);
        max.filter(place -> place.whole(1, LONGEST) < min)
                .ifPresent(place -> place.fault("duty.max_below_min", "min", min));
        if (covers && duty.maybe("schedule").isEmpty()) {
            duty.fault("duty.cover_without_deadline");
        }
        if (duty.faultCount() > before) {
            return Optional.empty();
        }
        var most = max.map(place -> OptionalInt.of(place.whole(min, LONGEST))).orElseGet(OptionalInt::empty);
        return Optional.of(new DutyRule(
                new DutyCode(code),
                name,
                activityType,
                period,
                min,
                most,
                scope,
                condition,
                schedule,
                grace,
                remind,
                covers,
                rule));
    }

    /// A street may set any number of one duty as `THEME_DAY.graceDaysAfter`.
    private static Optional<Place> setting(Place duty, String code, String field) {
        return duty.setting(field, code + "." + field);
    }

    /// Days of grace and of reminding may also be set for all duties that have a due date.
    private static int days(Place duty, String code, String field) {
        var place = duty.maybe("schedule").isPresent()
                ? duty.setting(field, code + "." + field, field)
                : setting(duty, code, field);
        return place.map(each -> each.whole(0, LONGEST)).orElse(0);
    }

    static Optional<RuleId> ruleId(Place place) {
        return place.parsed(
                text -> RuleId.isRuleId(text) ? Optional.of(new RuleId(text)) : Optional.empty(), "rule.form");
    }

    /// Empty for publications and censuses, which are no activities.
    private static Optional<ActivityType> activityType(Place place) {
        var name = place.parsed(text -> DutyCode.isDutyCode(text) ? Optional.of(text) : Optional.empty(), "duty.code");
        return Arrays.stream(ActivityType.values())
                .filter(type -> name.filter(type.name()::equals).isPresent())
                .findFirst();
    }

    private static Optional<Condition> condition(Place place) {
        return place.parsed(DutyReader::condition, "duty.condition");
    }

    private static Optional<Condition> condition(String text) {
        if (text.equals("hasCommittee")) {
            return Optional.of(new Condition.HasCommittee());
        }
        if (text.equals("hasGroups")) {
            return Optional.of(new Condition.HasGroups());
        }
        var in = IN.matcher(text.strip());
        if (!in.matches()) {
            return Optional.empty();
        }
        var names = Set.of(in.group(2).split("\\s*,\\s*"));
        return in.group(1).equals("orgType")
                ? all(OrganizationLevel.class, names).map(Condition.LevelIn::new)
                : all(OrganizationClass.class, names).map(Condition.ClassIn::new);
    }

    private static <E extends Enum<E>> Optional<Set<E>> all(Class<E> type, Set<String> names) {
        var found = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(each -> names.contains(each.name()))
                .forEach(found::add);
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    private static Optional<Schedule> schedule(Place place, PeriodKind period, boolean covers) {
        var schedule = ScheduleReader.read(place);
        schedule.ifPresent(each -> {
            boolean after = each instanceof Schedule.AfterPeriod;
            if (after != covers) {
                place.fault(after ? "schedule.after_needs_cover" : "schedule.cover_needs_after");
            } else if (each instanceof Schedule.Before && period != PeriodKind.YEAR) {
                place.fault("schedule.before_needs_year");
            } else if (!after && !(each instanceof Schedule.Before) && period != PeriodKind.MONTH) {
                place.fault("schedule.day_needs_month");
            } else if (each instanceof Schedule.AfterPeriod deadlines
                    && deadlines.deadlines().size() > 1
                    && deadlines.deadlines().size() != period.perYear()) {
                place.fault("schedule.deadlines_per_period", "count", period.perYear());
            }
        });
        return schedule;
    }
}
