package cn.dangqun.domain.wall;

import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// How often a column is renewed (R-021, OQ-13): once in every period, by its last day or by the given day of it, so
/// that `HALF_YEAR` by day 10 means 10 January and 10 July.
public record PublicityCycle(PeriodKind period, OptionalInt byDay) {
    public PublicityCycle {
        if (byDay.isPresent() && (byDay.getAsInt() < 1 || byDay.getAsInt() > 28)) {
            throw new IllegalArgumentException("a column is due by a day from 1 to 28 of its period");
        }
    }

    /// Where the column stands: renewed on `lastUpdate`, or never.
    public PublicityState standing(Optional<LocalDate> lastUpdate, LocalDate today) {
        var open = lastUpdate.map(day -> Period.of(period, day).next()).orElseGet(() -> Period.of(period, today));
        var due = dueOf(open);
        return new PublicityState(lastUpdate, due, today.isAfter(due));
    }

    private LocalDate dueOf(Period open) {
        return byDay.isPresent() ? open.firstDay().plusDays(byDay.getAsInt() - 1L) : open.lastDay();
    }
}
