package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Ticket;

/// What an act at a window came to. Only [Done] follows a durable commit.
public sealed interface CallOutcome {
    record Done(Ticket ticket) implements CallOutcome {}

    record Refused(ActRefusal why) implements CallOutcome {}

    record NotSaved() implements CallOutcome {}
}
