package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void doublesFromOneSecondToFiveMinutesAndNeverBelowHalf() {
        var full = Backoff.FIRST;
        for (int i = 0; i < 20; i++) {
            var pause = backoff.afterFailure();
            assertTrue(pause.compareTo(full) <= 0, () -> "too long: " + pause);
            assertTrue(pause.compareTo(full.dividedBy(2)) >= 0, () -> "too short: " + pause);
            full = full.multipliedBy(2).compareTo(Backoff.CEILING) < 0 ? full.multipliedBy(2) : Backoff.CEILING;
        }
        assertEquals(Backoff.CEILING, full);
    }

    @Test
    void startsAfreshAfterAWelcome() {
        for (int i = 0; i < 10; i++) {
            backoff.afterFailure();
        }

        backoff.reset();

        assertTrue(backoff.afterFailure().compareTo(Backoff.FIRST) <= 0);
    }

    @Test
    void neverReturnsEarlierThanTheStreetAsked() {
        for (int i = 0; i < 100; i++) {
            backoff.reset();
            assertTrue(backoff.afterRefusal(Duration.ofSeconds(30)).compareTo(Duration.ofSeconds(30)) >= 0);
        }
    }

    @Test
    void spreadsKiosksThatWereCutOffTogether() {
        var pauses = new HashSet<Duration>();
        for (int seed = 0; seed < 50; seed++) {
            pauses.add(new Backoff(new Random(seed)).afterFailure());
        }

        assertTrue(pauses.size() > 30, () -> "only " + pauses.size() + " different pauses");
    }
}
