package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.period.Period;
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
    private static final LocalDate LONG_AGO = LocalDate.parse("2010-01-01");
    private static final PublicityCycle FEES = new PublicityCycle(PeriodKind.HALF_YEAR, OptionalInt.of(10));

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-11-26, 2026-12-31, 0",
        "2026-10-01, 2026-11-26, 2027-03-31, 0",
        "2026-06-30, 2026-10-01, 2026-09-30, 1",
        "2026-06-30, 2027-01-01, 2026-09-30, 2",
        "2026-06-30, 2026-09-30, 2026-09-30, 0"
    })
    void renewsAQuarterlyColumnOnceInEveryQuarter(LocalDate last, LocalDate today, LocalDate due, int missed) {
        var standing = Walls.quarterly().standing(Optional.of(last), LONG_AGO, today);

        assertEquals(new PublicityState(Optional.of(last), due, missed), standing);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-02, 2026-11-26, 2025-07-10, 3",
        "2026-07-10, 2026-07-10, 2026-07-10, 0",
        "2026-07-10, 2026-07-11, 2026-07-10, 1",
        "2026-07-11, 2026-11-26, 2027-01-10, 0",
        "2026-01-01, 2026-11-26, 2026-01-10, 2"
    })
    void countsTheHalfYearsInWhichABranchPublishedNoFees(LocalDate since, LocalDate today, LocalDate due, int missed) {
        assertEquals(new PublicityState(Optional.empty(), due, missed), FEES.standing(Optional.empty(), since, today));
    }

    @Example
    void asksForFeesByTheTenthOfJanuaryAndJuly() {
        var last = Optional.of(LocalDate.parse("2026-07-08"));

        var standing = FEES.standing(last, LONG_AGO, LocalDate.parse("2027-01-10"));
        assertEquals(LocalDate.parse("2027-01-10"), standing.nextDue());
        assertFalse(standing.isOverdue());
        assertTrue(FEES.standing(last, LONG_AGO, LocalDate.parse("2027-01-11")).isOverdue());
    }

    @Example
    void givesAColumnThatNeverHungTheRestOfThisPeriod() {
        var standing = Walls.quarterly().standing(Optional.empty(), Walls.TODAY, Walls.TODAY);

        assertEquals(LocalDate.parse("2026-12-31"), standing.nextDue());
        assertFalse(standing.isOverdue());
    }

    @Tag("property")
    @Property(tries = 500)
    void isNeverOverdueOnTheDayItWasRenewedAndAlwaysIsTwoYearsLater(
            @ForAll PeriodKind kind, @ForAll @IntRange(min = 0, max = 3000) int days) {
        var day = LocalDate.parse("2020-01-01").plusDays(days);
        var cycle = new PublicityCycle(kind, OptionalInt.empty());

        assertFalse(cycle.standing(Optional.of(day), LONG_AGO, day).isOverdue());
        assertTrue(cycle.standing(Optional.of(day), LONG_AGO, day.plusYears(2)).isOverdue());
    }

    @Tag("property")
    @Property(tries = 500)
    void owesNothingBeforeTheDayItsPlaceWasEnteredAndOneMoreWithEveryPeriod(
            @ForAll PeriodKind kind,
            @ForAll @IntRange(min = 0, max = 3000) int days,
            @ForAll @IntRange(min = 0, max = 40) int periods) {
        var since = LocalDate.parse("2020-01-01").plusDays(days);
        var cycle = new PublicityCycle(kind, OptionalInt.of(10));
        var standing = cycle.standing(Optional.empty(), since, since);

        assertFalse(standing.isOverdue());
        assertFalse(standing.nextDue().isBefore(since));
        var first = Period.of(kind, standing.nextDue());
        var later = new Period(kind, first.ordinal() + periods).firstDay().plusDays(9);
        assertEquals(periods, cycle.standing(Optional.empty(), since, later).missed());
        assertEquals(
                periods + 1,
                cycle.standing(Optional.empty(), since, later.plusDays(1)).missed());
    }
}
