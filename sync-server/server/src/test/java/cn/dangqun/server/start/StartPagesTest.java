package cn.dangqun.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An administrator alone with an empty server, step by step.
class StartPagesTest {
    private static final Pattern STEP = Pattern.compile("data-step=\"([a-z]+)\" data-done=\"no\"");

    private ConsoleUnderTest console;
    private Visitor first;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory, List.of());
        first = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    private List<String> missing() {
        return STEP.matcher(first.get("/start").body())
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private String door() {
        return location(first, "/");
    }

    private static String location(Visitor visitor, String path) {
        return visitor.get(path).headers().firstValue("Location").orElse("");
    }

    private String made(String page, String path, Map<String, String> form) {
        var answer = first.post(page, path, form);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private String organization(String above, String level, String name) {
        return made(
                "/organizations/" + above,
                "/organizations/" + above + "/new",
                Map.of("name", name, "class", "COMMUNITY", "kind", "ORDINARY", "level", level));
    }

    @Test
    void leadsThroughTheStepsThatAreMissingAndThenNoMore() {
        assertEquals("/start", door());
        assertEquals(List.of("street", "organizations", "accounts", "roster", "kiosk"), missing());

        var street = made("/organizations", "/organizations", Map.of("name", "中共样例街道工作委员会"));
        assertEquals(List.of("organizations", "accounts", "roster", "kiosk"), missing());
        var committee = organization(street, "COMMITTEE", "样例社区党委");
        var branch = organization(committee, "BRANCH", "样例一支部");
        assertEquals(List.of("accounts", "roster", "kiosk"), missing());

        made("/roster", "/roster/new", Map.of("name", "样例甲", "branch", branch, "status", "FULL", "relation", "HOME"));
        assertEquals(List.of("accounts", "kiosk"), missing());
        assertTrue(first.get("/start").body().contains("href=\"/sites/new\""));

        made("/sites", "/sites/new", Map.of("name", "样例中心", "organization", committee));
        assertTrue(first.get("/start").body().contains("还没有一体机"));
        console.kiosk(1);
        assertEquals(List.of("accounts"), missing());

        console.account("reviewer", Role.STREET_REVIEWER, Scope.wholeStreet());
        assertEquals(List.of("accounts"), missing());
        console.account("writer", Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId(committee))));
        assertEquals(List.of(), missing());
        assertEquals("/activities", door());
    }

    @Test
    void leadsToTheStepsNoMoreOnceTheyArePutOff() {
        made("/start", "/start/later", Map.of());

        assertEquals("/activities", door());
        assertEquals(200, first.get("/start").statusCode());
        var second = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        assertEquals("/start", location(second, "/"));
    }

    @Test
    void tellsWhoMayNotEnterTheRosterWhoMay() {
        console.account("another", Role.STREET_ADMIN, Scope.wholeStreet());

        var page = first.get("/start").body();

        assertFalse(page.contains("href=\"/roster/intakes\""));
        assertTrue(page.contains("名册由街道审核或社区管理员的账号登记"));
    }

    @Test
    void leadsNobodyElseThere() {
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        assertEquals("/activities", location(reviewer, "/"));
        assertEquals(403, reviewer.get("/start").statusCode());
        assertTrue(reviewer.get("/activities").body().contains("href=\"/plan/new\""));
        var auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        assertTrue(auditor.get("/activities").body().contains("请和他们联系"));
    }
}
