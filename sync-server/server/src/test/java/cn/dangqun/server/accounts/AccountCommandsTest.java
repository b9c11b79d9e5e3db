package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SecretVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ConsoleUnderTest console;
    private AccountCommands commands;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        commands = new AccountCommands(
                console.database,
                console.clock,
                new Passwords(new SecretVerifier.Cost(64, 1)),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "root");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void addsListsDisablesAndEnables() {
        assertTrue(run("add", "zhang.san", "张某", "SITE_ADMIN", "c1"));
        var password = password();
        assertFalse(run("add", "zhang.san", "张某", "AUDITOR"), "taken");
        assertFalse(run("add", "li.si", "李某", "SITE_ADMIN", "nowhere"));
        assertTrue(run("list"));
        assertTrue(text().contains("zhang.san\t张某\tSITE_ADMIN\tc1\tmust-change"), text());

        var visitor = console.visitor();
        assertEquals(303, visitor.signIn("zhang.san", password).statusCode());
        assertEquals(
                "/password",
                visitor.get("/activities").headers().firstValue("Location").orElse(""));
        assertTrue(run("disable", "zhang.san"));
        assertEquals(401, console.visitor().signIn("zhang.san", password).statusCode());
        assertTrue(run("enable", "zhang.san"));
        assertEquals(303, console.visitor().signIn("zhang.san", password).statusCode());
    }

    @Test
    void refusesWhatCannotBe() {
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());

        assertFalse(run("disable", "yunwei"), "the last administrator");
        assertFalse(run("disable", "nobody"));
        assertFalse(run("recover", "nobody"));
        assertThrows(IllegalArgumentException.class, () -> run("add", "ab", "某", "KING"));
        assertThrows(IllegalArgumentException.class, () -> run("add", "ab", "某", "SITE_ADMIN"));
        assertThrows(IllegalArgumentException.class, () -> run("add", "A B", "某", "AUDITOR"));
        assertThrows(IllegalArgumentException.class, () -> run("fly"));
    }

    @Test
    void bringsTheLastAdministratorBack() {
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());
        console.database.write((handle, changes) -> {
            handle.execute("INSERT INTO second_factor (login, secret, last_step, confirmed_at)"
                    + " VALUES ('yunwei', x'00', 0, 1)");
            return handle.execute("UPDATE account SET disabled = 1 WHERE login = 'yunwei'");
        });
        for (int i = 0; i < Lockout.PAUSES.free(); i++) {
            console.visitor().signIn("yunwei", "wrong");
        }

        assertTrue(run("recover", "yunwei"));

        console.clock.advance(Lockout.PAUSES.pauses().getFirst().plusSeconds(1));
        var visitor = console.visitor();
        assertEquals(303, visitor.signIn("yunwei", password()).statusCode());
        assertEquals(
                "/password",
                visitor.get("/accounts").headers().firstValue("Location").orElse(""));
        var by = console.database.read(handle -> handle.createQuery(
                        "SELECT login FROM audit_entry WHERE action = 'ACCOUNT_RECOVERED' AND subject = 'yunwei'")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("root"), by);
    }

    private boolean run(String... words) {
        return commands.run(List.of(words));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String password() {
        return text().replaceAll("(?s).*一次性密码 (\\S+).*", "$1");
    }
}
