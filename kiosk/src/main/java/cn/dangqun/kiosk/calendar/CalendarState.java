package cn.dangqun.kiosk.calendar;

import java.time.LocalDate;
import java.util.List;

/// What the screen of days to come shows.
sealed interface CalendarState {
    record Loading() implements CalendarState {}

    record Listed(LocalDate today, List<CalendarLine> lines) implements CalendarState {
        public Listed {
            lines = List.copyOf(lines);
        }
    }

    record Empty() implements CalendarState {}

    record Unreadable() implements CalendarState {}
}
