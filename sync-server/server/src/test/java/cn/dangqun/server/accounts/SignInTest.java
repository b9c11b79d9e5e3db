package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private static final String LOGIN = "sample.one";

    private ConsoleUnderTest console;
    private Visitor visitor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        console.account(LOGIN, Role.STREET_REVIEWER, Scope.wholeStreet());
        visitor = console.visitor();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsNothingToPeopleWhoAreNotSignedIn() {
        for (var path : List.of("/", "/activities", "/activities/any", "/kiosks")) {
            var answer = visitor.get(path);

            assertEquals(303, answer.statusCode(), path);
            assertEquals("/login", location(answer), path);
        }
        assertEquals(401, visitor.get("/live/activities").statusCode());
    }

    @Test
    void letsPeopleInWithTheRightPassword() {
        var answer = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);

        assertEquals(303, answer.statusCode());
        assertEquals(200, visitor.get("/activities").statusCode());
    }

    @Test
    void hidesTheSessionFromScriptsAndOtherSites() {
        var answer = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);

        var cookie = answer.headers().allValues("set-cookie").stream()
                .filter(each -> each.startsWith("dangqun-session="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertFalse(tables().contains(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'))));
    }

    @Test
    void answersAWrongPasswordLikeAnUnknownName() {
        var wrong = visitor.signIn(LOGIN, "wrong");
        var unknown = visitor.signIn("nobody.here", "wrong");

        assertEquals(401, wrong.statusCode());
        assertEquals(401, unknown.statusCode());
        assertEquals(notice(wrong), notice(unknown));
        assertEquals(303, visitor.get("/activities").statusCode());
    }

    @Test
    void restsANameAfterFiveFailuresEvenForTheRightPassword() {
        fail(LOGIN, 5);

        assertEquals(429, visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
        console.clock.advance(Lockout.PAUSES.pauses().getFirst().plusSeconds(1));
        assertEquals(303, visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void restsLongerAfterEachFurtherFailure() {
        fail(LOGIN, 5);
        console.clock.advance(Lockout.PAUSES.pauses().getFirst().plusSeconds(1));
        fail(LOGIN, 1);

        console.clock.advance(Lockout.PAUSES.pauses().getFirst().plusSeconds(1));

        assertEquals(429, visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void restsUnknownNamesToo() {
        fail("nobody.here", 5);

        assertEquals(429, visitor.signIn("nobody.here", "x").statusCode());
    }

    @Test
    void countsAttemptsMadeAtOnce() throws Exception {
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 20; i++) {
            var own = console.visitor();
            attempts.add(() -> own.signIn(LOGIN, "wrong").statusCode());
        }

        var refused = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(attempts)) {
                refused += each.get() == 401 ? 1 : 0;
            }
        }

        assertEquals(Lockout.PAUSES.free(), refused);
    }

    @Test
    void endsAnIdleSession() {
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        console.clock.advance(Duration.ofMinutes(31));

        assertEquals("/login?why=expired", location(visitor.get("/activities")));
    }

    @Test
    void keepsABusySessionUntilItsAbsoluteAge() {
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        for (int i = 0; i < 35; i++) {
            console.clock.advance(Duration.ofMinutes(20));
            assertEquals(200, visitor.get("/activities").statusCode());
            awaitNotedActivity();
        }
        console.clock.advance(Duration.ofMinutes(21));

        assertEquals(303, visitor.get("/activities").statusCode());
    }

    /// Activity is noted without waiting; the next write is queued behind it.
    private void awaitNotedActivity() {
        console.database.write((handle, changes) -> handle.execute("SELECT 1"));
    }

    @Test
    void endsTheSessionAtSignOut() {
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        var stolen = visitor.cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("dangqun-session"))
                .findFirst()
                .orElseThrow();
        visitor.post("/activities", "/logout", Map.of());

        var thief = console.visitor();
        thief.cookies.getCookieStore().add(console.address, stolen);

        assertEquals(303, thief.get("/activities").statusCode());
    }

    @Test
    void endsTheSessionsOfADisabledAccount() {
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        console.database.write((handle, changes) -> handle.execute("UPDATE account SET disabled = 1"));

        assertEquals(303, visitor.get("/activities").statusCode());
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        var elsewhere = console.visitor();
        elsewhere.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);

        assertEquals(422, change("wrong", "a new password", "a new password"));
        assertEquals(422, change(ConsoleUnderTest.PASSWORD, "a new password", "another one here"));
        assertEquals(422, change(ConsoleUnderTest.PASSWORD, "short", "short"));
        assertEquals(200, change(ConsoleUnderTest.PASSWORD, "a new password", "a new password"));

        assertEquals(200, visitor.get("/activities").statusCode());
        assertEquals(303, elsewhere.get("/activities").statusCode());
        assertEquals(401, elsewhere.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
        assertEquals(303, elsewhere.signIn(LOGIN, "a new password").statusCode());
    }

    private int change(String current, String wanted, String repeated) {
        var form = Map.of("current", current, "wanted", wanted, "repeated", repeated);
        return visitor.post("/password", "/password", form).statusCode();
    }

    @Test
    void recordsWhoCameAndWentWithoutWhatWasTyped() {
        visitor.signIn(LOGIN, "typed-by-mistake");
        visitor.signIn("typed-as-name", "x");
        visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        visitor.post("/activities", "/logout", Map.of());

        var entries = console.database.read(handle -> handle.createQuery(
                        "SELECT coalesce(login, '-') || ' ' || action || ' ' || remote FROM audit_entry ORDER BY rowid")
                .mapTo(String.class)
                .list());
        assertEquals(
                List.of(
                        LOGIN + " SIGN_IN_FAILED 127.0.0.1",
                        "- SIGN_IN_FAILED 127.0.0.1",
                        LOGIN + " SIGNED_IN 127.0.0.1",
                        LOGIN + " SIGNED_OUT 127.0.0.1"),
                entries);
        assertFalse(tables().contains("typed-"));
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(401, visitor.signIn(login, "wrong").statusCode());
        }
    }

    private String tables() {
        return console.database.read(
                handle -> List.of("account", "console_session", "login_attempt", "audit_entry").stream()
                        .map(table -> handle.createQuery("SELECT * FROM " + table)
                                .mapToMap()
                                .list()
                                .toString())
                        .toList()
                        .toString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static String notice(HttpResponse<String> answer) {
        var body = answer.body();
        int start = body.indexOf("id=\"login-notice\"");
        return body.substring(start, body.indexOf("</p>", start));
    }
}
