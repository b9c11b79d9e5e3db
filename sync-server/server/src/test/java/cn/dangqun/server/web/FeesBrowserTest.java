package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.life.FeesUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// Fees and hours on a small screen: no page is wider than it, and a collector enters a month. Pictures go to
/// `target/console`.
@Tag("real-time")
class FeesBrowserTest {
    private static final Dimension SMALL = new Dimension(1366, 768);
    private static final Path SHOTS = Path.of("target/console");

    @Test
    void fitsASmallScreenAndTakesAMonth(@TempDir Path directory) throws Exception {
        Files.createDirectories(SHOTS);
        try (var fees = new FeesUnderTest(directory);
                var browser = TestBrowser.start(directory.resolve("profile"))) {
            fees.console.account("dangfei", Role.FEE_OFFICER, Scope.wholeStreet());
            browser.size(SMALL);
            browser.visit(fees.console.address.resolve("/login"));
            browser.type("#login", "dangfei");
            browser.type("#password", ConsoleUnderTest.PASSWORD);
            browser.leaveBy("#sign-in");

            for (var each : List.of(
                    "/fees",
                    "/fees/arrears",
                    "/fees/branches/c1-b1",
                    "/fees/branches/c1-b1/amounts",
                    "/fees/branches/c1-b1/notice?half=2026-1",
                    "/fees/members/C1-B1-M3",
                    "/hours",
                    "/hours/members",
                    "/hours/members/C1-B1-M3")) {
                visit(browser, fees, each);
            }

            browser.visit(fees.console.address.resolve("/fees/branches/c1-b1"));
            browser.runs("document.querySelector('tr[data-member=\"C1-B1-M1\"] input').click();"
                    + "document.querySelector('#pay select[name=month]').value = '2026-12'");
            browser.type("#pay input[name=reason]", "现场收取");
            browser.leaveBy("#enter");
            assertTrue(
                    browser.answers("return document.querySelectorAll('tr[data-member=\"C1-B1-M1\"] td[data-fee]')[11]"
                                    + ".textContent")
                            .equals("✓"));
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static void visit(TestBrowser browser, FeesUnderTest fees, String page) {
        var name = page.replaceAll("[?].*", "").substring(1).replace('/', '-');
        browser.visit(fees.console.address.resolve(page));
        browser.shot(SHOTS.resolve(name + "-1366.png"), SMALL);
        assertEquals(
                true,
                browser.answers("return document.documentElement.scrollWidth <= window.innerWidth"),
                page + " is wider than the screen");
        browser.pdf(SHOTS.resolve(name + ".pdf"));
    }
}
