package cn.dangqun.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When in the year a fixed date falls.
public sealed interface Recurrence {
    /// All days of a calendar year, in order.
    List<LocalDate> daysIn(int year);

    record Yearly(List<MonthDay> days) implements Recurrence {
        public Yearly {
            days = days.stream().sorted().toList();
        }

        @Override
        public List<LocalDate> daysIn(int year) {
            return days.stream().map(day -> day.atYear(year)).toList();
        }
    }

    record Monthly(int day) implements Recurrence {
        public Monthly {
            if (day < 1 || day > 28) {
                throw new IllegalArgumentException("not every month has a day " + day);
            }
        }

        @Override
        public List<LocalDate> daysIn(int year) {
            return monthsOf(year).map(month -> month.atDay(day)).toList();
        }
    }

    record MonthEnd() implements Recurrence {
        @Override
        public List<LocalDate> daysIn(int year) {
            return monthsOf(year).map(YearMonth::atEndOfMonth).toList();
        }
    }

    record QuarterEnd() implements Recurrence {
        @Override
        public List<LocalDate> daysIn(int year) {
            return monthsOf(year)
                    .filter(month -> month.getMonthValue() % 3 == 0)
                    .map(YearMonth::atEndOfMonth)
                    .toList();
        }
    }

    record Weekly(DayOfWeek weekday) implements Recurrence {
        @Override
        public List<LocalDate> daysIn(int year) {
            var first = LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(weekday));
            return Stream.iterate(first, day -> day.getYear() == year, day -> day.plusWeeks(1))
                    .toList();
        }
    }

    private static Stream<YearMonth> monthsOf(int year) {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month));
    }
}
