package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.card;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestsAndCodesTest extends DeskOnDisk {
    @Test
    void offersAStrangerTheOpenActivitiesAndAdmitsOnce() throws Exception {
        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.present(STRANGERS_CARD).join());

        var admitted = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.FLOATING)
                .join();
        var again = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.FLOATING)
                .join();

        assertEquals(GuestKind.FLOATING, ((CheckInOutcome.GuestCheckedIn) admitted).kind());
        assertEquals(
                new CheckInOutcome.AlreadyCheckedIn(MORNING, Optional.empty(), at("08:55"), new Tally(3, 0)), again);
        assertEquals(again, desk.present(STRANGERS_CARD).join());
        assertEquals(
                List.of(new AttendanceFact.GuestCheckedIn(
                        MORNING.id(), GuestKind.FLOATING, Optional.of(card("stranger")))),
                facts());
    }

    @Test
    void admitsNoGuestToAnActivityThatIsNotOpen() throws Exception {
        alsoPlan(OF_GROUP);

        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.admitGuest(STRANGERS_CARD, OF_GROUP.id(), GuestKind.RESIDENT)
                        .join());
        assertTrue(facts().isEmpty());
    }

    @Test
    void checksAGuestInAsMemberWhomTheStreetHasMadeKnownMeanwhile() {
        assertInstanceOf(
                CheckInOutcome.UnknownCard.class, desk.present(STRANGERS_CARD).join());
        reference
                .apply(
                        MadeUpStreet.page(
                                reference.applied(),
                                false,
                                List.of(new ReferenceItem.CardBinding(card("stranger"), IN_FIRST.id()))),
                        "")
                .join();

        var outcome = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.RESIDENT)
                .join();

        assertEquals(IN_FIRST.id(), ((CheckInOutcome.CheckedIn) outcome).member());
    }

    @Test
    void refusesWhatIsNoCode() {
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.UNREADABLE),
                desk.present(new Credential.Code("https://example.org/")).join());
    }

    @Test
    void checksInByAGenuineCodeUntilItIsRevoked() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()));
        var code = new Credential.Code(
                signer.sign(new MemberCode(IN_FIRST.id(), new CardSerial(7), DAY, DAY.plusDays(365))));
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.UNKNOWN_KEY),
                desk.present(code).join());
        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.StreetKey(1, pair.getPublic(), Optional.empty())));

        var outcome = (CheckInOutcome.CheckedIn) desk.present(code).join();

        assertEquals(IN_FIRST.id(), outcome.member());
        assertEquals(CheckInMethod.QR, ((AttendanceFact.CheckedIn) facts().getFirst()).method());
        apply(ReferenceChange.put(reference.applied() + 1, new ReferenceItem.RevokedCode(7)));
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.REVOKED),
                desk.present(code).join());
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.REVOKED),
                desk.admitGuest(code, MORNING.id(), GuestKind.RESIDENT).join());
    }

    @Test
    void recordsTheBearerOfAGenuineCodeWhomTheKioskDoesNotListByWhoTheyAre() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()));
        var code = new Credential.Code(
                signer.sign(new MemberCode(new MemberId("M-99"), new CardSerial(8), DAY, DAY.plusDays(365))));
        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.StreetKey(1, pair.getPublic(), Optional.empty())));

        var verified = assertInstanceOf(
                CheckInOutcome.Verified.class, desk.present(code).join());
        assertEquals(AttendanceRole.OBSERVER, verified.role());
        assertEquals(
                new AttendanceFact.CheckedIn(
                        MORNING.id(), new MemberId("M-99"), AttendanceRole.OBSERVER, CheckInMethod.QR, false),
                facts().getFirst());

        assertInstanceOf(
                CheckInOutcome.AlreadyCheckedIn.class, desk.present(code).join());
        assertEquals(1, facts().size(), "once, however often it is shown");
        assertTrue(desk.undo(verified.fact()).join());
        alsoPlan(ALSO_MORNING);
        assertInstanceOf(CheckInOutcome.UnknownCard.class, desk.present(code).join(), "which of two they have to say");
        assertInstanceOf(
                CheckInOutcome.Verified.class,
                desk.admitGuest(code, ALSO_MORNING.id(), GuestKind.OBSERVER).join());
    }
}
