package cn.dangqun.domain.queue;

/// What is done about a number: the seven acts of F-47, 转事项, two ways to end without being served, 撤销, and what
/// the program does by itself about a number that reached nobody.
public sealed interface TicketAct {
    /// 叫号
    record Call(int window) implements TicketAct {}

    /// 复叫
    record Recall() implements TicketAct {}

    /// 过号: nobody came
    record Pass() implements TicketAct {}

    /// 过号重插: back into the queue, behind `behind` people
    record Reinsert(int behind) implements TicketAct {
        public Reinsert {
            if (behind < 0) {
                throw new IllegalArgumentException("behind nobody at least");
            }
        }
    }

    /// 转窗
    record Move(int window) implements TicketAct {}

    /// 挂起: the person fetches or fills in something, the window is free
    record Hold() implements TicketAct {}

    /// Back from 挂起
    record Resume(int window) implements TicketAct {}

    /// 办结
    record Serve() implements TicketAct {}

    /// The person no longer wants to be served
    record Withdraw() implements TicketAct {}

    /// The person did not come back
    record GiveUp() implements TicketAct {}

    /// 转事项: it was about something else; waits for that, with the same number and in its old place
    record ChangeService(ServiceId service) implements TicketAct {}

    /// 撤销: the act before was a slip of the finger; back to the window
    record TakeBack(int window) implements TicketAct {}

    /// Reserved for another kiosk of the centre, which never heard of it and gave its person another number;
    /// the program does this by itself (docs/decisions/0046)
    record Lapse() implements TicketAct {}

    /// Whether the window that did it may soon say that it was a slip: what a further act would not mend by itself.
    default boolean mayBeTakenBack() {
        return switch (this) {
            case Pass _, Move _, Hold _, Serve _, Withdraw _, GiveUp _, ChangeService _ -> true;
            case Call _, Recall _, Reinsert _, Resume _, TakeBack _, Lapse _ -> false;
        };
    }
}
