package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerDamageTest extends LedgerOnDisk {
    @Test
    void setsTheLedgerOfAnotherKioskAsideAndBeginsANewEpoch() throws Exception {
        var before = append(checkIn("M-1")).id();

        done(ledger.adopt(new KioskId("kiosk-2")));

        var after = append(checkIn("M-1")).id();
        assertEquals(new KioskId("kiosk-2"), after.kiosk());
        assertNotEquals(before.epoch(), after.epoch());
        assertTrue(Files.exists(directory.resolve("ledger.db.replaced-20261110T010000Z")));
    }

    @Test
    void readersFollowToTheNewFile() throws Exception {
        var reader = ledger.newReader();
        append(checkIn("M-1"));
        var before = reader.introduction().epoch();

        done(ledger.adopt(new KioskId("kiosk-2")));

        assertNotEquals(before, reader.introduction().epoch());
    }

    @Test
    void setsADamagedFileAsideAndGoesOnWithANewEpoch() throws Exception {
        var before = append(checkIn("M-1")).id().epoch();
        ledger.close();
        overwritePages();

        open();

        assertNotEquals(before, append(checkIn("M-1")).id().epoch());
        assertTrue(ledger.health().damagedFileKept());
        assertTrue(Files.exists(directory.resolve("ledger.db.damaged-20261110T010000Z")));
    }

    /// A file that is made anew has a journal before it has a log.
    @Test
    void takesBackWhatWasBegunWhenItsMakingWasCutOff() throws Exception {
        var making = Files.createDirectories(directory.resolve("making"));
        var found = Files.createDirectories(directory.resolve("found"));
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + making.resolve("ledger.db"));
                var statement = db.createStatement()) {
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("CREATE TABLE halfway (bytes BLOB)");
            statement.execute("BEGIN");
            statement.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                    + " INSERT INTO halfway SELECT randomblob(4000) FROM n");
            for (var name : List.of("ledger.db", "ledger.db-journal")) {
                Files.copy(making.resolve(name), found.resolve(name));
            }
        }

        try (var survivor = Ledger.open(
                found.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(found.resolve("ledger.db")),
                KioskCore.PROJECTIONS)) {
            done(survivor.adopt(KIOSK));

            done(survivor.append(checkIn("M-1")));
            assertFalse(Files.exists(found.resolve("ledger.db-journal")));
        }
    }

    @Test
    void setsAFileThatIsNoDatabaseAside() throws Exception {
        ledger.close();
        Files.writeString(
                file(), "this is no database, whatever its name says; long enough to look like one. ".repeat(99));

        open();

        assertEquals(1, append(checkIn("M-1")).id().seq());
        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void setsALedgerAsideWhoseWordsWereChanged() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.update("UPDATE fact SET record = zeroblob(length(record)) WHERE seq = 1");
        }

        open();

        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void setsALedgerAsideThatLostItsNewestFact() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.update("DELETE FROM fact WHERE seq = 2");
        }

        open();

        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void leavesALedgerOfNewerSoftwareAloneAndSavesNothing() throws Exception {
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.script("PRAGMA user_version = 99");
        }

        ledger = Ledger.open(file(), clock, KeysOnDisk.beside(file()), KioskCore.PROJECTIONS);

        assertEquals(
                new Commit.NotSaved<>(Commit.Reason.FAILED),
                ledger.append(checkIn("M-1")).join());
        assertTrue(Files.exists(file()));
        assertFalse(ledger.health().damagedFileKept());
    }

    @Test
    void warnsWhenTheClockStandsBeforeTheLastFact() {
        append(checkIn("M-1"));
        clock.boot("boot-2", START.minus(Duration.ofDays(40)));

        reopen();

        assertTrue(ledger.health().clockDoubt().isPresent());
        assertEquals(START.plusSeconds(60), ledger.now());
    }

    private void overwritePages() throws Exception {
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(4096);
            raw.write(new byte[(int) raw.length() - 4096]);
        }
    }
}
