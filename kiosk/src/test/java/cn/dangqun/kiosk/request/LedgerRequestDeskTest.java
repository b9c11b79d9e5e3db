package cn.dangqun.kiosk.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.Misses;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.ResidentNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Filed, looked up and rated at one kiosk, without the street.
class LedgerRequestDeskTest {
    private static final String PHONE = "13800001234";

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(at("09:30"));
    private Ledger ledger;
    private ReferenceStore reference;
    private LedgerRequestDesk desk;

    @BeforeEach
    void open() throws Exception {
        reference = MadeUpStreet.store(directory, clock, items());
        start();
    }

    @AfterEach
    void close() {
        ledger.close();
        reference.close();
    }

    private void start() {
        ledger = Ledger.open(
                directory.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(directory.resolve("ledger.db")),
                KioskCore.PROJECTIONS);
        ledger.adopt(new KioskId("kiosk-1")).join();
        desk = new LedgerRequestDesk(ledger, reference, clock, MadeUpStreet.ZONE);
    }

    private static Instant at(String time) {
        return MadeUpStreet.DAY
                .atTime(LocalTime.parse(time))
                .atZone(MadeUpStreet.ZONE)
                .toInstant();
    }

    /// 样例甲 has the morning, 样例乙 the afternoon.
    private static List<ReferenceItem> items() {
        var items = new ArrayList<>(MadeUpStreet.items());
        items.add(new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY)
                .with(new Rota(
                        List.of(weekly("s-1", "08:30", "12:00"), weekly("s-2", "13:30", "17:30")),
                        List.of(),
                        OpeningCalendar.NONE)));
        items.add(new ReferenceItem.Staff("s-1", "样例甲", "", "综合窗口"));
        items.add(new ReferenceItem.Staff("s-2", "样例乙", "", ""));
        for (var service : CatalogueReader.shipped().services()) {
            items.add(new ReferenceItem.Service(service, MadeUpStreet.STREET));
        }
        return items;
    }

    private static Rota.Weekly weekly(String staff, String from, String to) {
        return new Rota.Weekly(
                Set.of(DayOfWeek.values()), new Rota.Turn(staff, LocalTime.parse(from), LocalTime.parse(to)));
    }

    private ServiceItem promised() {
        return desk.offer().services().stream()
                .filter(each -> each.limitDays().orElse(0) > 0)
                .findFirst()
                .orElseThrow();
    }

    private Receipt filed(Wish wish) {
        return assertInstanceOf(FileOutcome.Filed.class, desk.file(wish).join()).receipt();
    }

    private RequestStanding known(ReceiptNumber number) {
        return assertInstanceOf(StatusAnswer.Known.class, desk.status(number)).standing();
    }

    @Test
    void namesWhoIsOnDutyThenAndThePromisedDayAndStandsAfterARestart() {
        var service = promised();
        var receipt = filed(Wish.atKiosk(RequestKind.AGENCY, Optional.of(service.id()), PHONE));
        clock.pass(Duration.ofHours(6));
        var later = filed(Wish.atKiosk(RequestKind.CONSULTING, Optional.empty(), PHONE));

        assertEquals("样例甲", receipt.answerer());
        assertEquals("样例乙", later.answerer());
        assertEquals(Optional.of(MadeUpStreet.DAY.plusDays(service.limitDays().getAsInt())), receipt.due());
        assertEquals(Optional.empty(), later.due());

        ledger.close();
        start();
        var standing = known(receipt.number());
        assertEquals(RequestStage.FILED, standing.state().stage());
        assertEquals(service.name(), standing.service());
        assertEquals("样例甲", standing.answerer());
    }

    @Test
    void namesWhoeverHasTheNextTurnOutsideOfHoursAndNobodyOnlyWhereThereIsNoStaff() throws Exception {
        clock.pass(Duration.ofHours(12));
        assertEquals("样例甲", desk.offer().responder().orElseThrow().name());

        reference.close();
        reference = MadeUpStreet.store(
                Files.createDirectory(directory.resolve("other")),
                clock,
                items().stream()
                        .filter(each -> !(each instanceof ReferenceItem.Staff))
                        .toList());
        desk = new LedgerRequestDesk(ledger, reference, clock, MadeUpStreet.ZONE);
        assertEquals(Optional.empty(), desk.offer().responder());
        assertInstanceOf(
                FileOutcome.NobodyAnswers.class,
                desk.file(Wish.atKiosk(RequestKind.OPINION, Optional.empty(), ""))
                        .join());
    }

    @Test
    void keepsTheTelephoneNumberSealedAndAnOpinionMayBeNobodys() throws Exception {
        filed(Wish.atKiosk(RequestKind.CONSULTING, Optional.empty(), PHONE));
        var nobody = filed(Wish.atKiosk(RequestKind.OPINION, Optional.empty(), ""));

        assertFalse(nobody.reachable());
        assertEquals(1, ledger.position().orElseThrow().attachments());
        ledger.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PHONE),
                        file.toString());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Wish.atKiosk(RequestKind.AGENCY, Optional.empty(), ""));
    }

    @Test
    void showsWhatTheStreetSaysOfWhatWasFiledElsewhere() {
        var state = RequestState.filed(Answerer.account("样例街道"), Optional.empty());
        var elsewhere = new RequestStanding(
                "00000000000000aa",
                RequestKind.AGENCY,
                MadeUpStreet.COMMUNITY,
                "临时救助",
                MadeUpStreet.DAY,
                state,
                "样例街道",
                false,
                at("08:00"));
        long at = reference.applied();
        reference
                .apply(MadeUpStreet.page(at, false, List.of(new ReferenceItem.StandingItem(elsewhere))), "")
                .join();

        assertEquals(elsewhere, known(elsewhere.number()));
        assertEquals(RateOutcome.NOT_CLOSED, desk.rate(elsewhere.number(), 5).join());
    }

    @Test
    void isRatedOnceAfterItWasClosed() {
        var closed = FakeRequests.standing(RequestStage.DONE, false);
        long at = reference.applied();
        reference
                .apply(MadeUpStreet.page(at, false, List.of(new ReferenceItem.StandingItem(closed))), "")
                .join();

        assertEquals(RateOutcome.DONE, desk.rate(closed.number(), 4).join());
        assertEquals(RateOutcome.ALREADY, desk.rate(closed.number(), 1).join());
        assertTrue(known(closed.number()).rated());
    }

    @Test
    void slowsDownWhoeverGuessesAlsoWithARightNumberBetween() {
        var right = filed(Wish.atKiosk(RequestKind.OPINION, Optional.empty(), ""));
        for (int i = 0; i < Misses.FREE; i++) {
            assertInstanceOf(StatusAnswer.Unknown.class, desk.status(ReceiptNumber.of("%016x".formatted(i))));
            if (i < Misses.FREE - 1) {
                known(right.number());
            }
        }

        assertInstanceOf(StatusAnswer.Paused.class, desk.status(right.number()));
        clock.pass(Misses.WINDOW);
        known(right.number());
    }

    @Test
    void destroysItsOwnCopyNinetyDaysAfterItWasClosedAndNothingTheStreetDoesNotHave() throws Exception {
        var receipt = filed(Wish.atKiosk(RequestKind.CONSULTING, Optional.empty(), PHONE));
        filed(Wish.atKiosk(RequestKind.AGENCY, Optional.empty(), PHONE));
        var id = known(receipt.number()).request();
        var work = new LedgerRequestWork(ledger, reference, clock);
        clock.pass(Duration.ofMinutes(1));
        work.advance(new RequestWork.Act(id, RequestStep.DONE, Optional.empty(), "已答复"), _ -> true, "s-1")
                .join();
        var oblivion = new RequestOblivion(ledger, reference);
        clock.pass(RequestOblivion.KEPT.plusDays(1));
        ledger.heardStreet(clock.instant());
        reference.contacted();
        assertEquals(0, oblivion.forget(), "the street has nothing yet");

        var reader = ledger.newReader();
        for (var next = reader.unsentAttachment(); next.isPresent(); next = reader.unsentAttachment()) {
            ledger.kept(new SealedId(next.get().id())).join();
        }
        var open = new RequestStanding(
                otherThan(id),
                RequestKind.AGENCY,
                MadeUpStreet.COMMUNITY,
                "",
                MadeUpStreet.DAY,
                RequestState.filed(Answerer.staff("s-1"), Optional.empty()),
                "样例甲",
                false,
                at("09:30"));
        reference
                .apply(MadeUpStreet.page(reference.applied(), false, List.of(new ReferenceItem.StandingItem(open))), "")
                .join();
        assertInstanceOf(RequestWork.Opened.Words.class, work.open(id, "s-1").join());
        assertEquals(1, oblivion.forget());
        assertEquals(0, oblivion.forget());
        assertInstanceOf(RequestWork.Opened.NotHere.class, work.open(id, "s-1").join());
        assertInstanceOf(
                RequestWork.Opened.Words.class, work.open(open.request(), "s-1").join(), "it is still open");
    }

    private String otherThan(String id) throws Exception {
        return ledger.newReader()
                .ask(db -> new RequestRows(db)
                        .all().stream()
                                .map(RequestRows.Filed::request)
                                .filter(each -> !each.equals(id))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void readsTheLedgerAnewToTheSame() {
        var receipt = filed(Wish.atKiosk(RequestKind.CONSULTING, Optional.empty(), PHONE));
        var before = known(receipt.number());

        ledger.rebuild().join();

        assertEquals(before, known(receipt.number()));
        ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1").join();
        assertEquals(before, known(receipt.number()), "carried over");
        ledger.rebuild().join();
        assertEquals(before, known(receipt.number()));
        assertEquals(1, ledger.position().orElseThrow().attachments());
    }

    @Test
    void saysNothingOfWhoAskedInWords() {
        var wish = new Wish(
                RequestKind.AGENCY,
                Optional.empty(),
                Optional.empty(),
                new ResidentNote("样例丙", PHONE, "样例路 1 号", "想办一件事"),
                Optional.of(Answerer.staff("s-1")));

        assertFalse(wish.toString().contains("样例丙"));
    }
}
