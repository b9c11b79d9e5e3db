package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-11-10T01:00:00Z");

    @Test
    void turnsStaleAfterADayAndLostAfterAWeek() {
        assertEquals(Freshness.FRESH, after(Duration.ofHours(24)));
        assertEquals(Freshness.STALE, after(Duration.ofHours(24).plusSeconds(1)));
        assertEquals(Freshness.STALE, after(Duration.ofDays(7)));
        assertEquals(Freshness.LOST, after(Duration.ofDays(7).plusSeconds(1)));
    }

    @Test
    void isLostWhenTheStreetWasNeverHeard() {
        assertEquals(Freshness.LOST, Freshness.of(status(Optional.empty()), NOW));
    }

    @Test
    void isFreshWhenTheClockWasSetBack() {
        assertEquals(Freshness.FRESH, after(Duration.ofMinutes(-5)));
    }

    private static Freshness after(Duration silence) {
        return Freshness.of(status(Optional.of(NOW.minus(silence))), NOW);
    }

    private static SyncStatus status(Optional<Instant> lastContact) {
        return new SyncStatus(new SyncStatus.Link.Connecting(), 0, Optional.empty(), lastContact);
    }
}
