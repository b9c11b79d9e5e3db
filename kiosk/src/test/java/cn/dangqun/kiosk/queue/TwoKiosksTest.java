package cn.dangqun.kiosk.queue;

import static cn.dangqun.kiosk.queue.QueueStreet.ADVICE;
import static cn.dangqun.kiosk.queue.QueueStreet.CARE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.TwoKiosks.Killed;
import cn.dangqun.kiosk.queue.TwoKiosks.Side;
import cn.dangqun.kiosk.queue.TwoKiosks.What;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two kiosks, one queue: by every step of the line that can fail, and by many days at random (`-Dproof.days=1000`).
class TwoKiosksTest {
    private static final int DAYS = Integer.getInteger("proof.days", 8);
    private static final int STEPS = 60;
    private static final String STAFF = "staff-1a";

    @TempDir
    Path folder;

    private TwoKiosks centre;

    @BeforeEach
    void open() throws Exception {
        centre = begin(folder);
        centre.two.beat();
    }

    private static TwoKiosks begin(Path folder) throws Exception {
        return new TwoKiosks(
                folder,
                new SteppedClock(DAY.atTime(LocalTime.of(9, 30)).atZone(ZONE).toInstant()));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Ticket take(Side at) {
        centre.clock.pass(Duration.ofSeconds(5));
        return assertInstanceOf(
                        TakeOutcome.Taken.class, at.desk.take(CARE.id(), false).join())
                .slip()
                .ticket();
    }

    private static String at(Side side, int window) {
        return assertInstanceOf(
                        CallOutcome.Done.class,
                        side.desk.next(window, _ -> true, STAFF).join())
                .ticket()
                .number()
                .text();
    }

    private static List<String> waiting(Side side) {
        return side.board.today().queue().waiting().stream()
                .map(each -> each.number().text())
                .toList();
    }

    @Test
    void givesNumbersOfOneRowAndCallsInOneOrderAtBoth() {
        take(centre.one);
        take(centre.two);
        take(centre.one);
        centre.two.beat();

        assertEquals(List.of("1A001", "1A002", "1A003"), waiting(centre.one));
        assertEquals(waiting(centre.one), waiting(centre.two));
        assertEquals("1A001", at(centre.two, 1));
        assertEquals("1A002", at(centre.one, 2));
        assertEquals("1A003", at(centre.two, 1));
        assertEquals(3, centre.said.size());
    }

    @Test
    void holdsTheCapOfTheDayForBothTogether() {
        assertInstanceOf(
                TakeOutcome.Taken.class,
                centre.two.desk.take(ADVICE.id(), false).join());

        assertInstanceOf(
                TakeOutcome.Full.class, centre.one.desk.take(ADVICE.id(), false).join());
        assertInstanceOf(
                TakeOutcome.Full.class, centre.two.desk.take(ADVICE.id(), false).join());
    }

    @Test
    void givesItsOwnDigitWhileTheLineIsCutAndComesIntoTheRowByTheTimeItWasTaken() {
        take(centre.one);
        centre.two.beat();
        centre.cut = true;
        take(centre.two);
        take(centre.one);
        take(centre.two);
        assertEquals(List.of("1A001", "1A002"), waiting(centre.one));
        assertEquals(List.of("2A001", "2A002"), waiting(centre.two));
        var cut = assertInstanceOf(CentreLine.Cut.class, centre.two.board.today().line());
        assertEquals(
                List.of("1A001"),
                cut.others().stream().map(each -> each.number().text()).toList());

        centre.cut = false;
        centre.two.beat();

        assertEquals(List.of("1A001", "2A001", "1A002", "2A002"), waiting(centre.one));
        assertEquals(waiting(centre.one), waiting(centre.two));
        assertInstanceOf(CentreLine.Quiet.class, centre.two.board.today().line());
    }

    @Test
    void aGuestsNumberCalledInACutIsServedAtTheSameWindowAfterwards() {
        centre.cut = true;
        take(centre.two);
        assertEquals("2A001", at(centre.two, 2));

        centre.cut = false;
        centre.two.beat();

        var called = centre.one.board.today().queue().at(2).orElseThrow();
        assertEquals("2A001", called.number().text());
        assertInstanceOf(
                CallOutcome.Done.class,
                centre.two.desk.act(2, called.id(), new TicketAct.Serve(), STAFF).join());
        assertEquals(1, centre.said.size());
    }

    @Test
    void aLostAnswerLeavesNoGhostAndAPersonHasOneNumber() {
        lose(What.LOST_AFTER);

        assertEquals("2A001", take(centre.two).number().text());
        assertEquals(List.of("1A001"), waiting(centre.one));
        centre.two.beat();

        assertEquals(List.of("2A001"), waiting(centre.one));
        var ghost = centre.one.owned().stream()
                .filter(each -> each.state() instanceof TicketState.Lapsed)
                .toList();
        assertEquals(List.of("1A001"), ghost.stream().map(each -> each.number().text()).toList());
    }

    @Test
    void whatIsCarriedOutLateIsEndedToo() {
        lose(What.LATE);
        assertEquals("2A001", take(centre.two).number().text());

        centre.late.forEach(Runnable::run);
        centre.two.beat();

        assertEquals(List.of("2A001"), waiting(centre.one));
        centre.late.forEach(Runnable::run);
        assertEquals(List.of("2A001"), waiting(centre.one), "an older connection takes nothing any more");
    }

    @Test
    void aGuestThatIsKilledBeforeItShowsTheNumberLeavesNoGhost() {
        lose(What.ASKER_KILLED_AFTER);
        killed(() -> take(centre.two));
        centre.two.restart();
        assertEquals(List.of("1A001"), waiting(centre.one));

        centre.two.beat();

        assertEquals(List.of(), waiting(centre.one));
    }

    /// The disk of the guest was lost: it does not know of a number that somebody surely has.
    @Test
    void endsNothingForAKioskThatForgot() {
        var first = take(centre.two);
        centre.two.desk.handedOver(first.id(), Handover.PRINTED, Optional.empty()).join();
        centre.two.beat();
        take(centre.two);

        var ended = centre.one.sharing.lapse(centre.two.id, DAY, Set.of(), () -> true);

        assertEquals(Optional.of(0), ended);
        assertEquals(List.of("1A001", "1A002"), waiting(centre.one));
    }

    @Test
    void whoIsWithTheHostIsNotCalledHereInACut() {
        var theirs = take(centre.one);
        centre.two.beat();
        centre.cut = true;
        centre.two.beat();

        assertEquals(
                new CallOutcome.Refused(ActRefusal.WITH_THE_HOST),
                centre.two.desk.act(1, theirs.id(), new TicketAct.Call(1), STAFF).join());
        assertEquals(
                new CallOutcome.Refused(ActRefusal.NOBODY_WAITS),
                centre.two.desk.callNext(1, STAFF).join());
    }

    /// Handed on, and nobody knows whether it arrived: neither window calls it before the line is back.
    @Test
    void whatIsOnItsWayIsCalledOnceOnly() {
        centre.cut = true;
        take(centre.two);
        centre.cut = false;
        centre.trouble = new Once(2, What.LOST_BEFORE);
        centre.two.beat();
        centre.cut = true;

        assertEquals(List.of(), waiting(centre.two));
        assertEquals(List.of(), waiting(centre.one));

        centre.cut = false;
        centre.two.beat();
        assertEquals(List.of("2A001"), waiting(centre.one));
    }

    @Test
    void aNewHostInTheCourseOfTheDayGetsEveryNumber() {
        take(centre.one);
        take(centre.two);
        centre.host(centre.two);
        take(centre.two);
        centre.one.beat();

        assertEquals(List.of("1A001", "1A002", "2A001"), waiting(centre.two).stream().sorted().toList());
        assertEquals("2A003", take(centre.one).number().text());
        assertEquals("1A001", at(centre.one, 1));
        assertEquals(List.of(), centre.one.owned());
    }

    private void lose(What what) {
        centre.trouble = new Once(1, what);
    }

    /// The trouble comes with what is asked for the `at`th time from now.
    private static final class Once implements TwoKiosks.Trouble {
        private final What what;
        private int left;

        Once(int at, What what) {
            this.left = at;
            this.what = what;
        }

        @Override
        public What next(Side asking) {
            left--;
            return left == 0 ? what : What.NOTHING;
        }
    }

    private static boolean killed(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    void everyNumberIsCalledOnceHoweverTheDayGoes() throws Exception {
        for (int seed = 0; seed < DAYS; seed++) {
            try (var day = begin(Files.createDirectories(folder.resolve("day-" + seed)))) {
                new RandomDay(day, seed).run();
            }
        }
    }

    /// A day of takers and windows at both kiosks over a line that fails as it likes.
    private static final class RandomDay {
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
                if (killed(() -> act(side))) {
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
                side.desk.handedOver(ticket.id(), Handover.PRINTED, Optional.empty()).join();
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
                    side.desk.act(window, ticket.id(), new TicketAct.Resume(window), STAFF).join();
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
                    assertFalse(
                            ticket.handover().isPresent(), () -> ticket.number() + " is a ghost, day " + seed);
                    assertTrue(
                            wasFetched(ticket.id()), () -> ticket.number() + " is a ghost, day " + seed);
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
}
