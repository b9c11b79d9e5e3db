package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.Present;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerAcknowledgementTest extends LedgerOnDisk {
    @Test
    void tellsHowMuchTheStreetHasNotAcknowledged() {
        append(checkIn("M-1"));
        clock.pass(Duration.ofMinutes(1));
        append(checkIn("M-2"));
        var epoch = append(checkIn("M-3")).id().epoch();

        done(ledger.acknowledge(epoch, 1, Map.of()));

        var position = ledger.position().orElseThrow();
        assertEquals(2, position.pending());
        assertEquals(Optional.of(START.plusSeconds(60)), position.oldestPending());
    }

    @Test
    void keepsTheAcknowledgedPositionAcrossRestarts() {
        var epoch = append(checkIn("M-1")).id().epoch();
        done(ledger.acknowledge(epoch, 1, Map.of(1L, "IMPOSSIBLE")));

        reopen();

        assertEquals(0, ledger.position().orElseThrow().pending());
    }

    @Test
    void ignoresAnAcknowledgementOfAnotherEpoch() {
        append(checkIn("M-1"));

        done(ledger.acknowledge(new Epoch("0".repeat(32)), 1, Map.of()));

        assertEquals(1, ledger.position().orElseThrow().pending());
    }

    @Test
    void goesBackToWhatARestoredStreetHas() {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));

        done(ledger.agree(epoch, without(1)));

        assertEquals(1, ledger.position().orElseThrow().pending());
    }

    @Test
    void believesAStreetThatHasTheSameChain() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        var own = ledger.newReader().introduction().marks().getFirst();

        done(ledger.agree(epoch, own));

        assertEquals(0, ledger.position().orElseThrow().pending());
    }

    @Test
    void pushesAgainWhatAStreetWithAnotherChainClaimsToHave() {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 1, Map.of()));

        done(ledger.agree(epoch, new ChainPosition(2, ByteString.copyFrom(new byte[32]))));

        assertEquals(1, ledger.position().orElseThrow().pending());
    }

    /// As an older street says it.
    private static ChainPosition without(long through) {
        return new ChainPosition(through, ByteString.EMPTY);
    }

    @Test
    void purgesFactsThatTheStreetHasHadForNinetyDays() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));
        append(checkIn("M-3"));
        done(ledger.backedUp(epoch, 2));
        clock.pass(Ledger.KEPT_AFTER_ACK.minusSeconds(1));
        ledger.heardStreet(clock.instant());
        assertEquals(0, LedgerTest.<Integer>done(ledger.purge(clock.instant())));

        clock.pass(Duration.ofSeconds(1));

        assertEquals(2, LedgerTest.<Integer>done(ledger.purge(clock.instant())));
        assertThrows(LedgerDamagedException.class, () -> ledger.newReader().batch(0, 10, 10_000));
        assertEquals(1, ledger.newReader().batch(2, 10, 10_000).records().size());
    }

    @Test
    void continuesTheChainAfterAPurgeAndARestart() throws Exception {
        var epoch = append(checkIn("M-1")).id().epoch();
        append(checkIn("M-2"));
        done(ledger.acknowledge(epoch, 2, Map.of()));
        done(ledger.backedUp(epoch, 2));
        clock.pass(Ledger.KEPT_AFTER_ACK);
        ledger.heardStreet(clock.instant());

        assertEquals(1, LedgerTest.<Integer>done(ledger.purge(clock.instant())));
        reopen();
        append(checkIn("M-3"));

        var batch = ledger.newReader().batch(1, 10, 10_000);
        assertEquals(2, batch.records().size());
        assertFalse(ledger.health().damagedFileKept());
    }

    @Test
    void purgesNothingThatARestoredStreetLacksAgain() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));
        done(ledger.backedUp(epoch, 2));
        done(ledger.agree(epoch, without(0)));
        clock.pass(Ledger.KEPT_AFTER_ACK);
        ledger.heardStreet(clock.instant());

        assertEquals(0, LedgerTest.<Integer>done(ledger.purge(clock.instant())));
        assertEquals(2, all().records().size());
    }

    @Test
    void keepsTodaysAttendanceOfPurgedFacts() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 1, Map.of()));
        done(ledger.backedUp(epoch, 1));
        clock.pass(Ledger.KEPT_AFTER_ACK);
        ledger.heardStreet(clock.instant());

        assertEquals(1, LedgerTest.<Integer>done(ledger.purge(START)));

        assertEquals(2, Present.in(ledger, ACTIVITY).members().size());
        done(ledger.purge(START.plusSeconds(1)));
        assertEquals(Set.of(new MemberId("M-2")), Present.in(ledger, ACTIVITY).members());
    }
}
