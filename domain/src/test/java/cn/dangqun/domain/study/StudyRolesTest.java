package cn.dangqun.domain.study;

import static cn.dangqun.domain.study.Studies.CITY;
import static cn.dangqun.domain.study.Studies.DAYS;
import static cn.dangqun.domain.study.Studies.HOURS;
import static cn.dangqun.domain.study.Studies.MEMBER;
import static cn.dangqun.domain.study.Studies.SECRETARY;
import static cn.dangqun.domain.study.Studies.STREET;
import static cn.dangqun.domain.study.Studies.WORKER;
import static cn.dangqun.domain.study.Studies.amount;
import static cn.dangqun.domain.study.Studies.assess;
import static cn.dangqun.domain.study.Studies.credit;
import static cn.dangqun.domain.study.Studies.hours;
import static cn.dangqun.domain.study.Studies.learner;
import static cn.dangqun.domain.study.Studies.member;
import static cn.dangqun.domain.study.Studies.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyRolesTest {
    @Test
    void theLargestRequirementOfTheRolesApplies() {
        assertEquals(
                amount("56"),
                assess(HOURS, learner(MEMBER, SECRETARY), "2022-01-01").required());
        assertEquals(amount("32"), member("2022-01-01").required());
        assertTrue(assess(HOURS, learner(WORKER), "2022-01-01").required().isNone());
        assertTrue(assess(HOURS, learner(), "2022-01-01").required().isNone());
    }

    @Test
    void aSecretaryAlsoNeedsACentralizedTraining() {
        var without = assess(HOURS, learner(SECRETARY), "2022-01-01", hours("e1", "2021-01-10", "56"));
        assertEquals(StudyStatus.NOT_MET, without.status());
        assertEquals(1, without.centralizedRequired());

        var with = assess(
                HOURS,
                learner(SECRETARY),
                "2022-01-01",
                hours("e1", "2021-01-10", "48"),
                training("t1", "2021-02-01", "1", null));
        assertEquals(StudyStatus.MET, with.status());
        assertEquals(1, with.centralizedTrainings());
    }

    @Test
    void aThemeDayIsNoTrainingDay() {
        var credits = new ArrayList<StudyCredit>();
        credits.add(training("t1", "2021-04-09", "1", CITY));
        for (int month = 1; month <= 6; month++) {
            credits.add(credit(
                    "e" + month,
                    "2021-0" + month + "-10",
                    CreditKind.COLLECTIVE,
                    StudyAttendance.PRESENT,
                    null,
                    "1",
                    false,
                    null));
        }

        var verdict = assess(DAYS, learner(SECRETARY), "2022-01-01", credits.toArray(StudyCredit[]::new));

        assertEquals(amount("1"), verdict.credited());
        assertEquals(amount("6"), verdict.shortfall());
        assertEquals(StudyScope.TRAINING, verdict.scope());
        assertEquals(StudyStatus.NOT_MET, verdict.status());
    }

    @Test
    void everyRoleIsCheckedForItselfAndTheLargestShortfallIsPrinted() {
        var mixed = new StudyRules(
                StudyUnit.HOUR,
                Map.of(MEMBER, 24, SECRETARY, 32, WORKER, 40),
                Map.of(),
                Map.of(),
                Map.of(SECRETARY, StudyScope.TRAINING),
                Optional.of(new Checkpoint(MonthDay.of(6, 30), 1, 2)),
                false,
                Proration.NONE,
                8);
        var both = learner(MEMBER, SECRETARY, WORKER);
        var study = hours("e1", "2021-02-01", "40");
        var course = credit("t1", "2021-02-02", CreditKind.COLLECTIVE, StudyAttendance.PRESENT, "8", null, true, null);

        var verdict = assess(mixed, both, "2022-01-01", study, course);
        assertEquals(amount("32"), verdict.required());
        assertEquals(amount("8"), verdict.credited());
        assertEquals(StudyScope.TRAINING, verdict.scope());
        assertEquals(StudyStatus.NOT_MET, verdict.status());
        assertEquals(
                StudyStatus.BEHIND,
                assess(mixed, both, "2021-06-30", study, course).status());

        var enough = credit("t2", "2021-03-02", CreditKind.COLLECTIVE, StudyAttendance.PRESENT, "24", null, true, null);
        var met = assess(mixed, both, "2022-01-01", study, course, enough);
        assertEquals(StudyStatus.MET, met.status());
        assertEquals(amount("40"), met.required());
        assertEquals(StudyScope.STUDY, met.scope());
    }

    @Test
    void theLevelMustFitEveryRole() {
        var street = training("t1", "2021-04-09", "7", STREET);
        var city = training("t2", "2021-05-09", "1", CITY);

        assertFalse(assess(DAYS, learner(SECRETARY), "2022-01-01", street).levelOk());
        assertEquals(
                StudyStatus.NOT_MET,
                assess(DAYS, learner(SECRETARY), "2022-01-01", street).status());
        assertEquals(
                StudyStatus.MET,
                assess(DAYS, learner(WORKER), "2022-01-01", street).status());
        assertFalse(
                assess(DAYS, learner(WORKER, SECRETARY), "2022-01-01", street).levelOk());
        assertEquals(
                StudyStatus.MET,
                assess(DAYS, learner(WORKER, SECRETARY), "2022-01-01", street, city)
                        .status());
        assertTrue(assess(DAYS, learner(MEMBER), "2022-01-01").levelOk());
        assertFalse(assess(DAYS, learner(WORKER), "2022-01-01", training("t3", "2021-05-09", "7", null))
                .levelOk());
    }
}
