package cn.dangqun.server.codes;

import static cn.dangqun.server.codes.StreetUnderTest.BRANCH;
import static cn.dangqun.server.codes.StreetUnderTest.CLERK;
import static cn.dangqun.server.codes.StreetUnderTest.FIRST;
import static cn.dangqun.server.codes.StreetUnderTest.SECOND;
import static cn.dangqun.server.codes.StreetUnderTest.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.code.MemberCodeVerdict.Genuine;
import cn.dangqun.domain.member.MemberId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueDeskTest {
    private static final LocalDate EXPIRES = TODAY.plusYears(2);

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
    void recordsForWhomByWhomAndWhenTogetherWithTheSheetAndTheNote() {
        street.issue(SheetId.draw(), EXPIRES, false, FIRST, SECOND);

        assertEquals(2, street.count("SELECT count(*) FROM code_card WHERE issued_by = 'clerk' AND branch = 'c1-b1'"));
        assertEquals(2, street.count("SELECT count(*) FROM code_sheet_card"));
        assertEquals(1, street.count("SELECT count(*) FROM audit_entry WHERE action = 'CODES_ISSUED'"));
    }

    @Test
    void issuesOnceWhenTheSameFormIsSentTwice() {
        var sheet = SheetId.draw();

        assertEquals(new IssueDesk.Result.Issued(sheet), street.issue(sheet, EXPIRES, false, FIRST));
        assertEquals(new IssueDesk.Result.Issued(sheet), street.issue(sheet, EXPIRES, false, FIRST));

        assertEquals(1, street.cards(FIRST).size());
    }

    @Test
    void issuesToNobodyWhenOneOfTheChosenIsOfAnotherBranch() {
        var result = street.issue(SheetId.draw(), EXPIRES, false, FIRST, new MemberId("M-9"));

        assertInstanceOf(IssueDesk.Result.NotTheirs.class, result);
        assertEquals(0, street.count("SELECT count(*) FROM code_card"));
        assertEquals(0, street.count("SELECT count(*) FROM audit_entry WHERE action = 'CODES_ISSUED'"));
    }

    @Test
    void issuesToThoseWithoutAGoodCardOnly() {
        street.issue(FIRST, EXPIRES);
        street.revocations.revoke(
                street.issue(SECOND, EXPIRES).serial(), new Revocations.Wish(RevocationReason.LOST, ""), CLERK);

        order(IssueDesk.Who.WITHOUT);

        assertEquals(1, street.cards(FIRST).size());
        assertEquals(2, street.cards(SECOND).size());
        assertInstanceOf(IssueDesk.Result.ForNobody.class, order(IssueDesk.Who.WITHOUT));
    }

    @Test
    void endsTheFormerCardsInTheSameCommitWhenAskedTo() {
        var former = street.issue(FIRST, EXPIRES);
        var text = street.text(former);

        street.issue(SheetId.draw(), EXPIRES, true, FIRST);

        var cards = street.cards(FIRST);
        assertEquals(CardState.REVOKED, CardState.of(cards.getLast(), TODAY));
        assertInstanceOf(Genuine.class, street.kioskSays(street.text(cards.getFirst()), TODAY));
        assertTrue(street.kioskSays(text, TODAY).toString().contains("REVOKED"));
    }

    @Test
    void leavesTheFormerCardGoodWhenNotAskedTo() {
        var former = street.issue(FIRST, EXPIRES);

        street.issue(SheetId.draw(), EXPIRES, false, FIRST);

        assertInstanceOf(Genuine.class, street.kioskSays(street.text(former), TODAY));
    }

    @Test
    void neverGivesASerialTwiceNotEvenAfterARestoredBackup() {
        street.issue(SheetId.draw(), EXPIRES, false, FIRST, SECOND);
        var highest = street.count("SELECT max(serial) FROM code_card");
        assertEquals(highest, street.count("SELECT min(serial) + 1 FROM code_card"));

        street.database.write((handle, changes) -> {
            handle.execute("DELETE FROM code_sheet_card");
            return handle.execute("DELETE FROM code_card");
        });
        street.clock.advance(Duration.ofHours(1));

        assertTrue(street.issue(FIRST, EXPIRES).serial().value() > highest);
    }

    @Test
    void printsAgainOnlyWhatIsGoodAndSignedWithTheKeyInUse() {
        var formerKey = street.issue(FIRST, EXPIRES);
        street.keys.rotate(TODAY.plusDays(30), CLERK);
        var present = street.issue(SECOND, EXPIRES);

        var sheet = street.printing.again(SheetId.draw(), BRANCH, Set.of(FIRST, SECOND), CLERK);

        var drawn = street.printing
                .draw(sheet.orElseThrow(), street.everything(), CLERK)
                .orElseThrow();
        assertEquals(
                List.of(present.serial()),
                drawn.cards().stream().map(each -> each.card().serial()).toList());
        assertEquals(CardState.KEY_ENDING, CardState.of(street.cards(FIRST).getFirst(), TODAY));
        assertEquals(formerKey.serial(), street.cards(FIRST).getFirst().serial());
    }

    @Test
    void leavesACardOutOfASheetOnceItIsRevokedAndSaysSo() {
        var sheet = SheetId.draw();
        street.issue(sheet, EXPIRES, false, FIRST, SECOND);
        street.revocations.revoke(
                street.cards(FIRST).getFirst().serial(), new Revocations.Wish(RevocationReason.LOST, ""), CLERK);

        var drawn = street.printing.draw(sheet, street.everything(), CLERK).orElseThrow();

        assertEquals(1, drawn.cards().size());
        assertEquals(1, drawn.leftOut());
    }

    private IssueDesk.Result order(IssueDesk.Who who) {
        return street.issuing.issue(new IssueDesk.Order(SheetId.draw(), BRANCH, who, Set.of(), EXPIRES, false), CLERK);
    }
}
