package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// Accounts in a real browser. Screenshots go to `target/console`, the list on paper beside them.
@Tag("real-time")
class AccountsBrowserTest {
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);
    private static final String OWN_WORDS = "four words of my own";

    private ConsoleUnderTest console;
    private static TestBrowser browser;

    @BeforeAll
    static void startBrowser(@TempDir Path profile) {
        browser = TestBrowser.start(profile);
    }

    @AfterAll
    static void endBrowser() {
        browser.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        Files.createDirectories(SHOTS);
        console = new ConsoleUnderTest(directory);
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());
        console.account("jiandu", Role.AUDITOR, Scope.wholeStreet());
        console.account("shequ.yi", Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        browser.forget();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void invitesSomebodyWhoComesInAndIsGivenAnotherRole() {
        signIn("yunwei", ConsoleUnderTest.PASSWORD);
        visit("/accounts");
        shot("accounts");
        browser.pdf(SHOTS.resolve("accounts.pdf"));
        browser.type("[name=note]", "某同志");
        browser.runs("document.querySelector('[name=role]').value = 'STREET_REVIEWER'");
        browser.leaveBy("#invite-button");
        shot("accounts-link");
        var link = String.valueOf(browser.answers("return document.querySelector('#link').value"));
        browser.click("[data-copy]");
        assertEquals("已复制", browser.text("[data-copy]"));
        assertTrue(browser.text("[data-loopback]").contains("别的电脑上打不开"), "said where it is so");
        assertTrue(link.startsWith(console.address + "/invitation?t="), link);
        visit("/accounts");
        shot("accounts-invited");

        browser.leaveBy("#sign-out");
        visit(link.substring(console.address.toString().length()));
        shot("invitation");
        browser.type("[name=username]", "shenhe");
        browser.type("[name=wanted]", OWN_WORDS);
        browser.type("[name=repeated]", "something else here");
        browser.leaveBy("#accept");
        shot("invitation-refused");
        browser.type("[name=wanted]", OWN_WORDS);
        browser.type("[name=repeated]", OWN_WORDS);
        browser.leaveBy("#accept");
        signInHere("shenhe", OWN_WORDS);
        visit("/account");
        shot("own-account");
        browser.leaveBy("#offer-second");
        shot("second-factor-offer");
        assertTrue(browser.text("#typed").matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}"));

        browser.leaveBy("#sign-out");
        signIn("yunwei", ConsoleUnderTest.PASSWORD);
        visit("/accounts/shenhe");
        shot("account");
        browser.leaveBy("#trail");
        shot("trail-of-account");
        visit("/accounts/yunwei");
        browser.leaveByConfirming("#disable");
        shot("account-last");
        assertTrue(browser.text("#account-notice").contains("最后一个"));
        assertEquals(List.of(), complaints());
    }

    @Test
    void leadsWhoeverHasAGivenPasswordToTheFormForAnother() {
        console.database.write(
                (handle, changes) -> handle.execute("UPDATE account SET must_change = 1 WHERE login = 'yunwei'"));
        signIn("yunwei", ConsoleUnderTest.PASSWORD);
        assertTrue(browser.text("#password-first").contains("一次性密码"));
        shot("password-first");

        browser.type("[name=current]", ConsoleUnderTest.PASSWORD);
        browser.type("[name=wanted]", OWN_WORDS);
        browser.type("[name=repeated]", OWN_WORDS);
        browser.leaveBy("#change-password");
        visit("/accounts");

        assertTrue(browser.text("h1").contains("账号"));
    }

    private List<String> complaints() {
        return browser.complaints().stream()
                .filter(each -> !each.contains("422"))
                .toList();
    }

    private void signIn(String login, String password) {
        visit("/login");
        signInHere(login, password);
    }

    private void signInHere(String login, String password) {
        browser.type("#login", login);
        browser.type("#password", password);
        browser.leaveBy("#sign-in");
    }

    private void visit(String path) {
        browser.visit(console.address.resolve(path));
    }

    private void shot(String name) {
        browser.shot(SHOTS.resolve(name + "-1366.png"), SMALL);
    }
}
