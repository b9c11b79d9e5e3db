package cn.dangqun.domain.duty;

import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One duty of one organisation over a span of time: a bucket per subject and period, filled in one pass.
final class RuleTable {
    private static final DutySubject WHOLE = new DutySubject.Whole();

    private final DutyPlan plan;
    private final DutyRule rule;
    private final List<DutySubject> subjects;
    private final Map<DutySubject, Integer> rows = new HashMap<>();
    private final int first;
    private final int periods;
    private final Bucket[] buckets;

    RuleTable(DutyPlan plan, DutyRule rule, LocalDate from, LocalDate to) {
        this.plan = plan;
        this.rule = rule;
        this.subjects = subjectsOf(rule, plan.bearer());
        subjects.forEach(each -> rows.put(each, rows.size()));
        // what is reported in a span concerns the period before it, too
        this.first = Period.ordinalOf(rule.period(), from) - (rule.coversPeriod() ? 1 : 0);
        this.periods = Period.ordinalOf(rule.period(), to) - first + 1;
        this.buckets = new Bucket[subjects.size() * periods];
    }

    private static List<DutySubject> subjectsOf(DutyRule rule, DutyBearer bearer) {
        return switch (rule.scope()) {
            case BRANCH -> List.of(WHOLE);
            case GROUP ->
                bearer.groups().stream()
                        .distinct()
                        .<DutySubject>map(DutySubject.Group::new)
                        .toList();
            case PERSON ->
                bearer.persons().getOrDefault(rule.code(), List.of()).stream()
                        .distinct()
                        .<DutySubject>map(DutySubject.Person::new)
                        .toList();
        };
    }

    void add(ActivityRecord activity) {
        int period = periodOf(activity) - first;
        int row = rowOf(activity);
        if (row < 0 || period < 0 || period >= periods) {
            return;
        }
        int cell = row * periods + period;
        if (buckets[cell] == null) {
            buckets[cell] = new Bucket();
        }
        buckets[cell].add(activity);
    }

    boolean isPersonal() {
        return rule.scope() == DutyScope.PERSON;
    }

    /// Left of the span when the activity names no covered period, so that it counts nowhere.
    private int periodOf(ActivityRecord activity) {
        if (!rule.coversPeriod()) {
            return Period.ordinalOf(rule.period(), activity.heldOn());
        }
        return activity.covers()
                .filter(covered -> covered.kind() == rule.period())
                .map(Period::ordinal)
                .orElse(first - 1);
    }

    private int rowOf(ActivityRecord activity) {
        return switch (rule.scope()) {
            case BRANCH -> 0;
            case GROUP ->
                activity.group()
                        .map(group -> rows.get(new DutySubject.Group(group)))
                        .orElse(-1);
            case PERSON ->
                activity.person()
                        .map(person -> rows.get(new DutySubject.Person(person)))
                        .orElse(-1);
        };
    }

    List<Period> periods() {
        var all = new ArrayList<Period>(periods);
        for (int i = 0; i < periods; i++) {
            all.add(new Period(rule.period(), first + i));
        }
        return all;
    }

    /// One row per subject, and the roll-up last where subjects are groups or persons; none outside the span.
    List<DutyVerdict> verdicts(Period period, Collection<Reschedule> reschedules, LocalDate asOf) {
        int column = period.ordinal() - first;
        if (period.kind() != rule.period() || column < 0 || column >= periods) {
            return List.of();
        }
        var judge = new PeriodJudge(plan.profile(), rule, plan.bearer(), period, reschedules, asOf);
        var verdicts = new ArrayList<DutyVerdict>(subjects.size() + 1);
        for (int row = 0; row < subjects.size(); row++) {
            var bucket = buckets[row * periods + column];
            verdicts.add(judge.judge(subjects.get(row), bucket == null ? Bucket.EMPTY : bucket));
        }
        if (rule.scope() != DutyScope.BRANCH) {
            verdicts.add(judge.rollUp(verdicts));
        }
        return verdicts;
    }
}
