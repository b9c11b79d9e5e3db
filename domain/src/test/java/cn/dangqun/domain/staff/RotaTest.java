package cn.dangqun.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import cn.dangqun.domain.staff.Rota.Dated;
import cn.dangqun.domain.staff.Rota.Turn;
import cn.dangqun.domain.staff.Rota.Weekly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Turn MORNING = new Turn("a", LocalTime.of(8, 30), LocalTime.of(12, 0));
    private static final Turn AFTERNOON = new Turn("b", LocalTime.of(13, 30), LocalTime.of(17, 30));
    private static final Rota ROTA = new Rota(
            List.of(new Weekly(WORKING_DAYS, AFTERNOON), new Weekly(WORKING_DAYS, MORNING)),
            List.of(),
            new OpeningCalendar(Map.of(
                    LocalDate.of(2026, 10, 1),
                    new OtherDay.Closed(),
                    LocalDate.of(2026, 10, 10),
                    new OtherDay.Like(DayOfWeek.FRIDAY))));

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }

    @Test
    void knowsWhoIsOnDutyNowAndNotOnlyToday() {
        assertEquals(List.of(MORNING), ROTA.at(at("2026-11-30T08:30")));
        assertEquals(List.of(), ROTA.at(at("2026-11-30T12:00")));
        assertEquals(List.of(AFTERNOON), ROTA.at(at("2026-11-30T13:30")));
        assertEquals(List.of(), ROTA.at(at("2026-11-30T20:48")));
        assertEquals(List.of(MORNING, AFTERNOON), ROTA.on(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void saysWhenSomebodyComesNext() {
        assertEquals(Optional.of(at("2026-11-30T13:30")), ROTA.nextAfter(at("2026-11-30T12:00")));
        assertEquals(Optional.of(at("2026-11-30T08:30")), ROTA.nextAfter(at("2026-11-27T20:48")));
        assertEquals(Optional.empty(), Rota.NONE.nextAfter(at("2026-11-27T20:48")));
    }

    @Test
    void followsHolidaysAndTheDaysThatMakeUpForThem() {
        assertEquals(List.of(), ROTA.on(LocalDate.of(2026, 10, 1)));
        assertEquals(List.of(MORNING), ROTA.at(at("2026-10-10T09:00")));
    }

    @Test
    void letsWhatIsArrangedForADayStandForAllOfIt() {
        var substitute = new Turn("c", LocalTime.of(9, 0), LocalTime.of(11, 0));
        var rota = new Rota(ROTA.weekly(), List.of(new Dated(LocalDate.of(2026, 10, 1), substitute)), ROTA.calendar());

        assertEquals(List.of(substitute), rota.on(LocalDate.of(2026, 10, 1)));
        assertEquals(List.of(MORNING), rota.at(at("2026-10-08T09:00")));
    }

    @Test
    void forgetsTheTurnsOfSomebodyWhoLeft() {
        assertEquals(List.of(AFTERNOON), ROTA.without("a").on(LocalDate.of(2026, 11, 30)));
        assertTrue(ROTA.without("a").without("b").isBlank());
    }
}
