package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.period.PeriodKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicityCycleTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-11-26, 2026-12-31, false",
        "2026-10-01, 2026-11-26, 2027-03-31, false",
        "2026-06-30, 2026-10-01, 2026-09-30, true",
        "2026-06-30, 2026-09-30, 2026-09-30, false"
    })
    void renewsAQuarterlyColumnOnceInEveryQuarter(LocalDate last, LocalDate today, LocalDate due, boolean overdue) {
        var standing = Walls.quarterly().standing(Optional.of(last), today);

        assertEquals(new PublicityState(Optional.of(last), due, overdue), standing);
    }

    @Example
    void asksForFeesByTheTenthOfJanuaryAndJuly() {
        var fees = new PublicityCycle(PeriodKind.HALF_YEAR, OptionalInt.of(10));

        var standing = fees.standing(Optional.of(LocalDate.parse("2026-07-08")), LocalDate.parse("2027-01-10"));
        assertEquals(LocalDate.parse("2027-01-10"), standing.nextDue());
        assertFalse(standing.isOverdue());
        assertTrue(fees.standing(standing.lastUpdate(), LocalDate.parse("2027-01-11"))
                .isOverdue());
    }

    @Example
    void givesAColumnThatNeverHungTheRestOfThisPeriod() {
        var standing = Walls.quarterly().standing(Optional.empty(), Walls.TODAY);

        assertEquals(LocalDate.parse("2026-12-31"), standing.nextDue());
        assertFalse(standing.isOverdue());
    }

    @Tag("property")
    @Property(tries = 500)
    void isNeverOverdueOnTheDayItWasRenewedAndAlwaysIsTwoYearsLater(
            @ForAll PeriodKind kind, @ForAll @IntRange(min = 0, max = 3000) int days) {
        var day = LocalDate.parse("2020-01-01").plusDays(days);
        var cycle = new PublicityCycle(kind, OptionalInt.empty());

        assertFalse(cycle.standing(Optional.of(day), day).isOverdue());
        assertTrue(cycle.standing(Optional.of(day), day.plusYears(2)).isOverdue());
    }
}
