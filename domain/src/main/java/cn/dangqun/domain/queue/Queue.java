package cn.dangqun.domain.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// All numbers of one kiosk and one day. Immutable. [#taken] and [#apply] read what was recorded and refuse nothing
/// that was once allowed; [Calling] decides what may be recorded.
///
/// `runs`: how many preferred persons each window called in a row, up to now.
public record Queue(List<Ticket> tickets, Map<Integer, Integer> runs) {
    private static final Comparator<Ticket> BY_PLACE = Comparator.comparingLong(Ticket::place);

    public static final Queue EMPTY = new Queue(List.of(), Map.of());

    public Queue {
        tickets = tickets.stream().sorted(BY_PLACE).toList();
        runs = Map.copyOf(runs);
    }

    public Optional<Ticket> find(TicketId id) {
        return tickets.stream().filter(ticket -> ticket.id().equals(id)).findFirst();
    }

    /// Those who wait, in the order of their places.
    public List<Ticket> waiting() {
        return tickets.stream().filter(Ticket::isWaiting).toList();
    }

    /// Whom the window has called and not let go.
    public Optional<Ticket> at(int window) {
        return tickets.stream()
                .filter(ticket -> ticket.state() instanceof TicketState.Called called && called.window() == window)
                .findFirst();
    }

    /// Numbers that somebody holds or held.
    public long countOf(ServiceId service) {
        return tickets.stream()
                .filter(ticket -> ticket.service().equals(service) && !(ticket.state() instanceof TicketState.Lapsed))
                .count();
    }

    /// The number that comes after all given out today, by every history this kiosk knows; empty after 999.
    public Optional<TicketNumber> nextNumber(OptionalInt kiosk, char letter) {
        int last = tickets.stream()
                .map(Ticket::number)
                .filter(number -> number.letter() == letter)
                .mapToInt(TicketNumber::ordinal)
                .max()
                .orElse(0);
        return last == TicketNumber.ORDINAL_MAX
                ? Optional.empty()
                : Optional.of(new TicketNumber(kiosk, letter, last + 1));
    }

    public long nextPlace() {
        return tickets.isEmpty() ? 1 : tickets.getLast().place() + 1;
    }

    public Queue taken(Ticket ticket) {
        return find(ticket.id()).isPresent() ? this : with(ticket);
    }

    /// Another kiosk of the centre gave this number out and lets go of it: among those who wait it stands by
    /// the time at which it was taken, and whoever came later makes room. Unchanged when it is here already.
    public Queue brought(Ticket ticket) {
        if (find(ticket.id()).isPresent()) {
            return this;
        }
        var later = waiting().stream()
                .filter(each -> each.taken().isAfter(ticket.taken()))
                .mapToLong(Ticket::place)
                .min();
        if (later.isEmpty()) {
            return with(ticket.at(nextPlace()));
        }
        long place = later.getAsLong();
        var moved = new ArrayList<Ticket>();
        tickets.forEach(each -> moved.add(each.place() >= place ? each.at(each.place() + 1) : each));
        moved.add(ticket.at(place));
        return new Queue(moved, runs);
    }

    public Queue handedOver(TicketId id, Handover how) {
        return find(id).map(ticket -> with(ticket.handedOver(how))).orElse(this);
    }

    /// After a recorded act; unchanged where it means nothing to this queue.
    public Queue apply(TicketId id, TicketAct act, Instant at) {
        var before = find(id);
        if (before.isEmpty() || !(before.get().state().after(act, at) instanceof ActResult.Done(var next))) {
            return this;
        }
        var after = before.get().in(next, act, at);
        return switch (act) {
            case TicketAct.Call(int window) -> with(after).running(window, before.get());
            case TicketAct.Reinsert(int behind) -> with(after).behind(after, behind);
            case TicketAct.Recall _,
                    TicketAct.Pass _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Resume _,
                    TicketAct.Serve _,
                    TicketAct.Withdraw _,
                    TicketAct.GiveUp _,
                    TicketAct.ChangeService _,
                    TicketAct.TakeBack _,
                    TicketAct.Lapse _ -> with(after);
        };
    }

    private Queue running(int window, Ticket called) {
        var now = new HashMap<>(runs);
        now.put(window, called.isPreferred() ? runs.getOrDefault(window, 0) + 1 : 0);
        return new Queue(tickets, now);
    }

    /// Behind so many of the ticket's own line; whoever comes after them makes room.
    private Queue behind(Ticket back, int people) {
        var line = waiting().stream()
                .filter(each ->
                        each.isPreferred() == back.isPreferred() && !each.id().equals(back.id()))
                .toList();
        if (line.isEmpty()) {
            return this;
        }
        long after = people == 0
                ? line.getFirst().place() - 1
                : line.get(Math.min(people, line.size()) - 1).place();
        var moved = new ArrayList<Ticket>();
        for (var ticket : tickets) {
            boolean isBack = ticket.id().equals(back.id());
            moved.add(isBack ? ticket.at(after + 1) : ticket.place() > after ? ticket.at(ticket.place() + 1) : ticket);
        }
        return new Queue(moved, runs);
    }

    private Queue with(Ticket ticket) {
        var now = new ArrayList<>(tickets);
        now.removeIf(each -> each.id().equals(ticket.id()));
        now.add(ticket);
        return new Queue(now, runs);
    }
}
