package cn.dangqun.protocol;

import static cn.dangqun.protocol.Facts.EPOCH;
import static cn.dangqun.protocol.Facts.KIOSK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.protocol.UnreadableException.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FactCodecTest {
    private static final ActivityId ACTIVITY = new ActivityId("a-1");
    private static final ClockReading CLOCK =
            new ClockReading(Instant.ofEpochMilli(1), "b", Duration.ofMillis(2), Optional.empty(), Optional.empty());

    private static final TicketId TICKET = new TicketId("0123456789abcdef");

    /// `seq = 7` and [#CLOCK]; what every golden record begins with.
    private static final String HEAD = "0807" // 1 seq = 7
            + "1207" // 2 clock, 7 bytes
            + "0802" // 1 wall_millis = 1, zigzag
            + "120162" // 2 boot_id = "b"
            + "1802"; // 3 since_boot_millis = 2

    @Provide
    Arbitrary<RecordedFact> facts() {
        return Facts.recorded();
    }

    @Property
    void readsBackEveryFactItWrites(@ForAll("facts") RecordedFact fact) throws UnreadableException {
        assertEquals(fact, FactCodec.decode(KIOSK, EPOCH, FactCodec.encode(fact)));
    }

    @Property
    void readsAnyOtherBytesAsUnreadableAndNeverWorse(@ForAll byte[] noise) {
        try {
            var fact = FactCodec.decode(KIOSK, EPOCH, noise);
            assertEquals(fact, FactCodec.decode(KIOSK, EPOCH, FactCodec.encode(fact)));
        } catch (UnreadableException e) {
            assertEquals(e.fault() == Fault.MALFORMED, e.getCause() != null);
        } catch (RuntimeException e) {
            throw new AssertionError("escaped the codec", e);
        }
    }

    @Test
    void checkedInStaysTheSameBytes() {
        golden(
                new AttendanceFact.CheckedIn(
                        ACTIVITY, new MemberId("M-1"), AttendanceRole.MEMBER, CheckInMethod.QR, true),
                HEAD + "5210" // 10 checked_in, 16 bytes
                        + "0a03612d31" // 1 activity = "a-1"
                        + "12034d2d31" // 2 member = "M-1"
                        + "1801" // 3 role = MEMBER
                        + "2003" // 4 method = QR
                        + "2801"); // 5 late = true
    }

    @Test
    void guestCheckedInStaysTheSameBytes() {
        golden(
                new AttendanceFact.GuestCheckedIn(
                        ACTIVITY, GuestKind.FLOATING, Optional.of(new CardKey("ab".repeat(32)))),
                HEAD + "5a29" // 11 guest_checked_in, 41 bytes
                        + "0a03612d31" // 1 activity = "a-1"
                        + "1002" // 2 kind = FLOATING
                        + "1a20" + "ab".repeat(32)); // 3 card_key, 32 bytes
    }

    @Test
    void guestWithoutACardStaysTheSameBytes() {
        golden(
                new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty()),
                HEAD + "5a07" // 11 guest_checked_in, 7 bytes
                        + "0a03612d31" // 1 activity = "a-1"
                        + "1004"); // 2 kind = RESIDENT
    }

    @Test
    void checkInVoidedStaysTheSameBytes() {
        golden(
                new AttendanceFact.CheckInVoided(ACTIVITY, 300, AttendanceFact.VoidReason.STAFF_CORRECTION),
                HEAD + "620a" // 12 check_in_voided, 10 bytes
                        + "0a03612d31" // 1 activity = "a-1"
                        + "10ac02" // 2 voided_seq = 300
                        + "1802"); // 3 reason = STAFF_CORRECTION
    }

    @Test
    void staffUnlockedStaysTheSameBytes() {
        golden(
                new StaffFact.StaffUnlocked("s"),
                HEAD + "6a03" // 13 staff_unlocked, 3 bytes
                        + "0a0173"); // 1 staff = "s"
    }

    @Test
    void ticketTakenStaysTheSameBytes() {
        golden(
                new QueueFact.TicketTaken(
                        TICKET,
                        new TicketNumber(OptionalInt.empty(), 'A', 12),
                        new ServiceId("s"),
                        LocalDate.of(2026, 7, 10),
                        true),
                HEAD + "f20129" // 30 ticket_taken, 41 bytes
                        + "0a1030313233343536373839616263646566" // 1 ticket, 16 hex digits
                        + "120441303132" // 2 number = "A012"
                        + "1a0173" // 3 service = "s"
                        + "220a323032362d30372d3130" // 4 day = "2026-07-10"
                        + "2801"); // 5 priority = true
    }

    @Test
    void ticketHandedOverStaysTheSameBytes() {
        golden(
                new QueueFact.TicketHandedOver(TICKET, Handover.SHOWN, Optional.of("s")),
                HEAD + "fa0117" // 31 ticket_handed_over, 23 bytes
                        + "0a1030313233343536373839616263646566" // 1 ticket
                        + "1002" // 2 how = SHOWN
                        + "1a0173"); // 3 staff = "s"
    }

    @Test
    void ticketHandledStaysTheSameBytes() {
        golden(
                new QueueFact.TicketHandled(TICKET, new TicketAct.Call(2), "s"),
                HEAD + "820219" // 32 ticket_handled, 25 bytes
                        + "0a1030313233343536373839616263646566" // 1 ticket
                        + "120173" // 2 staff = "s"
                        + "1a020802"); // 3 call, window = 2
    }

    @Test
    void namesAnActItDoesNotKnow() {
        // 99: an act of a later version, holding one byte
        assertEquals(
                Fault.UNKNOWN_KIND,
                faultOf(HEAD + "820219" + "0a1030313233343536373839616263646566" + "120173" + "9a060101"));
    }

    @Test
    void aCorrectedClockStaysTheSameBytes() {
        var clock = new ClockReading(
                Instant.ofEpochMilli(-1),
                "b",
                Duration.ZERO,
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ofMillis(-3)));
        var fact = new RecordedFact(new FactId(KIOSK, EPOCH, 1), clock, new StaffFact.StaffUnlocked("s"));

        assertEquals(
                "0801" // 1 seq = 1
                        + "1209" // 2 clock, 9 bytes
                        + "0801" // 1 wall_millis = -1, zigzag
                        + "120162" // 2 boot_id = "b"
                        + "2000" // 4 since_correction_millis = 0, present
                        + "2805" // 5 last_correction_millis = -3, zigzag
                        + "6a030a0173",
                HexFormat.of().formatHex(FactCodec.encode(fact)));
    }

    @Test
    void namesAKindItDoesNotKnow() {
        // 99: a kind of a later version, holding one byte
        assertEquals(Fault.UNKNOWN_KIND, faultOf(HEAD + "9a060101"));
    }

    @Test
    void refusesWhatTheDomainRefuses() {
        assertEquals(Fault.MALFORMED, faultOf("0800" + HEAD.substring(4) + "6a030a0173"), "seq 0");
        assertEquals(Fault.MALFORMED, faultOf(HEAD + "62070a03612d311801".replace("612d31", "612f31")), "activity id");
        assertEquals(Fault.MALFORMED, faultOf(HEAD + "5a050a03612d31"), "no guest kind");
        assertEquals(Fault.MALFORMED, faultOf(HEAD + "5a0a0a03612d3110041a01ff"), "card key of one byte");
        assertEquals(Fault.MALFORMED, faultOf("08076a030a0173"), "no clock");
        assertEquals(Fault.MALFORMED, faultOf("0807120"), "cut short");
        assertEquals(Fault.MALFORMED, faultOf(HEAD + "f2010a0a0878787878787878781"), "ticket id");
        assertEquals(
                Fault.MALFORMED,
                faultOf(HEAD + "820216" + "0a1030313233343536373839616263646566" + "320208ff"),
                "an act cut short");
    }

    @Test
    void tellsAChoiceOfALaterVersionFromDamage() {
        assertEquals(Fault.UNKNOWN_KIND, faultOf(HEAD + "5a070a03612d311063"), "guest kind 99");
    }

    private static Fault faultOf(String hex) {
        var bytes = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
        return assertThrows(UnreadableException.class, () -> FactCodec.decode(KIOSK, EPOCH, bytes))
                .fault();
    }

    private static void golden(Fact fact, String hex) {
        var recorded = new RecordedFact(new FactId(KIOSK, EPOCH, 7), CLOCK, fact);

        assertEquals(hex, HexFormat.of().formatHex(FactCodec.encode(recorded)));
        try {
            assertEquals(recorded, FactCodec.decode(KIOSK, EPOCH, HexFormat.of().parseHex(hex)));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }
}
