package cn.dangqun.server.codes;

import static cn.dangqun.server.codes.StreetUnderTest.CLERK;
import static cn.dangqun.server.codes.StreetUnderTest.FIRST;
import static cn.dangqun.server.codes.StreetUnderTest.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.credential.code.MemberCodeVerdict.Genuine;
import cn.dangqun.domain.credential.code.MemberCodeVerdict.Refused;
import cn.dangqun.domain.credential.code.StreetKeyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeKeysTest {
    @TempDir
    Path directory;

    private StreetUnderTest street;

    @BeforeEach
    void open() {
        street = new StreetUnderTest(directory).withMembers();
    }

    @AfterEach
    void close() {
        street.close();
    }

    @Test
    void makesAKeyOnFirstUseAndPublishesItBeforeItSigns() {
        assertEquals(0, street.count("SELECT count(*) FROM code_key"));

        var publishedWhenUsed = street.keys.with(
                CLERK,
                key -> street.count("SELECT count(*) FROM reference_item WHERE kind = 'STREET_KEY' AND id = '"
                        + key.id().value() + "'"));

        assertEquals(1, publishedWhenUsed);
        assertEquals(1, street.count("SELECT count(*) FROM audit_entry WHERE action = 'STREET_KEY_PUBLISHED'"));
    }

    @Test
    void usesTheSameKeyUntilItIsReplaced() {
        var first = signing();

        assertEquals(first, signing());
        street.keys.rotate(TODAY, CLERK);
        assertNotEquals(first, signing());
    }

    @Test
    void keepsThePrivateKeyToItsOwner() throws IOException {
        signing();

        var file = files().getFirst();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void acceptsCardsOfTheFormerKeyThroughItsLastDayAndNoLonger() {
        var former = street.text(street.issue(FIRST, TODAY.plusYears(2)));
        var lastDay = TODAY.plusDays(30);

        street.keys.rotate(lastDay, CLERK);

        var fresh = street.text(street.issue(FIRST, TODAY.plusYears(2)));
        assertInstanceOf(Genuine.class, street.kioskSays(former, lastDay));
        assertEquals(new Refused(CodeFault.EXPIRED), street.kioskSays(former, lastDay.plusDays(1)));
        assertInstanceOf(Genuine.class, street.kioskSays(fresh, lastDay.plusDays(1)));
    }

    @Test
    void leavesNoPrivateKeyOfAFormerKey() throws IOException {
        var former = signing();

        street.keys.rotate(TODAY, CLERK);

        assertEquals(List.of(directory.resolve("member-code-" + signing() + ".pem")), files());
        assertNotEquals(former, signing());
    }

    @Test
    void doesNotMoveTheLastDayOfAKeyThatHasOne() {
        signing();
        street.keys.rotate(TODAY.plusDays(10), CLERK);
        street.keys.rotate(TODAY.plusDays(90), CLERK);

        assertEquals(1, street.count("SELECT count(*) FROM code_key WHERE retired_after = '2026-12-03'"));
        assertEquals(1, street.count("SELECT count(*) FROM code_key WHERE retired_after = '2027-02-21'"));
    }

    @Test
    void goesOnWithANewKeyWhenTheFileIsLostAndStillAcceptsOldCards() throws IOException {
        var old = street.text(street.issue(FIRST, TODAY.plusYears(2)));
        Files.delete(files().getFirst());

        var fresh = street.text(street.issue(FIRST, TODAY.plusYears(2)));

        assertInstanceOf(Genuine.class, street.kioskSays(old, TODAY));
        assertInstanceOf(Genuine.class, street.kioskSays(fresh, TODAY));
    }

    @Test
    void publishesAgainAKeyThatARestoredDatabaseHasForgotten() throws IOException {
        signing();
        Files.delete(files().getFirst());
        var laterThanTheBackup = new KeptKeys(StreetUnderTest.secrets(directory), new SecureRandom()).make();

        assertEquals(laterThanTheBackup.id(), signing());
    }

    private StreetKeyId signing() {
        return street.keys.with(CLERK, SigningKey::id);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(each -> each.getFileName().toString().startsWith("member-code-"))
                    .toList();
        }
    }
}
