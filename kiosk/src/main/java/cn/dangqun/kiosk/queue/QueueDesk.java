package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The one place that gives out numbers and calls them: whatever asks, screen or window, two people never get the same.
/// May be called from any thread; never blocks. Futures never complete exceptionally.
public interface QueueDesk {
    /// How long the last act may be taken back.
    Duration TAKE_BACK = Duration.ofSeconds(10);

    CompletableFuture<TakeOutcome> take(ServiceId service, boolean priority);

    /// A number for somebody who made an appointment, called ahead of others (F-51, F-105); not offered when nobody
    /// awaits them, as when they press twice.
    CompletableFuture<TakeOutcome> takeKept(ServiceId service, AwaitedArrival arrival);

    /// The number is in its person's hands. `staff`: who printed it once more. False when it could not be saved.
    CompletableFuture<Boolean> handedOver(TicketId ticket, Handover how, Optional<String> staff);

    /// 叫号: the next person of this window, spoken and shown once it is on the disk.
    CompletableFuture<CallOutcome> callNext(int window, String staff);

    /// 下一位: 办结 for whom the window has, and the next person, in one step. `seen`: whether the window still has
    /// whom it was pressed for; so a second press of the same button does nothing. Done with the one who was served
    /// when nobody waits.
    CompletableFuture<CallOutcome> next(int window, Predicate<Optional<Ticket>> seen, String staff);

    /// Any other act of F-47.
    default CompletableFuture<CallOutcome> act(int window, TicketId ticket, TicketAct act, String staff) {
        return act(window, ticket, act, _ -> true, staff);
    }

    /// The same, only while `seen` says that the ticket still is as it was when it was pressed.
    CompletableFuture<CallOutcome> act(
            int window, TicketId ticket, TicketAct act, Predicate<Ticket> seen, String staff);

    /// 撤销 of what this window did last, within [#TAKE_BACK], while nothing else has happened to that ticket.
    CompletableFuture<CallOutcome> takeBack(int window, TicketId ticket, String staff);

    /// Hears of every change, on the store thread: hand over at once.
    void onChange(Runnable listener);
}
