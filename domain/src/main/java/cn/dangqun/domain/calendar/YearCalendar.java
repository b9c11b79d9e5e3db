package cn.dangqun.domain.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The fixed dates of a profile laid out on days.
public final class YearCalendar {
    public record Entry(LocalDate day, FixedDate date) {}

    private final List<FixedDate> dates;

    public YearCalendar(Collection<FixedDate> dates) {
        this.dates = List.copyOf(dates);
    }

    /// Everything that comes due from `from` to `to`, both included, by day.
    public List<Entry> between(LocalDate from, LocalDate to) {
        return dates.stream()
                .flatMap(date -> daysOf(date, from, to))
                .sorted(Comparator.comparing(Entry::day))
                .toList();
    }

    private static Stream<Entry> daysOf(FixedDate date, LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(date.when()::daysIn)
                .flatMap(List::stream)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .map(day -> new Entry(day, date));
    }
}
