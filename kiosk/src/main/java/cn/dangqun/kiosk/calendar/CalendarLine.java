package cn.dangqun.kiosk.calendar;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.calendar.FixedDate;
import java.time.LocalDate;

/// Something on a day to come.
sealed interface CalendarLine {
    LocalDate day();

    /// `whose` is the organisation's name.
    record Planned(Activity activity, String whose) implements CalendarLine {
        @Override
        public LocalDate day() {
            return activity.heldOn();
        }
    }

    /// The centre is closed; `why` is blank where nobody said.
    record Holiday(LocalDate day, String why) implements CalendarLine {}

    /// By the rules; nothing here knows whether it was seen to.
    record Due(LocalDate day, FixedDate date) implements CalendarLine {}
}
