package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.queue.GuestLine.Shared;
import cn.dangqun.protocol.TicketSnapshots;
import cn.dangqun.protocol.wire.CentreAsk;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/// The desk of a kiosk that may have others beside it: while the line to the host of the centre's queue stands,
/// everything is done there; otherwise here, about this kiosk's own numbers. `background` may wait for the disk.
final class CentreDesk implements QueueDesk {
    private final LedgerQueueDesk own;
    private final LedgerSharing sharing;
    private final GuestLine line;
    private final Executor background;

    CentreDesk(LedgerQueueDesk own, LedgerSharing sharing, GuestLine line, Executor background) {
        this.own = own;
        this.sharing = sharing;
        this.line = line;
        this.background = background;
    }

    private Optional<Shared> there() {
        return line.shared().filter(Shared::up);
    }

    @Override
    public CompletableFuture<TakeOutcome> take(ServiceId service, boolean priority) {
        return there().isEmpty()
                ? own.take(service, priority)
                : line.take(service, priority)
                        .thenCompose(outcome -> outcome.map(CompletableFuture::completedFuture)
                                .orElseGet(() -> own.take(service, priority)));
    }

    /// What was kept was kept here: the number is this kiosk's own, and goes to the host within a moment.
    @Override
    public CompletableFuture<TakeOutcome> takeKept(ServiceId service, AwaitedArrival arrival) {
        return own.takeKept(service, arrival);
    }

    @Override
    public CompletableFuture<Boolean> handedOver(TicketId ticket, Handover how, Optional<String> staff) {
        if (line.shared().isEmpty()) {
            return own.handedOver(ticket, how, staff);
        }
        return CompletableFuture.supplyAsync(() -> sharing.owns(ticket), background)
                .thenCompose(ours -> {
                    if (ours) {
                        return own.handedOver(ticket, how, staff);
                    }
                    line.handedOver(ticket, how, staff);
                    return CompletableFuture.completedFuture(true);
                });
    }

    @Override
    public CompletableFuture<CallOutcome> callNext(int window, String staff) {
        return there().isEmpty()
                ? own.callNext(window, staff)
                : line.act(wish(window, staff).setCallNext("").build());
    }

    @Override
    public CompletableFuture<CallOutcome> next(int window, Predicate<Optional<Ticket>> seen, String staff) {
        return there().map(shared -> {
                    var current = shared.queue().at(window);
                    return seen.test(current)
                            ? line.act(wish(window, staff)
                                    .setMark(CentreWords.mark(current))
                                    .setNext("")
                                    .build())
                            : refused(ActRefusal.NOT_NEXT);
                })
                .orElseGet(() -> own.next(window, seen, staff));
    }

    @Override
    public CompletableFuture<CallOutcome> act(
            int window, TicketId id, TicketAct act, Predicate<Ticket> seen, String staff) {
        return there().map(shared -> {
                    var ticket = shared.queue().find(id);
                    if (ticket.isEmpty()) {
                        return refused(ActRefusal.UNKNOWN_TICKET);
                    }
                    return seen.test(ticket.get())
                            ? line.act(wish(window, staff)
                                    .setMark(CentreWords.mark(ticket))
                                    .setAct(TicketSnapshots.encode(id, act))
                                    .build())
                            : refused(ActRefusal.NOT_NEXT);
                })
                .orElseGet(() -> own.act(window, id, act, seen, staff).thenApply(outcome -> named(id, outcome)));
    }

    /// A number of the host's that this kiosk only knows from before the line was cut.
    private CallOutcome named(TicketId id, CallOutcome outcome) {
        boolean isTheirs = outcome instanceof CallOutcome.Refused(var why)
                && why == ActRefusal.UNKNOWN_TICKET
                && line.shared().flatMap(shared -> shared.queue().find(id)).isPresent();
        return isTheirs ? new CallOutcome.Refused(ActRefusal.WITH_THE_HOST) : outcome;
    }

    @Override
    public CompletableFuture<CallOutcome> takeBack(int window, TicketId ticket, String staff) {
        return there().isEmpty()
                ? own.takeBack(window, ticket, staff)
                : line.act(wish(window, staff).setTakeBack(ticket.hex()).build());
    }

    private static CentreAsk.Act.Builder wish(int window, String staff) {
        return CentreAsk.Act.newBuilder().setWindow(window).setStaff(staff);
    }

    private static CompletableFuture<CallOutcome> refused(ActRefusal why) {
        return CompletableFuture.completedFuture(new CallOutcome.Refused(why));
    }

    @Override
    public void onChange(Runnable listener) {
        own.onChange(listener);
        line.onChange(listener);
    }
}
