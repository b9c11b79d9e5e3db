package cn.dangqun.domain.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.rule.ProfileRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One person's study in one calendar year; nothing carries over (RULES §3, Hours).
public final class StudyAssessment {
    private final StudyRules rules;
    private final Learner learner;
    private final int year;
    private final List<StudyCredit> credits;

    private StudyAssessment(StudyRules rules, Learner learner, int year, Collection<StudyCredit> credits) {
        this.rules = rules;
        this.learner = learner;
        this.year = year;
        this.credits = credits.stream().filter(each -> each.touches(year)).toList();
    }

    public static StudyVerdict assess(
            ProfileRef profile,
            StudyRules rules,
            Learner learner,
            int year,
            LocalDate asOf,
            Collection<StudyCredit> credits) {
        return new StudyAssessment(rules, learner, year, credits).verdict(profile, asOf);
    }

    private StudyVerdict verdict(ProfileRef profile, LocalDate asOf) {
        boolean exempt = learner.frail() && rules.frailExempt();
        var required = exempt ? StudyAmount.NONE : required();
        var credited = sum(each -> each.kind() == CreditKind.COLLECTIVE);
        int trainings = count(each -> inPerson(each) && each.centralized());
        int trainingsRequired = exempt ? 0 : rules.centralizedRequiredOf(learner.roles());
        boolean levelOk = exempt || isLevelOk();
        var status = exempt
                ? StudyStatus.EXEMPT
                : status(asOf, required, credited, trainings >= trainingsRequired && levelOk);
        return new StudyVerdict(
                profile,
                rules,
                year,
                asOf,
                required,
                credited,
                status,
                trainings,
                trainingsRequired,
                levelOk,
                sum(each -> each.kind() == CreditKind.SELF_STUDY),
                count(each -> each.kind() == CreditKind.HOME_VISIT));
    }

    private StudyAmount required() {
        int full = rules.requiredOf(learner.roles());
        return switch (rules.proration()) {
            case NONE -> StudyAmount.whole(full);
            case MONTHLY_CEIL -> StudyAmount.whole((full * learner.monthsIn(year) + 11) / 12);
        };
    }

    private StudyStatus status(LocalDate asOf, StudyAmount required, StudyAmount credited, boolean trained) {
        if (asOf.getYear() > year) {
            return credited.reaches(required) && trained ? StudyStatus.MET : StudyStatus.NOT_MET;
        }
        var checkpoint = rules.checkpoint().filter(each -> each.isReached(year, asOf));
        if (checkpoint.isEmpty()) {
            return StudyStatus.PENDING;
        }
        return checkpoint.get().isOnTrack(credited, required) ? StudyStatus.ON_TRACK : StudyStatus.BEHIND;
    }

    /// Each role with a demand must be satisfied; one training may satisfy several.
    private boolean isLevelOk() {
        return learner.roles().stream()
                .filter(rules.levelRequired()::containsKey)
                .map(rules.levelRequired()::get)
                .allMatch(levels -> credits.stream()
                        .filter(StudyAssessment::inPerson)
                        .anyMatch(each -> each.level().filter(levels::contains).isPresent()));
    }

    private static boolean inPerson(StudyCredit credit) {
        return credit.kind() == CreditKind.COLLECTIVE && credit.attendance().isInPerson();
    }

    /// An activity that arrived twice counts once, with the larger amount.
    private StudyAmount sum(Predicate<StudyCredit> which) {
        Map<ActivityId, StudyAmount> byActivity = credits.stream()
                .filter(each -> each.attendance().givesHours())
                .filter(which)
                .collect(Collectors.toMap(
                        StudyCredit::activity,
                        each -> each.amountIn(year, rules),
                        (one, other) -> one.compareTo(other) >= 0 ? one : other));
        return byActivity.values().stream().reduce(StudyAmount.NONE, StudyAmount::plus);
    }

    private int count(Predicate<StudyCredit> which) {
        return (int) credits.stream()
                .filter(which)
                .map(StudyCredit::activity)
                .distinct()
                .count();
    }
}
