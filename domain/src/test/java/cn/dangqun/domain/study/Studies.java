package cn.dangqun.domain.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.rule.ProfileRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Made-up requirements, people and credits, for the tests of this package.
final class Studies {
    static final ProfileRef PROFILE = new ProfileRef("TRIAL", "7");
    static final StudyRole MEMBER = new StudyRole("MEMBER");
    static final StudyRole SECRETARY = new StudyRole("BRANCH_SECRETARY");
    static final StudyRole WORKER = new StudyRole("COMMUNITY_WORKER");
    static final TrainingLevel STREET = new TrainingLevel("STREET");
    static final TrainingLevel CITY = new TrainingLevel("CITY");
    static final StudyRules HOURS = rules(StudyUnit.HOUR, false, Proration.NONE);
    static final StudyRules DAYS = rules(StudyUnit.DAY, false, Proration.NONE);

    private Studies() {}

    static StudyRules rules(StudyUnit unit, boolean frailExempt, Proration proration) {
        return unit == StudyUnit.HOUR
                ? new StudyRules(
                        unit,
                        Map.of(MEMBER, 32, SECRETARY, 56),
                        Map.of(SECRETARY, 1),
                        Map.of(),
                        Map.of(),
                        Optional.of(new Checkpoint(MonthDay.of(6, 30), 1, 2)),
                        frailExempt,
                        proration,
                        8)
                : new StudyRules(
                        unit,
                        Map.of(SECRETARY, 7, WORKER, 5),
                        Map.of(),
                        Map.of(SECRETARY, Set.of(CITY), WORKER, Set.of(STREET, CITY)),
                        Map.of(SECRETARY, StudyScope.TRAINING, WORKER, StudyScope.TRAINING),
                        Optional.empty(),
                        frailExempt,
                        proration,
                        8);
    }

    static Learner learner(StudyRole... roles) {
        return new Learner(Set.of(roles), false, Optional.empty());
    }

    static StudyVerdict assess(StudyRules rules, Learner learner, String asOf, StudyCredit... credits) {
        return StudyAssessment.assess(PROFILE, rules, learner, 2021, LocalDate.parse(asOf), Arrays.asList(credits));
    }

    static StudyVerdict member(String asOf, StudyCredit... credits) {
        return assess(HOURS, learner(MEMBER), asOf, credits);
    }

    static StudyAmount amount(String number) {
        return StudyAmount.of(new BigDecimal(number)).orElseThrow();
    }

    static StudyCredit credit(
            String id,
            String date,
            CreditKind kind,
            StudyAttendance attendance,
            String hours,
            String days,
            boolean centralized,
            TrainingLevel level) {
        return new StudyCredit(
                new ActivityId(id),
                LocalDate.parse(date),
                kind,
                attendance,
                Optional.ofNullable(hours).map(Studies::amount),
                Optional.ofNullable(days).map(Studies::amount),
                centralized,
                Optional.ofNullable(level));
    }

    static StudyCredit hours(String id, String date, String hours) {
        return credit(id, date, CreditKind.COLLECTIVE, StudyAttendance.PRESENT, hours, null, false, null);
    }

    static StudyCredit training(String id, String date, String days, TrainingLevel level) {
        return credit(id, date, CreditKind.COLLECTIVE, StudyAttendance.PRESENT, null, days, true, level);
    }

    static StudyCredit attended(String id, StudyAttendance attendance) {
        return credit(id, "2021-03-01", CreditKind.COLLECTIVE, attendance, "4", null, true, CITY);
    }
}
