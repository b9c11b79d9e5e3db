package cn.dangqun.domain.study;

import static cn.dangqun.domain.study.Studies.CITY;
import static cn.dangqun.domain.study.Studies.DAYS;
import static cn.dangqun.domain.study.Studies.MEMBER;
import static cn.dangqun.domain.study.Studies.SECRETARY;
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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDaysTest {
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
                Optional.ofNullable(hours).map(Studies::amount),
                Optional.of(amount(days)),
                true,
                Optional.of(CITY));
    }
}
