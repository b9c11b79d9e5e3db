package cn.dangqun.domain.queue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// 预约: a place kept for somebody at a time (F-105). Nobody knows for whom: whoever brings the code is it. In the
/// centre's local time.
///
/// @param dayId the [AppointmentDay] it belongs to
/// @param ticket the number that its person was given on arrival
public record Appointment(
        AppointmentId id,
        AppointmentCode code,
        String dayId,
        ServiceId service,
        LocalDate day,
        LocalTime at,
        boolean cancelled,
        Optional<TicketId> ticket) {
    /// How long before the time one may arrive and be called ahead of others.
    public static final Duration EARLY = Duration.ofMinutes(30);

    /// How long after the time the place is kept.
    public static final Duration GRACE = Duration.ofMinutes(15);

    public static Appointment made(
            AppointmentId id, AppointmentCode code, String dayId, ServiceId service, LocalDate day, LocalTime at) {
        return new Appointment(id, code, dayId, service, day, at, false, Optional.empty());
    }

    /// How it stands at one moment.
    public enum Standing {
        CANCELLED,
        ARRIVED,
        /// 尚早: one may sit down and come to the kiosk later
        TOO_EARLY,
        /// 可以报到
        DUE,
        /// 过时: the place is somebody else's; its person may take a number as everybody does
        MISSED
    }

    public Standing standing(LocalDateTime now) {
        if (ticket.isPresent()) {
            return Standing.ARRIVED;
        }
        if (cancelled) {
            return Standing.CANCELLED;
        }
        var time = day.atTime(at);
        if (now.isBefore(time.minus(EARLY))) {
            return Standing.TOO_EARLY;
        }
        return now.isAfter(time.plus(GRACE)) ? Standing.MISSED : Standing.DUE;
    }

    /// Whether the place is taken; who does not come releases it.
    public boolean holdsPlace(LocalDateTime now) {
        return switch (standing(now)) {
            case ARRIVED, TOO_EARLY, DUE -> true;
            case CANCELLED, MISSED -> false;
        };
    }

    /// Whether a number of the day is still kept for it: nobody has given it out yet.
    public boolean awaitsNumber(LocalDateTime now) {
        return ticket.isEmpty() && holdsPlace(now);
    }

    public Appointment off() {
        return new Appointment(id, code, dayId, service, day, at, true, ticket);
    }

    /// The first number counts, should two histories have given out one each.
    public Appointment arrived(TicketId number) {
        return new Appointment(id, code, dayId, service, day, at, cancelled, ticket.or(() -> Optional.of(number)));
    }
}
