package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.Decision;
import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A queue in memory, by the real rules; notes how tickets were handed over.
public final class FakeQueue {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public List<ServiceItem> services = List.of(QueueStreet.CARE, QueueStreet.AID, QueueStreet.ADVICE);
    public Optional<QueuePlan> plan = Optional.of(QueueStreet.PLAN);
    public Queue queue = Queue.EMPTY;
    public Instant now = Samples.NOW;
    /// In place of a number, when present.
    public Optional<TakeOutcome> refused = Optional.empty();
    public boolean broken;
    public Handover handover = Handover.PRINTED;
    /// When set, the printer never answers.
    public boolean printing;

    public final List<String> handedOver = new ArrayList<>();

    private final List<Runnable> listeners = new ArrayList<>();

    public QueueServices services() {
        var paper = new TicketPaper(Texts.chinese(), () -> "样例社区党群服务中心", ZONE);
        return new QueueServices(desk(), this::today, this::handOver, paper);
    }

    private QueueToday today() {
        if (broken) {
            throw new IllegalStateException("a disk that cannot be read");
        }
        return new QueueToday(now.atZone(ZONE), services, plan, queue);
    }

    private CompletableFuture<Handover> handOver(Slip slip, Optional<String> staff) {
        if (printing) {
            return new CompletableFuture<>();
        }
        handedOver.add(slip.ticket().number() + staff.map(" by "::concat).orElse(""));
        queue = queue.handedOver(slip.ticket().id(), handover);
        return CompletableFuture.completedFuture(handover);
    }

    /// As on an ordinary day before anybody came.
    public void reset() {
        services = List.of(QueueStreet.CARE, QueueStreet.AID, QueueStreet.ADVICE);
        plan = Optional.of(QueueStreet.PLAN);
        queue = Queue.EMPTY;
        refused = Optional.empty();
        broken = false;
        handover = Handover.PRINTED;
        printing = false;
        changed();
    }

    /// Whoever shows the queue looks again.
    void changed() {
        listeners.forEach(Runnable::run);
    }

    /// Takes a number as the screen does.
    public Ticket take(ServiceItem service, boolean priority) {
        var id = new TicketId("%016x".formatted(queue.tickets().size() + 1));
        var number = queue.nextNumber(OptionalInt.empty(), service.letter()).orElseThrow();
        var day = now.atZone(ZONE).toLocalDate();
        var ticket = Ticket.taken(id, day, number, service.id(), priority, now, queue.nextPlace());
        queue = queue.taken(ticket);
        return ticket;
    }

    private CallOutcome carryOut(Decision decision) {
        return switch (decision) {
            case Decision.Refused(var why) -> new CallOutcome.Refused(why);
            case Decision.Act(var ticket, var act) -> {
                queue = queue.apply(ticket.id(), act, now);
                listeners.forEach(Runnable::run);
                yield new CallOutcome.Done(queue.find(ticket.id()).orElseThrow());
            }
        };
    }

    public QueueDesk desk() {
        return new QueueDesk() {
            @Override
            public CompletableFuture<TakeOutcome> take(ServiceId id, boolean priority) {
                var service = services.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                return CompletableFuture.completedFuture(refused.orElseGet(() -> taken(service, priority)));
            }

            // Whoever is expected here is awaited.
            @Override
            public CompletableFuture<TakeOutcome> takeKept(ServiceId id, AwaitedArrival arrival) {
                return take(id, true);
            }

            @Override
            public CompletableFuture<Boolean> handedOver(TicketId ticket, Handover how, Optional<String> staff) {
                queue = queue.handedOver(ticket, how);
                return CompletableFuture.completedFuture(true);
            }

            @Override
            public CompletableFuture<CallOutcome> callNext(int window, String staff) {
                return CompletableFuture.completedFuture(carryOut(new Calling(plan.orElseThrow()).next(queue, window)));
            }

            @Override
            public CompletableFuture<CallOutcome> next(int window, Predicate<Optional<Ticket>> seen, String staff) {
                if (!seen.test(queue.at(window))) {
                    return refused();
                }
                queue.at(window)
                        .ifPresent(served -> act(window, served.id(), new TicketAct.Serve(), staff)
                                .join());
                return callNext(window, staff);
            }

            @Override
            public CompletableFuture<CallOutcome> takeBack(int window, TicketId ticket, String staff) {
                return act(window, ticket, new TicketAct.TakeBack(window), staff);
            }

            @Override
            public CompletableFuture<CallOutcome> act(
                    int window, TicketId ticket, TicketAct act, Predicate<Ticket> seen, String staff) {
                if (queue.find(ticket).filter(seen.negate()).isPresent()) {
                    return refused();
                }
                return CompletableFuture.completedFuture(
                        carryOut(new Calling(plan.orElseThrow()).act(queue, window, ticket, act)));
            }

            @Override
            public void onChange(Runnable listener) {
                listeners.add(listener);
            }
        };
    }

    private static CompletableFuture<CallOutcome> refused() {
        return CompletableFuture.completedFuture(new CallOutcome.Refused(ActRefusal.NOT_NEXT));
    }

    private TakeOutcome taken(ServiceItem service, boolean priority) {
        var ticket = take(service, priority);
        int ahead = new Calling(plan.orElseThrow()).ahead(queue, ticket);
        var estimate = Estimate.of(ahead, 1, List.of(), Duration.ofMinutes(6));
        return new TakeOutcome.Taken(new Slip(ticket, service.name(), ahead, estimate));
    }
}
