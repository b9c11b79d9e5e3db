package cn.dangqun.kiosk.queue;

import static cn.dangqun.kiosk.queue.QueueStreet.CARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.queue.TwoKiosks.Side;
import cn.dangqun.kiosk.queue.TwoKiosks.What;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// A day of takers and windows at both kiosks over a line that fails as it likes.
final class RandomDay {
    private static final int STEPS = 60;
    private static final String STAFF = "staff-1a";
    private static final List<What> ANY = List.of(What.values());

    private final TwoKiosks centre;
    private final Random random;
    private final int seed;
    private final boolean changing;
    private final Map<TicketId, TicketNumber> held = new HashMap<>();
    private final Set<TicketId> passed = new HashSet<>();

    RandomDay(TwoKiosks centre, int seed) {
        this.centre = centre;
        this.seed = seed;
        this.random = new Random(seed);
        this.changing = seed % 3 == 2;
    }

    void run() {
        centre.trouble = _ -> random.nextInt(5) > 0 ? What.NOTHING : ANY.get(random.nextInt(ANY.size()));
        for (int step = 0; step < STEPS; step++) {
            centre.clock.pass(Duration.ofSeconds(1 + random.nextInt(20)));
            var side = random.nextBoolean() ? centre.one : centre.two;
            if (TwoKiosksTest.killed(() -> act(side))) {
                side.restart();
            }
            eachIsAtOneKiosk();
        }
        evening();
    }

    private void act(Side side) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> take(side);
            case 4, 5, 6 -> side.beat();
            case 7, 8 -> side.desk.next(1 + random.nextInt(2), _ -> true, STAFF).join();
            case 9 -> setAside(side, 1 + random.nextInt(2));
            case 10 -> {
                centre.cut = random.nextInt(3) == 0;
                if (!centre.late.isEmpty()) {
                    centre.late.removeFirst().run();
                }
            }
            default -> {
                if (changing && random.nextInt(4) == 0) {
                    centre.host(centre.guest());
                }
            }
        }
    }

    private void take(Side side) {
        if (side.desk.take(CARE.id(), false).join() instanceof TakeOutcome.Taken(var slip)) {
            var ticket = slip.ticket();
            assertEquals(null, held.put(ticket.id(), ticket.number()), () -> "one number for two, day " + seed);
            side.desk
                    .handedOver(ticket.id(), Handover.PRINTED, Optional.empty())
                    .join();
        }
    }

    private void setAside(Side side, int window) {
        side.board.today().queue().at(window).ifPresent(ticket -> {
            passed.add(ticket.id());
            side.desk.act(window, ticket.id(), new TicketAct.Hold(), STAFF).join();
        });
    }

    private void eachIsAtOneKiosk() {
        var here = ids(centre.one.owned());
        here.retainAll(ids(centre.two.owned()));
        assertEquals(Set.of(), here, () -> "two kiosks call the same number, day " + seed);
    }

    private static Set<TicketId> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::id).collect(Collectors.toCollection(HashSet::new));
    }

    /// The line is whole again, and the windows call until nobody waits.
    private void evening() {
        centre.trouble = _ -> What.NOTHING;
        centre.cut = false;
        for (int i = 0; i < 3; i++) {
            centre.one.beat();
            centre.two.beat();
        }
        assertEquals(List.of(), centre.guest().owned(), () -> "day " + seed);
        for (int i = 0; callOne(i); i++) {
            assertTrue(i < 1000);
        }
        judge(centre.host().owned());
    }

    private boolean callOne(int turn) {
        var side = turn % 2 == 0 ? centre.one : centre.two;
        int window = 1 + turn / 2 % 2;
        for (var ticket : side.board.today().in(TicketState.Held.class)) {
            if (side.board.today().queue().at(window).isEmpty()) {
                side.desk
                        .act(window, ticket.id(), new TicketAct.Resume(window), STAFF)
                        .join();
            }
        }
        side.desk.next(window, _ -> true, STAFF).join();
        return side.board.today().queue().tickets().stream()
                .anyMatch(each -> !(each.state() instanceof TicketState.Closed));
    }

    private void judge(List<Ticket> all) {
        var numbers = new HashSet<TicketNumber>();
        var served = new HashSet<TicketId>();
        for (var ticket : all) {
            assertTrue(numbers.add(ticket.number()), () -> ticket.number() + " twice, day " + seed);
            if (ticket.state() instanceof TicketState.Served) {
                served.add(ticket.id());
            }
        }
        held.forEach((id, number) -> assertTrue(served.contains(id), () -> number + " is lost, day " + seed));
        var calls = centre.said.stream()
                .collect(Collectors.groupingBy(each -> each.ticket().text(), Collectors.counting()));
        held.forEach((id, number) -> {
            if (!passed.contains(id)) {
                assertEquals(1, calls.get(number.text()), () -> number + " on day " + seed);
            }
        });
        if (!changing) {
            ghosts(all);
        }
    }

    /// Nobody holds them: they lapsed, or their kiosk was killed in the moment in which it would have shown them.
    private void ghosts(List<Ticket> all) {
        for (var ticket : all) {
            if (!held.containsKey(ticket.id()) && !(ticket.state() instanceof TicketState.Lapsed)) {
                assertFalse(ticket.handover().isPresent(), () -> ticket.number() + " is a ghost, day " + seed);
                assertTrue(wasFetched(ticket.id()), () -> ticket.number() + " is a ghost, day " + seed);
            }
        }
    }

    private boolean wasFetched(TicketId ticket) {
        try {
            return centre.two.sharing.fetched().contains(ticket);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
