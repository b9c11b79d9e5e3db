package cn.dangqun.server.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a street types about its services, windows and holidays, and what its kiosks are told.
class ServicePagesTest {
    private static final Map<String, String> TWO_WINDOWS = Map.of(
            "window1.number",
            "1",
            "window1.name",
            "综合窗口",
            "window2.number",
            "3",
            "window2.name",
            "社保窗口",
            "window2.relief",
            "yes",
            "maxCalls",
            "3",
            "reinsertAfter",
            "2",
            "preferredInARow",
            "1");

    private ConsoleUnderTest console;
    private Visitor keeper;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory, List.of());
        keeper = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        made("/organizations", Map.of("name", "中共样例街道工作委员会"));
        var street = console.database.read(
                handle -> new Entries(handle).organizations().getFirst().id().value());
        for (var name : List.of("样例一社区党委", "样例二社区党委")) {
            made(
                    "/organizations/" + street + "/new",
                    Map.of("name", name, "class", "COMMUNITY", "kind", "ORDINARY", "level", "COMMITTEE"));
        }
        made("/sites/new", Map.of("name", "样例中心", "organization", community("样例一社区党委")));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void made(String path, Map<String, String> form) {
        var answer = keeper.post("/services", path, form);
        assertEquals(303, answer.statusCode(), path + answer.body());
    }

    private String community(String name) {
        return console.database.read(handle -> new Entries(handle)
                .organizations().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .value());
    }

    private String site() {
        return console.database.read(handle ->
                handle.createQuery("SELECT id FROM site").mapTo(String.class).one());
    }

    private Map<String, ServiceItem> services() {
        return console.database.read(handle -> {
            var found = new HashMap<String, ServiceItem>();
            new Entries(handle).services().forEach(each -> found.put(each.id(), each.service()));
            return found;
        });
    }

    private Optional<QueuePlan> plan() {
        return console.database.read(handle -> new Entries(handle).queuePlan(site()));
    }

    private Map<String, String> relief() {
        var form = new HashMap<>(Map.of(
                "name",
                "临时救助",
                "category",
                "AFFAIRS",
                "audience.IN_HARDSHIP",
                "yes",
                "letter",
                "M",
                "cap",
                "40",
                "usual",
                "12"));
        form.put(
                "organization",
                console.database.read(handle ->
                        new Entries(handle).services().getFirst().organization().value()));
        form.put("materials", "身份证\n\n户口簿");
        form.put("limit", "7");
        form.put("shift1.MONDAY", "yes");
        form.put("shift1.FRIDAY", "yes");
        form.put("shift1.from", "09:00");
        form.put("shift1.to", "11:30");
        return form;
    }

    @Test
    void aCentreBeginsWithoutWindowsThatNobodyAskedFor() {
        var page = keeper.get("/services/windows/" + site()).body();

        assertTrue(page.contains("name=\"window1.number\" value=\"\""));
        assertFalse(Pattern.compile("name=\"window\\d+\\.(number|name)\" value=\"[^\"]")
                .matcher(page)
                .find());
    }

    @Test
    void marksEverySampleUntilSomebodyMakesItTheirOwn() {
        made("/services/starter", Map.of());

        assertEquals(16, services().size());
        services().values().forEach(each -> {
            assertTrue(each.sample());
            assertTrue(each.name().endsWith("（示例）"), each.name());
        });
        made("/services/relief", relief());

        var own = services().get("relief");
        assertFalse(own.sample());
        assertEquals("临时救助", own.name());
        assertEquals(List.of("身份证", "户口簿"), own.materials());
        assertEquals(7, own.limitDays().orElseThrow());
        made("/services/starter", Map.of());
        assertEquals(own, services().get("relief"));
    }

    @Test
    void opensWindowsThatServeWhatIsChosenAndClosesThem() {
        made("/services/starter", Map.of());
        assertEquals(Optional.empty(), plan());

        made("/services/windows/" + site(), TWO_WINDOWS);

        var windows = plan().orElseThrow().windows();
        assertTrue(windows.getFirst().serves(services().get("women").id()));
        assertTrue(windows.getLast().serves(services().get("relief").id()));
        assertFalse(windows.getLast().serves(services().get("women").id()));
        assertEquals(2, plan().orElseThrow().rules().reinsertAfter());
        made("/services/windows/" + site() + "/removal", Map.of());
        assertEquals(Optional.empty(), plan());
    }

    @Test
    void tellsKiosksOfHolidaysAndOfTheDaysThatMakeUpForThem() {
        made("/services/windows/" + site(), TWO_WINDOWS);
        var like = new OtherDay.Like(DayOfWeek.FRIDAY);

        made("/services/calendar", Map.of("from", "2026-12-30", "to", "2027-01-02", "kind", "CLOSED", "note", "元旦"));
        made("/services/calendar", Map.of("from", "2027-01-02", "kind", "FRIDAY", "site", site()));

        var calendar = plan().orElseThrow().calendar();
        assertEquals(4, calendar.days().size());
        assertEquals(Optional.empty(), calendar.weekdayOf(LocalDate.of(2027, 1, 1)));
        assertEquals(like, calendar.days().get(LocalDate.of(2027, 1, 2)));
        assertTrue(keeper.get("/services/calendar").body().contains("元旦"));
        assertTrue(keeper.get("/services/calendar").body().contains(">2026年12月30日 星期三<"));
        made("/services/calendar/removal", Map.of("from", "2027-01-02", "site", site()));
        assertEquals(Optional.empty(), plan().orElseThrow().calendar().weekdayOf(LocalDate.of(2027, 1, 2)));
        made("/services/windows/" + site(), TWO_WINDOWS);
        assertEquals(4, plan().orElseThrow().calendar().days().size());
    }

    @Test
    void refusesWhatCannotBeWithWordsAndKeepsWhatWasTyped() {
        made("/services/starter", Map.of());
        var form = new HashMap<>(relief());
        form.put("shift1.to", "08:00");
        form.put("letter", "m");

        var answer = keeper.post("/services", "/services/relief", form);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("先后不能颠倒"), answer.body());
        assertTrue(answer.body().contains("大写字母"));
        assertTrue(answer.body().contains("户口簿"));
        var twice = new HashMap<>(TWO_WINDOWS);
        twice.put("window2.number", "1");
        assertEquals(
                422,
                keeper.post("/services", "/services/windows/" + site(), twice).statusCode());
        assertEquals(
                422,
                keeper.post(
                                "/services",
                                "/services/calendar",
                                Map.of("from", "2026-12-30", "to", "2026-12-29", "kind", "CLOSED"))
                        .statusCode());
        assertEquals(
                Map.of(),
                plan().map(QueuePlan::calendar).orElse(OpeningCalendar.NONE).days());
    }

    @Test
    void letsACommunityKeepItsOwnAndOnlySeeTheStreets() {
        made("/services/starter", Map.of());
        var one = community("样例一社区党委");
        var own = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId(one))));
        var other = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId(community("样例二社区党委")))));
        var form = new HashMap<>(relief());
        form.put("organization", one);
        form.put("name", "本社区事项");

        assertEquals(303, own.post("/services", "/services/new", form).statusCode());
        assertTrue(own.get("/services").body().contains("本社区事项"));
        assertTrue(own.get("/services").body().contains("儿童青少年服务"));
        assertFalse(other.get("/services").body().contains("本社区事项"));
        assertEquals(404, own.get("/services/relief").statusCode());
        assertEquals(
                303,
                own.post("/services", "/services/windows/" + site(), TWO_WINDOWS)
                        .statusCode());
        assertEquals(
                404,
                other.post("/services", "/services/windows/" + site(), TWO_WINDOWS)
                        .statusCode());
        assertEquals(
                404,
                own.post("/services", "/services/calendar", Map.of("from", "2026-12-30", "kind", "CLOSED"))
                        .statusCode());
    }
}
