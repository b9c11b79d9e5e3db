package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.Attendee;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The street has decided that this ledger ends.
class LedgerRestartTest extends LedgerOnDisk {
    @Test
    void carriesEverythingOverWithItsOriginAndItsWords() throws Exception {
        var first = append(checkIn("M-1"));
        clock.pass(Duration.ofMinutes(1));
        append(guest());
        append(new AttendanceFact.CheckInVoided(ACTIVITY, 1, AttendanceFact.VoidReason.SELF_UNDO));
        var hashes = hashes();
        done(ledger.acknowledge(first.id().epoch(), 1, Map.of()));

        var position = restart();

        assertNotEquals(first.id().epoch(), position.epoch());
        assertEquals(3, position.pending());
        var facts = facts();
        assertEquals(
                Optional.of(new Origin(first.id(), hashes.get(1L))),
                facts.getFirst().carried());
        assertEquals(first.fact(), facts.getFirst().fact());
        assertEquals(first.clock(), facts.getFirst().clock());
        assertEquals(
                facts.getFirst().carried(),
                ((AttendanceFact.CheckInVoided) facts.getLast().fact()).voided(),
                "a void names the origin of what it voids");
    }

    @Test
    void keepsEverybodySignedInAndCountsNobodyTwice() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        append(guest());
        append(guest());
        append(new AttendanceFact.CheckInVoided(ACTIVITY, 2, AttendanceFact.VoidReason.SELF_UNDO));
        var before = presence();

        restart();

        assertEquals(before, presence());
        assertEquals(1, standing("M-1"));
        assertEquals(0, standing("M-2"));
        append(guest());
        assertEquals(before.guests() + 1, presence().guests(), "a new guest is nobody of before");
        var after = presence();
        done(ledger.rebuild());
        assertEquals(after, presence());
    }

    @Test
    void staysTheSameHoweverOftenTheStreetSaysSo() {
        var old = append(checkIn("M-1")).id().epoch();
        var begun = restart();

        assertEquals(begun, done(ledger.restart(old, "decision-1")));
    }

    @Test
    void keepsTheOriginThroughASecondRestart() throws Exception {
        append(checkIn("M-1"));
        restart();
        var once = facts();
        append(new AttendanceFact.CheckInVoided(ACTIVITY, 1, AttendanceFact.VoidReason.STAFF_CORRECTION));

        restart();

        var twice = facts();
        assertEquals(once.getFirst().carried(), twice.getFirst().carried());
        assertEquals(
                once.getFirst().carried(),
                ((AttendanceFact.CheckInVoided) twice.getLast().fact()).voided());
        assertEquals(0, standing("M-1"));
    }

    @Test
    void introducesItselfByTheDecisionAfterwards() throws Exception {
        append(checkIn("M-1"));
        assertFalse(ledger.newReader().introduction().isCarrying());

        restart();
        reopen();

        var introduction = ledger.newReader().introduction();
        assertEquals(Optional.of("decision-1"), introduction.restart());
        assertTrue(introduction.isCarrying());
    }

    @Test
    void carriesWordsItDoesNotKnow() throws Exception {
        append(checkIn("M-1"));
        var unknown = ByteString.fromHex("0802" + "9a0600"); // a second fact, of kind 99
        done(ledger.write(transaction -> {
            transaction.carry(
                    new KeptFact(
                            new FactId(KIOSK, new Epoch("ab".repeat(16)), 2),
                            unknown,
                            ByteString.copyFrom(new byte[32]),
                            0),
                    seq -> Optional.empty());
            return 0;
        }));

        restart();

        var last = all().records().getLast();
        assertTrue(contains(last, ByteString.fromHex("9a0600")));
    }

    @Test
    void judgesTheClockByTheNewestFactStill() {
        append(checkIn("M-1"));
        restart();

        clock.boot("boot-2", START.minus(Duration.ofDays(40)));
        reopen();

        assertTrue(ledger.health().clockDoubt().isPresent());
    }

    private static boolean contains(ByteString all, ByteString part) {
        return IntStream.rangeClosed(0, all.size() - part.size())
                .anyMatch(at -> all.substring(at).startsWith(part));
    }

    private LedgerPosition restart() {
        return done(ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1"));
    }

    private static Fact guest() {
        return new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty());
    }

    private Present presence() throws Exception {
        return Present.in(ledger, ACTIVITY);
    }

    private int standing(String member) {
        return done(ledger.write(transaction -> new AttendanceBook(transaction.db())
                .of(new Attendee.OfMember(new MemberId(member)))
                .size()));
    }

    private Map<Long, String> hashes() throws Exception {
        var batch = all();
        var hash = batch.previousHash().toByteArray();
        var found = new HashMap<Long, String>();
        for (int i = 0; i < batch.records().size(); i++) {
            hash = FactChain.next(hash, batch.records().get(i).toByteArray());
            found.put(i + 1L, HexFormat.of().formatHex(hash));
        }
        return found;
    }

    private List<RecordedFact> facts() throws Exception {
        var batch = all();
        var facts = new ArrayList<RecordedFact>();
        for (var record : batch.records()) {
            facts.add(FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray()));
        }
        return facts;
    }
}
