package cn.dangqun.domain.fact;

import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// 预约: places that people keep for themselves, and whether they came (F-105). An appointment is named by its own id, so
/// facts that are carried over stay true as they are. Nothing in them says who.
public sealed interface AppointmentFact extends Fact {
    AppointmentId appointment();

    /// `plan` is the appointment day of the street's timetable; `day` and `at` are the centre's local time. `staff` is
    /// who made it for a caller; empty at the kiosk.
    record Made(
            AppointmentId appointment,
            AppointmentCode code,
            String plan,
            ServiceId service,
            LocalDate day,
            LocalTime at,
            Optional<String> staff)
            implements AppointmentFact {}

    /// `staff` is empty when its own person took it back.
    record Cancelled(AppointmentId appointment, Optional<String> staff) implements AppointmentFact {}

    /// Its person is here and was given the number.
    record Arrived(AppointmentId appointment, TicketId ticket) implements AppointmentFact {}
}
