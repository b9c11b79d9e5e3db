package cn.dangqun.domain.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static Optional<String> day(Schedule schedule, String period, DutyBearer bearer) {
        return schedule.targetIn(Period.parse(period).orElseThrow(), bearer)
                .map(target -> target.day() + (target.fixedDay() ? " fixed" : " deadline"));
    }

    private static Optional<String> day(Schedule schedule, String period) {
        return day(schedule, period, Street.branch());
    }

    @ParameterizedTest
    @CsvSource({
        "1,2021-03,2021-03-01",
        "10,2021-03,2021-03-10",
        "31,2021-02,2021-02-28",
        "29,2024-02,2024-02-29",
        "31,2021-01,2021-01-31"
    })
    void theSameDayEachMonthOrItsLast(int day, String period, String expected) {
        assertEquals(Optional.of(expected + " fixed"), day(new Schedule.DayOfMonth(day), period));
    }

    @Test
    void theOwnDayIsTheBranchsAffair() {
        assertEquals(Optional.of("2021-03-15 fixed"), day(new Schedule.OwnDay(), "2021-03"));
        assertEquals(
                Optional.empty(), day(new Schedule.OwnDay(), "2021-03", Street.ofClass(OrganizationClass.COMMUNITY)));
    }

    @ParameterizedTest
    @CsvSource({
        "1,FRIDAY,2021-01,2021-01-01",
        "1,FRIDAY,2021-02,2021-02-05",
        "4,MONDAY,2021-02,2021-02-22",
        "2,SUNDAY,2021-08,2021-08-08"
    })
    void theNthWeekdayOfTheMonth(int n, DayOfWeek weekday, String period, String expected) {
        assertEquals(Optional.of(expected + " fixed"), day(new Schedule.NthWeekday(n, weekday), period));
    }

    @Test
    void agenciesAndCommunitiesHaveTheirOwnDays() {
        var schedule = new Schedule.ByOrgClass(Map.of(
                OrganizationClass.COMMUNITY, new Schedule.DayOfMonth(10),
                OrganizationClass.AGENCY, new Schedule.NthWeekday(1, DayOfWeek.FRIDAY)));

        assertEquals(
                Optional.of("2021-03-10 fixed"), day(schedule, "2021-03", Street.ofClass(OrganizationClass.COMMUNITY)));
        assertEquals(
                Optional.of("2021-03-05 fixed"), day(schedule, "2021-03", Street.ofClass(OrganizationClass.AGENCY)));
        assertEquals(Optional.empty(), day(schedule, "2021-03", Street.ofClass(OrganizationClass.NEW_ORG)));
    }

    @Test
    void aDeadlineInsideTheYear() {
        assertEquals(Optional.of("2021-03-31 deadline"), day(new Schedule.Before(MonthDay.of(3, 31)), "2021"));
    }

    @ParameterizedTest
    @CsvSource({"2021Q1,2021-04-05", "2021Q2,2021-07-06", "2021Q3,2021-10-07", "2021Q4,2022-01-08"})
    void aDeadlineAfterEachQuarter(String period, String expected) {
        var schedule = new Schedule.AfterPeriod(
                List.of(MonthDay.of(4, 5), MonthDay.of(7, 6), MonthDay.of(10, 7), MonthDay.of(1, 8)));

        assertEquals(Optional.of(expected + " deadline"), day(schedule, period));
    }

    @ParameterizedTest
    @CsvSource({"2021H1,2021-07-10", "2021H2,2022-01-10"})
    void aDeadlineAfterEachHalf(String period, String expected) {
        var schedule = new Schedule.AfterPeriod(List.of(MonthDay.of(7, 10), MonthDay.of(1, 10)));

        assertEquals(Optional.of(expected + " deadline"), day(schedule, period));
    }

    @Test
    void aDeadlineAfterThePeriodNeverLiesInsideIt() {
        assertEquals(
                Optional.of("2022-01-31 deadline"), day(new Schedule.AfterPeriod(List.of(MonthDay.of(1, 31))), "2021"));
        assertEquals(
                Optional.of("2021-07-01 deadline"),
                day(new Schedule.AfterPeriod(List.of(MonthDay.of(7, 1))), "2021H1"));
        assertEquals(
                Optional.of("2022-06-30 deadline"),
                day(new Schedule.AfterPeriod(List.of(MonthDay.of(6, 30))), "2021H1"));
    }

    @Test
    void refusesDaysThatDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule.DayOfMonth(0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.DayOfMonth(32));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.NthWeekday(0, DayOfWeek.FRIDAY));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.NthWeekday(5, DayOfWeek.FRIDAY));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.AfterPeriod(List.of()));
    }

    @Test
    void conditionsAskOnlyForWhatTheyName() {
        var community = Street.branch();
        var agency = Street.ofClass(OrganizationClass.AGENCY);

        assertTrue(new Condition.Always().holdsFor(agency));
        assertTrue(new Condition.HasCommittee().holdsFor(community));
        assertFalse(new Condition.HasCommittee().holdsFor(agency));
        assertFalse(new Condition.HasGroups().holdsFor(community));
        assertTrue(new Condition.HasGroups().holdsFor(Street.branch("G1")));
        assertTrue(new Condition.LevelIn(Set.of(OrganizationLevel.BRANCH)).holdsFor(community));
        assertFalse(new Condition.LevelIn(Set.of(OrganizationLevel.COMMITTEE)).holdsFor(community));
        assertTrue(new Condition.ClassIn(Set.of(OrganizationClass.AGENCY)).holdsFor(agency));
        assertFalse(new Condition.ClassIn(Set.of(OrganizationClass.AGENCY)).holdsFor(community));
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> Street.limits(Street.monthly(), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Street.limits(Street.monthly(), 2, 1));
        assertThrows(IllegalArgumentException.class, () -> Street.grace(Street.monthly(), -1));
        assertThrows(IllegalArgumentException.class, () -> remind(-1));
        assertEquals(0, remind(0).remindDaysBefore());
        assertThrows(IllegalArgumentException.class, () -> new DutyCode("theme day"));
        assertEquals("THEME_DAY", new DutyCode("THEME_DAY").toString());
        assertThrows(IllegalArgumentException.class, () -> themeDay(0));
        assertThrows(IllegalArgumentException.class, () -> themeDay(32));
        assertEquals(OptionalInt.of(31), themeDay(31).themeDay());
        assertEquals(OptionalInt.of(1), themeDay(1).themeDay());
    }

    private static DutyRule remind(int days) {
        return new DutyRule(
                Street.DUTY,
                Optional.empty(),
                Optional.empty(),
                PeriodKind.MONTH,
                1,
                OptionalInt.empty(),
                DutyScope.BRANCH,
                new Condition.Always(),
                Optional.empty(),
                0,
                days,
                false,
                Optional.empty());
    }

    private static DutyBearer themeDay(int day) {
        return new DutyBearer(
                Street.BRANCH,
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                true,
                List.of(),
                Map.of(),
                OptionalInt.of(day),
                Optional.<LocalDate>empty(),
                Optional.empty());
    }
}
