package cn.dangqun.kiosk.queue;

import static cn.dangqun.kiosk.queue.QueueStreet.ADVICE;
import static cn.dangqun.kiosk.queue.QueueStreet.CARE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.TwoKiosks.Killed;
import cn.dangqun.kiosk.queue.TwoKiosks.Side;
import cn.dangqun.kiosk.queue.TwoKiosks.What;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two kiosks, one queue: by every step of the line that can fail, and by many days at random (`-Dproof.days=1000`).
class TwoKiosksTest {
    private static final int DAYS = Integer.getInteger("proof.days", 8);
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
        var cut =
                assertInstanceOf(CentreLine.Cut.class, centre.two.board.today().line());
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
                centre.two
                        .desk
                        .act(2, called.id(), new TicketAct.Serve(), STAFF)
                        .join());
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
        assertEquals(
                List.of("1A001"),
                ghost.stream().map(each -> each.number().text()).toList());
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
        centre.two
                .desk
                .handedOver(first.id(), Handover.PRINTED, Optional.empty())
                .join();
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
                centre.two
                        .desk
                        .act(1, theirs.id(), new TicketAct.Call(1), STAFF)
                        .join());
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

        assertEquals(
                List.of("1A001", "1A002", "2A001"),
                waiting(centre.two).stream().sorted().toList());
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

    static boolean killed(Runnable work) {
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
}
