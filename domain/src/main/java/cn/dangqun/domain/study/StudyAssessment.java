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
    private final LocalDate asOf;
    private final List<StudyCredit> credits;

    private StudyAssessment(
            StudyRules rules, Learner learner, int year, LocalDate asOf, Collection<StudyCredit> credits) {
        this.rules = rules;
        this.learner = learner;
        this.year = year;
        this.asOf = asOf;
        this.credits =
                credits.stream().filter(each -> !each.date().isAfter(asOf)).toList();
    }

    public static StudyVerdict assess(
            ProfileRef profile,
            StudyRules rules,
            Learner learner,
            int year,
            LocalDate asOf,
            Collection<StudyCredit> credits) {
        return new StudyAssessment(rules, learner, year, asOf, credits).verdict(profile);
    }

    private StudyVerdict verdict(ProfileRef profile) {
        boolean exempt = learner.frail() && rules.frailExempt();
        var nothing = demand(StudyAmount.NONE, StudyScope.STUDY);
        var demands = exempt ? List.<StudyDemand>of() : demands();
        var printed = demands.stream().max(StudyDemand.HARDEST).orElse(nothing);
        int trainings = count(each -> inPerson(each) && each.centralized());
        int trainingsRequired = exempt ? 0 : rules.centralizedRequiredOf(learner.roles());
        boolean levelOk = exempt || isLevelOk();
        var status = exempt ? StudyStatus.EXEMPT : status(demands, trainings >= trainingsRequired && levelOk);
        return new StudyVerdict(
                profile,
                rules,
                year,
                asOf,
                printed.required(),
                printed.credited(),
                printed.scope(),
                rules.checkpoint().map(each -> each.share(printed.required())),
                status,
                trainings,
                trainingsRequired,
                levelOk,
                sum(each -> each.kind() == CreditKind.SELF_STUDY),
                count(each -> each.kind() == CreditKind.HOME_VISIT));
    }

    /// Each role's requirement for itself, against what counts for it.
    private List<StudyDemand> demands() {
        return rules.required().entrySet().stream()
                .filter(each -> learner.roles().contains(each.getKey()))
                .map(each -> demand(prorated(each.getValue()), rules.scopeOf(each.getKey())))
                .toList();
    }

    private StudyDemand demand(StudyAmount required, StudyScope scope) {
        return new StudyDemand(required, sum(scope::holds), scope);
    }

    private StudyAmount prorated(int full) {
        return switch (rules.proration()) {
            case NONE -> StudyAmount.whole(full);
            case MONTHLY_CEIL -> StudyAmount.whole((full * learner.monthsIn(year) + 11) / 12);
        };
    }

    private StudyStatus status(List<StudyDemand> demands, boolean trained) {
        if (asOf.getYear() > year) {
            boolean enough = demands.stream().allMatch(each -> each.shortfall().isNone());
            return enough && trained ? StudyStatus.MET : StudyStatus.NOT_MET;
        }
        var checkpoint = rules.checkpoint().filter(each -> each.isReached(year, asOf));
        if (checkpoint.isEmpty()) {
            return StudyStatus.PENDING;
        }
        boolean onTrack = demands.stream()
                .allMatch(each -> each.credited().reaches(checkpoint.get().share(each.required())));
        return onTrack ? StudyStatus.ON_TRACK : StudyStatus.BEHIND;
    }

    /// Each role with a demand must be satisfied; one training may satisfy several.
    private boolean isLevelOk() {
        return learner.roles().stream()
                .filter(rules.levelRequired()::containsKey)
                .map(rules.levelRequired()::get)
                .allMatch(levels -> credits.stream()
                        .filter(StudyAssessment::inPerson)
                        .filter(each -> each.isBegunIn(year))
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
                        each -> each.amountIn(year, asOf, rules),
                        (one, other) -> one.compareTo(other) >= 0 ? one : other));
        return byActivity.values().stream().reduce(StudyAmount.NONE, StudyAmount::plus);
    }

    /// Activities of the year; one that began in the year before belongs there (OQ-26).
    private int count(Predicate<StudyCredit> which) {
        return (int) credits.stream()
                .filter(each -> each.isBegunIn(year))
                .filter(which)
                .map(StudyCredit::activity)
                .distinct()
                .count();
    }
}
