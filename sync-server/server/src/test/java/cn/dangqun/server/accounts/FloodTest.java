package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dozens who try passwords as fast as they can, at nearly the cost of a street, from the very address of
/// the people who work.
@Tag("real-time")
class FloodTest {
    private static final String LOGIN = "yunwei";
    private static final int GUESSERS = 24;
    private static final int ATTEMPTS = 600;
    private static final Duration PROMPT = Duration.ofSeconds(2);

    private ConsoleUnderTest console;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = ConsoleUnderTest.withCostlyPasswords(directory);
        console.account(LOGIN, Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void neitherStopsPagesNorFillsTheRecordNorLocksTheAdministratorOut() throws Exception {
        var administrator = console.visitor();
        assertEquals(303, administrator.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
        var clerk = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        int before = deeds();
        var done = new AtomicBoolean();
        var tried = new AtomicLong();
        var slowest = Duration.ZERO;
        try (var guessers = Executors.newFixedThreadPool(GUESSERS)) {
            for (int each = 0; each < GUESSERS; each++) {
                guessers.execute(() -> guess(tried, done));
            }
            var took = new ArrayList<Duration>();
            while (tried.get() < ATTEMPTS) {
                long began = System.nanoTime();
                assertEquals(200, clerk.get("/activities").statusCode());
                took.add(Duration.ofNanos(System.nanoTime() - began));
            }
            slowest = took.stream().max(Duration::compareTo).orElseThrow();

            administrator.post("/password", "/logout", Map.of());
            assertEquals(
                    303, administrator.signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
            done.set(true);
        }

        assertTrue(slowest.compareTo(PROMPT) < 0, "a page took " + slowest);
        int left = deeds() - before;
        assertTrue(left < Crowd.OF_NETWORK + 10, left + " rows of " + tried + " attempts");
    }

    /// Half of them at the administrator's name.
    private void guess(AtomicLong tried, AtomicBoolean done) {
        var guesser = console.visitor();
        var token = guesser.token("/login");
        while (!done.get()) {
            long number = tried.incrementAndGet();
            post(guesser, token, number % 2 == 0 ? LOGIN : "nobody-" + number);
        }
    }

    private static void post(Visitor guesser, String token, String login) {
        guesser.postBare("/login", Map.of("_csrf", token, "username", login, "password", "wrong"));
    }

    private int deeds() {
        return console.database.read(handle -> handle.createQuery("SELECT count(*) FROM audit_entry WHERE street = 1")
                .mapTo(Integer.class)
                .one());
    }
}
