package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.selftest.ClockProbe;
import cn.dangqun.devices.selftest.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What the kiosk knows of the street's clock, by arithmetic and over a real socket.
class StreetClockTest extends KioskAndStreet {
    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");

    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final StreetClock fixed = new StreetClock(Clock.fixed(NINE, ZoneOffset.UTC), nanos::get);

    @Test
    void knowsThatTheStreetIsSevenMinutesAhead() throws Exception {
        street.setClockOff(Duration.ofMinutes(7));

        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        var offset = sync.status().clock().orElseThrow();
        var error = offset.streetAhead().minusMinutes(7).abs();
        assertTrue(error.compareTo(offset.uncertainty().plusMillis(50)) <= 0, offset.toString());
        var probe = new ClockProbe(clock, () -> sync.status().clock().map(ClockOffset::streetAhead), Optional::empty);
        var failed = assertInstanceOf(ProbeResult.Failed.class, probe.run());
        assertEquals("selftest.advice.clock_off", failed.advice().key());
    }

    @Test
    void knowsThatTheStreetIsBehindAndHearsItAnewAtEachConnection() throws Exception {
        street.setClockOff(Duration.ofMinutes(-7));
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        assertTrue(sync.status().clock().orElseThrow().streetAhead().compareTo(Duration.ofMinutes(-6)) < 0);

        street.setClockOff(Duration.ZERO);
        street.cutAll();

        await(
                "the new offset",
                () -> sync.status().clock().orElseThrow().streetAhead().abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void takesTheMiddleOfTheWayAndGivesHalfOfItAsUncertainty() {
        fixed.asking();
        nanos.addAndGet(400_000_000L);
        fixed.answered(NINE.plusSeconds(60).toEpochMilli());

        assertEquals(Optional.of(new ClockOffset(Duration.ofMillis(60_200), Duration.ofMillis(200))), fixed.offset());
    }

    @Test
    void goesOnWithTheMonotonicClockWhenOursIsSet() {
        fixed.asking();
        fixed.answered(NINE.toEpochMilli());

        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertEquals(Duration.ofHours(1), fixed.offset().orElseThrow().streetAhead());
    }

    @Test
    void matchesAnswersToQuestionsInTheirOrderAndIgnoresWhatNobodyAsked() {
        fixed.answered(NINE.toEpochMilli());
        assertEquals(Optional.empty(), fixed.offset());

        fixed.asking();
        nanos.addAndGet(2_000_000_000L);
        fixed.asking();
        fixed.answered(NINE.toEpochMilli());
        assertEquals(Duration.ofSeconds(1), fixed.offset().orElseThrow().uncertainty());
        fixed.answered(NINE.toEpochMilli());
        assertEquals(Duration.ZERO, fixed.offset().orElseThrow().uncertainty());
    }

    @Test
    void forgetsQuestionsOfTheLastConnectionAndAStreetThatShowsNoClock() {
        fixed.asking();
        fixed.connected();
        fixed.answered(NINE.toEpochMilli());
        fixed.asking();
        fixed.answered(0);

        assertEquals(Optional.empty(), fixed.offset());
    }
}
