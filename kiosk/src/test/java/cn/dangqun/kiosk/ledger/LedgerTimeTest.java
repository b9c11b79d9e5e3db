package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading.Decided;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.StaffFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// By which time facts are recorded, and what may therefore go: at a clock that is behind, ahead, at other years,
/// before and after restarts, with and without the street.
class LedgerTimeTest extends LedgerOnDisk {
    private static final Duration DAY = Duration.ofDays(1);

    private Decided recorded(String member) {
        return append(checkIn(member)).clock().decided().orElseThrow();
    }

    @Test
    void everyFactOfAClockADayBehindHasTheStreetsTime() {
        clock.set(START.minus(DAY));
        ledger.heardStreet(START);

        for (int i = 1; i <= 4; i++) {
            assertEquals(new Decided(START, ClockQuality.STREET), recorded("M-" + i), "person " + i);
        }
    }

    @Test
    void everyGuardedFactHasAGuardedTimeWithoutTheStreetToo() {
        append(checkIn("M-0"));
        clock.set(START.minus(DAY));

        for (int i = 1; i <= 4; i++) {
            clock.pass(Duration.ofSeconds(30));
            assertEquals(
                    new Decided(START.plusSeconds(30L * i), ClockQuality.DOUBTFUL), recorded("M-" + i), "person " + i);
        }
    }

    @Test
    void oneFactAheadDoesNotHoldTheClockOnceTheStreetIsHeardNorAfterARestart() {
        clock.set(START.plus(Duration.ofDays(3)));
        append(checkIn("M-1"));
        clock.set(START);
        ledger.heardStreet(START);

        assertEquals(new Decided(START, ClockQuality.STREET), ledger.time());
        done(ledger.append(checkIn("M-2")));

        reopen();
        assertEquals(new Decided(START, ClockQuality.STREET), ledger.time(), "the same boot");
        ledger.close();
        clock.boot("boot-2", START.plus(Duration.ofHours(10)));
        open();
        assertEquals(
                new Decided(START.plus(Duration.ofHours(10)), ClockQuality.UNCHECKED), ledger.time(), "another boot");
    }

    @Test
    void whatStaffConfirmedCountsInThisBootAndIsTheEarliestInTheNext() {
        clock.set(Instant.parse("2042-01-01T00:00:00Z"));
        assertEquals(ClockQuality.DOUBTFUL, ledger.time().quality());

        done(ledger.confirmClock(new StaffFact.ClockConfirmed("S-1", START), START));
        clock.pass(Duration.ofMinutes(5));

        assertEquals(new Decided(START.plus(Duration.ofMinutes(5)), ClockQuality.CONFIRMED), recorded("M-1"));
        ledger.close();
        clock.boot("boot-2", Instant.parse("2020-01-01T00:00:00Z"));
        open();
        assertEquals(
                new Decided(START.plus(Duration.ofMinutes(6)), ClockQuality.DOUBTFUL),
                ledger.time(),
                "from the last fact on");
    }

    @Test
    void nothingGoesByAClockThatJumpsAHundredDays() {
        var epoch = day();

        for (var jump : new Duration[] {Duration.ofDays(100), Duration.ofDays(-100)}) {
            ledger.close();
            clock.boot("boot " + jump, START.plus(jump));
            open();
            assertEquals(0, done(ledger.purge(START)), "without the street");
            ledger.heardStreet(START.plus(jump));
            assertEquals(0, done(ledger.purge(START)), "nor with it: a minute has passed here");
            done(ledger.backedUp(epoch, 12));
        }
        assertEquals(12, ledger.position().orElseThrow().lastSeq());
    }

    /// Twelve facts that the street has, and holds in a backup.
    private Epoch day() {
        for (int i = 1; i <= 12; i++) {
            append(checkIn("M-" + i));
        }
        var epoch = ledger.position().orElseThrow().epoch();
        done(ledger.acknowledge(epoch, 12, Map.of()));
        done(ledger.backedUp(epoch, 12));
        return epoch;
    }

    @Test
    void whatIsOldByCountedTimeGoesOnlyAsFarAsABackupReaches() {
        var epoch = day();
        done(ledger.backedUp(epoch, 5));
        var later = START.plus(Duration.ofDays(91));
        clock.pass(Duration.ofDays(91));
        assertEquals(0, done(ledger.purge(later)), "nobody knows what time it is");

        ledger.heardStreet(later);
        assertEquals(5, done(ledger.purge(later)));
        assertEquals(0, done(ledger.purge(later)));
        done(ledger.backedUp(epoch, 12));
        assertEquals(6, done(ledger.purge(later)), "all but the newest");
    }

    @Test
    void ageIsCountedOverBootsAndOnlyWhileTheMachineRuns() {
        day();
        for (int boot = 2; boot <= 5; boot++) {
            ledger.close();
            clock.boot("boot-" + boot, START.plus(Duration.ofDays(200L * boot)));
            open();
            clock.pass(Duration.ofDays(20));
            ledger.heardStreet(clock.instant());
            assertEquals(0, done(ledger.purge(clock.instant())), "boot " + boot);
        }
        clock.pass(Duration.ofDays(11));
        assertEquals(11, done(ledger.purge(clock.instant())));
    }
}
