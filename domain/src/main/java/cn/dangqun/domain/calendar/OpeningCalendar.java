package cn.dangqun.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Days on which a centre works otherwise than their weekday says: holidays, and the working days that make
/// up for them. At most [#MOST] days.
public record OpeningCalendar(Map<LocalDate, OtherDay> days) {
    public static final int MOST = 366;
    public static final OpeningCalendar NONE = new OpeningCalendar(Map.of());

    /// How such a day is worked.
    public sealed interface OtherDay {
        record Closed() implements OtherDay {}

        /// 调休上班: with the hours of that weekday
        record Like(DayOfWeek weekday) implements OtherDay {}
    }

    public OpeningCalendar {
        days = Map.copyOf(days);
        if (days.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " days are otherwise");
        }
    }

    /// The weekday whose hours hold on that day; empty: closed.
    public Optional<DayOfWeek> weekdayOf(LocalDate day) {
        return Optional.ofNullable(days.get(day))
                .map(other -> switch (other) {
                    case OtherDay.Closed() -> Optional.<DayOfWeek>empty();
                    case OtherDay.Like(var weekday) -> Optional.of(weekday);
                })
                .orElseGet(() -> Optional.of(day.getDayOfWeek()));
    }
}
