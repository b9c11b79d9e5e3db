package cn.dangqun.server.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDateTime;
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

/// Who is on duty, as the street arranges it and as its kiosks are told.
class RotaPagesTest {
    private static final Map<String, String> SATURDAY_MORNING =
            Map.of("days.SATURDAY", "yes", "from", "09:00", "to", "11:30");

    private ConsoleUnderTest console;
    private Clerk clerk;
    private String site;
    private String person;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        clerk.made("/sites/new", Map.of("name", "样例新中心", "organization", "c1"));
        var list = clerk.page("/staff/rota");
        site = found("data-site=\"([^\"]+)\">\\s*<td><a class=\"title\" href=\"[^\"]+\">样例新中心", list);
        var answer = clerk.keeper
                .post(
                        "/staff",
                        "/staff/new",
                        Map.of("name", "值守样例丙", "duty", "周六值守", "role", "DUTY_STAFF", "community", "c1"))
                .body();
        person = found("action=\"/staff/([^/\"]+)/pin\"", answer);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static String found(String pattern, String body) {
        var found = Pattern.compile(pattern).matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private Map<String, String> turn(Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("staff", person);
        return form;
    }

    private Rota rota() {
        return console.database
                .read(handle -> new Entries(handle).site(site))
                .orElseThrow()
                .rota();
    }

    private List<String> onDuty(String when) {
        return rota().at(LocalDateTime.parse(when)).stream()
                .map(Rota.Turn::staff)
                .toList();
    }

    @Test
    void tellsKiosksOfWeeklyTurnsHolidaysAndSingleDays() {
        clerk.made("/staff/rota/" + site, turn(SATURDAY_MORNING));
        assertEquals(List.of(person), onDuty("2026-11-28T09:00"));
        assertEquals(List.of(), onDuty("2026-11-28T20:48"));

        clerk.made("/services/calendar", Map.of("from", "2026-11-28", "kind", "CLOSED", "note", "样例节"));
        clerk.made("/services/calendar", Map.of("from", "2026-11-29", "kind", "SATURDAY"));
        assertEquals(List.of(), onDuty("2026-11-28T09:00"));
        assertEquals(List.of(person), onDuty("2026-11-29T09:00"));

        clerk.made("/staff/rota/" + site, turn(Map.of("day", "2026-11-28", "from", "14:00", "to", "16:00")));
        assertEquals(List.of(person), onDuty("2026-11-28T15:00"));
        var page = clerk.page("/staff/rota/" + site);
        assertTrue(page.contains("值守样例丙 14:00–16:00"), page);
        assertTrue(page.contains("没有人"));
    }

    @Test
    void forgetsATurnAndWhoeverLeaves() {
        clerk.made("/staff/rota/" + site, turn(SATURDAY_MORNING));
        clerk.made("/staff/rota/" + site, turn(Map.of("day", "2026-11-28", "from", "14:00", "to", "16:00")));

        clerk.made("/staff/rota/" + site + "/removal", Map.of("turn", "w0", "staff", "somebody"));
        assertEquals(1, rota().weekly().size());
        clerk.made("/staff/rota/" + site + "/removal", Map.of("turn", "w0", "staff", person));
        assertEquals(0, rota().weekly().size());
        clerk.made("/staff/" + person + "/removal", Map.of());
        assertTrue(rota().isBlank());
    }

    @Test
    void keepsTheRotaWhenTheCentreIsRenamed() {
        clerk.made("/staff/rota/" + site, turn(SATURDAY_MORNING));

        clerk.made("/sites/" + site, Map.of("name", "样例改名中心", "organization", "c1"));

        assertEquals(LocalTime.of(9, 0), rota().weekly().getFirst().turn().from());
    }

    @Test
    void refusesWithWordsWhatCannotBe() {
        var neither = clerk.refused("/staff/rota/" + site, turn(Map.of("from", "09:00", "to", "11:00")));
        assertTrue(neither.contains("两样选一样"), neither);
        var backwards = clerk.refused(
                "/staff/rota/" + site, turn(Map.of("days.MONDAY", "yes", "from", "12:00", "to", "09:00")));
        assertTrue(backwards.contains("先后颠倒"), backwards);
        var stranger = clerk.refused(
                "/staff/rota/" + site, Map.of("staff", "nobody", "day", "2026-12-01", "from", "09:00", "to", "11:00"));
        assertTrue(stranger.contains("请选择值守人员"), stranger);
    }

    @Test
    void isTheCommunitysOwn() {
        var other = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));

        assertEquals(404, other.get("/staff/rota/" + site).statusCode());
        assertEquals(
                404,
                other.post("/staff/rota", "/staff/rota/" + site, turn(SATURDAY_MORNING))
                        .statusCode());
    }
}
