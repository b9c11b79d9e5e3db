package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.life.YearUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// The board of a year in a real browser, by keyboard alone. Pictures go to `target/console`.
@Tag("real-time")
class YearBrowserTest {
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);
    private static final String MISSING = "td.duty[data-status=\"MISSING\"] a";

    @Test
    void aKeyOnACellTellsWhyItStandsSo(@TempDir Path directory, @TempDir Path profile) throws IOException {
        Files.createDirectories(SHOTS);
        try (var year = new YearUnderTest(directory, 20261129);
                var browser = TestBrowser.start(profile)) {
            year.console.account("shiyuan", Role.STREET_REVIEWER, Scope.wholeStreet());
            browser.size(SMALL);
            browser.visit(year.console.address.resolve("/login"));
            browser.type("#login", "shiyuan");
            browser.type("#password", ConsoleUnderTest.PASSWORD);
            browser.leaveBy("#sign-in");

            for (var each : List.of(
                    "/life",
                    "/life/c1-b3",
                    "/attendance?since=2026-01-01&until=2026-11-23",
                    "/calendar",
                    "/attendance/absent")) {
                visit(browser, year, each);
            }
            browser.visit(year.console.address.resolve("/life?year=2026&duty=THEME_DAY"));
            browser.shot(SHOTS.resolve("year-theme-day-1366.png"), SMALL);
            browser.runs("document.querySelector('" + MISSING + "').focus()");
            assertEquals("缺项", browser.answers("return document.activeElement.querySelector('.word').textContent"));
            browser.enter();

            TestBrowser.until(() -> browser.text("#why").contains("缺 1 次"));
            assertTrue(browser.text("#why").contains("R-09"), browser.text("#why"));
            browser.shot(SHOTS.resolve("year-why-1366.png"), SMALL);
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static void visit(TestBrowser browser, YearUnderTest year, String page) {
        var name = "year" + page.replaceAll("[?].*", "").replace('/', '-');
        browser.visit(year.console.address.resolve(page));
        browser.shot(SHOTS.resolve(name + "-1366.png"), SMALL);
        assertEquals(
                true,
                browser.answers("return document.documentElement.scrollWidth <= window.innerWidth"),
                page + " is wider than the screen");
        browser.pdf(SHOTS.resolve(name + ".pdf"));
    }
}
