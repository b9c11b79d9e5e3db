package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Lockout.Knock;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockoutTest {
    private static final String LOGIN = "sample.one";

    private ConsoleUnderTest console;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        console.account(LOGIN, Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void letsTheOwnerInWhoseNameSomebodyLockedOut() {
        var owner = console.visitor();
        owner.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        owner.post("/password", "/logout", Map.of());
        var stranger = console.visitor();
        for (int i = 0; i < Lockout.OF_ACCOUNT.free(); i++) {
            stranger.signIn(LOGIN, "wrong");
        }
        assertEquals(429, stranger.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());

        assertEquals(303, owner.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void countsWhoeverComesWithAKnownBrowserToo() {
        var owner = console.visitor();
        owner.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        owner.post("/password", "/logout", Map.of());
        for (int i = 0; i < Lockout.PAUSES.free(); i++) {
            assertEquals(401, owner.signIn(LOGIN, "wrong").statusCode());
        }

        assertEquals(429, owner.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void knowsABrowserForItsOwnAccountsOnly() {
        console.account("another", Role.AUDITOR, Scope.wholeStreet());
        var visitor = console.visitor();
        visitor.signIn("another", ConsoleUnderTest.PASSWORD);
        visitor.post("/password", "/logout", Map.of());
        for (int i = 0; i < Lockout.PAUSES.free(); i++) {
            console.visitor().signIn(LOGIN, "wrong");
        }

        assertEquals(429, visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void countsEachNetworkByItself() {
        for (int i = 0; i < Lockout.PAUSES.free(); i++) {
            assertEquals(Optional.empty(), attempt("2001:db8:1:2:0:0:0:" + i));
        }

        assertTrue(attempt("2001:db8:1:2:9:9:9:9").isPresent(), "the same network");
        assertEquals(Optional.empty(), attempt("2001:db8:1:3:0:0:0:1"));
        assertEquals(Optional.empty(), attempt("192.0.2.7"));
    }

    @Test
    void restsAnAccountThatManyNetworksGuessAt() {
        for (int i = 0; i < Lockout.OF_ACCOUNT.free(); i++) {
            assertEquals(Optional.empty(), attempt("192.0.2." + i));
        }

        assertTrue(attempt("198.51.100.1").isPresent());
        var known = new Knock(LOGIN, Optional.of("browser"), "198.51.100.1");
        assertEquals(
                Optional.empty(),
                console.database.<Optional<Instant>>write(
                        (handle, changes) -> Lockout.attempt(handle, known, console.clock.instant())));
    }

    @Test
    void sumsACrowdInsteadOfRecordingEachOfIt() {
        var guesser = console.visitor();
        var token = guesser.token("/login");
        for (int each = 0; each < Crowd.OF_NETWORK + 20; each++) {
            guesser.postBare("/login", Map.of("_csrf", token, "username", "n" + each, "password", "wrong"));
        }

        console.clock.advance(Duration.ofMinutes(2));
        console.visitor().signIn(LOGIN, ConsoleUnderTest.PASSWORD);

        assertEquals(
                20,
                number("SELECT sum(CAST(subject AS INTEGER)) FROM audit_entry"
                        + " WHERE street = 1 AND action = 'SIGN_INS_TURNED_AWAY'"));
    }

    private int number(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private Optional<Instant> attempt(String remote) {
        return console.database.write((handle, changes) ->
                Lockout.attempt(handle, new Knock(LOGIN, Optional.empty(), remote), console.clock.instant()));
    }
}
