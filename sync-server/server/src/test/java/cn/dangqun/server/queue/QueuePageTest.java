package cn.dangqun.server.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private ConsoleUnderTest console;
    private int drawn;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void countsWhoWaitsIsCalledAndWasServed() {
        var kiosk = console.kiosk(1);
        var first = taken(kiosk, "C001");
        var second = taken(kiosk, "C002");
        taken(kiosk, "C003");
        console.clock.advance(Duration.ofMinutes(6));
        act(kiosk, first, new TicketAct.Call(1));
        console.clock.advance(Duration.ofMinutes(4));
        act(kiosk, first, new TicketAct.Serve());
        act(kiosk, second, new TicketAct.Call(2));

        var page = page("/queue?site=site-1");

        assertTrue(page.contains("data-taken=\"3\" data-waiting=\"1\" data-served=\"1\""), page);
        assertTrue(page.contains("便民利民"), page);
        assertTrue(page.contains("data-number=\"C002\""), page);
        assertTrue(page.contains("2号窗口"), page);
        assertTrue(page.contains("8 分钟"), "the median of six and ten minutes of waiting");
        assertTrue(page.contains("4 分钟"), "at the window");
    }

    @Test
    void showsEachCentreAndDayByItself() {
        taken(console.kiosk(1), "A001");

        assertFalse(page("/queue?site=site-2").contains("data-taken"));
        assertFalse(page("/queue?site=site-1&date=2026-11-22").contains("data-taken"));
        assertTrue(page("/queue").contains("data-taken=\"1\""), "the first centre, today");
    }

    @Test
    void showsNobodyACentreOutsideTheirScope() {
        taken(console.kiosk(1), "A001");
        var second = console.communities().get(1).id();
        var visitor = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(second)));

        assertEquals(404, visitor.get("/queue?site=site-1").statusCode());
        assertEquals(404, visitor.get("/live/queue?site=site-1").statusCode());
        assertFalse(visitor.get("/queue").body().contains("data-taken"));
        assertFalse(visitor.get("/queue").body().contains("value=\"site-1\""));
    }

    @Test
    void saysThatTwoKiosksOfACentreGiveOutTheSameNumbers() {
        taken(console.kiosk(1), "A001");
        taken(console.kiosk(1), "A001");
        taken(console.kiosk(1), "2A002");

        var page = page("/queue?site=site-1");

        assertTrue(page.contains("同一天发出了相同的号：A001<"), page);
    }

    @Test
    void countsManyDaysByServiceHourAndWeekday() {
        for (int i = 1; i <= 4; i++) {
            var ticket = taken(console.kiosk(1), "A00" + i);
            console.clock.advance(Duration.ofMinutes(i));
            if (i < 4) {
                act(console.kiosk(1), ticket, new TicketAct.Call(1));
                console.clock.advance(Duration.ofMinutes(10L * i));
                act(console.kiosk(1), ticket, i == 1 ? new TicketAct.Pass() : new TicketAct.Serve());
            }
        }

        assertEquals(List.of("4", "2", "1", "2 分钟", "3 分钟", "25 分钟", "30 分钟"), figures("/queue/figures", "合计"));
        assertEquals(
                List.of("4", "2", "1", "2 分钟", "3 分钟", "25 分钟", "30 分钟"), figures("/queue/figures?by=WEEKDAY", "星期一"));
        assertTrue(page("/queue/figures?by=HOUR").contains(" 点</b>"));
        assertFalse(page("/queue/figures?until=2026-11-22").contains("data-taken"));
    }

    private List<String> figures(String address, String row) {
        var cells = page(address).replaceAll("(?s).*data-row=\"" + row + "\"(.*?)</tr>.*", "$1");
        return Pattern.compile("number\">([^<]*)<")
                .matcher(cells)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    /// Two ledgers speak of one ticket, in whatever order they come: what the one says last that has it, counts.
    @Test
    void countsATicketThatChangedHandsOnce() {
        var guest = console.kiosk(1);
        var host = console.kiosk(1);
        var early = new TicketId("a".repeat(16));
        var late = new TicketId("b".repeat(16));

        console.fact(guest, taking(early, "2A001"));
        console.fact(guest, new QueueFact.TicketHandled(early, new TicketAct.Call(2), "staff-1a"));
        console.fact(guest, new QueueFact.TicketHandedOn(early, host));
        console.fact(host, brought(early, "2A001", new TicketState.Called(2, 1, console.clock.instant()), guest));
        console.fact(host, new QueueFact.TicketHandled(early, new TicketAct.Serve(), "staff-1a"));
        // of this one the host's report comes first
        console.fact(host, brought(late, "2A002", new TicketState.Held(), guest));
        console.fact(host, new QueueFact.TicketHandled(late, new TicketAct.Resume(1), "staff-1a"));
        console.fact(host, new QueueFact.TicketHandled(late, new TicketAct.Serve(), "staff-1a"));
        console.fact(guest, taking(late, "2A002"));
        console.fact(guest, new QueueFact.TicketHandled(late, new TicketAct.Call(2), "staff-1a"));
        console.fact(guest, new QueueFact.TicketHandled(late, new TicketAct.Hold(), "staff-1a"));
        console.fact(guest, new QueueFact.TicketHandedOn(late, host));
        // and this one was reserved for the guest, which never showed it to anybody
        var ghost = new TicketId("c".repeat(16));
        console.fact(host, taking(ghost, "1A001"));
        console.fact(host, new QueueFact.TicketHandled(ghost, new TicketAct.Lapse(), ""));
        console.fact(
                guest,
                new QueueFact.TicketFetched(new TicketId("d".repeat(16)), TicketNumber.parse("1A002"), TODAY, host));

        var page = page("/queue?site=site-1");

        assertTrue(page.contains("data-taken=\"2\" data-waiting=\"0\" data-served=\"2\""), page);
        assertFalse(page.contains("1A001"), page);
    }

    private static QueueFact taking(TicketId id, String number) {
        return new QueueFact.TicketTaken(id, TicketNumber.parse(number), new ServiceId("convenience"), TODAY, false);
    }

    private QueueFact brought(TicketId id, String number, TicketState state, KioskId from) {
        var ticket = new Ticket(
                id,
                TODAY,
                TicketNumber.parse(number),
                new ServiceId("convenience"),
                false,
                console.clock.instant(),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new QueueFact.TicketBrought(ticket, from, 1);
    }

    @Test
    void tellsTheKiosksOfACentreWhichOfThemKeepsTheQueue() {
        var first = console.kiosk(1);
        var second = console.kiosk(1);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        assertTrue(chosen(admin, first, "1", true).contains("先在上面“窗口网页”里写好"));
        assertEquals(List.of(), kiosks());
        admin.post("/kiosks/" + first, "/kiosks/" + first + "/window", Map.of("address", "192.168.1.20"));
        chosen(admin, first, "", true);
        assertEquals(
                List.of(
                        new CentreKiosk(first.value(), OptionalInt.of(1), "192.168.1.20", true),
                        new CentreKiosk(second.value(), OptionalInt.of(2), "", false)),
                kiosks());
        assertTrue(chosen(admin, second, "1", false).contains("同一个中心不能重复"));
        taken(first, "3A001");
        assertTrue(chosen(admin, second, "3", false).contains("今天已经用 3 号机的编号发过号"));
        assertTrue(chosen(admin, second, "0", false).contains("请选 1 到 9"));
        admin.post("/kiosks/" + second, "/kiosks/" + second + "/window", Map.of("address", "192.168.1.21"));
        chosen(admin, second, "4", true);
        assertEquals(
                List.of(
                        new CentreKiosk(first.value(), OptionalInt.of(1), "192.168.1.20", false),
                        new CentreKiosk(second.value(), OptionalInt.of(4), "192.168.1.21", true)),
                kiosks());

        admin.post("/kiosks/" + second, "/kiosks/" + second + "/revocation", Map.of("reason", "报废"));
        assertEquals(List.of(new CentreKiosk(first.value(), OptionalInt.of(1), "192.168.1.20", false)), kiosks());
    }

    private static String chosen(Visitor admin, KioskId kiosk, String digit, boolean host) {
        var page = "/kiosks/" + kiosk;
        return admin.post(page, page + "/queue", host ? Map.of("digit", digit, "host", "yes") : Map.of("digit", digit))
                .body();
    }

    private List<CentreKiosk> kiosks() {
        return console.database.read(
                handle -> new Entries(handle).queuePlan("site-1").orElseThrow().kiosks());
    }

    private TicketId taken(KioskId kiosk, String number) {
        var id = new TicketId("%016x".formatted(++drawn));
        console.fact(
                kiosk,
                new QueueFact.TicketTaken(id, TicketNumber.parse(number), new ServiceId("convenience"), TODAY, false));
        return id;
    }

    private void act(KioskId kiosk, TicketId ticket, TicketAct act) {
        console.fact(kiosk, new QueueFact.TicketHandled(ticket, act, "staff-1a"));
    }

    private String page(String address) {
        return console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet())
                .get(address)
                .body();
    }
}
