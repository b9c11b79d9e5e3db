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
        /// `reason` is what people call the day, such as 国庆节; empty where nobody says.
        record Closed(String reason) implements OtherDay {
            public static final int LONGEST_REASON = 40;

            public Closed {
                if (reason.length() > LONGEST_REASON) {
                    throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
                }
            }

            public Closed() {
                this("");
            }
        }

        /// 调休上班: with the hours of that weekday
        record Like(DayOfWeek weekday) implements OtherDay {}
    }

    public OpeningCalendar {
        days = Map.copyOf(days);
        if (days.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " days are otherwise");
        }
    }

    /// Why all of that day is closed, where somebody has said it.
    public Optional<String> whyClosed(LocalDate day) {
        return days.get(day) instanceof OtherDay.Closed(var reason) && !reason.isBlank()
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// The weekday whose hours hold on that day; empty: closed.
    public Optional<DayOfWeek> weekdayOf(LocalDate day) {
        return Optional.ofNullable(days.get(day))
                .map(other -> switch (other) {
                    case OtherDay.Closed _ -> Optional.<DayOfWeek>empty();
                    case OtherDay.Like(var weekday) -> Optional.of(weekday);
                })
                .orElseGet(() -> Optional.of(day.getDayOfWeek()));
    }
}
