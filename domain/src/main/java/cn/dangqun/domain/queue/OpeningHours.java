package cn.dangqun.domain.queue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// When numbers of a service are given out, in the centre's local time (R-144, F-53). Never empty.
public record OpeningHours(List<Shift> shifts) {
    /// However many days of the calendar are closed, a week after them is not
    private static final int DAYS_AHEAD = OpeningCalendar.MOST + 9;

    /// `to` itself is closed. A shift ends on the day on which it begins.
    public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Shift {
            days = Set.copyOf(days);
            if (days.isEmpty() || !from.isBefore(to)) {
                throw new IllegalArgumentException("a shift has days, and ends after it begins");
            }
        }

        boolean covers(DayOfWeek day, LocalTime at) {
            return days.contains(day) && !at.isBefore(from) && at.isBefore(to);
        }
    }

    public OpeningHours {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("a service opens at some time");
        }
    }

    public boolean isOpenAt(LocalDateTime at, OpeningCalendar calendar) {
        return calendar.weekdayOf(at.toLocalDate())
                .filter(day -> shifts.stream().anyMatch(shift -> shift.covers(day, at.toLocalTime())))
                .isPresent();
    }

    /// The next time somebody may take a number, after `at`.
    public LocalDateTime opensAfter(LocalDateTime at, OpeningCalendar calendar) {
        return IntStream.range(0, DAYS_AHEAD)
                .mapToObj(days -> firstOn(at, days, calendar))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Optional<LocalDateTime> firstOn(LocalDateTime at, int daysLater, OpeningCalendar calendar) {
        var day = at.toLocalDate().plusDays(daysLater);
        return calendar.weekdayOf(day)
                .flatMap(weekday -> shifts.stream()
                        .filter(shift -> shift.days().contains(weekday))
                        .map(shift -> day.atTime(shift.from()))
                        .filter(opening -> opening.isAfter(at))
                        .min(LocalDateTime::compareTo));
    }
}
