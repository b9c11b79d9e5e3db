package cn.dangqun.domain.duty;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.rule.RuleId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// A made-up branch, its duties and activities, for the tests of this package.
public final class Street {
    public static final ProfileRef PROFILE = new ProfileRef("TRIAL", "7");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    static final DutyCode DUTY = new DutyCode("THEME_DAY");

    private Street() {}

    public static DutyRule monthly() {
        return rule(PeriodKind.MONTH, Optional.empty());
    }

    public static DutyRule rule(PeriodKind period, Optional<Schedule> schedule) {
        return new DutyRule(
                DUTY,
                Optional.empty(),
                Optional.empty(),
                period,
                1,
                OptionalInt.empty(),
                DutyScope.BRANCH,
                new Condition.Always(),
                schedule,
                0,
                3,
                schedule.filter(Schedule.AfterPeriod.class::isInstance).isPresent(),
                Optional.of(new RuleId("R-091")));
    }

    public static DutyRule fixedDay(int day) {
        return rule(PeriodKind.MONTH, Optional.of(new Schedule.DayOfMonth(day)));
    }

    static DutyRule limits(DutyRule rule, int min, int max) {
        return new DutyRule(
                rule.code(),
                rule.name(),
                rule.activityType(),
                rule.period(),
                min,
                OptionalInt.of(max),
                rule.scope(),
                rule.condition(),
                rule.schedule(),
                rule.graceDaysAfter(),
                rule.remindDaysBefore(),
                rule.coversPeriod(),
                rule.rule());
    }

    static DutyRule grace(DutyRule rule, int days) {
        return new DutyRule(
                rule.code(),
                rule.name(),
                rule.activityType(),
                rule.period(),
                rule.min(),
                rule.max(),
                rule.scope(),
                rule.condition(),
                rule.schedule(),
                days,
                rule.remindDaysBefore(),
                rule.coversPeriod(),
                rule.rule());
    }

    public static DutyRule scope(DutyRule rule, DutyScope scope) {
        return new DutyRule(
                rule.code(),
                rule.name(),
                rule.activityType(),
                rule.period(),
                rule.min(),
                rule.max(),
                scope,
                rule.condition(),
                rule.schedule(),
                rule.graceDaysAfter(),
                rule.remindDaysBefore(),
                rule.coversPeriod(),
                rule.rule());
    }

    public static DutyRule condition(DutyRule rule, Condition condition) {
        return new DutyRule(
                rule.code(),
                rule.name(),
                rule.activityType(),
                rule.period(),
                rule.min(),
                rule.max(),
                rule.scope(),
                condition,
                rule.schedule(),
                rule.graceDaysAfter(),
                rule.remindDaysBefore(),
                rule.coversPeriod(),
                rule.rule());
    }

    public static DutyBearer branch(String... groups) {
        return new DutyBearer(
                BRANCH,
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                true,
                Arrays.stream(groups).map(OrganizationId::new).toList(),
                Map.of(DUTY, List.of(new MemberId("M-1"), new MemberId("M-2"))),
                OptionalInt.of(15),
                Optional.empty(),
                Optional.empty());
    }

    static DutyBearer active(String from, String to) {
        var branch = branch();
        return new DutyBearer(
                branch.id(),
                branch.level(),
                branch.orgClass(),
                branch.hasCommittee(),
                branch.groups(),
                branch.persons(),
                branch.themeDay(),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    static DutyBearer ofClass(OrganizationClass orgClass) {
        var branch = branch();
        return new DutyBearer(
                branch.id(),
                branch.level(),
                orgClass,
                false,
                branch.groups(),
                branch.persons(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ActivityRecord held(String id, String day) {
        return held(id, day, Optional.empty(), Optional.empty());
    }

    public static ActivityRecord inGroup(String id, String day, String group) {
        return held(id, day, Optional.of(new OrganizationId(group)), Optional.empty());
    }

    static ActivityRecord covering(String id, String day, String period) {
        return held(id, day, Optional.empty(), Period.parse(period));
    }

    static ActivityRecord by(String id, String day, String person) {
        return new ActivityRecord(
                new ActivityId(id),
                BRANCH,
                LocalDate.parse(day),
                ActivityState.ARCHIVED,
                ActivityValidity.VALID,
                Set.of(DUTY),
                Optional.empty(),
                Optional.of(new MemberId(person)),
                Optional.empty());
    }

    private static ActivityRecord held(String id, String day, Optional<OrganizationId> group, Optional<Period> covers) {
        return new ActivityRecord(
                new ActivityId(id),
                BRANCH,
                LocalDate.parse(day),
                ActivityState.HELD,
                ActivityValidity.VALID,
                Set.of(DUTY),
                group,
                Optional.empty(),
                covers);
    }

    static ActivityRecord as(ActivityRecord held, ActivityState state, ActivityValidity validity) {
        return new ActivityRecord(
                held.id(),
                held.organization(),
                held.heldOn(),
                state,
                validity,
                held.duties(),
                held.group(),
                held.person(),
                held.covers());
    }

    public static Reschedule moved(String period, String newDay, String approvedOn) {
        return new Reschedule(
                BRANCH,
                DUTY,
                Period.parse(period).orElseThrow(),
                LocalDate.parse(newDay),
                Optional.ofNullable(approvedOn).map(LocalDate::parse));
    }

    static List<DutyVerdict> rows(
            DutyRule rule,
            DutyBearer bearer,
            String period,
            String asOf,
            Collection<ActivityRecord> activities,
            Reschedule... moved) {
        var wanted = Period.parse(period).orElseThrow();
        var plan = new DutyPlan(PROFILE, List.of(rule), bearer);
        return DutyBoard.compute(
                        List.of(plan),
                        activities,
                        Arrays.asList(moved),
                        wanted.firstDay(),
                        wanted.lastDay(),
                        LocalDate.parse(asOf))
                .verdicts(bearer.id(), rule.code(), wanted);
    }

    public static DutyVerdict row(DutyRule rule, String period, String asOf, ActivityRecord... activities) {
        return rows(rule, branch(), period, asOf, Arrays.asList(activities)).getLast();
    }

    public static DutyVerdict moved(
            DutyRule rule, String period, String asOf, Reschedule reschedule, ActivityRecord... activities) {
        return rows(rule, branch(), period, asOf, Arrays.asList(activities), reschedule)
                .getLast();
    }

    public static List<DutyVerdict> groupRows(DutyRule rule, String period, String asOf, ActivityRecord... activities) {
        return rows(scope(rule, DutyScope.GROUP), branch("G1", "G2"), period, asOf, Arrays.asList(activities));
    }

    static List<DutyStatus> statuses(List<DutyVerdict> rows) {
        return Stream.of(rows).flatMap(List::stream).map(DutyVerdict::status).toList();
    }
}
