package cn.dangqun.server.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

        assertEquals(List.of("4", "2", "1", "2 分钟", "3 分钟", "20 分钟", "30 分钟"), figures("/queue/figures", "合计"));
        assertEquals(
                List.of("4", "2", "1", "2 分钟", "3 分钟", "20 分钟", "30 分钟"), figures("/queue/figures?by=WEEKDAY", "星期一"));
        assertTrue(page("/queue/figures?by=HOUR").contains(" 点</th>"));
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
