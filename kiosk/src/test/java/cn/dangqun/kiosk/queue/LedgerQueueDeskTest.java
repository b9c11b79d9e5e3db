package cn.dangqun.kiosk.queue;

import static cn.dangqun.kiosk.queue.QueueStreet.ADVICE;
import static cn.dangqun.kiosk.queue.QueueStreet.AID;
import static cn.dangqun.kiosk.queue.QueueStreet.CARE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerQueueDeskTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final String STAFF = "staff-1a";

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(at("09:30"));
    private final List<Announcement.Call> said = new CopyOnWriteArrayList<>();
    private Ledger ledger;
    private ReferenceStore reference;
    private LedgerQueueDesk desk;

    @BeforeEach
    void open() throws Exception {
        reference = MadeUpStreet.store(directory, clock, QueueStreet.items());
        start();
    }

    private void start() {
        ledger = Ledger.open(
                directory.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(directory.resolve("ledger.db")),
                KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        desk = deskOf(OptionalInt.empty());
    }

    private LedgerQueueDesk deskOf(OptionalInt digit) {
        return new LedgerQueueDesk(ledger, reference, clock, new LedgerQueueDesk.Site(ZONE, digit), said::add);
    }

    @AfterEach
    void close() {
        ledger.close();
        reference.close();
    }

    @Test
    void givesOutNumbersInOrderByServiceAndSaysHowManyAreAhead() {
        take(CARE);
        take(AID);

        var slip = take(CARE);

        assertEquals("A002", slip.ticket().number().text());
        assertEquals(2, slip.ahead());
        assertTrue(slip.estimate().toMinutes() >= 12);
    }

    @Test
    void givesOutNoNumberOutsideTheHours() {
        clock.pass(Duration.ofHours(2));

        var closed = assertInstanceOf(
                TakeOutcome.Closed.class, desk.take(AID.id(), false).join());

        assertEquals(DAY.plusDays(1).atTime(9, 0), closed.opens());
    }

    @Test
    void givesOutNoNumberOnADayThatTheStreetHasClosed() {
        var closedToday = QueueStreet.PLAN.on(
                new OpeningCalendar(Map.of(DAY, new OtherDay.Closed("消防检修"), DAY.plusDays(1), new OtherDay.Closed())));
        reference
                .apply(
                        MadeUpStreet.pageOf(
                                reference.applied(),
                                false,
                                List.of(ReferenceChange.put(
                                        reference.applied() + 1, new ReferenceItem.SiteQueue(closedToday)))),
                        "")
                .join();

        var closed = assertInstanceOf(
                TakeOutcome.Closed.class, desk.take(AID.id(), false).join());

        assertEquals(DAY.plusDays(2).atTime(9, 0), closed.opens());
        assertEquals(Optional.of("消防检修"), closed.reason());
    }

    @Test
    void givesOutNoMoreNumbersThanTheDayHas() {
        take(ADVICE);

        assertInstanceOf(TakeOutcome.Full.class, desk.take(ADVICE.id(), true).join());
    }

    @Test
    void offersOnlyWhatTheStreetOffers() {
        reference
                .apply(
                        MadeUpStreet.pageOf(
                                reference.applied(),
                                false,
                                List.of(ReferenceChange.remove(
                                        reference.applied() + 1, ReferenceKind.QUEUE_PLAN, "site"))),
                        "")
                .join();

        assertInstanceOf(
                TakeOutcome.NotOffered.class, desk.take(CARE.id(), false).join());
    }

    @Test
    void beginsAnewAtMidnightOfTheCentre() {
        take(CARE);
        clock.pass(Duration.ofHours(14).plusMinutes(28));
        assertEquals("A002", take(CARE).ticket().number().text());

        clock.pass(Duration.ofMinutes(2));

        var slip = take(CARE);
        assertEquals("A001", slip.ticket().number().text());
        assertEquals(DAY.plusDays(1), slip.ticket().day());
        assertEquals(0, slip.ahead());
    }

    @Test
    void aSecondKioskOfACentreHasNumbersOfItsOwn() {
        var second = deskOf(OptionalInt.of(2));

        var taken = assertInstanceOf(
                TakeOutcome.Taken.class, second.take(CARE.id(), false).join());

        assertEquals("2A001", taken.slip().ticket().number().text());
    }

    @Test
    void goesOnWithTheSameNumbersAfterARestart() {
        take(CARE);
        take(CARE);
        call(1);
        var before = queue();

        ledger.close();
        start();

        assertEquals(before, queue());
        assertEquals("A003", take(CARE).ticket().number().text());
    }

    @Test
    void theQueueIsTheSameWhenItIsReadAnewFromTheFacts() {
        busyMorning();
        var before = queue();

        ledger.rebuild().join();

        assertEquals(before, queue());
    }

    @Test
    void theQueueLivesOnInANewEpoch() {
        busyMorning();
        var before = queue();
        var epoch = ledger.position().orElseThrow().epoch();

        ledger.restart(epoch, "decision-1").join();

        assertEquals(before, queue());
        assertEquals("A007", take(CARE).ticket().number().text());
    }

    /// Every kind of act, and one person at each stage of the way.
    private void busyMorning() {
        for (int i = 0; i < 6; i++) {
            take(CARE);
        }
        desk.take(AID.id(), true).join();
        var first = call(1);
        act(1, first, new TicketAct.Recall());
        act(1, first, new TicketAct.Pass());
        act(1, first, new TicketAct.Reinsert(3));
        var second = call(1);
        act(1, second, new TicketAct.Move(2));
        var third = call(1);
        act(1, third, new TicketAct.Hold());
        act(2, third, new TicketAct.Resume(2));
        clock.pass(Duration.ofMinutes(7));
        act(2, third, new TicketAct.Serve());
        act(1, call(1), new TicketAct.Withdraw());
        desk.handedOver(first, Handover.SHOWN, Optional.empty()).join();
        call(1);
    }

    @Test
    void neverCallsOneNumberTwiceHoweverManyCallAtOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            take(CARE);
        }
        var called = new CopyOnWriteArrayList<TicketId>();
        try (var staff = Executors.newFixedThreadPool(8)) {
            var shifts = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> callAndServe(1 + i % 2, called), staff))
                    .toList();
            shifts.forEach(CompletableFuture::join);
        }

        assertEquals(40, called.size());
        assertEquals(40, called.stream().distinct().count());
        assertEquals(
                40,
                queue().tickets().stream()
                        .filter(ticket -> ticket.state() instanceof TicketState.Served)
                        .count());
    }

    private void callAndServe(int window, List<TicketId> called) {
        while (true) {
            switch (desk.callNext(window, STAFF).join()) {
                case CallOutcome.Done(var ticket) -> {
                    called.add(ticket.id());
                    act(window, ticket.id(), new TicketAct.Serve());
                }
                case CallOutcome.Refused(var why) -> {
                    if (why == ActRefusal.NOBODY_WAITS) {
                        return;
                    }
                }
                case CallOutcome.NotSaved() -> throw new AssertionError("the disk works");
            }
        }
    }

    @Test
    void theNextPersonEndsTheOneBeforeAndASecondPressDoesNothing() {
        take(CARE);
        take(CARE);
        take(CARE);
        var first = call(1);
        Predicate<Optional<Ticket>> seen = current -> current.map(Ticket::id).equals(Optional.of(first));

        var both = List.of(desk.next(1, seen, STAFF), desk.next(1, seen, STAFF));

        var second =
                assertInstanceOf(CallOutcome.Done.class, both.getFirst().join()).ticket();
        assertEquals(
                new CallOutcome.Refused(ActRefusal.NOT_NEXT), both.getLast().join());
        assertInstanceOf(
                TicketState.Served.class, queue().find(first).orElseThrow().state());
        assertEquals(second, queue().at(1).orElseThrow());
        assertEquals(1, queue().waiting().size());
    }

    @Test
    void theLastActIsTakenBackForTenSecondsAndNotAfterwards() {
        take(CARE);
        var ticket = call(1);
        act(1, ticket, new TicketAct.Serve());
        clock.pass(QueueDesk.TAKE_BACK);

        assertInstanceOf(CallOutcome.Done.class, desk.takeBack(1, ticket, STAFF).join());
        assertEquals(ticket, queue().at(1).orElseThrow().id());

        act(1, ticket, new TicketAct.Withdraw());
        assertEquals(
                new CallOutcome.Refused(ActRefusal.NOT_NEXT),
                desk.takeBack(2, ticket, STAFF).join(),
                "another window did nothing");
        clock.pass(QueueDesk.TAKE_BACK.plusMillis(1));
        assertEquals(
                new CallOutcome.Refused(ActRefusal.NOT_NEXT),
                desk.takeBack(1, ticket, STAFF).join());
    }

    @Test
    void whatSomebodyElseWentOnWithIsNotTakenBack() {
        take(CARE);
        var ticket = call(1);
        act(1, ticket, new TicketAct.Hold());
        act(2, ticket, new TicketAct.Resume(2));

        assertEquals(
                new CallOutcome.Refused(ActRefusal.NOT_NEXT),
                desk.takeBack(1, ticket, STAFF).join());
        assertEquals(ticket, queue().at(2).orElseThrow().id());
    }

    @Test
    void anotherMattersWindowCallsWhoeverWasSentOnToIt() {
        take(CARE);
        var ticket = call(1);
        act(1, ticket, new TicketAct.ChangeService(AID.id()));

        assertEquals(AID.id(), queue().waiting().getFirst().service());
        assertEquals(ticket, call(2));
        assertEquals(
                new CallOutcome.Refused(ActRefusal.UNKNOWN_SERVICE),
                desk.act(2, ticket, new TicketAct.ChangeService(AID.id()), STAFF)
                        .join());
    }

    @Test
    void saysOnlyWhatIsOnTheDiskAndEveryCallOnce() {
        take(CARE);
        call(2);
        desk.callNext(2, STAFF).join();
        act(2, queue().tickets().getFirst().id(), new TicketAct.Recall());

        var call = new Announcement.Call(new Announcement.TicketNumber("A001"), 2, 2);
        assertEquals(List.of(call, call), said);
    }

    @Test
    void whatCannotBeSavedIsNeitherSaidNorShown() {
        take(CARE);
        ledger.close();

        assertInstanceOf(CallOutcome.NotSaved.class, desk.callNext(1, STAFF).join());
        assertInstanceOf(TakeOutcome.NotSaved.class, desk.take(CARE.id(), false).join());
        assertEquals(List.of(), said);
    }

    @Test
    void estimatesByTheMedianOfWhatWasServed() {
        for (int i = 0; i < 5; i++) {
            take(CARE);
            var ticket = call(1);
            clock.pass(Duration.ofMinutes(i == 0 ? 60 : 2));
            act(1, ticket, new TicketAct.Serve());
        }
        take(CARE);
        take(CARE);

        var slip = take(CARE);

        assertEquals(2, slip.ahead());
        assertEquals(2, slip.estimate().fromMinutes());
        assertEquals(6, slip.estimate().toMinutes());
    }

    private Slip take(ServiceItem service) {
        return assertInstanceOf(
                        TakeOutcome.Taken.class, desk.take(service.id(), false).join())
                .slip();
    }

    private TicketId call(int window) {
        return assertInstanceOf(
                        CallOutcome.Done.class, desk.callNext(window, STAFF).join())
                .ticket()
                .id();
    }

    private void act(int window, TicketId ticket, TicketAct act) {
        assertInstanceOf(
                CallOutcome.Done.class, desk.act(window, ticket, act, STAFF).join());
    }

    private Queue queue() {
        return new LedgerQueueBoard(ledger, reference, ZONE).today().queue();
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
