package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.store.SealedBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OQ-39: how long a signature is strokes. It is 23 November 2026.
class SignatureOblivionTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final byte[] STROKES = "笔迹".getBytes(StandardCharsets.UTF_8);

    private ConsoleUnderTest console;
    private SealedId strokes;
    private String branch;

    @BeforeEach
    void sign(@TempDir Path directory) throws Exception {
        console = new ConsoleUnderTest(directory);
        strokes = keep(SealedBytes.seal(STROKES, new SecureRandom()));
        var activity = console.open().getFirst();
        branch = activity.organization().value();
        var member = console.roll(activity.organization()).getFirst().id();
        console.fact(
                console.kiosk(1),
                new AttendanceFact.Signed(activity.id(), member, Optional.of(strokes), Optional.empty()));
    }

    private SealedId keep(SealedBytes bytes) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO attachment (id, sealed, secret, kiosk, received_at) VALUES (?, ?, ?, 'kiosk-1', ?)",
                HexFormat.of().parseHex(bytes.id()),
                bytes.sealed(),
                bytes.key(),
                console.clock.millis()));
        return new SealedId(bytes.id());
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Optional<SealedBytes> kept(SealedId id) {
        return console.database.read(handle -> new AttachmentStore(handle).find(id));
    }

    private int forgetOn(LocalDate day) {
        console.clock.advance(
                Duration.between(console.clock.instant(), day.atStartOfDay(ZONE).toInstant()));
        return new SignatureOblivion(console.database, console.clock, ZONE).forget();
    }

    private void printed(LocalDate day) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO book_year (year, organization, filing, login, reason, at, closed_at, closed_by, printed_at)"
                        + " VALUES (2026, ?, 'PRINTED', 'x', 'x', 1, 1, 'x', ?)",
                branch,
                day.atStartOfDay(ZONE).toInstant().toEpochMilli()));
    }

    @Test
    void livesUntilTheBooksOfItsYearArePrintedAndTwelveMonthsMore() throws Exception {
        assertEquals(0, forgetOn(LocalDate.of(2028, 2, 1)), "nobody has closed the year");
        assertArrayEquals(STROKES, kept(strokes).orElseThrow().open());

        printed(LocalDate.of(2028, 2, 10));
        assertEquals(0, forgetOn(LocalDate.of(2029, 2, 10)));
        assertEquals(1, forgetOn(LocalDate.of(2029, 2, 11)));
        assertEquals(Optional.empty(), kept(strokes));
    }

    @Test
    void livesAWholeYearAfterTheYearInWhichItWasGiven() throws Exception {
        printed(LocalDate.of(2026, 11, 23));
        assertEquals(0, forgetOn(LocalDate.of(2027, 12, 31)));
        assertArrayEquals(STROKES, kept(strokes).orElseThrow().open());

        assertEquals(1, forgetOn(LocalDate.of(2028, 1, 1)));
        assertEquals(Optional.empty(), kept(strokes));
        assertEquals(0, forgetOn(LocalDate.of(2028, 1, 2)));
    }

    @Test
    void aPictureOfThePaperListLivesAsLong() throws Exception {
        printed(LocalDate.of(2027, 1, 5));
        var picture = keep(SealedBytes.seal(STROKES, new SecureRandom()));
        console.fact(
                console.kiosk(1),
                new AttendanceFact.PaperSheetKept(console.open().getFirst().id(), picture, "s-1"));

        assertEquals(0, forgetOn(LocalDate.of(2028, 1, 5)));
        assertTrue(kept(picture).isPresent());
        assertEquals(2, forgetOn(LocalDate.of(2028, 1, 6)));
        assertEquals(Optional.empty(), kept(picture));
    }

    @Test
    void whatIsNoSignatureStays() {
        printed(LocalDate.of(2027, 1, 5));
        var other = keep(SealedBytes.seal(STROKES, new SecureRandom()));
        assertEquals(1, forgetOn(LocalDate.of(2030, 1, 1)));
        assertTrue(kept(other).isPresent());
    }
}
