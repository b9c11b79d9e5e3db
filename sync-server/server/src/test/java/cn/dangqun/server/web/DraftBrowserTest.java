package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long text that lay untouched until the session had ended is not lost, and is nobody else's.
@Tag("real-time")
class DraftBrowserTest {
    private static final String TEXT = "第一条　样例制度";

    private ConsoleUnderTest console;
    private TestBrowser browser;
    private String page;

    @BeforeEach
    void write(@TempDir Path directory) throws IOException {
        console = new ConsoleUnderTest(directory);
        console.account("shenhe", Role.STREET_REVIEWER, Scope.wholeStreet());
        console.account("lingyige", Role.STREET_REVIEWER, Scope.wholeStreet());
        browser = TestBrowser.start(Files.createDirectory(directory.resolve("profile")));
        page = "/activities/" + console.open().getFirst().id() + "/minutes";
        signIn("shenhe");
        visit(page);
        browser.type("[name=chair]", "样例主持");
        browser.type("[name=recorder]", "样例记录");
        browser.type("[name=topic]", "样例议题");
        browser.answers("document.querySelector('[value=NONE]').click()");
        browser.type("textarea", TEXT);
        // the pen rests, and the session ends
        console.clock.advance(Duration.ofHours(13));
        browser.leaveBy("#save");
    }

    @AfterEach
    void close() {
        browser.close();
        console.close();
    }

    private void signIn(String login) {
        visit("/login");
        browser.type("#login", login);
        browser.type("#password", ConsoleUnderTest.PASSWORD);
        browser.leaveBy("#sign-in");
    }

    private void visit(String path) {
        browser.visit(console.address.resolve(path));
    }

    private boolean isShown(String selector) {
        return Boolean.parseBoolean(
                String.valueOf(browser.answers("return !document.querySelector('" + selector + "').hidden")));
    }

    private String typed() {
        return String.valueOf(browser.answers("return document.querySelector('textarea').value"));
    }

    @Test
    void comesBackAfterSigningInAgainAndGoesOnceItIsSaved() {
        assertTrue(isShown("#draft-elsewhere"));
        signIn("shenhe");
        assertFalse(isShown("#draft"), "on another page");
        visit(page);
        assertTrue(isShown("#draft"));
        assertEquals("", typed(), "nothing by itself");

        browser.answers("document.querySelector('[data-draft=restore]').click()");
        assertEquals(TEXT, typed());
        assertFalse(isShown("#draft"));

        browser.leaveBy("#save");
        visit(page);
        assertFalse(isShown("#draft"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void isNobodyElsesAndGoesWithSigningOut() {
        signIn("lingyige");
        visit(page);
        assertFalse(isShown("#draft"));
        browser.leaveBy("#sign-out");
        signIn("shenhe");
        visit(page);
        assertFalse(isShown("#draft"));
    }
}
