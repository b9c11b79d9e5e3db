package cn.dangqun.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.queue.Appointment.Standing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A place is kept from when it is taken until a quarter of an hour after its time; then it is somebody else's.
class AppointmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final LocalTime TWO = LocalTime.of(14, 0);

    private static AppointmentDay day(LocalTime from, LocalTime to, int minutes) {
        return new AppointmentDay("d", new ServiceId("reception"), DAY, from, to, minutes, 2, "", Optional.empty());
    }

    private static Appointment at(LocalTime time) {
        return Appointment.made(
                new AppointmentId("0".repeat(16)),
                new AppointmentCode("012345"),
                "d",
                new ServiceId("reception"),
                DAY,
                time);
    }

    @Test
    void hasTheTimesThatFit() {
        assertEquals(
                List.of(TWO, LocalTime.of(14, 20), LocalTime.of(14, 40)),
                day(TWO, LocalTime.of(15, 10), 20).times());
        assertEquals(
                List.of(LocalTime.of(22, 0), LocalTime.of(22, 50)),
                day(LocalTime.of(22, 0), LocalTime.of(23, 59), 50).times());
        assertThrows(IllegalArgumentException.class, () -> day(TWO, LocalTime.of(14, 10), 20));
        assertThrows(IllegalArgumentException.class, () -> day(LocalTime.of(23, 50), LocalTime.of(23, 59), 20));
    }

    @Property
    void everyTimeFitsAndNoneMoreWould(
            @ForAll @IntRange(max = 1438) int from, @ForAll @IntRange(min = 5, max = 240) int minutes) {
        var start = LocalTime.ofSecondOfDay(from * 60L);
        var end = LocalTime.of(23, 59);
        if (from + minutes > 1439) {
            return;
        }
        var times = day(start, end, minutes).times();
        assertEquals((1439 - from) / minutes, times.size());
        assertEquals(start, times.getFirst());
    }

    @Test
    void isMadeAheadOfItsTimeOnly() {
        var plan = day(TWO, LocalTime.of(15, 0), 20);
        assertTrue(plan.isAhead(TWO, DAY.atTime(13, 59, 59)));
        assertFalse(plan.isAhead(TWO, DAY.atTime(TWO)));
        assertFalse(plan.isAhead(LocalTime.of(14, 10), DAY.atTime(8, 0)), "no such time");
        var off = new AppointmentDay("d", plan.service(), DAY, TWO, LocalTime.of(15, 0), 20, 2, "", Optional.of("外出"));
        assertFalse(off.isAhead(TWO, DAY.atTime(8, 0)));
    }

    @Test
    void isKeptUntilAQuarterOfAnHourAfterItsTime() {
        var one = at(TWO);
        assertEquals(Standing.TOO_EARLY, one.standing(DAY.atTime(13, 29, 59)));
        assertEquals(Standing.DUE, one.standing(DAY.atTime(13, 30)));
        assertEquals(Standing.DUE, one.standing(DAY.atTime(14, 15)));
        assertEquals(Standing.MISSED, one.standing(DAY.atTime(14, 15, 1)));
        assertTrue(one.holdsPlace(DAY.atTime(14, 15)));
        assertFalse(one.holdsPlace(DAY.atTime(14, 16)));
        assertFalse(one.off().holdsPlace(DAY.atTime(8, 0)));
    }

    @Test
    void whoCameKeepsThePlaceAndAwaitsNoNumber() {
        var first = new TicketId("1".repeat(16));
        var here = at(TWO).arrived(first);
        LocalDateTime evening = DAY.atTime(18, 0);
        assertTrue(here.holdsPlace(evening));
        assertFalse(here.awaitsNumber(evening));
        assertTrue(at(TWO).awaitsNumber(DAY.atTime(8, 0)));
        assertEquals(
                Optional.of(first), here.arrived(new TicketId("2".repeat(16))).ticket());
    }

    @Test
    void theCodeIsReadInTwosOfThree() {
        assertEquals("012 345", new AppointmentCode("012345").spaced());
        assertEquals("AppointmentCode[******]", new AppointmentCode("012345").toString());
        assertThrows(IllegalArgumentException.class, () -> new AppointmentCode("12345"));
    }
}
