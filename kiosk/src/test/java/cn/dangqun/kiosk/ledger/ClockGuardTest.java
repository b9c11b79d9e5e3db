package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.ClockReading.Decided;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockGuardTest {
    private static final Instant NINE = Instant.parse("2026-11-10T01:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final ByteString NEWEST = ByteString.copyFromUtf8("newest");
    private static final ClockReading LAST = reading(NINE, "boot-1", TWO_HOURS);

    private static ClockReading reading(Instant wall, String boot, Duration sinceBoot) {
        return new ClockReading(wall, boot, sinceBoot, Optional.empty(), Optional.empty());
    }

    private static ClockReading served(Instant wall, String boot, Duration sinceBoot, Duration age) {
        return new ClockReading(wall, boot, sinceBoot, Optional.of(age), Optional.empty());
    }

    private static Decided judge(ClockReading now) {
        return ClockGuard.judge(now, new ClockGuard.Memory(Optional.empty(), Optional.of(LAST), NEWEST));
    }

    private static Decided judge(ClockReading now, Anchor anchor) {
        return ClockGuard.judge(now, new ClockGuard.Memory(Optional.of(anchor), Optional.of(LAST), NEWEST));
    }

    private static Anchor heard(Instant street, ByteString after) {
        return new Anchor("boot-1", TWO_HOURS, street, ClockQuality.STREET, after);
    }

    private static Decided unchecked(Instant wall) {
        return new Decided(wall, ClockQuality.UNCHECKED);
    }

    private static Decided doubtful(Instant instant) {
        return new Decided(instant, ClockQuality.DOUBTFUL);
    }

    @Test
    void believesTheFirstReading() {
        var nothing = new ClockGuard.Memory(Optional.empty(), Optional.empty(), ByteString.EMPTY);

        assertEquals(unchecked(NINE), ClockGuard.judge(LAST, nothing));
    }

    @Test
    void believesAClockThatMovesOn() {
        var later = NINE.plusSeconds(60);

        assertEquals(unchecked(later), judge(reading(later, "boot-1", TWO_HOURS.plusSeconds(60))));
    }

    /// The clock was read, the street spoke, and only then came the transaction's turn.
    @Test
    void aReadingThatWaitedWhileTheStreetSpokeIsOfThisBootToo() {
        var before = TWO_HOURS.minusMillis(40);

        var decided = judge(reading(NINE, "boot-1", before), heard(NINE, NEWEST));

        assertEquals(new Decided(NINE.minusMillis(40), ClockQuality.STREET), decided);
    }

    @Test
    void toleratesTwoMinutesBack() {
        var back = NINE.minus(ClockGuard.TOLERANCE);

        assertEquals(unchecked(back), judge(reading(back, "boot-1", TWO_HOURS)));
    }

    @Test
    void doesNotGoBackWithinOneBoot() {
        var tooFarBack = NINE.minus(ClockGuard.TOLERANCE).minusSeconds(1);

        assertEquals(doubtful(NINE), judge(reading(tooFarBack, "boot-1", TWO_HOURS)));
    }

    @Test
    void doesNotLeapAheadWithinOneBoot() {
        var minute = TWO_HOURS.plusSeconds(60);

        assertEquals(doubtful(NINE.plusSeconds(60)), judge(reading(NINE.plus(Duration.ofDays(3)), "boot-1", minute)));
        var ahead = NINE.plusSeconds(59).plus(ClockGuard.TOLERANCE);
        assertEquals(unchecked(ahead), judge(reading(ahead, "boot-1", minute)));
        var off = NINE.plus(Duration.ofDays(3));
        assertEquals(unchecked(off), judge(reading(off, "boot-2", Duration.ofMinutes(1))), "it may have been off");
    }

    @Test
    void countsOnFromTheLastFactAfterABootWithoutTime() {
        assertEquals(
                doubtful(NINE.plus(Duration.ofMinutes(5))),
                judge(reading(Instant.EPOCH, "boot-2", Duration.ofMinutes(5))));
    }

    @Test
    void neverBelievesAYearInWhichThisProgramDoesNotRun() {
        var nothing = new ClockGuard.Memory(Optional.empty(), Optional.empty(), ByteString.EMPTY);

        for (var year : new String[] {"1970-01-01T00:00:00Z", "2020-03-01T08:00:00Z", "2042-03-01T08:00:00Z"}) {
            var decided = ClockGuard.judge(reading(Instant.parse(year), "boot-1", TWO_HOURS), nothing);

            assertEquals(doubtful(ClockGuard.EARLIEST), decided, year);
        }
    }

    @Test
    void believesAClockThatWasCorrectedAfterTheLastFact() {
        var back = NINE.minus(Duration.ofDays(100));

        assertEquals(
                new Decided(back, ClockQuality.NETWORK),
                judge(served(back, "boot-1", Duration.ofHours(3), Duration.ofMinutes(10))));
    }

    @Test
    void doesNotBelieveAClockThatWasCorrectedBeforeTheLastFact() {
        var back = NINE.minus(Duration.ofDays(100));

        assertEquals(
                doubtful(NINE.plus(Duration.ofHours(1))),
                judge(served(back, "boot-1", Duration.ofHours(3), Duration.ofMinutes(61))));
    }

    @Test
    void whatTheStreetSaidDecidesAndGoesOnByTheMonotonicClock() {
        var street = NINE.plus(Duration.ofDays(1));
        var later = Duration.ofMinutes(7);

        for (var wall : new Instant[] {NINE.minus(Duration.ofDays(1)), NINE, NINE.plus(Duration.ofDays(3))}) {
            assertEquals(
                    new Decided(street.plus(later), ClockQuality.STREET),
                    judge(reading(wall, "boot-1", TWO_HOURS.plus(later)), heard(street, NEWEST)));
        }
    }

    @Test
    void whatTheStreetSaidInAnotherBootIsTheEarliestThatCanBe() {
        var street = NINE.plus(Duration.ofDays(1));
        var sinceBoot = Duration.ofMinutes(3);

        assertEquals(
                doubtful(street.plus(sinceBoot)), judge(reading(NINE, "boot-2", sinceBoot), heard(street, NEWEST)));
        var after = street.plus(Duration.ofHours(8));
        assertEquals(unchecked(after), judge(reading(after, "boot-2", sinceBoot), heard(street, NEWEST)));
    }

    @Test
    void aFactThatWasAheadProvesNothingOnceSomebodySaidWhatTimeItIs() {
        var truth = NINE.minus(Duration.ofDays(3));
        var wall = truth.plus(Duration.ofHours(10));

        assertEquals(unchecked(wall), judge(reading(wall, "boot-2", Duration.ofMinutes(3)), heard(truth, NEWEST)));
        var before = ByteString.copyFromUtf8("older");
        assertEquals(
                doubtful(NINE.plus(Duration.ofMinutes(3))),
                judge(reading(wall, "boot-2", Duration.ofMinutes(3)), heard(truth, before)),
                "recorded after that");
    }
}
