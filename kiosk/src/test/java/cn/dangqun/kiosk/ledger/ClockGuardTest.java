package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockGuardTest {
    private static final Instant NINE = Instant.parse("2026-11-10T01:00:00Z");

    private static ClockReading reading(Instant wall, String boot, Duration sinceBoot) {
        return new ClockReading(wall, boot, sinceBoot, Optional.empty(), Optional.empty());
    }

    private static final ClockReading LAST = reading(NINE, "boot-1", Duration.ofHours(2));

    private static ClockGuard.Verdict judge(ClockReading now) {
        return ClockGuard.judge(now, Optional.of(LAST));
    }

    private static ClockGuard.Verdict trusted(Instant wall) {
        return new ClockGuard.Verdict(wall, Optional.empty());
    }

    @Test
    void trustsTheFirstReading() {
        assertEquals(trusted(NINE), ClockGuard.judge(LAST, Optional.empty()));
    }

    @Test
    void trustsAClockThatMovesOn() {
        var later = NINE.plusSeconds(60);

        assertEquals(
                trusted(later),
                judge(reading(later, "boot-1", Duration.ofHours(2).plusSeconds(60))));
    }

    @Test
    void toleratesTwoMinutesBack() {
        var back = NINE.minus(ClockGuard.TOLERANCE);

        assertEquals(trusted(back), judge(reading(back, "boot-1", Duration.ofHours(2))));
    }

    @Test
    void doesNotGoBackWithinOneBoot() {
        var tooFarBack = NINE.minus(ClockGuard.TOLERANCE).minusSeconds(1);

        var verdict = judge(reading(tooFarBack, "boot-1", Duration.ofHours(2)));

        assertEquals(new ClockGuard.Verdict(NINE, Optional.of(Duration.ofSeconds(121))), verdict);
    }

    @Test
    void countsOnFromTheLastFactAfterABootWithoutTime() {
        var verdict = judge(reading(Instant.EPOCH, "boot-2", Duration.ofMinutes(5)));

        assertEquals(NINE.plus(Duration.ofMinutes(5)), verdict.instant());
    }

    @Test
    void believesAClockThatWasCorrectedAfterTheLastFact() {
        var back = NINE.minus(Duration.ofDays(365));
        var corrected = new ClockReading(
                back,
                "boot-1",
                Duration.ofHours(3),
                Optional.of(Duration.ofMinutes(10)),
                Optional.of(Duration.ofDays(-365)));

        assertEquals(trusted(back), judge(corrected));
    }

    @Test
    void doesNotBelieveAClockThatWasCorrectedBeforeTheLastFact() {
        var back = NINE.minus(Duration.ofDays(365));
        var corrected = new ClockReading(
                back, "boot-1", Duration.ofHours(3), Optional.of(Duration.ofMinutes(61)), Optional.empty());

        assertEquals(NINE.plus(Duration.ofHours(1)), judge(corrected).instant());
    }
}
