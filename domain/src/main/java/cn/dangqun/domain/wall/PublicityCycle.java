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

    /// Where the column stands: renewed on `lastUpdate`, or never; `since` is the day from which its place owes
    /// it. What never hung is due on the first due day that is not before.
    public PublicityState standing(Optional<LocalDate> lastUpdate, LocalDate since, LocalDate today) {
        var open = lastUpdate.map(day -> Period.of(period, day).next()).orElseGet(() -> firstDue(since));
        return new PublicityState(lastUpdate, dueOf(open), missed(open, today));
    }

    private Period firstDue(LocalDate since) {
        var first = Period.of(period, since);
        return dueOf(first).isBefore(since) ? first.next() : first;
    }

    private int missed(Period open, LocalDate today) {
        var current = Period.of(period, today);
        int ended = current.ordinal() - open.ordinal();
        return Math.max(0, dueOf(current).isBefore(today) ? ended + 1 : ended);
    }

    private LocalDate dueOf(Period open) {
        return byDay.isPresent() ? open.firstDay().plusDays(byDay.getAsInt() - 1L) : open.lastDay();
    }
}
