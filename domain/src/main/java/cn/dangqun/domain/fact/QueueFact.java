package cn.dangqun.domain.fact;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import java.time.LocalDate;
import java.util.Optional;

/// Numbers that people take and windows call. Every fact names the ticket by its own id, never by a seq: so facts that
/// are carried over stay true as they are.
public sealed interface QueueFact extends Fact {
    TicketId ticket();

    /// Somebody took a number (F-43, F-44). `day` is the centre's local day.
    record TicketTaken(TicketId ticket, TicketNumber number, ServiceId service, LocalDate day, boolean priority)
            implements QueueFact {}

    /// The number is in its person's hands; `staff` is who printed it once more, empty the first time (F-46).
    record TicketHandedOver(TicketId ticket, Handover how, Optional<String> staff) implements QueueFact {}

    /// `staff` called, passed, served and so on (F-47, F-51).
    record TicketHandled(TicketId ticket, TicketAct act, String staff) implements QueueFact {}
}
