package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SealedBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picture of a paper list, from the kiosk's fact to whoever may see names.
class PaperSheetPagesTest {
    private static final byte[] JPEG = "no real picture".getBytes(StandardCharsets.US_ASCII);

    private ConsoleUnderTest console;
    private Visitor reviewer;
    private Activity activity;
    private final SealedBytes sealed = SealedBytes.seal(JPEG, new SecureRandom());

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        activity = console.open().getFirst();
        console.fact(
                console.kiosk(1), new AttendanceFact.PaperSheetKept(activity.id(), new SealedId(sealed.id()), "s-1"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void arrives() {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO attachment (id, sealed, secret, kiosk, received_at) VALUES (?, ?, ?, 'kiosk-1', 1)",
                HexFormat.of().parseHex(sealed.id()),
                sealed.sealed(),
                sealed.key()));
    }

    private String section(Visitor visitor) {
        var page = visitor.get("/activities/" + activity.id()).body();
        var found =
                Pattern.compile("(?s)<section class=\"papers\">.*?</section>").matcher(page);
        assertTrue(found.find(), page);
        return found.group();
    }

    @Test
    void saysWhereThePictureIsUntilItCanBeOpened() {
        assertTrue(section(reviewer).contains("还在一体机上"));
        assertFalse(section(reviewer).contains("href"));

        arrives();

        var address = "/activities/" + activity.id() + "/pictures/" + sealed.id();
        assertTrue(section(reviewer).contains("href=\"" + address + "\""), section(reviewer));
        assertArrayEquals(JPEG, reviewer.bytes(address));
        assertEquals(
                List.of(activity.id().value()),
                console.database.read(handle -> handle.createQuery(
                                "SELECT subject FROM audit_entry WHERE action = 'ATTENDANCE_PICTURE_SHOWN'")
                        .mapTo(String.class)
                        .list()),
                "each look is recorded");
    }

    @Test
    void isOpenedByNobodyWhoMayNotSeeNames() {
        arrives();
        var reader = console.visitor(Role.AUDITOR, Scope.wholeStreet());

        assertTrue(section(reader).contains("有查看全名权限的人才能打开"));
        assertEquals(
                403,
                reader.get("/activities/" + activity.id() + "/pictures/" + sealed.id())
                        .statusCode());
    }

    @Test
    void isOpenedByNoOtherActivitysName() {
        arrives();
        var other = console.open().get(1);

        assertEquals(
                404,
                reviewer.get("/activities/" + other.id() + "/pictures/" + sealed.id())
                        .statusCode());
    }

    @Test
    void staysThroughARebuild() {
        arrives();

        console.ledger.rebuild();

        assertTrue(section(reviewer).contains("href"));
    }
}
