package cn.dangqun.domain.fact;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import java.time.LocalDate;
import java.util.Optional;

/// Numbers that people take and windows call. Every fact names the ticket by its own id, never by a seq: so facts that
/// are carried over stay true as they are.
public sealed interface QueueFact extends Fact {
    TicketId ticket();

    /// Somebody took a number (F-43, F-44). `day` is the centre's local day; `via` the other kiosk of the
    /// centre at which they stood, empty when it was this one.
    record TicketTaken(
            TicketId ticket,
            TicketNumber number,
            ServiceId service,
            LocalDate day,
            boolean priority,
            Optional<KioskId> via)
            implements QueueFact {
        public TicketTaken(TicketId ticket, TicketNumber number, ServiceId service, LocalDate day, boolean priority) {
            this(ticket, number, service, day, priority, Optional.empty());
        }
    }

    /// Somebody stood here and was shown a number that the host of the centre's queue gave out (docs/decisions/0046).
    /// The ticket is the host's.
    record TicketFetched(TicketId ticket, TicketNumber number, LocalDate day, KioskId host) implements QueueFact {}

    /// From now on nothing is done here about this ticket: `to` keeps the queue and gets it.
    record TicketHandedOn(TicketId ticket, KioskId to) implements QueueFact {}

    /// What `from` handed on, as it stood then: from now on this kiosk alone does something about it. `hop`: how often
    /// it went from one kiosk to another, from 1.
    record TicketBrought(Ticket brought, KioskId from, int hop) implements QueueFact {
        @Override
        public TicketId ticket() {
            return brought.id();
        }
    }

    /// The number is in its person's hands; `staff` is who printed it once more, empty the first time (F-46).
    record TicketHandedOver(TicketId ticket, Handover how, Optional<String> staff) implements QueueFact {}

    /// `staff` called, passed, served and so on (F-47, F-51).
    record TicketHandled(TicketId ticket, TicketAct act, String staff) implements QueueFact {}
}
