package cn.dangqun.domain.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides who is called next and what may be done about a number, by the windows and rules of the site.
///
/// The visible rule of F-51: a window calls preferred persons first, but after so many of them in a row one ordinary
/// person. So whoever waits is called after a bounded number of calls of a window that serves them.
public record Calling(QueuePlan plan) {

    /// The next person of this window (叫号).
    public Decision next(Queue queue, int window) {
        var here = plan.window(window);
        if (here.isEmpty()) {
            return new Decision.Refused(ActRefusal.UNKNOWN_WINDOW);
        }
        if (queue.at(window).isPresent()) {
            return new Decision.Refused(ActRefusal.WINDOW_BUSY);
        }
        return inOrder(callable(queue, here.get()), queue.runs().getOrDefault(window, 0)).stream()
                .findFirst()
                .<Decision>map(ticket -> new Decision.Act(ticket, new TicketAct.Call(window)))
                .orElseGet(() -> new Decision.Refused(ActRefusal.NOBODY_WAITS));
    }

    /// Any other act, wanted by somebody at `window`.
    public Decision act(Queue queue, int window, TicketId id, TicketAct act) {
        var ticket = queue.find(id);
        if (ticket.isEmpty()) {
            return new Decision.Refused(ActRefusal.UNKNOWN_TICKET);
        }
        if (ticket.get().state().after(act, ticket.get().taken()) instanceof ActResult.Refused(var why)) {
            return new Decision.Refused(why);
        }
        return objection(queue, window, ticket.get(), act)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> new Decision.Act(ticket.get(), act));
    }

    private Optional<ActRefusal> objection(Queue queue, int window, Ticket ticket, TicketAct act) {
        if (ticket.state() instanceof TicketState.Called called && called.window() != window) {
            return Optional.of(ActRefusal.ELSEWHERE);
        }
        return switch (act) {
            case TicketAct.Recall()
            when ticket.state() instanceof TicketState.Called called
                    && called.calls() >= plan.rules().maxCalls() -> Optional.of(ActRefusal.CALLED_OFTEN_ENOUGH);
            case TicketAct.Move(int to)
            when to == window || plan.window(to).isEmpty() -> Optional.of(ActRefusal.UNKNOWN_WINDOW);
            case TicketAct.Call(int at) -> outOfTurn(queue, at, ticket);
            case TicketAct.Resume(int at) -> free(queue, at);
            case TicketAct.TakeBack(int at) -> free(queue, at);
            case TicketAct.ChangeService(var other)
            when other.equals(ticket.service()) || serving(other).isEmpty() -> Optional.of(ActRefusal.UNKNOWN_SERVICE);
            case TicketAct.Recall _,
                    TicketAct.Move _,
                    TicketAct.Pass _,
                    TicketAct.Reinsert _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.Withdraw _,
                    TicketAct.GiveUp _,
                    TicketAct.ChangeService _,
                    TicketAct.Lapse _ -> Optional.empty();
        };
    }

    private Optional<ActRefusal> outOfTurn(Queue queue, int window, Ticket ticket) {
        return switch (next(queue, window)) {
            case Decision.Act(var next, var _) ->
                next.id().equals(ticket.id()) ? Optional.empty() : Optional.of(ActRefusal.NOT_NEXT);
            case Decision.Refused(var why) -> Optional.of(why);
        };
    }

    private Optional<ActRefusal> free(Queue queue, int window) {
        if (plan.window(window).isEmpty()) {
            return Optional.of(ActRefusal.UNKNOWN_WINDOW);
        }
        return queue.at(window).map(_ -> ActRefusal.WINDOW_BUSY);
    }

    /// How many the window may call.
    public int waitingFor(Queue queue, int window) {
        return plan.window(window).map(here -> callable(queue, here).size()).orElse(0);
    }

    /// Whom the window would call, one after another, were nobody else to come.
    public List<Ticket> order(Queue queue, int window) {
        return plan.window(window)
                .map(here -> inOrder(callable(queue, here), queue.runs().getOrDefault(window, 0)))
                .orElse(List.of());
    }

    /// How many are called before this ticket, were one window to call for all that serve it.
    public int ahead(Queue queue, Ticket ticket) {
        var windows = serving(ticket.service());
        var rivals = queue.waiting().stream()
                .filter(each -> windows.stream().anyMatch(window -> isCallable(each, window)))
                .toList();
        int run = windows.stream()
                .mapToInt(window -> queue.runs().getOrDefault(window.number(), 0))
                .max()
                .orElse(0);
        int ahead = inOrder(rivals, run).indexOf(ticket);
        return Math.max(0, ahead);
    }

    /// Windows at which somebody was called today; at least one.
    public int openWindows(Queue queue, ServiceId service) {
        long open = serving(service).stream()
                .filter(window -> queue.runs().containsKey(window.number()))
                .count();
        return Math.max(1, (int) open);
    }

    public List<Window> serving(ServiceId service) {
        return plan.windows().stream().filter(window -> window.serves(service)).toList();
    }

    private static List<Ticket> callable(Queue queue, Window window) {
        return queue.waiting().stream()
                .filter(ticket -> isCallable(ticket, window))
                .toList();
    }

    private static boolean isCallable(Ticket ticket, Window window) {
        return ticket.state() instanceof TicketState.Waiting(var to)
                && (to.isPresent() ? to.getAsInt() == window.number() : window.serves(ticket.service()));
    }

    /// `run`: how many preferred persons came in a row before.
    private List<Ticket> inOrder(List<Ticket> waiting, int run) {
        var byPlace =
                waiting.stream().sorted(Comparator.comparingLong(Ticket::place)).toList();
        var preferred =
                new ArrayList<>(byPlace.stream().filter(Ticket::isPreferred).toList());
        var ordinary = new ArrayList<>(
                byPlace.stream().filter(ticket -> !ticket.isPreferred()).toList());
        var order = new ArrayList<Ticket>();
        int inARow = run;
        while (!preferred.isEmpty() || !ordinary.isEmpty()) {
            boolean turn = ordinary.isEmpty()
                    || (!preferred.isEmpty() && inARow < plan.rules().preferredInARow());
            order.add(turn ? preferred.removeFirst() : ordinary.removeFirst());
            inARow = turn ? inARow + 1 : 0;
        }
        return order;
    }
}
