package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Speaks the calls of the host also at this kiosk, as soon as its queue is seen here. What was called before the line
/// stood is not spoken afterwards. On one thread.
final class CallsHeard implements Consumer<GuestLine.Shared> {
    private static final int SPOKEN = 2;

    private final Consumer<Announcement.Call> voice;
    private Map<TicketId, Ticket.LastCall> before = Map.of();
    private boolean listening;

    CallsHeard(Consumer<Announcement.Call> voice) {
        this.voice = voice;
    }

    @Override
    public void accept(GuestLine.Shared shared) {
        var calls = new HashMap<TicketId, Ticket.LastCall>();
        for (var ticket : shared.queue().tickets()) {
            ticket.last().ifPresent(last -> {
                calls.put(ticket.id(), last);
                if (listening
                        && ticket.state() instanceof TicketState.Called
                        && !last.equals(before.get(ticket.id()))) {
                    var number = new Announcement.TicketNumber(ticket.number().text());
                    voice.accept(new Announcement.Call(number, last.window(), SPOKEN));
                }
            });
        }
        before = calls;
        listening = true;
    }
}
