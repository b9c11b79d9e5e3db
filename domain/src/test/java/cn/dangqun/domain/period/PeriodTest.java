package cn.dangqun.domain.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "MONTH,2021-12-31,2021-12,2021-12-01,2021-12-31,12",
        "MONTH,2024-02-29,2024-02,2024-02-01,2024-02-29,2",
        "QUARTER,2021-03-31,2021Q1,2021-01-01,2021-03-31,1",
        "QUARTER,2021-04-01,2021Q2,2021-04-01,2021-06-30,2",
        "HALF_YEAR,2021-06-30,2021H1,2021-01-01,2021-06-30,1",
        "HALF_YEAR,2021-07-01,2021H2,2021-07-01,2021-12-31,2",
        "YEAR,2021-07-01,2021,2021-01-01,2021-12-31,1",
    })
    void belongsToItsDays(PeriodKind kind, LocalDate day, String text, LocalDate first, LocalDate last, int number) {
        var period = Period.of(kind, day);

        assertEquals(text, period.toString());
        assertEquals(first, period.firstDay());
        assertEquals(last, period.lastDay());
        assertEquals(number, period.number());
        assertEquals(day.getYear(), period.year());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-01", "2021-12", "2021Q4", "2021H2", "2021"})
    void readsWhatItWrites(String text) {
        assertEquals(text, Period.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "2021-13", "2021-00", "2021Q5", "2021H0", "2021-1", "2021W1", "2021Q1 "})
    void refusesOtherForms(String text) {
        assertTrue(Period.parse(text).isEmpty());
    }

    @Test
    void theNextOneMayLieInTheNextYear() {
        assertEquals("2022Q1", Period.parse("2021Q4").orElseThrow().next().toString());
    }

    @Test
    void aYearHoldsWholePeriods() {
        assertEquals(12, PeriodKind.MONTH.perYear());
        assertEquals(4, PeriodKind.QUARTER.perYear());
        assertEquals(2, PeriodKind.HALF_YEAR.perYear());
        assertEquals(1, PeriodKind.YEAR.perYear());
    }

    @Tag("property")
    @Property(tries = 300)
    void everyDayLiesInExactlyOnePeriodOfEachKind(@ForAll("days") LocalDate day, @ForAll PeriodKind kind) {
        var period = Period.of(kind, day);

        assertTrue(period.contains(day));
        assertFalse(period.next().contains(day));
        assertTrue(period.contains(period.firstDay()) && period.contains(period.lastDay()));
        assertEquals(period.next().firstDay(), period.lastDay().plusDays(1));
        assertEquals(period, Period.parse(period.toString()).orElseThrow());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 60_000).map(LocalDate::ofEpochDay);
    }
}
