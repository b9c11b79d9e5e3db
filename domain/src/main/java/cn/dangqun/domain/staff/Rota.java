package cn.dangqun.domain.staff;

import cn.dangqun.domain.calendar.OpeningCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Who is on duty at a centre and when, in its local time. What is arranged for a day stands for all of that day;
/// other days follow their weekday, holidays and make-up days the calendar (F-77).
public record Rota(List<Weekly> weekly, List<Dated> dated, OpeningCalendar calendar) {
    public static final int MOST = 200;
    public static final Rota NONE = new Rota(List.of(), List.of(), OpeningCalendar.NONE);
    private static final int DAYS_AHEAD = 31;

    /// One turn: `to` itself is over.
    public record Turn(String staff, LocalTime from, LocalTime to) {
        public Turn {
            if (staff.isBlank() || !from.isBefore(to)) {
                throw new IllegalArgumentException("a turn is somebody's, and ends after it begins");
            }
        }

        boolean covers(LocalTime at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public record Weekly(Set<DayOfWeek> days, Turn turn) {
        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly turn has days");
            }
        }
    }

    public record Dated(LocalDate day, Turn turn) {}

    public Rota {
        weekly = List.copyOf(weekly);
        dated = List.copyOf(dated);
        if (weekly.size() + dated.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " turns");
        }
    }

    /// Nobody has said who is on duty when.
    public boolean isBlank() {
        return weekly.isEmpty() && dated.isEmpty();
    }

    /// Of one day, by time.
    public List<Turn> on(LocalDate day) {
        var arranged = dated.stream()
                .filter(each -> each.day().equals(day))
                .map(Dated::turn)
                .toList();
        var turns = arranged.isEmpty() ? usual(day) : arranged;
        return turns.stream()
                .sorted(Comparator.comparing(Turn::from).thenComparing(Turn::staff))
                .toList();
    }

    private List<Turn> usual(LocalDate day) {
        return calendar.weekdayOf(day)
                .map(weekday -> weekly.stream()
                        .filter(each -> each.days().contains(weekday))
                        .map(Weekly::turn)
                        .toList())
                .orElse(List.of());
    }

    public List<Turn> at(LocalDateTime now) {
        return on(now.toLocalDate()).stream()
                .filter(turn -> turn.covers(now.toLocalTime()))
                .toList();
    }

    /// When the next turn begins, within a month.
    public Optional<LocalDateTime> nextAfter(LocalDateTime now) {
        return IntStream.range(0, DAYS_AHEAD)
                .mapToObj(now.toLocalDate()::plusDays)
                .flatMap(day -> on(day).stream().map(turn -> day.atTime(turn.from())))
                .filter(begins -> begins.isAfter(now))
                .findFirst();
    }

    public Rota with(OpeningCalendar other) {
        return new Rota(weekly, dated, other);
    }

    public Rota without(String staff) {
        return new Rota(
                weekly.stream()
                        .filter(each -> !each.turn().staff().equals(staff))
                        .toList(),
                dated.stream()
                        .filter(each -> !each.turn().staff().equals(staff))
                        .toList(),
                calendar);
    }
}
