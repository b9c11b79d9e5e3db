package cn.dangqun.kiosk.appointment;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.FindOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.KioskQueue;
import cn.dangqun.kiosk.queue.Misses;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Appointments on a real ledger: today from ten, two places every twenty minutes, for a service with one number a day.
class LedgerAppointmentDeskTest {
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final ServiceId ADVICE = QueueStreet.ADVICE.id();

    @TempDir
    Path directory;

    private final SteppedClock clock =
            new SteppedClock(DAY.atTime(8, 0).atZone(ZONE).toInstant());
    private Ledger ledger;
    private ReferenceStore reference;
    private QueueServices queue;
    private LedgerAppointmentDesk desk;

    @BeforeEach
    void open() throws Exception {
        reference = MadeUpStreet.store(
                directory,
                clock,
                QueueStreet.receiving(
                        day("today", 0, Optional.empty()),
                        day("tomorrow", 1, Optional.empty()),
                        day("off", 2, Optional.of("外出开会"))));
        start();
    }

    private static AppointmentDay day(String id, int days, Optional<String> calledOff) {
        return new AppointmentDay(
                id, ADVICE, DAY.plusDays(days), TEN, LocalTime.of(11, 0), 20, 2, "党代表 样例甲", calledOff);
    }

    private void start() {
        ledger = Ledger.open(
                directory.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(directory.resolve("ledger.db")),
                KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        queue = KioskQueue.over(ledger, reference, clock, ZONE, AppointmentProjection::kept);
        desk = new LedgerAppointmentDesk(ledger, reference, clock, ZONE, () -> Optional.of(KIOSK), queue);
    }

    @AfterEach
    void close() {
        ledger.close();
        reference.close();
    }

    @Test
    void offersWhatIsToComeAndHowMuchIsLeft() {
        make("today", TEN);

        var offers = desk.offers().offers();

        assertEquals(
                List.of("today", "tomorrow"),
                offers.stream().map(each -> each.day().id()).toList());
        assertEquals(
                List.of(1, 2, 2),
                offers.getFirst().times().stream()
                        .map(AppointmentOffer.Time::left)
                        .toList());
        clock.pass(Duration.ofMinutes(125));
        assertEquals(
                List.of(LocalTime.of(10, 20), LocalTime.of(10, 40)),
                desk.offers().offers().getFirst().times().stream()
                        .map(AppointmentOffer.Time::at)
                        .toList());
    }

    @Test
    void keepsNoMorePlacesThanThereAreHoweverManyPressAtOnce() {
        var outcomes = IntStream.range(0, 12).mapToObj(_ -> desk.make("today", TEN, Optional.empty())).toList().stream()
                .map(each -> each.join())
                .toList();

        assertEquals(
                2, outcomes.stream().filter(MakeOutcome.Made.class::isInstance).count());
        assertEquals(
                10, outcomes.stream().filter(MakeOutcome.Gone.class::isInstance).count());
        var codes = outcomes.stream()
                .filter(MakeOutcome.Made.class::isInstance)
                .map(each ->
                        ((MakeOutcome.Made) each).kept().appointment().code().digits())
                .distinct();
        assertEquals(2, codes.count());
    }

    @Test
    void keepsNothingThatIsOverOrCalledOffOrNotThere() {
        clock.pass(Duration.ofHours(2));

        for (var outcome : List.of(
                desk.make("today", TEN, Optional.empty()),
                desk.make("today", LocalTime.of(10, 10), Optional.empty()),
                desk.make("off", TEN, Optional.empty()),
                desk.make("never", TEN, Optional.empty()))) {
            assertInstanceOf(MakeOutcome.Gone.class, outcome.join());
        }
    }

    @Test
    void whoComesInTimeIsCalledAheadOfWhoeverTookANumberBefore() {
        var kept = make("today", TEN);
        assertEquals(Standing.TOO_EARLY, kept.standing());
        assertInstanceOf(ArriveOutcome.Otherwise.class, arrive(kept));
        clock.pass(Duration.ofMinutes(95));
        queue.desk().take(QueueStreet.CARE.id(), false).join();

        var here = assertInstanceOf(ArriveOutcome.Here.class, arrive(kept));

        assertEquals("C001", here.slip().ticket().number().text());
        assertEquals(0, here.slip().ahead());
        assertEquals(
                here.slip().ticket().id(),
                queue.board()
                        .today()
                        .plan()
                        .map(cn.dangqun.domain.queue.Calling::new)
                        .orElseThrow()
                        .order(queue.board().today().queue(), 1)
                        .getFirst()
                        .id());
    }

    @Test
    void onePersonGetsOneNumberHoweverOftenTheyPress() {
        var kept = make("today", TEN);
        clock.pass(Duration.ofHours(2));

        var both = List.of(
                desk.arrive(kept.appointment().id()),
                desk.arrive(kept.appointment().id()));

        assertInstanceOf(ArriveOutcome.Here.class, both.getFirst().join());
        var other =
                assertInstanceOf(ArriveOutcome.Otherwise.class, both.getLast().join());
        assertEquals(Standing.ARRIVED, other.kept().standing());
        assertEquals(Optional.of("C001"), other.kept().number());
        assertEquals(1, queue.board().today().queue().tickets().size());
    }

    /// The service has one number a day.
    @Test
    void theDaysNumbersAreKeptForWhomIsExpectedUntilTheyAreLate() {
        make("today", TEN);
        assertInstanceOf(
                TakeOutcome.Full.class, queue.desk().take(ADVICE, false).join());

        clock.pass(Duration.ofMinutes(136));

        assertInstanceOf(
                TakeOutcome.Taken.class, queue.desk().take(ADVICE, false).join());
    }

    @Test
    void aPlaceThatIsGivenBackOrMissedIsSomebodyElses() {
        var first = make("today", TEN);
        make("today", TEN);
        assertTrue(desk.cancel(first.appointment().id(), Optional.empty()).join());
        make("today", TEN);
        assertEquals(Standing.CANCELLED, find(first).standing());
        assertInstanceOf(
                MakeOutcome.Gone.class,
                desk.make("today", TEN, Optional.empty()).join());
        assertEquals(3, desk.today().size());

        clock.pass(Duration.ofMinutes(136));
        assertEquals(
                List.of(Standing.CANCELLED, Standing.MISSED, Standing.MISSED),
                desk.today().stream().map(Kept::standing).toList());
    }

    @Test
    void livesOnAfterARestartARebuildAndInANewEpoch() {
        var kept = new ArrayList<Kept>(List.of(make("today", TEN), make("tomorrow", TEN)));
        desk.cancel(kept.getLast().appointment().id(), Optional.of("staff-1a")).join();
        clock.pass(Duration.ofHours(2));
        arrive(kept.getFirst());
        var before = desk.today();

        ledger.rebuild().join();
        assertEquals(before, desk.today());
        ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1").join();
        assertEquals(before, desk.today());
        ledger.close();
        start();
        assertEquals(before, desk.today());
        assertEquals(Standing.CANCELLED, find(kept.getLast()).standing());
    }

    /// Places of a centre are kept in one ledger; what was kept here before stays.
    @Test
    void leavesAppointmentsToTheKioskThatKeepsTheQueue() {
        var kept = make("today", TEN);
        var shared = QueueStreet.PLAN
                .receiving(List.of(day("today", 0, Optional.empty())))
                .among(List.of(
                        new CentreKiosk("kiosk-1", OptionalInt.of(2), "192.168.1.21", false),
                        new CentreKiosk("kiosk-2", OptionalInt.of(1), "192.168.1.20", true)));
        reference
                .apply(
                        MadeUpStreet.pageOf(
                                reference.applied(),
                                false,
                                List.of(ReferenceChange.put(
                                        reference.applied() + 1, new ReferenceItem.SiteQueue(shared)))),
                        "")
                .join();

        assertEquals(new AppointmentDesk.Offers(List.of(), true), desk.offers());
        assertInstanceOf(
                MakeOutcome.Gone.class,
                desk.make("today", TEN, Optional.empty()).join());
        clock.pass(Duration.ofHours(2));
        assertInstanceOf(ArriveOutcome.Here.class, arrive(kept));
    }

    @Test
    void whoGuessesCodesIsToldNothingForAWhileWhoeverTypes() {
        var kept = make("today", TEN);
        var code = kept.appointment().code();
        var other = new AppointmentCode(code.digits().equals("000000") ? "000001" : "000000");

        for (int i = 0; i < Misses.FREE; i++) {
            find(kept);
            assertInstanceOf(FindOutcome.Unknown.class, desk.find(other));
        }
        assertEquals(new FindOutcome.Paused(clock.instant().plus(Misses.WINDOW)), desk.find(code));
        clock.pass(Misses.WINDOW);
        find(kept);
    }

    @Test
    void whoHasComeOrCancelledStaysSoWhenTheDayIsCalledOffLater() {
        var came = make("today", TEN);
        var cancelled = make("today", TEN.plusMinutes(20));
        var waits = make("today", TEN.plusMinutes(40));
        desk.cancel(cancelled.appointment().id(), Optional.empty()).join();
        clock.pass(Duration.ofHours(2));
        arrive(came);
        assertTrue(find(waits).isOpen());

        var off = QueueStreet.PLAN.receiving(List.of(day("today", 0, Optional.of("外出开会"))));
        reference
                .apply(
                        MadeUpStreet.pageOf(
                                reference.applied(),
                                false,
                                List.of(ReferenceChange.put(
                                        reference.applied() + 1, new ReferenceItem.SiteQueue(off)))),
                        "")
                .join();

        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of("外出开会")),
                desk.today().stream().map(Kept::off).toList());
        assertFalse(find(waits).isOpen());
    }

    private Kept find(Kept kept) {
        return assertInstanceOf(
                        FindOutcome.Found.class, desk.find(kept.appointment().code()))
                .kept();
    }

    private Kept make(String plan, LocalTime at) {
        return assertInstanceOf(
                        MakeOutcome.Made.class,
                        desk.make(plan, at, Optional.empty()).join())
                .kept();
    }

    private ArriveOutcome arrive(Kept kept) {
        return desk.arrive(kept.appointment().id()).join();
    }
}
