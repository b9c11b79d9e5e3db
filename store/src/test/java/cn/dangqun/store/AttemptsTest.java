package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-10T01:00:00Z");
    private static final Attempts.Pauses PAUSES =
            new Attempts.Pauses(3, List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));

    private static Attempts after(int failures) {
        var attempts = Attempts.NONE;
        for (int i = 0; i < failures; i++) {
            attempts = attempts.afterFailure(NOW, PAUSES);
        }
        return attempts;
    }

    @Test
    void letsTheFirstFailuresPass() {
        assertFalse(after(2).isPausedAt(NOW));
        assertEquals(1, after(2).left(PAUSES));
    }

    @Test
    void pausesUntilTheMomentThePauseEnds() {
        assertTrue(after(3).isPausedAt(NOW.plusSeconds(59)));
        assertFalse(after(3).isPausedAt(NOW.plusSeconds(60)));
    }

    @Test
    void pausesNoLongerThanTheLongest() {
        assertEquals(NOW.plusSeconds(300), after(9).until().orElseThrow());
        assertEquals(0, after(9).left(PAUSES));
    }
}
