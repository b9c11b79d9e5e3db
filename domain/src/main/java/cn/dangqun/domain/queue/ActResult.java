package cn.dangqun.domain.queue;

/// What an act makes of a state.
public sealed interface ActResult {
    record Done(TicketState next) implements ActResult {}

    record Refused(ActRefusal why) implements ActResult {}
}
