package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The one place that gives out numbers and calls them: whatever asks, screen or window, two people never get the same.
/// May be called from any thread; never blocks. Futures never complete exceptionally.
public interface QueueDesk {
    CompletableFuture<TakeOutcome> take(ServiceId service, boolean priority);

    /// The number is in its person's hands. `staff`: who printed it once more. False when it could not be saved.
    CompletableFuture<Boolean> handedOver(TicketId ticket, Handover how, Optional<String> staff);

    /// 叫号: the next person of this window, spoken and shown once it is on the disk.
    CompletableFuture<CallOutcome> callNext(int window, String staff);

    /// Any other act of F-47.
    CompletableFuture<CallOutcome> act(int window, TicketId ticket, TicketAct act, String staff);

    /// Hears of every change, on the store thread: hand over at once.
    void onChange(Runnable listener);
}
