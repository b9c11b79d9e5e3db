package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.review.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reviewer who touches no mouse: a key to move, a digit to decide, Enter, and z to take it back. A hundred take ten
/// minutes at most, of which the machine needs a small part.
@Tag("real-time")
class ReviewByKeyboardTest {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewByKeyboardTest.class);
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);
    private static final int DECIDED = 12;
    private static final Duration EACH = Duration.ofSeconds(3);

    @Test
    void decidesOneAfterTheOtherAndTakesTheLastBack(@TempDir Path directory, @TempDir Path profile) throws IOException {
        Files.createDirectories(SHOTS);
        try (var console = new ConsoleUnderTest(directory);
                var browser = TestBrowser.start(profile)) {
            plant(console);
            browser.size(SMALL);
            signIn(console, browser);
            browser.visit(console.address.resolve("/review"));
            assertEquals("case-0", focused(browser), "the first has the focus");
            looksRight(browser, "review");
            movesAndHelps(browser);

            browser.visit(console.address.resolve("/review?kind=CLOCK"));
            int before = rows(browser);
            long began = System.nanoTime();
            for (int i = 0; i < DECIDED; i++) {
                browser.press("1");
                browser.leaves(() -> browser.press(Keys.ENTER));
                TestBrowser.until(() -> "case-0".equals(focused(browser)));
            }
            var taken = Duration.ofNanos(System.nanoTime() - began);

            assertEquals(before - DECIDED, rows(browser));
            LOG.info(
                    "{} items decided in {} ms, {} a minute",
                    DECIDED,
                    taken.toMillis(),
                    DECIDED * 60_000L / taken.toMillis());
            assertTrue(taken.compareTo(EACH.multipliedBy(DECIDED)) < 0, taken::toString);
            assertTrue(browser.text("#done").contains("维持现状"));
            looksRight(browser, "review-done");
            browser.leaves(() -> browser.press("z"));
            assertEquals(before - DECIDED + 1, rows(browser));
            for (var page : List.of("/review?state=DECIDED", "/review/month")) {
                browser.visit(console.address.resolve(page));
                looksRight(browser, page.replaceAll("[^a-z]+", "-").replaceFirst("^-", "") + "-page");
            }
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static void plant(ConsoleUnderTest console) {
        var inbox = new Inbox(console);
        inbox.twice(0);
        inbox.inTwoPlaces(1);
        inbox.guest();
        inbox.makeUp(2);
        inbox.contradiction();
        for (int i = 3; i < DECIDED + 6 && i < inbox.roll.size(); i++) {
            inbox.doubtful(i);
        }
    }

    private static void signIn(ConsoleUnderTest console, TestBrowser browser) {
        console.account("shenhe", Role.STREET_REVIEWER, Scope.wholeStreet());
        browser.visit(console.address.resolve("/login"));
        browser.type("#login", "shenhe");
        browser.type("#password", ConsoleUnderTest.PASSWORD);
        browser.leaveBy("#sign-in");
    }

    private static void movesAndHelps(TestBrowser browser) {
        browser.press("j");
        browser.press(Keys.ARROW_DOWN);
        assertEquals("case-2", focused(browser));
        browser.press("k");
        browser.press(Keys.ARROW_UP);
        assertEquals("case-0", focused(browser));
        browser.press("?");
        assertEquals(true, browser.answers("return document.getElementById('keys').open"));
        assertTrue(browser.text("#keys").contains("回车确定"));
        browser.press(Keys.ENTER);
        assertEquals(
                "/review",
                browser.answers("return location.pathname + location.search"),
                "nothing is decided that nobody picked");
    }

    private static Object focused(TestBrowser browser) {
        return browser.answers("const at = document.activeElement.closest('[data-case]'); return at ? at.id : ''");
    }

    private static int rows(TestBrowser browser) {
        return Integer.parseInt(
                String.valueOf(browser.answers("return document.querySelectorAll('[data-case]').length")));
    }

    private static void looksRight(TestBrowser browser, String name) {
        browser.shot(SHOTS.resolve(name + "-1366.png"), SMALL);
        assertEquals(
                true,
                browser.answers("return document.documentElement.scrollWidth <= window.innerWidth"),
                name + " is wider than the screen");
        browser.pdf(SHOTS.resolve(name + ".pdf"));
    }
}
