package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// Rules, plans and members in a real browser: nothing is wider than a small screen and the browser objects to nothing.
/// Screenshots go to `target/console`, what is printed beside them.
@Tag("real-time")
class PeopleBrowserTest {
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);

    private ConsoleUnderTest console;
    private Clerk clerk;
    private TestBrowser browser;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        Files.createDirectories(SHOTS);
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        console.account("shenhe", Role.STREET_REVIEWER, Scope.wholeStreet());
        browser = TestBrowser.start(Files.createDirectory(directory.resolve("profile")));
    }

    @AfterEach
    void close() {
        browser.close();
        console.close();
    }

    @Test
    void showsRulesPlansAndMembersOnASmallScreen() {
        var branch = clerk.organization("c1", "BRANCH", "样例第一党支部");
        clerk.organization(branch, "GROUP", "样例第一党小组");
        var person = clerk.person("样例甲", branch, Map.of("number", "990000195001010019"));
        clerk.made(
                "/organizations/" + branch + "/rules",
                Map.of("since", "2026-01-01", "reason", "支部大会决定", "profile", "STREET_STANDARD", "committee", "HAS"));
        var training = clerk.made(
                "/plan/new",
                Map.of(
                        "type", "TRAINING",
                        "organization", branch,
                        "title", "样例集中培训",
                        "place", "样例活动室",
                        "day", "2026-11-25",
                        "starts", "09:30",
                        "ends", "11:30",
                        "chair", "样例主持",
                        "hours", "4",
                        "partner1", "c2"));
        clerk.made("/plan/activities/" + training + "/invited", Map.of("organization", branch));
        clerk.made(
                "/roster/members/" + person + "/exemptions",
                Map.of("exemption", "BEDRIDDEN", "meeting", "2026-11-10", "reason", "长期卧床"));
        visit("/login");
        browser.type("#login", "shenhe");
        browser.type("#password", ConsoleUnderTest.PASSWORD);
        browser.leaveBy("#sign-in");

        for (var page : List.of(
                Map.entry("organization-rules", "/organizations/" + branch + "/rules"),
                Map.entry("roster-export", "/roster?branch=" + branch),
                Map.entry("member-exemption", "/roster/members/" + person),
                Map.entry("plan-new", "/plan/new?from=" + training),
                Map.entry("plan-training", "/plan/activities/" + training),
                Map.entry("plan-grid", "/plan?month=2026-11&view=grid"),
                Map.entry("plan-year", "/plan/year?year=2027&organization=" + branch))) {
            visit(page.getValue());
            browser.shot(SHOTS.resolve(page.getKey() + "-1366.png"), SMALL);
            browser.pdf(SHOTS.resolve(page.getKey() + ".pdf"));
            assertEquals(
                    "true",
                    String.valueOf(browser.answers("return document.documentElement.scrollWidth <= innerWidth")),
                    page.getKey());
        }
        browser.type("p [name=place]", "样例活动室");
        browser.leaveBy("#plan-year");
        browser.shot(SHOTS.resolve("plan-year-planned-1366.png"), SMALL);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void printsTheWallOfTwentyCommunities() throws Exception {
        var names = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> "样例" + (char) ('甲' + number) + "社区")
                .toList();
        names.forEach(name -> clerk.organization("street", "COMMITTEE", name));
        visit("/login");
        browser.type("#login", "shenhe");
        browser.type("#password", ConsoleUnderTest.PASSWORD);
        browser.leaveBy("#sign-in");
        var printed = printed("/wall", "wall-many") + printed("/wall?page=2", "wall-many-2");
        assertEquals(
                List.of(),
                names.stream().filter(name -> !printed.contains(name)).toList(),
                printed);
    }

    /// A title is no column of single characters, the day has its year, and there is a place to sign.
    @Test
    void printsTheDaysActivitiesAndTheSheetOfOne() throws Exception {
        var activities = console.open();
        visit("/login");
        browser.type("#login", "shenhe");
        browser.type("#password", ConsoleUnderTest.PASSWORD);
        browser.leaveBy("#sign-in");

        var day = printed("/activities", "activities");
        var year = activities.getFirst().heldOn().getYear() + "年";
        assertTrue(day.contains(year) && day.contains("打印时间"), day);
        // where a title breaks, its beginning stands together
        assertEquals(
                List.of(),
                activities.stream()
                        .map(activity -> activity.title()
                                .substring(0, Math.min(6, activity.title().length())))
                        .filter(title -> !day.contains(title))
                        .toList(),
                day);

        var sheet = printed("/activities/" + activities.getFirst().id(), "sheet");
        assertTrue(sheet.contains(activities.getFirst().title()) && sheet.contains(year), sheet);
        assertTrue(sheet.contains("签字") || sheet.contains("签名"), sheet);
    }

    /// What poppler reads of the page as Chromium prints it.
    private String printed(String path, String name) throws Exception {
        visit(path);
        var file = SHOTS.resolve(name + ".pdf");
        browser.print(file);
        var reading = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
        var printed = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reading.waitFor());
        return printed;
    }

    private void visit(String path) {
        browser.visit(console.address.resolve(path));
    }
}
