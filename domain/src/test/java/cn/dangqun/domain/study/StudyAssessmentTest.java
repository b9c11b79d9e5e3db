package cn.dangqun.domain.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.rule.ProfileRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyAssessmentTest {
    private static final ProfileRef PROFILE = new ProfileRef("TRIAL", "7");
    private static final StudyRole MEMBER = new StudyRole("MEMBER");
    private static final StudyRole SECRETARY = new StudyRole("BRANCH_SECRETARY");
    private static final StudyRole WORKER = new StudyRole("COMMUNITY_WORKER");
    private static final TrainingLevel STREET = new TrainingLevel("STREET");
    private static final TrainingLevel CITY = new TrainingLevel("CITY");
    private static final StudyRules HOURS = rules(StudyUnit.HOUR, false, Proration.NONE);
    private static final StudyRules DAYS = rules(StudyUnit.DAY, false, Proration.NONE);

    private static StudyRules rules(StudyUnit unit, boolean frailExempt, Proration proration) {
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

    private static Learner learner(StudyRole... roles) {
        return new Learner(Set.of(roles), false, Optional.empty());
    }

    private static StudyVerdict assess(StudyRules rules, Learner learner, String asOf, StudyCredit... credits) {
        return StudyAssessment.assess(PROFILE, rules, learner, 2021, LocalDate.parse(asOf), Arrays.asList(credits));
    }

    private static StudyVerdict member(String asOf, StudyCredit... credits) {
        return assess(HOURS, learner(MEMBER), asOf, credits);
    }

    private static StudyAmount amount(String number) {
        return StudyAmount.of(new BigDecimal(number)).orElseThrow();
    }

    private static StudyCredit credit(
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
                Optional.ofNullable(hours).map(StudyAssessmentTest::amount),
                Optional.ofNullable(days).map(StudyAssessmentTest::amount),
                centralized,
                Optional.ofNullable(level));
    }

    private static StudyCredit hours(String id, String date, String hours) {
        return credit(id, date, CreditKind.COLLECTIVE, StudyAttendance.PRESENT, hours, null, false, null);
    }

    private static StudyCredit training(String id, String date, String days, TrainingLevel level) {
        return credit(id, date, CreditKind.COLLECTIVE, StudyAttendance.PRESENT, null, days, true, level);
    }

    private static StudyCredit attended(String id, StudyAttendance attendance) {
        return credit(id, "2021-03-01", CreditKind.COLLECTIVE, attendance, "4", null, true, CITY);
    }

    @Test
    void enoughHoursAreMetAfterTheYear() {
        var verdict = member("2022-01-01", hours("e1", "2021-01-01", "16"), hours("e2", "2021-12-31", "16"));

        assertEquals(StudyStatus.MET, verdict.status());
        assertEquals(amount("32"), verdict.credited());
        assertTrue(verdict.shortfall().isNone());
        assertEquals(PROFILE, verdict.profile());
        assertEquals(2021, verdict.year());
    }

    @Test
    void halfAnHourShortIsNotMet() {
        var verdict = member("2022-01-01", hours("e1", "2021-01-01", "31.5"));

        assertEquals(StudyStatus.NOT_MET, verdict.status());
        assertEquals("0.5", verdict.shortfall().toString());
    }

    @Test
    void nothingCarriesOverFromAnotherYear() {
        var verdict = member("2022-01-01", hours("e1", "2020-12-31", "16"), hours("e2", "2022-01-01", "16"));

        assertTrue(verdict.credited().isNone());
    }

    @ParameterizedTest
    @CsvSource({
        "PRESENT,4,1",
        "LATE,4,1",
        "MAKEUP_SIGNED,4,1",
        "CHECKED_IN_UNSIGNED,4,1",
        "MAKEUP_STUDIED,4,0",
        "NOT_ATTENDED,0,0"
    })
    void makingUpGivesHoursAndNothingElse(StudyAttendance attendance, String credited, int trainings) {
        var verdict = member("2022-01-01", attended("e1", attendance));

        assertEquals(amount(credited), verdict.credited());
        assertEquals(trainings, verdict.centralizedTrainings());
    }

    @Test
    void theSameActivityCountsOnceWithItsLargerAmount() {
        for (var order : List.of(List.of("4", "6"), List.of("6", "4"))) {
            var verdict = member(
                    "2022-01-01", hours("e1", "2021-03-01", order.get(0)), hours("e1", "2021-03-01", order.get(1)));
            assertEquals(amount("6"), verdict.credited());
        }
    }

    @Test
    void anAttendedCopyCountsBesideAnAbsentOne() {
        var verdict = member(
                "2022-01-01", attended("e1", StudyAttendance.NOT_ATTENDED), attended("e1", StudyAttendance.PRESENT));

        assertEquals(amount("4"), verdict.credited());
        assertEquals(1, verdict.centralizedTrainings());
    }

    @Test
    void theSameTrainingCountsOnce() {
        var verdict =
                member("2022-01-01", attended("e1", StudyAttendance.PRESENT), attended("e1", StudyAttendance.LATE));

        assertEquals(1, verdict.centralizedTrainings());
    }

    @Test
    void selfStudyIsRecordedNotCounted() {
        var verdict = member(
                "2022-01-01",
                hours("e1", "2021-01-10", "20"),
                credit("s1", "2021-11-05", CreditKind.SELF_STUDY, StudyAttendance.PRESENT, "15", null, true, null));

        assertEquals(amount("20"), verdict.credited());
        assertEquals(amount("15"), verdict.selfStudy());
        assertEquals(0, verdict.centralizedTrainings());
    }

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
    void daysBecomeHoursUnlessHoursAreGiven() {
        assertEquals(
                amount("12"),
                member("2022-01-01", training("t1", "2021-02-01", "1.5", null)).credited());
        var both = credit("t1", "2021-02-01", CreditKind.COLLECTIVE, StudyAttendance.PRESENT, "5", "2", true, null);
        assertEquals(amount("5"), member("2022-01-01", both).credited());
        var shortDays = new StudyRules(
                StudyUnit.HOUR,
                Map.of(MEMBER, 32),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                Proration.NONE,
                6);
        assertEquals(
                amount("12"),
                assess(shortDays, learner(MEMBER), "2022-01-01", training("t1", "2021-02-01", "2", null))
                        .credited());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-30,4,2,16",
        "2020-12-30,4,2,16",
        "2020-12-31,2.5,1.5,12",
        "2021-12-31,2.5,1,8",
        "2020-12-31,1,0,0",
        "2022-01-01,3,0,0",
        "2020-12-31,400,365,2920",
        "2021-06-01,0.5,0.5,4"
    })
    void eachTrainingDayBelongsToItsOwnYear(String date, String days, String inside, String asHours) {
        var training = training("t1", date, days, CITY);

        assertEquals(
                amount(inside),
                assess(DAYS, learner(SECRETARY), "2022-01-01", training).credited());
        assertEquals(amount(asHours), member("2022-01-01", training).credited());
    }

    @Test
    void aTrainingOverNewYearIsOneTrainingOfTheYearInWhichItBegan() {
        var before = assess(DAYS, learner(WORKER), "2022-01-01", training("t1", "2020-12-31", "6", CITY));
        assertEquals(0, before.centralizedTrainings());
        assertFalse(before.levelOk());
        assertEquals(amount("5"), before.credited());

        var after = assess(DAYS, learner(WORKER), "2022-01-01", training("t1", "2021-12-31", "6", CITY));
        assertEquals(1, after.centralizedTrainings());
        assertTrue(after.levelOk());
        assertEquals(amount("1"), after.credited());
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
    void whatComesAfterTheDayOfTheCheckIsNotCreditedYet() {
        var before = hours("e1", "2021-05-01", "24");
        var after = hours("e2", "2021-07-02", "8");

        var verdict = assess(HOURS, learner(SECRETARY), "2021-06-30", before, after);

        assertEquals(amount("24"), verdict.credited());
        assertEquals(Optional.of(amount("28")), verdict.checkpointRequired());
        assertEquals(StudyStatus.BEHIND, verdict.status());
        assertEquals(
                StudyStatus.ON_TRACK,
                assess(HOURS, learner(SECRETARY), "2021-07-02", before, after).status());
        assertEquals(
                0,
                assess(HOURS, learner(SECRETARY), "2021-06-30", training("t1", "2021-07-01", "1", null))
                        .centralizedTrainings());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-30,2022-01-02,4,,2,16",
        "2020-12-31,2021-01-01,2,,1,8",
        "2021-12-29,2022-01-01,2,,1.5,12",
        "2021-05-03,2021-05-05,3,,3,24",
        "2021-05-03,2021-05-05,1.5,,1.5,12",
        "2021-12-31,2022-01-01,2,12,1,6",
        "2021-05-03,2021-05-05,3,20,3,20"
    })
    void aCourseIsSplitOverTheDaysFromItsFirstToItsLast(
            String date, String dateTo, String days, String hours, String insideDays, String insideHours) {
        var course = course(date, dateTo, hours, days);

        assertEquals(
                amount(insideDays),
                assess(DAYS, learner(WORKER), "2022-06-01", course).credited());
        assertEquals(amount(insideHours), member("2022-06-01", course).credited());
    }

    @Test
    void ofACourseUnderWayOnlyTheDaysUntilNowCount() {
        var course = course("2021-06-29", "2021-07-02", null, "4");

        assertEquals(
                amount("2"), assess(DAYS, learner(WORKER), "2021-06-30", course).credited());
        assertThrows(IllegalArgumentException.class, () -> course("2021-06-29", "2021-06-28", null, "1"));
    }

    private static StudyCredit course(String date, String dateTo, String hours, String days) {
        return new StudyCredit(
                new ActivityId("t1"),
                LocalDate.parse(date),
                Optional.of(LocalDate.parse(dateTo)),
                CreditKind.COLLECTIVE,
                StudyAttendance.PRESENT,
                Optional.ofNullable(hours).map(StudyAssessmentTest::amount),
                Optional.of(amount(days)),
                true,
                Optional.of(CITY));
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

    @ParameterizedTest
    @CsvSource({
        "2021-06-29,16,PENDING",
        "2021-06-30,16,ON_TRACK",
        "2021-06-30,15.5,BEHIND",
        "2021-12-31,40,ON_TRACK",
        "2022-01-01,31.5,NOT_MET"
    })
    void halfIsDueAtTheCheckpoint(String asOf, String credited, StudyStatus status) {
        assertEquals(status, member(asOf, hours("e1", "2021-02-01", credited)).status());
    }

    @Test
    void withoutACheckpointTheYearStaysOpen() {
        assertEquals(
                StudyStatus.PENDING, assess(DAYS, learner(WORKER), "2021-12-31").status());
    }

    @ParameterizedTest
    @CsvSource({"2021-09-12,11", "2021-01-31,32", "2020-09-12,32", "2021-12-01,3", "2022-01-01,0", "2021-02-01,30"})
    void whoJoinsDuringTheYearOwesThePartWhereTheProfileProrates(String joinedOn, String required) {
        var joiner = new Learner(Set.of(MEMBER), false, Optional.of(LocalDate.parse(joinedOn)));

        assertEquals(
                amount(required),
                assess(rules(StudyUnit.HOUR, false, Proration.MONTHLY_CEIL), joiner, "2022-01-01")
                        .required());
        assertEquals(amount("32"), assess(HOURS, joiner, "2022-01-01").required());
    }

    @Test
    void frailMembersAreVisitedInsteadWhereTheProfileExemptsThem() {
        var frail = new Learner(Set.of(SECRETARY), true, Optional.empty());
        var visit = credit("v1", "2021-03-01", CreditKind.HOME_VISIT, StudyAttendance.PRESENT, null, null, false, null);
        var lastYear =
                credit("v2", "2020-03-01", CreditKind.HOME_VISIT, StudyAttendance.PRESENT, null, null, false, null);

        var lecture = hours("e1", "2021-05-01", "2");

        var exempt = assess(
                rules(StudyUnit.HOUR, true, Proration.NONE), frail, "2022-01-01", visit, visit, lastYear, lecture);

        assertEquals(StudyStatus.EXEMPT, exempt.status());
        assertTrue(exempt.required().isNone());
        assertEquals(0, exempt.centralizedRequired());
        assertEquals(1, exempt.homeVisits());
        assertTrue(assess(rules(StudyUnit.DAY, true, Proration.NONE), frail, "2022-01-01")
                .levelOk());
        assertEquals(
                StudyStatus.NOT_MET, assess(HOURS, frail, "2022-01-01", visit).status());
        var strong = new Learner(Set.of(MEMBER), false, Optional.empty());
        assertEquals(
                StudyStatus.NOT_MET,
                assess(rules(StudyUnit.HOUR, true, Proration.NONE), strong, "2022-01-01")
                        .status());
    }

    @Test
    void everyStatusIsReachable() {
        var frail = new Learner(Set.of(MEMBER), true, Optional.empty());
        var reached = Set.of(
                member("2022-01-01", hours("e1", "2021-02-01", "32")).status(),
                member("2022-01-01").status(),
                member("2021-06-30", hours("e1", "2021-02-01", "32")).status(),
                member("2021-06-30").status(),
                member("2021-06-29").status(),
                assess(rules(StudyUnit.HOUR, true, Proration.NONE), frail, "2022-01-01")
                        .status());

        assertEquals(EnumSet.allOf(StudyStatus.class), reached);
    }

    @Tag("property")
    @Property
    void theOrderAndRepetitionOfCreditsDoNotMatter(@ForAll("credits") List<StudyCredit> credits, @ForAll long seed) {
        var shuffled = new ArrayList<>(credits);
        shuffled.addAll(credits);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                member("2022-01-01", credits.toArray(StudyCredit[]::new)),
                member("2022-01-01", shuffled.toArray(StudyCredit[]::new)));
    }

    @Tag("property")
    @Property
    void oneMoreCreditNeverTakesHoursAway(@ForAll("credits") List<StudyCredit> credits) {
        var all = member("2022-01-01", credits.toArray(StudyCredit[]::new)).credited();
        var fewer = member("2022-01-01", credits.stream().skip(1).toArray(StudyCredit[]::new))
                .credited();

        assertTrue(all.reaches(fewer));
    }

    @Provide
    Arbitrary<List<StudyCredit>> credits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(-60, 420),
                        Arbitraries.of(CreditKind.class),
                        Arbitraries.of(StudyAttendance.class),
                        Arbitraries.integers().between(0, 16))
                .as((id, day, kind, attendance, halves) -> new StudyCredit(
                        new ActivityId("e" + id),
                        LocalDate.parse("2021-01-01").plusDays(day),
                        kind,
                        attendance,
                        Optional.of(new StudyAmount(halves)),
                        Optional.empty(),
                        halves % 2 == 0,
                        Optional.empty()))
                .list()
                .ofMaxSize(20);
    }

    @Test
    void knowsWhomARequirementConcerns() {
        assertTrue(HOURS.concerns(List.of(WORKER, MEMBER)));
        assertFalse(HOURS.concerns(List.of(WORKER)));
    }

    @Test
    void refusesImpossibleNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint(MonthDay.of(6, 30), 0, 2));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint(MonthDay.of(6, 30), 3, 2));
        assertEquals(1, new Checkpoint(MonthDay.of(6, 30), 1, 1).den());
        assertThrows(IllegalArgumentException.class, () -> hoursPerDay(0));
        assertThrows(IllegalArgumentException.class, () -> hoursPerDay(25));
        assertEquals(24, hoursPerDay(24).hoursPerDay());
        assertEquals(1, hoursPerDay(1).hoursPerDay());
        assertThrows(IllegalArgumentException.class, () -> new StudyRole(" "));
        assertThrows(IllegalArgumentException.class, () -> new TrainingLevel(""));
        assertEquals(
                "CITY MEMBER",
                Set.of(CITY).stream().map(TrainingLevel::toString).collect(Collectors.joining()) + " " + MEMBER);
    }

    private static StudyRules hoursPerDay(int hours) {
        return new StudyRules(
                StudyUnit.HOUR,
                Map.of(MEMBER, 32),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                Proration.NONE,
                hours);
    }
}
