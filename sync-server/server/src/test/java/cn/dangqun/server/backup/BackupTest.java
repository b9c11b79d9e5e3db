package cn.dangqun.server.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.backup.RefusedBackupException.Reason;
import cn.dangqun.server.text.Texts;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.PassphraseKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of a server that works, and what becomes of them.
class BackupTest {
    private static final Passphrase PASSPHRASE =
            Passphrase.of("一句只有街道知道的恢复口令\n").orElseThrow();
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path folder;

    private TestStreet street;
    private Path place;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(folder.resolve("street")).withTwoCommunities();
        place = Files.createDirectory(folder.resolve("disk"));
        facts(3);
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    private void facts(int count) throws Exception {
        var ledger = new TestLedger(KIOSK);
        for (int i = 1; i <= count; i++) {
            ledger.checkIn("M-" + i);
        }
        street.server()
                .ledger()
                .append(KIOSK, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
    }

    private BackupDesk.Made backup() throws Exception {
        return new BackupDesk(street.settings(), street.clock, new PassphraseKey.Cost(64, 1)).make(place, PASSPHRASE);
    }

    private RestoreDesk restoring(String name) {
        return new RestoreDesk(folder.resolve(name), street.clock);
    }

    private Reason refusal(Path file, Passphrase passphrase) {
        return assertThrows(
                        RefusedBackupException.class, () -> restoring("empty").restore(file, passphrase))
                .reason();
    }

    private static List<String> names(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void comesBackWithEveryFactAndEveryKey() throws Exception {
        var fingerprint = street.server().ca().fingerprint();
        var made = backup();
        facts(5);

        var restored = restoring("elsewhere").restore(made.file(), PASSPHRASE);

        assertEquals(3, restored.facts());
        assertEquals(fingerprint, restored.ca());
        for (var key : List.of("ca.pem", "server.pem", "card-master.1", "card-salt")) {
            assertArrayEquals(
                    Files.readAllBytes(street.settings().data().resolve(key)),
                    Files.readAllBytes(folder.resolve("elsewhere").resolve(key)));
        }
        try (var again = StreetServer.open(at(folder.resolve("elsewhere")), street.clock)) {
            assertEquals(fingerprint, again.ca().fingerprint());
            long facts = again.database()
                    .read(handle -> handle.createQuery("SELECT count(*) FROM fact")
                            .mapTo(Long.class)
                            .one());
            assertEquals(3, facts);
        }
    }

    private ServerSettings at(Path data) {
        var settings = street.settings();
        return new ServerSettings(data, settings.zone(), settings.sync(), settings.console(), false);
    }

    @Test
    void tellsTheKiosksWhatTheyNeedNotKeep() throws Exception {
        assertEquals(0, street.server().ledger().backedUp(KIOSK, TestLedger.EPOCH));

        backup();
        assertEquals(3, street.server().ledger().backedUp(KIOSK, TestLedger.EPOCH));

        facts(5);
        assertTrue(street.server().copy());
        assertEquals(3, street.server().ledger().backedUp(KIOSK, TestLedger.EPOCH), "a copy beside it counts no more");
    }

    @Test
    void holdsNothingThatCanBeReadWithoutThePassphrase() throws Exception {
        var made = backup();
        var bytes = Files.readAllBytes(made.file());

        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        // long enough that chance does not write them
        for (var known : List.of("SQLite format", "PRIVATE KEY", "kiosk-1", TestLedger.ACTIVITY.value(), "ca.pem")) {
            assertFalse(text.contains(known), known);
        }
        assertEquals(
                Reason.WRONG_PASSPHRASE,
                refusal(made.file(), Passphrase.of("另一句够长的恢复口令不对").orElseThrow()));
        assertEquals(
                List.of(),
                names(folder.resolve("empty")).stream()
                        .filter(each -> !each.endsWith(".lock"))
                        .toList());
    }

    @Test
    void isRefusedWithOneFlippedByteWhereverItIs() throws Exception {
        var made = backup();
        var bytes = Files.readAllBytes(made.file());
        var harmed = folder.resolve("harmed.dqb");
        var random = new Random(7);
        for (int i = 0; i < 8; i++) {
            var flipped = bytes.clone();
            flipped[8 + random.nextInt(bytes.length - 8)] ^= 4;
            Files.write(harmed, flipped);
            assertEquals(Reason.HARMED, refusal(harmed, PASSPHRASE));
        }

        Files.write(harmed, Arrays.copyOf(bytes, bytes.length / 2));
        assertTrue(List.of(Reason.HARMED, Reason.CUT_SHORT).contains(refusal(harmed, PASSPHRASE)));
        Files.writeString(harmed, "a letter to somebody");
        assertEquals(Reason.NOT_A_BACKUP, refusal(harmed, PASSPHRASE));
        assertEquals(Reason.NO_FILE, refusal(folder.resolve("nowhere"), PASSPHRASE));
    }

    @Test
    void isRestoredIntoNothingButAnEmptyDirectory() throws Exception {
        var made = backup();
        var used = folder.resolve("used");
        OwnerFiles.createDirectory(used);
        Files.writeString(used.resolve("somebody's"), "work");

        var refused = assertThrows(
                RefusedBackupException.class, () -> restoring("used").restore(made.file(), PASSPHRASE));

        assertEquals(Reason.NOT_EMPTY, refused.reason());
        assertTrue(refused.words(new Texts()).contains("已经有东西"));
        assertEquals(List.of("somebody's"), names(used));
    }

    @Test
    void letsNoServerBeginWhereARestorationWasCutOff() throws Exception {
        var made = backup();
        var data = folder.resolve("cut");
        OwnerFiles.createDirectory(data.resolve("restoring"));
        Files.writeString(data.resolve("restoring").resolve("street.db"), "half");
        Files.writeString(data.resolve("ca.pem"), "moved already");

        assertThrows(IOException.class, () -> StreetServer.open(at(data), street.clock));

        assertEquals(3, restoring("cut").restore(made.file(), PASSPHRASE).facts());
        StreetServer.open(at(data), street.clock).close();
    }

    @Test
    void needsAPlaceAndLeavesNothingHalfWrittenThere() throws Exception {
        Files.writeString(place.resolve("street-20260101T000000Z.dqb.new"), "cut off");
        var made = backup();
        assertEquals(List.of(made.file().getFileName().toString()), names(place));

        place = folder.resolve("unplugged");
        assertEquals(
                Reason.NO_PLACE,
                assertThrows(RefusedBackupException.class, this::backup).reason());
    }

    @Test
    void keepsByTheRuleAndTheNewestAlways() throws Exception {
        for (int day = 0; day < 33; day++) {
            var at = street.clock.instant().minus(Duration.ofDays(day + 40L));
            Files.writeString(place.resolve(BackupFile.name(at)), "an older one");
        }

        var made = backup();

        assertTrue(made.gone() > 0);
        assertTrue(Files.exists(made.file()));
        assertEquals(34 - made.gone(), names(place).size());
        assertTrue(names(place).size() >= 30);
    }

    @Test
    void takesAPassphraseFromAFileAndNoShortOne() throws Exception {
        var file = folder.resolve("passphrase");
        Files.writeString(file, "一句只有街道知道的恢复口令\r\n");
        assertEquals(PASSPHRASE, source(file).passphrase());
        assertFalse(PASSPHRASE.toString().contains("街道"));

        Files.writeString(file, "123456\n");
        assertEquals(
                Reason.SHORT_PASSPHRASE,
                assertThrows(RefusedBackupException.class, () -> source(file).passphrase())
                        .reason());
        assertEquals(
                Reason.NO_PASSPHRASE,
                assertThrows(
                                RefusedBackupException.class,
                                () -> source(folder.resolve("none")).passphrase())
                        .reason());
    }

    private static PassphraseSource source(Path file) {
        return new PassphraseSource(Optional.empty(), Optional.of(file), Optional::empty);
    }
}
