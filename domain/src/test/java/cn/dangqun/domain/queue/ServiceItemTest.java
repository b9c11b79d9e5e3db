package cn.dangqun.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceItemTest {
    private static final OpeningHours HOURS = new OpeningHours(List.of(
            new OpeningHours.Shift(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30), LocalTime.of(11, 30)),
            new OpeningHours.Shift(Set.of(DayOfWeek.FRIDAY), LocalTime.of(13, 30), LocalTime.of(17, 0))));

    @Test
    void isOpenFromTheFirstMinuteAndClosedFromTheLast() {
        assertFalse(HOURS.isOpenAt(friday("08:29:59"), OpeningCalendar.NONE));
        assertTrue(HOURS.isOpenAt(friday("08:30"), OpeningCalendar.NONE));
        assertTrue(HOURS.isOpenAt(friday("11:29:59"), OpeningCalendar.NONE));
        assertFalse(HOURS.isOpenAt(friday("11:30"), OpeningCalendar.NONE));
    }

    @Test
    void saysWhenItOpensNext() {
        assertEquals(friday("08:30"), HOURS.opensAfter(friday("07:00"), OpeningCalendar.NONE));
        assertEquals(friday("13:30"), HOURS.opensAfter(friday("12:00"), OpeningCalendar.NONE));
        assertEquals(friday("08:30").plusDays(3), HOURS.opensAfter(friday("17:00"), OpeningCalendar.NONE));
    }

    /// 2026: seven days of 国庆节, made up for on Saturday 10 October.
    @Test
    void isClosedOnHolidaysAndOpenOnTheDayThatMakesUpForThem() {
        var days = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> LocalDate.of(2026, 10, day))
                .collect(Collectors.toMap(day -> day, _ -> (OtherDay) new OtherDay.Closed()));
        days.put(LocalDate.of(2026, 10, 10), new OtherDay.Like(DayOfWeek.FRIDAY));
        var calendar = new OpeningCalendar(days);

        assertFalse(HOURS.isOpenAt(LocalDateTime.parse("2026-10-02T09:00"), calendar));
        assertTrue(HOURS.isOpenAt(LocalDateTime.parse("2026-10-10T14:00"), calendar));
        assertFalse(HOURS.isOpenAt(LocalDateTime.parse("2026-10-10T12:00"), calendar));
        assertFalse(HOURS.isOpenAt(LocalDateTime.parse("2026-10-10T14:00"), OpeningCalendar.NONE));
        assertEquals(
                LocalDateTime.parse("2026-10-09T08:30"),
                HOURS.opensAfter(LocalDateTime.parse("2026-10-01T09:00"), calendar));
        assertEquals(
                LocalDateTime.parse("2026-10-10T08:30"),
                HOURS.opensAfter(LocalDateTime.parse("2026-10-09T17:00"), calendar));
    }

    @Test
    void opensSomeDayAfterHoweverManyHolidays() {
        var begins = LocalDate.of(2027, 1, 1);
        var calendar = new OpeningCalendar(IntStream.range(0, OpeningCalendar.MOST)
                .mapToObj(begins::plusDays)
                .collect(Collectors.toMap(day -> day, _ -> new OtherDay.Closed())));

        var opens = HOURS.opensAfter(begins.atStartOfDay(), calendar);

        assertEquals(LocalDate.of(2028, 1, 3), opens.toLocalDate());
    }

    @Test
    void numbersHaveALetterAndThreeDigits() {
        assertEquals("A012", new TicketNumber(OptionalInt.empty(), 'A', 12).text());
        assertEquals("2A012", new TicketNumber(OptionalInt.of(2), 'A', 12).text());
        for (var text : List.of("A001", "Z999", "9B050")) {
            assertEquals(text, TicketNumber.parse(text).text());
        }
        for (var text : List.of("A000", "A1", "0A001", "a001", "A0001", "AA001", "")) {
            assertThrows(IllegalArgumentException.class, () -> TicketNumber.parse(text), text);
        }
    }

    @Test
    void theMedianIsNotMovedByOneLongService() {
        var recent = List.of(4, 5, 5, 6, 90).stream().map(Duration::ofMinutes).toList();

        // 20 minutes, give or take three tenths, to the next five minutes outwards
        assertEquals(new Estimate(10, 30), Estimate.of(4, 1, recent, Duration.ofMinutes(10)));
    }

    @Test
    void twoWindowsHalveTheTime() {
        var one = Estimate.of(8, 1, List.of(), Duration.ofMinutes(10));
        var two = Estimate.of(8, 2, List.of(), Duration.ofMinutes(10));

        assertEquals(new Estimate(55, 105), one);
        assertEquals(new Estimate(25, 55), two);
    }

    @Test
    void onlyTheLastTwentyCount() {
        var recent = IntStream.range(0, 60)
                .mapToObj(i -> Duration.ofMinutes(i < Estimate.SAMPLES ? 2 : 50))
                .toList();

        assertEquals(new Estimate(2, 6), Estimate.of(2, 1, recent, Duration.ofMinutes(10)));
    }

    @Test
    void tooFewServicesSayNothing() {
        var recent = List.of(Duration.ofMinutes(60));

        assertEquals(new Estimate(7, 13), Estimate.of(1, 1, recent, Duration.ofMinutes(10)));
    }

    private static LocalDateTime friday(String time) {
        return LocalDateTime.of(2026, 7, 10, 0, 0).with(LocalTime.parse(time));
    }
}
