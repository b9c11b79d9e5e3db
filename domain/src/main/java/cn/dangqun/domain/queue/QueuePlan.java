package cn.dangqun.domain.queue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The windows of one site, the rules of its queue, the days on which it works otherwise, when people are received by
/// appointment, earliest first, and the kiosks that stand there; none where nobody has said how they belong together.
public record QueuePlan(
        String site,
        List<Window> windows,
        QueueRules rules,
        OpeningCalendar calendar,
        List<AppointmentDay> appointments,
        List<CentreKiosk> kiosks) {
    public QueuePlan {
        windows = List.copyOf(windows);
        appointments = appointments.stream()
                .sorted(Comparator.comparing(AppointmentDay::day)
                        .thenComparing(AppointmentDay::from)
                        .thenComparing(AppointmentDay::id))
                .toList();
        kiosks = List.copyOf(kiosks);
        if (kiosks.stream().filter(CentreKiosk::host).count() > 1) {
            throw new IllegalArgumentException("two kiosks of a site that keep its queue");
        }
        if (windows.stream().map(Window::number).distinct().count() != windows.size()) {
            throw new IllegalArgumentException("two windows of a site with one number");
        }
    }

    public QueuePlan(String site, List<Window> windows, QueueRules rules, OpeningCalendar calendar) {
        this(site, windows, rules, calendar, List.of(), List.of());
    }

    /// Of a site that works every week alike.
    public QueuePlan(String site, List<Window> windows, QueueRules rules) {
        this(site, windows, rules, OpeningCalendar.NONE);
    }

    public QueuePlan on(OpeningCalendar other) {
        return new QueuePlan(site, windows, rules, other, appointments, kiosks);
    }

    public QueuePlan receiving(List<AppointmentDay> others) {
        return new QueuePlan(site, windows, rules, calendar, others, kiosks);
    }

    public QueuePlan among(List<CentreKiosk> others) {
        return new QueuePlan(site, windows, rules, calendar, appointments, others);
    }

    /// Which kiosk keeps the one queue of the site; empty where each keeps its own.
    public Optional<CentreKiosk> host() {
        return kiosks.stream().filter(CentreKiosk::host).findFirst();
    }

    public Optional<CentreKiosk> kiosk(String id) {
        return kiosks.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Window> window(int number) {
        return windows.stream().filter(window -> window.number() == number).findFirst();
    }

    public Optional<AppointmentDay> appointments(String id) {
        return appointments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<AppointmentDay> appointmentsOn(LocalDate day) {
        return appointments.stream().filter(each -> each.day().equals(day)).toList();
    }
}
