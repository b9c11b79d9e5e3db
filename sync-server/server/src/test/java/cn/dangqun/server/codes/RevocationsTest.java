package cn.dangqun.server.codes;

import static cn.dangqun.server.codes.StreetUnderTest.CLERK;
import static cn.dangqun.server.codes.StreetUnderTest.FIRST;
import static cn.dangqun.server.codes.StreetUnderTest.SECOND;
import static cn.dangqun.server.codes.StreetUnderTest.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.credential.code.MemberCodeVerdict.Refused;
import cn.dangqun.domain.reference.ReferenceItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {
    private static final Revocations.Wish LOST = new Revocations.Wish(RevocationReason.LOST, "");

    private StreetUnderTest street;

    @BeforeEach
    void open(@TempDir Path directory) {
        street = new StreetUnderTest(directory).withMembers();
    }

    @AfterEach
    void close() {
        street.close();
    }

    @Test
    void tellsEveryKioskInTheSameCommit() {
        var card = street.issue(FIRST, TODAY.plusYears(2));
        var text = street.text(card);

        assertTrue(street.revocations.revoke(card.serial(), LOST, CLERK));

        assertEquals(new Refused(CodeFault.REVOKED), street.kioskSays(text, TODAY));
        assertEquals(
                1,
                street.count("SELECT count(*) FROM code_card c JOIN reference_change r ON r.number = c.revocation"
                        + " WHERE r.kind = 'REVOKED_CODE' AND r.scope = 'street'"));
        assertEquals(1, street.count("SELECT count(*) FROM audit_entry WHERE action = 'CODE_REVOKED'"));
    }

    @Test
    void keepsTheFirstReason() {
        var card = street.issue(FIRST, TODAY.plusYears(2));
        street.revocations.revoke(card.serial(), LOST, CLERK);

        var again = street.revocations.revoke(card.serial(), new Revocations.Wish(RevocationReason.DAMAGED, ""), CLERK);

        assertFalse(again);
        assertEquals(
                RevocationReason.LOST,
                street.cards(FIRST).getFirst().revocation().orElseThrow().reason());
    }

    @Test
    void forgetsACardThirtyDaysAfterItHasExpiredAnyway() {
        var card = street.issue(FIRST, TODAY.plusDays(10));
        var text = street.text(card);
        street.revocations.revoke(card.serial(), LOST, CLERK);

        street.clock.advance(Duration.ofDays(40));
        street.revocations.liftExpired();
        assertEquals(1, list().size(), "a kiosk's clock may be slow");

        street.clock.advance(Duration.ofDays(1));
        street.revocations.liftExpired();
        assertEquals(List.of(), list());
        assertEquals(new Refused(CodeFault.EXPIRED), street.kioskSays(text, street.today()));
    }

    @Test
    void forgetsCardsWhoseKeyHasEnded() {
        var card = street.issue(FIRST, TODAY.plusYears(2));
        street.revocations.revoke(card.serial(), LOST, CLERK);
        street.keys.rotate(TODAY, CLERK);

        street.clock.advance(Duration.ofDays(31));
        street.revocations.liftExpired();

        assertEquals(List.of(), list());
    }

    @Test
    void shortensTheListWheneverItGrows() {
        var old = street.issue(FIRST, TODAY.plusDays(1));
        street.revocations.revoke(old.serial(), LOST, CLERK);
        street.clock.advance(Duration.ofDays(60));
        var fresh = street.issue(SECOND, street.today().plusYears(2));

        street.revocations.revoke(fresh.serial(), LOST, CLERK);

        assertEquals(List.of(new ReferenceItem.RevokedCode(fresh.serial().value())), list());
    }

    @Test
    void doesNotPutALiftedCardBackOnTheList() {
        var card = street.issue(FIRST, TODAY.plusDays(1));
        street.revocations.revoke(card.serial(), LOST, CLERK);
        street.clock.advance(Duration.ofDays(60));
        street.revocations.liftExpired();

        street.revocations.revoke(card.serial(), LOST, CLERK);

        assertEquals(List.of(), list());
    }

    private List<ReferenceItem> list() {
        return street.published().stream()
                .filter(ReferenceItem.RevokedCode.class::isInstance)
                .toList();
    }
}
