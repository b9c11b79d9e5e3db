package cn.dangqun.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.rule.RuleId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class YearCalendarTest {
    private static FixedDate date(String code, Recurrence when) {
        return new FixedDate(code, "样例事项", when, DateOwner.BRANCH, new RuleId("R-131"));
    }

    private static List<String> days(Recurrence when, String from, String to) {
        return new YearCalendar(List.of(date("X", when)))
                .between(LocalDate.parse(from), LocalDate.parse(to)).stream()
                        .map(entry -> entry.day().toString())
                        .toList();
    }

    @Test
    void feesArePublishedTwiceAYear() {
        var fees = new Recurrence.Yearly(List.of(MonthDay.of(7, 10), MonthDay.of(1, 10)));

        assertEquals(List.of("2021-01-10", "2021-07-10", "2022-01-10"), days(fees, "2021-01-10", "2022-01-10"));
        assertEquals(List.of("2021-07-10"), days(fees, "2021-01-11", "2022-01-09"));
    }

    @Test
    void monthsEndOnTheirLastDay() {
        assertEquals(
                List.of("2024-01-31", "2024-02-29", "2024-03-31"),
                days(new Recurrence.MonthEnd(), "2024-01-01", "2024-03-31"));
    }

    @Test
    void quartersEndFourTimesAYear() {
        assertEquals(
                List.of("2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"),
                days(new Recurrence.QuarterEnd(), "2021-01-01", "2021-12-31"));
    }

    @Test
    void theMonthlyReportIsDueOnTheFirst() {
        assertEquals(List.of("2021-12-01", "2022-01-01"), days(new Recurrence.Monthly(1), "2021-11-02", "2022-01-31"));
        assertThrows(IllegalArgumentException.class, () -> new Recurrence.Monthly(0));
        assertThrows(IllegalArgumentException.class, () -> new Recurrence.Monthly(29));
        assertEquals(28, new Recurrence.Monthly(28).day());
    }

    @Test
    void aReceptionDayComesEveryWeekAcrossTheYears() {
        var mondays = new Recurrence.Weekly(DayOfWeek.MONDAY);

        assertEquals(List.of("2021-12-27", "2022-01-03"), days(mondays, "2021-12-21", "2022-01-09"));
        assertEquals(52, mondays.daysIn(2021).size());
        assertEquals(LocalDate.parse("2018-01-01"), mondays.daysIn(2018).getFirst());
    }

    @Test
    void entriesComeByDay() {
        var calendar = new YearCalendar(List.of(
                date("B", new Recurrence.Yearly(List.of(MonthDay.of(12, 31)))),
                date("A", new Recurrence.Yearly(List.of(MonthDay.of(3, 31))))));

        var codes = calendar.between(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31")).stream()
                .map(entry -> entry.date().code())
                .toList();

        assertEquals(List.of("A", "B"), codes);
    }

    @Test
    void aFixedDateHasACodeAndAName() {
        var when = new Recurrence.MonthEnd();
        var rule = new RuleId("R-131");
        assertThrows(IllegalArgumentException.class, () -> new FixedDate(" ", "名称", when, DateOwner.STREET, rule));
        assertThrows(IllegalArgumentException.class, () -> new FixedDate("X", "", when, DateOwner.STREET, rule));
    }
}
