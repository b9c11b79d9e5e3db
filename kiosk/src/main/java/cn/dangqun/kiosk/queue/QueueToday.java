package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketState;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What this centre offers at `now`, and everybody who took a number today. `plan` is empty before the
/// street has sent the site's windows; `line`: what is to be said of other kiosks of the centre.
public record QueueToday(
        ZonedDateTime now, List<ServiceItem> services, Optional<QueuePlan> plan, Queue queue, CentreLine line) {
    public static final int CALLS_SHOWN = 4;
    private static final Duration CALLS_STAY = Duration.ofMinutes(15);

    public QueueToday {
        services = List.copyOf(services);
    }

    public QueueToday(ZonedDateTime now, List<ServiceItem> services, Optional<QueuePlan> plan, Queue queue) {
        this(now, services, plan, queue, new CentreLine.Quiet());
    }

    QueueToday of(Queue other) {
        return new QueueToday(now, services, plan, other, line);
    }

    QueueToday with(CentreLine other) {
        return new QueueToday(now, services, plan, queue, other);
    }

    public boolean isOpen(ServiceItem service) {
        var calendar = plan.map(QueuePlan::calendar).orElse(OpeningCalendar.NONE);
        return service.hours().isOpenAt(now.toLocalDateTime(), calendar);
    }

    public boolean isFull(ServiceItem service) {
        return queue.countOf(service.id()) >= service.dailyCap();
    }

    public int waiting(ServiceId service) {
        return (int) queue.waiting().stream()
                .filter(ticket -> ticket.service().equals(service))
                .count();
    }

    /// Whom a window may call next, for staff to see.
    public int waitingFor(int window) {
        return plan.map(here -> new Calling(here).waitingFor(queue, window)).orElse(0);
    }

    public List<Ticket> in(Class<? extends TicketState> state) {
        return queue.tickets().stream()
                .filter(ticket -> state.isInstance(ticket.state()))
                .toList();
    }

    /// The newest calls, newest first, as long as anybody may still be looking for them (F-50).
    public List<Ticket> calls() {
        return queue.tickets().stream()
                .filter(this::isCalledLately)
                .filter(ticket ->
                        ticket.state() instanceof TicketState.Called || ticket.state() instanceof TicketState.Served)
                .sorted(Comparator.comparing(
                                (Ticket ticket) -> ticket.last().orElseThrow().at())
                        .reversed())
                .limit(CALLS_SHOWN)
                .toList();
    }

    private boolean isCalledLately(Ticket ticket) {
        var since = now.toInstant().minus(CALLS_STAY);
        return ticket.last().filter(call -> call.at().isAfter(since)).isPresent();
    }

    /// Numbers that wait and of which nobody knows that their person has them on paper (F-46).
    public List<Ticket> withoutPaper() {
        return queue.waiting().stream()
                .filter(ticket ->
                        ticket.handover().filter(Handover.PRINTED::equals).isEmpty())
                .toList();
    }

    /// The same words as when it was taken, as of now.
    public Optional<Slip> slip(Ticket ticket) {
        return plan.map(Calling::new)
                .flatMap(calling -> services.stream()
                        .filter(service -> service.id().equals(ticket.service()))
                        .findFirst()
                        .map(service -> slip(calling, service, ticket)));
    }

    private Slip slip(Calling calling, ServiceItem service, Ticket ticket) {
        int ahead = calling.ahead(queue, ticket);
        var estimate = Estimate.of(ahead, calling.openWindows(queue, service.id()), List.of(), service.usual());
        return new Slip(ticket, service.name(), ahead, estimate);
    }

    public String nameOf(ServiceId service) {
        return services.stream()
                .filter(each -> each.id().equals(service))
                .map(ServiceItem::name)
                .findFirst()
                .orElse(service.value());
    }
}
