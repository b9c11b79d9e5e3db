package cn.dangqun.kiosk.calendar;

import java.util.List;

/// Reads what is to come. On any thread but the UI thread.
interface CalendarDesk {
    /// In the order of time, of the coming sixty days; `forStaff` with what comes due by the rules.
    ///
    /// @throws IllegalStateException while the roster is sealed, since nothing of the street may be shown
    List<CalendarLine> lines(boolean forStaff);
}
