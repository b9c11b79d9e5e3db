package cn.dangqun.domain.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// A centre with three windows, the third for loans of tools only, and what is recorded there.
final class QueueUnderTest {
    static final ServiceId CARE = new ServiceId("care");
    static final ServiceId TOOLS = new ServiceId("tools");
    static final QueuePlan PLAN = new QueuePlan(
            "site",
            List.of(
                    new Window(1, "综合窗口", Set.of()),
                    new Window(2, "综合窗口", Set.of()),
                    new Window(3, "工具借用", Set.of(TOOLS))),
            QueueRules.STANDARD);

    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

    /// A word of the ledger.
    sealed interface Word {
        record Taken(Ticket ticket) implements Word {}

        record Handled(TicketId ticket, TicketAct act, Instant at) implements Word {}
    }

    final Calling calling = new Calling(PLAN);
    final List<Word> ledger = new ArrayList<>();
    Queue queue = Queue.EMPTY;
    private Instant now = Instant.parse("2026-07-10T01:00:00Z");

    Ticket take(ServiceId service, boolean priority) {
        now = now.plusSeconds(30);
        var number = queue.nextNumber(OptionalInt.empty(), service.equals(CARE) ? 'A' : 'B')
                .orElseThrow();
        var id = new TicketId("%016x".formatted(ledger.size() + 1));
        var ticket = Ticket.taken(id, DAY, number, service, priority, now, queue.nextPlace());
        ledger.add(new Word.Taken(ticket));
        queue = queue.taken(ticket);
        return ticket;
    }

    Decision callNext(int window) {
        return record(calling.next(queue, window));
    }

    Decision act(int window, TicketId ticket, TicketAct act) {
        return record(calling.act(queue, window, ticket, act));
    }

    private Decision record(Decision decision) {
        if (decision instanceof Decision.Act(var ticket, var act)) {
            now = now.plusSeconds(30);
            ledger.add(new Word.Handled(ticket.id(), act, now));
            queue = queue.apply(ticket.id(), act, now);
        }
        return decision;
    }

    /// Who was called, or how it was refused.
    String called(int window) {
        return switch (callNext(window)) {
            case Decision.Act(var ticket, var _) -> ticket.number().text();
            case Decision.Refused(var why) -> why.name();
        };
    }

    /// Calls and serves at one window, so many times.
    List<String> serve(int window, int people) {
        var order = new ArrayList<String>();
        for (int i = 0; i < people; i++) {
            order.add(called(window));
            queue.at(window).ifPresent(ticket -> act(window, ticket.id(), new TicketAct.Serve()));
        }
        return order;
    }

    /// The queue as it is read again after a restart.
    Queue rebuilt() {
        var again = Queue.EMPTY;
        for (var word : ledger) {
            again = switch (word) {
                case Word.Taken(var ticket) -> again.taken(ticket);
                case Word.Handled(var id, var act, var at) -> again.apply(id, act, at);
            };
        }
        return again;
    }
}
