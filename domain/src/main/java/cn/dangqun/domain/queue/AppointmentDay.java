package cn.dangqun.domain.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When people are received by appointment at a centre (F-105): a reception day of a secretary or a delegate (R-149,
/// R-155), or any other service. In the centre's local time.
///
/// @param minutes how long one appointment is; what is left at the end of the time is too short for another
/// @param places how many may come at one time
/// @param host who receives, as the centre publishes it; may be empty
/// @param calledOff why it does not take place after all
public record AppointmentDay(
        String id,
        ServiceId service,
        LocalDate day,
        LocalTime from,
        LocalTime to,
        int minutes,
        int places,
        String host,
        Optional<String> calledOff) {
    public static final int SHORTEST = 5;
    public static final int LONGEST = 240;
    public static final int PLACES_MAX = 50;

    public AppointmentDay {
        if (id.isBlank() || minutes < SHORTEST || minutes > LONGEST || places < 1 || places > PLACES_MAX) {
            throw new IllegalArgumentException("an appointment takes some minutes and has some places");
        }
        if (!from.plusMinutes(minutes).isAfter(from)
                || from.plusMinutes(minutes).isAfter(to)) {
            throw new IllegalArgumentException("there is time for one appointment at least");
        }
    }

    /// The times for which one may make an appointment, earliest first.
    public List<LocalTime> times() {
        return Stream.iterate(from, this::isTime, at -> at.plusMinutes(minutes)).toList();
    }

    /// Midnight ends the day.
    private boolean isTime(LocalTime at) {
        var end = at.plusMinutes(minutes);
        return !at.isBefore(from) && end.isAfter(at) && !end.isAfter(to);
    }

    /// Whether the same person would receive for the same in two places at once. One that is called off is
    /// in nobody's way.
    public boolean clashesWith(AppointmentDay other) {
        return day.equals(other.day)
                && service.equals(other.service)
                && host.equals(other.host)
                && other.calledOff.isEmpty()
                && from.isBefore(other.to)
                && other.from.isBefore(to);
    }

    /// Whether somebody may still make one for `at`, as far as the clock goes.
    public boolean isAhead(LocalTime at, LocalDateTime now) {
        return calledOff.isEmpty() && times().contains(at) && now.isBefore(day.atTime(at));
    }
}
