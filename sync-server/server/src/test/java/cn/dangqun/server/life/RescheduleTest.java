package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OQ-07: a branch whose day is the 10th asks for another in December. It is 2026-11-23.
class RescheduleTest {
    private ConsoleUnderTest console;
    private Clerk clerk;
    private Visitor secretary;
    private String cell;
    private String branch;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        clerk.made(
                "/organizations/" + branch + "/rules",
                Map.of("since", "2026-01-01", "reason", "样例", "profile", "STREET_STANDARD"));
        clerk.person("党员样例", branch);
        secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId(branch))));
        cell = "/life/" + branch + "/THEME_DAY/2026-12";
    }

    @AfterEach
    void close() {
        console.close();
    }

    private HttpResponse<String> asks(Visitor who, String day) {
        return who.post(cell, cell + "/moves", Map.of("newDay", day, "reason", "当天要换届"));
    }

    private HttpResponse<String> answers(Visitor who, String decision) {
        var found = Pattern.compile("action=\"(/moves/[^\"]+)\"")
                .matcher(who.get("/moves").body());
        return found.find()
                ? who.post("/moves", found.group(1), Map.of("decision", decision, "answer", "同意样例"))
                : who.get("/nothing");
    }

    private String due() {
        var found = Pattern.compile("<th scope=\"row\">期限</th><td>([0-9-]+)</td>")
                .matcher(secretary.get(cell).body());
        assertTrue(found.find(), "due");
        return found.group(1);
    }

    @Test
    void aDayIsMovedOnceTheStreetConsents() {
        var before = due();
        assertEquals(303, asks(secretary, "2026-12-18").statusCode());
        assertEquals(before, due());
        assertEquals(409, asks(secretary, "2026-12-19").statusCode());
        assertTrue(clerk.page("/moves?state=waiting").contains("2026-12-10 改为 2026-12-18"));
        assertEquals(
                403,
                secretary
                        .post(cell, "/moves/" + branch + "/m-1", Map.of("decision", "grant"))
                        .statusCode());

        assertEquals(303, answers(clerk.keeper, "grant").statusCode());

        assertTrue(due().compareTo("2026-12-18") >= 0);
        var moved = secretary.get(cell).body();
        assertTrue(moved.contains("同意样例") && moved.contains("样例管理员 于 "), "people, not logins");
        assertFalse(moved.contains("test-branch-secretary1 于 ") || moved.contains("test-street-reviewer"), moved);
        assertTrue(
                clerk.page("/plan/year?organization=" + branch + "&year=2026").contains("规定 2026-12-18"));
        assertFalse(clerk.page("/moves?state=waiting").contains("2026-12-18"));
    }

    @Test
    void whatIsRefusedOrComesTooLateMovesNothing() {
        var before = due();
        assertEquals(303, asks(secretary, "2026-12-18").statusCode());
        assertEquals(303, answers(clerk.keeper, "refuse").statusCode());
        assertEquals(before, due());

        assertEquals(303, asks(secretary, "2026-12-21").statusCode());
        console.clock.advance(Duration.ofDays(18));
        var late = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertTrue(late.get("/moves").body().contains("规定日期已过，不能再批准"));
        assertEquals(422, answers(late, "grant").statusCode());
        assertEquals(303, answers(late, "refuse").statusCode());
    }

    @Test
    void nobodyConsentsToTheirOwnWish() {
        assertEquals(303, asks(clerk.keeper, "2026-12-18").statusCode());

        assertTrue(clerk.page("/moves").contains("由您申请，要由别人批准"));
        var id = Pattern.compile("data-move=\"([^\"]+)\"").matcher(clerk.page("/moves"));
        assertTrue(id.find());
        assertEquals(
                422,
                clerk.keeper
                        .post(
                                "/moves",
                                "/moves/" + branch + "/" + id.group(1),
                                Map.of("decision", "grant", "answer", "样例"))
                        .statusCode());
    }

    @Test
    void aDayLiesInItsMonthAndAhead() {
        for (var wrong : new String[] {"2027-01-05", "2026-11-30", "2026-12-10", "2026-12-45", ""}) {
            assertEquals(422, asks(secretary, wrong).statusCode(), wrong);
        }
        assertEquals(
                422,
                secretary
                        .post(
                                cell,
                                "/life/" + branch + "/MEMBER_MEETING/2026Q4/moves",
                                Map.of("newDay", "2026-12-20", "reason", "样例"))
                        .statusCode());
        assertEquals(
                422,
                secretary
                        .post(
                                cell,
                                "/life/" + branch + "/THEME_DAY/2026-10/moves",
                                Map.of("newDay", "2026-10-20", "reason", "样例"))
                        .statusCode());
    }

    @Test
    void aHolidayIsSaidWhereTheDayIsOwed() {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO opening_day (site, day, weekday, note) VALUES ('', '2026-12-10', 0, '样例节')"));

        assertTrue(secretary.get(cell).body().contains("2026-12-10 是样例节（休息）"));
        assertTrue(secretary.get("/calendar").body().contains("样例节（休息）：规定在这一天的，点开可以申请改期"));
    }
}
