package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.VoidReason;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.Signature.Point;
import cn.dangqun.protocol.Signature.Stroke;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.server.ledger.GuestOblivion;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SealedBytes;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A guest whom staff registered by name: counted as a guest, and what they wrote is opened for who may see names.
class GuestNamesTest {
    private static final Signature HAND =
            new Signature(List.of(new Stroke(List.of(new Point(100, 50), new Point(500, 50), new Point(500, 300)))));

    private ConsoleUnderTest console;
    private Visitor reviewer;
    private Activity activity;
    private final SealedBytes name = SealedBytes.seal(HAND.encode(), new SecureRandom());
    private final SealedBytes belongs = SealedBytes.seal(HAND.encode(), new SecureRandom());
    private KioskId kiosk;
    private long seq;

    @BeforeEach
    void register(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        activity = console.open().getFirst();
        var hand = new AttendanceFact.Named(
                new SealedId(name.id()), new SealedId(belongs.id()), new Handling("s-1", "没有带证件"));
        kiosk = console.kiosk(1);
        seq = console.fact(
                kiosk,
                new AttendanceFact.GuestCheckedIn(
                        activity.id(), GuestKind.REPORTED_IN, Optional.empty(), Optional.of(hand)));
        arrives(name);
        arrives(belongs);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void arrives(SealedBytes bytes) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO attachment (id, sealed, secret, kiosk, received_at) VALUES (?, ?, ?, 'kiosk-1', 1)",
                HexFormat.of().parseHex(bytes.id()),
                bytes.sealed(),
                bytes.key()));
    }

    private String section(Visitor visitor, String query) {
        var page = visitor.get("/activities/" + activity.id() + query).body();
        var found =
                Pattern.compile("(?s)<section class=\"guests\">.*?</section>").matcher(page);
        assertTrue(found.find(), page);
        return found.group();
    }

    private String address(SealedBytes bytes) {
        return "/activities/" + activity.id() + "/pictures/" + bytes.id();
    }

    @Test
    void countsAsAGuestAndShowsTheirHand() throws Exception {
        var shown = section(reviewer, "");
        assertTrue(shown.contains("双报到党员"), shown);
        assertTrue(shown.contains(address(name)) && shown.contains(address(belongs)), shown);
        assertFalse(shown.contains("没有带证件"), "the reason is for who asked for names");
        assertTrue(section(reviewer, "?names=full").contains("没有带证件"));

        var picture = ImageIO.read(new ByteArrayInputStream(reviewer.bytes(address(name))));
        assertEquals(1040, picture.getWidth());
        assertTrue((picture.getRGB(300, 70) & 0xFF) < 80, "there is ink where they wrote");
        assertTrue((picture.getRGB(300, 200) & 0xFF) > 200, "and none where they did not");
    }

    @Test
    void isForNobodyWhoMayNotSeeNames() {
        var auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());

        assertFalse(section(auditor, "").contains("href"));
        assertEquals(403, auditor.get(address(name)).statusCode());
    }

    @Test
    void whomStaffTookBackCountsNoLonger() {
        console.fact(
                kiosk,
                new AttendanceFact.CheckInVoided(
                        activity.id(),
                        seq,
                        VoidReason.STAFF_CORRECTION,
                        Optional.empty(),
                        Optional.of(new Handling("s-1", "登记错人"))));

        assertTrue(section(reviewer, "").contains("已作废"));
    }

    @Test
    void whatTheyWroteIsForgottenWithGuestsCards() {
        var oblivion = new GuestNameOblivion(console.database, console.clock);
        console.clock.advance(GuestOblivion.KEPT.minus(Duration.ofDays(1)));
        assertEquals(0, oblivion.forget());

        console.clock.advance(Duration.ofDays(2));

        assertEquals(2, oblivion.forget());
        assertEquals(
                Optional.empty(),
                console.database.read(handle -> new AttachmentStore(handle).find(new SealedId(name.id()))));
        assertEquals(0, oblivion.forget());
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertTrue(section(reviewer, "").contains("已按期限清除"));
        assertFalse(reviewer.get("/review").body().contains("GUEST/" + activity.id()), "nobody can tell any more");
        console.ledger.rebuild();
        assertFalse(reviewer.get("/review").body().contains("GUEST/" + activity.id()));
        assertTrue(section(reviewer, "").contains("双报到党员"), "that they came stays");
    }
}
