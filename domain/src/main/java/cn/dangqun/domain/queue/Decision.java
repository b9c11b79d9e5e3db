package cn.dangqun.domain.queue;

/// What the rules say to a wish of somebody at a window.
public sealed interface Decision {
    /// To be recorded, then applied.
    record Act(Ticket ticket, TicketAct act) implements Decision {}

    record Refused(ActRefusal why) implements Decision {}
}
