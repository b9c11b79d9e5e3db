package cn.dangqun.domain.queue;

/// What an act came to.
public sealed interface ActResult {
    record Done(Ticket ticket) implements ActResult {}

    record Refused(ActRefusal why) implements ActResult {}
}
