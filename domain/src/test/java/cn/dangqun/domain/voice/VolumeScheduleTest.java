package cn.dangqun.domain.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.voice.VolumeSchedule.Day;
import cn.dangqun.domain.voice.VolumeSchedule.Part;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeScheduleTest {
    private static final int MINUTES = 24 * 60;

    @ParameterizedTest
    @CsvSource({"07:59, 0", "08:00, 80", "11:59, 80", "12:00, 30", "13:59, 30", "14:00, 80", "20:00, 0", "00:00, 0"})
    void eachStepHoldsUntilTheNextAroundMidnight(LocalTime time, int percent) {
        var schedule = VolumeSchedule.of("08:00=80 12:00=30 14:00=80 20:00=0");

        assertEquals(percent, schedule.percentAt(time));
    }

    @Test
    void singleNumberHoldsAllDay() {
        assertEquals(65, VolumeSchedule.of("65").percentAt(LocalTime.of(3, 0)));
        assertEquals(new Day(List.of(), 65), VolumeSchedule.of("65").day());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "101", "08:00=101", "08:00=-1", "8=50", "25:00=50", "08:00="})
    void refusesWhatIsNoSchedule(String text) {
        assertThrows(IllegalArgumentException.class, () -> VolumeSchedule.of(text));
    }

    @Test
    void saysItselfInPartsOfTheDay() {
        var office = VolumeSchedule.of("08:00=80 12:00=30 14:00=80 20:00=0");

        assertEquals(
                List.of(part("08:00", "12:00", 80), part("12:00", "14:00", 30), part("14:00", "20:00", 80)),
                office.day().parts());
        assertEquals(0, office.day().otherwise());
        assertEquals(
                new Day(List.of(part("06:00", "22:00", 80)), 0), nightAndFull().day());
    }

    private static VolumeSchedule nightAndFull() {
        return VolumeSchedule.of(new Day(
                List.of(part("22:00", "06:00", 0), part("08:00", "09:00", 80), part("10:00", "11:00", 80)), 80));
    }

    @Test
    void refusesPartsThatOverlapOrAreEmpty() {
        var night = part("20:00", "08:00", 0);
        var early = part("07:00", "09:00", 80);

        assertThrows(IllegalArgumentException.class, () -> VolumeSchedule.of(new Day(List.of(night, early), 50)));
        assertThrows(IllegalArgumentException.class, () -> part("08:00", "08:00", 80));
    }

    /// Every minute against the parts themselves; written, read and said again it is the same.
    @Test
    void soundsAsItsPartsSayAndFitsIntoFourOfThem() {
        var random = new Random(49);
        for (int run = 0; run < 300; run++) {
            var day = day(random);
            var schedule = VolumeSchedule.of(day);

            for (int minute = 0; minute < MINUTES; minute += 5) {
                assertEquals(expected(day, at(minute)), schedule.percentAt(at(minute)), day + " at " + at(minute));
            }
            assertEquals(schedule, VolumeSchedule.of(schedule.toString()));
            assertEquals(schedule, VolumeSchedule.of(schedule.day()));
            assertTrue(schedule.day().parts().size() <= VolumeSchedule.USUAL_PARTS, day + " became " + schedule.day());
        }
    }

    private static Day day(Random random) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < 6 && parts.size() < 4; i++) {
            int from = random.nextInt(MINUTES / 30) * 30;
            int length = (1 + random.nextInt(16)) * 30;
            var part = new Part(at(from), at((from + length) % MINUTES), random.nextInt(3) * 50);
            if (parts.stream().noneMatch(part::overlaps)) {
                parts.add(part);
            }
        }
        return new Day(parts, random.nextInt(3) * 50);
    }

    private static int expected(Day day, LocalTime time) {
        int minute = minutes(time);
        return day.parts().stream()
                .filter(part -> Math.floorMod(minute - minutes(part.from()), MINUTES)
                        < Math.floorMod(minutes(part.to()) - minutes(part.from()), MINUTES))
                .map(Part::percent)
                .findFirst()
                .orElse(day.otherwise());
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime at(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private static Part part(String from, String to, int percent) {
        return new Part(LocalTime.parse(from), LocalTime.parse(to), percent);
    }
}
