package cn.dangqun.server.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The timetable of appointments: what is entered, what kiosks are told of it, and what the page counts.
class AppointmentPagesTest {
    private static final String SITE = "site-1";
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    private ConsoleUnderTest console;
    private Visitor keeper;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        keeper = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        made("/services/starter", Map.of());
        made(
                "/services/windows/" + SITE,
                Map.of(
                        "window1.number",
                        "1",
                        "window1.name",
                        "综合窗口",
                        "maxCalls",
                        "3",
                        "reinsertAfter",
                        "2",
                        "preferredInARow",
                        "2"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void made(String path, Map<String, String> form) {
        var answer = keeper.post("/services", path, form);
        assertEquals(303, answer.statusCode(), path + answer.body());
    }

    private static Map<String, String> weekly(String until) {
        return new HashMap<>(Map.of(
                "site",
                SITE,
                "service",
                "relief",
                "host",
                "党代表 样例甲",
                "day",
                WEDNESDAY.toString(),
                "until",
                until,
                "opens",
                "14:00",
                "closes",
                "17:00",
                "minutes",
                "20",
                "places",
                "2"));
    }

    private List<AppointmentDay> told() {
        return console.database.read(
                handle -> new Entries(handle).queuePlan(SITE).orElseThrow().appointments());
    }

    private String page() {
        return keeper.get("/services/appointments").body();
    }

    @Test
    void tellsKiosksOfAYearsReceptionDaysButNotOfHolidays() {
        made("/services/calendar", Map.of("from", "2026-12-30", "kind", "CLOSED", "note", "盘点"));

        made("/services/appointments", weekly("2027-01-06"));

        assertEquals(
                List.of(
                        LocalDate.of(2026, 11, 25),
                        LocalDate.of(2026, 12, 2),
                        LocalDate.of(2026, 12, 9),
                        LocalDate.of(2026, 12, 16),
                        LocalDate.of(2026, 12, 23),
                        LocalDate.of(2027, 1, 6)),
                told().stream().map(AppointmentDay::day).toList());
        assertEquals(9, told().getFirst().times().size());
        assertEquals("党代表 样例甲", told().getFirst().host());
        assertTrue(keeper.get("/services/appointments?added=6&closed=1").body().contains("排了 6 次；另有 1 天放假"));
        var again = keeper.post("/services", "/services/appointments", weekly("2027-01-06"));
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("有 6 天"), again.body());
        assertEquals(6, told().size());
        assertTrue(page().contains("每 20 分钟 2 位"), page());
        assertTrue(page().contains(">2026年11月25日 星期三<"), page());
    }

    @Test
    void countsWhoMadeOneAndWhoCame() {
        made("/services/appointments", weekly(""));
        var plan = told().getFirst();
        for (int i = 0; i < 3; i++) {
            fact(new AppointmentFact.Made(
                    new AppointmentId("%016x".formatted(i)),
                    new AppointmentCode("%06d".formatted(i)),
                    plan.id(),
                    plan.service(),
                    plan.day(),
                    LocalTime.of(14, 0),
                    Optional.empty()));
        }
        fact(new AppointmentFact.Arrived(new AppointmentId("%016x".formatted(1)), new TicketId("1".repeat(16))));
        fact(new AppointmentFact.Cancelled(new AppointmentId("%016x".formatted(2)), Optional.empty()));

        var figures = Pattern.compile("<td class=\"number\">(\\d+)</td>")
                .matcher(page())
                .results()
                .map(each -> each.group(1))
                .toList();

        assertEquals(List.of("2", "1"), figures);
        assertEquals(
                422,
                keeper.post("/services", "/services/appointments/removal", Map.of("site", SITE, "id", plan.id()))
                        .statusCode());
        made("/services/appointments/calling-off", Map.of("site", SITE, "id", plan.id(), "reason", "外出开会"));
        assertEquals(Optional.of("外出开会"), told().getFirst().calledOff());
        assertTrue(page().contains("已取消：外出开会"));
    }

    @Test
    void removesWhatNobodyMadeAnAppointmentFor() {
        made("/services/appointments", weekly(""));

        made(
                "/services/appointments/removal",
                Map.of("site", SITE, "id", told().getFirst().id()));

        assertEquals(List.of(), told());
    }

    @Test
    void saysWhatIsWrong() {
        for (var wrong : List.of(
                Map.of("closes", "14:10"),
                Map.of("minutes", "0"),
                Map.of("places", "x"),
                Map.of("day", "2026-11-01"),
                Map.of("until", "2029-01-01"),
                Map.of("until", "2026-11-24"),
                Map.of("service", "nothing"),
                Map.of("opens", ""))) {
            var form = weekly("");
            form.putAll(wrong);

            var answer = keeper.post("/services", "/services/appointments", form);

            assertEquals(422, answer.statusCode(), wrong.toString());
            assertTrue(answer.body().contains("role=\"alert\""), wrong + answer.body());
        }
        assertEquals(List.of(), told());
    }

    private void fact(AppointmentFact fact) {
        console.fact(console.kiosk(1), fact);
    }
}
