package cn.dangqun.domain.study;

import static cn.dangqun.domain.study.Studies.CITY;
import static cn.dangqun.domain.study.Studies.DAYS;
import static cn.dangqun.domain.study.Studies.HOURS;
import static cn.dangqun.domain.study.Studies.MEMBER;
import static cn.dangqun.domain.study.Studies.PROFILE;
import static cn.dangqun.domain.study.Studies.SECRETARY;
import static cn.dangqun.domain.study.Studies.WORKER;
import static cn.dangqun.domain.study.Studies.amount;
import static cn.dangqun.domain.study.Studies.assess;
import static cn.dangqun.domain.study.Studies.attended;
import static cn.dangqun.domain.study.Studies.credit;
import static cn.dangqun.domain.study.Studies.hours;
import static cn.dangqun.domain.study.Studies.learner;
import static cn.dangqun.domain.study.Studies.member;
import static cn.dangqun.domain.study.Studies.rules;
import static cn.dangqun.domain.study.Studies.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
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
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyAssessmentTest {
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

    @Tag("property")
    @Property
    void anEarlierDayNeverCreditsMore(
            @ForAll("credits") List<StudyCredit> credits,
            @ForAll @IntRange(max = 400) int day,
            @ForAll @IntRange(max = 60) int earlier) {
        var later = LocalDate.parse("2021-01-01").plusDays(day);
        var all = credits.toArray(StudyCredit[]::new);

        var then = member(later.minusDays(earlier).toString(), all);
        assertTrue(member(later.toString(), all).credited().reaches(then.credited()));
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
