package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.KioskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Nobody is called absent before the hour is over, whatever a kiosk that left has told (F-64).
class UploadsTest {
    private static final Instant OPENS = Instant.parse("2026-11-10T01:00:00Z");
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(2));
    private static final CheckInWindow WINDOW = new CheckInWindow(OPENS, OPENS.plus(Duration.ofMinutes(40)), CLOSES);

    private static Stand left(Instant when) {
        return new Stand(
                new KioskId("kiosk-1"),
                OPENS.minus(Duration.ofDays(30)),
                Optional.of(when),
                Optional.of(Instant.MAX),
                Optional.empty());
    }

    @Test
    void aKioskThatLeftMidwayMakesNothingCompleteBeforeTheEnd() {
        var midway = OPENS.plus(Duration.ofHours(1));
        var stands = List.of(left(midway));

        assertFalse(Uploads.during(stands, WINDOW, midway.plusSeconds(60)).isCompleteFor(WINDOW));
        assertTrue(Uploads.during(stands, WINDOW, CLOSES).isCompleteFor(WINDOW));
    }

    @Test
    void whoIsStillThereDecidesFromThenOn() {
        var midway = OPENS.plus(Duration.ofHours(1));
        var there = new Stand(
                new KioskId("kiosk-2"),
                OPENS.minusSeconds(60),
                Optional.empty(),
                Optional.of(midway),
                Optional.empty());

        var uploads = Uploads.during(List.of(left(midway), there), WINDOW, CLOSES.plusSeconds(60));

        assertEquals(Optional.of(midway), uploads.completeUntil());
        assertFalse(uploads.isCompleteFor(WINDOW));
    }
}
