package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.AppointmentDay;
import java.time.LocalTime;
import java.util.List;

/// A day on which one may still be received. `service` is its name; `times` are those to come, full ones too.
public record AppointmentOffer(AppointmentDay day, String service, List<Time> times) {
    public AppointmentOffer {
        times = List.copyOf(times);
    }

    /// `left`: how many places nobody has taken.
    public record Time(LocalTime at, int left) {}

    public int left() {
        return times.stream().mapToInt(Time::left).sum();
    }
}
