package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of the first version, as the software of that time wrote it, goes on.
class LedgerMigrationTest {
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");
    private static final String FIRST_VERSION = """
            CREATE TABLE head (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              epoch TEXT NOT NULL,
              kiosk TEXT,
              last_seq INTEGER NOT NULL,
              last_hash BLOB NOT NULL,
              acked_seq INTEGER NOT NULL,
              purged_seq INTEGER NOT NULL,
              purged_hash BLOB NOT NULL
            ) STRICT;
            CREATE TABLE fact (
              seq INTEGER PRIMARY KEY,
              record BLOB NOT NULL,
              hash BLOB NOT NULL,
              wall_millis INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE ack (through_seq INTEGER PRIMARY KEY, at_millis INTEGER NOT NULL) STRICT;
            CREATE TABLE quarantined (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;
            CREATE TABLE attendance (
              seq INTEGER PRIMARY KEY,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              role TEXT NOT NULL,
              at_millis INTEGER NOT NULL,
              voided_by INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX attendance_counts_once ON attendance (activity, attendee) WHERE voided_by IS NULL;
            CREATE INDEX attendance_of_one ON attendance (attendee);
            PRAGMA user_version = 1;
            """;

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(LedgerOnDisk.START);

    @Test
    void keepsFactsChainAndAttendance() throws Exception {
        var hash = firstVersion(0);

        try (var ledger = open()) {
            assertEquals(EPOCH, ledger.position().orElseThrow().epoch());
            assertEquals(2, ledger.position().orElseThrow().pending());
            assertArrayEquals(
                    hash,
                    ledger.newReader().introduction().marks().getFirst().hash().toByteArray());
            assertEquals(Set.of(new MemberId("M-2")), present(ledger));
            var next = LedgerOnDisk.done(ledger.append(LedgerOnDisk.checkIn("M-4")));
            assertEquals(4, next.id().seq());
            assertEquals(4, ledger.newReader().batch(0, 10, 10_000).records().size());
            LedgerOnDisk.done(ledger.rebuild());
            assertEquals(Set.of(new MemberId("M-2"), new MemberId("M-4")), present(ledger));
        }
    }

    @Test
    void keepsTheChainBehindAPurge() throws Exception {
        firstVersion(1);

        try (var ledger = open()) {
            LedgerOnDisk.done(ledger.append(LedgerOnDisk.checkIn("M-4")));
            assertEquals(3, ledger.newReader().batch(1, 10, 10_000).records().size());
            assertFalse(ledger.health().damagedFileKept());
        }
    }

    @Test
    void beginsAnewWithEverythingOfIt() throws Exception {
        firstVersion(0);

        try (var ledger = open()) {
            var position = LedgerOnDisk.done(ledger.restart(EPOCH, "decision-1"));

            assertEquals(3, position.pending());
            assertEquals(Set.of(new MemberId("M-2")), present(ledger));
        }
    }

    @Test
    void salvagesADamagedFileOfTheFirstVersion() throws Exception {
        firstVersion(0);
        var aside = Files.move(file(), directory.resolve("ledger.db.damaged-20261101T000000Z"));

        var wreck = WreckReader.read(aside, LedgerOnDisk.KIOSK, LedgerKeys.none());

        assertEquals(3, wreck.facts().size());
        assertEquals(0, wreck.unreadable());
        assertFalse(wreck.mayMiss());
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private Ledger open() {
        var ledger = Ledger.open(file(), clock, KioskCore.PROJECTIONS);
        LedgerOnDisk.done(ledger.adopt(LedgerOnDisk.KIOSK));
        return ledger;
    }

    private static Set<MemberId> present(Ledger ledger) throws Exception {
        return Present.in(ledger, LedgerOnDisk.ACTIVITY).members();
    }

    /// M-1 in and out again, M-2 in; the first of them acknowledged. Returns the last hash.
    private byte[] firstVersion(int purged) throws Exception {
        var facts = new Fact[] {
            LedgerOnDisk.checkIn("M-1"),
            LedgerOnDisk.checkIn("M-2"),
            new AttendanceFact.CheckInVoided(new ActivityId("activity-1"), 1, AttendanceFact.VoidReason.SELF_UNDO)
        };
        var hash = FactChain.genesis(LedgerOnDisk.KIOSK, EPOCH);
        var purgedHash = new byte[0];
        try (var db = SqliteConnection.open(file())) {
            db.script(FIRST_VERSION);
            for (int seq = 1; seq <= facts.length; seq++) {
                var record = FactCodec.encode(
                        new RecordedFact(new FactId(LedgerOnDisk.KIOSK, EPOCH, seq), clock.read(), facts[seq - 1]));
                hash = FactChain.next(hash, record);
                if (seq <= purged) {
                    purgedHash = hash;
                } else {
                    db.update("INSERT INTO fact VALUES (?, ?, ?, ?)", seq, record, hash, clock.millis());
                }
            }
            db.update("INSERT INTO attendance VALUES (1, 'activity-1', 'member:M-1', 'MEMBER', ?, 3)", clock.millis());
            db.update(
                    "INSERT INTO attendance VALUES (2, 'activity-1', 'member:M-2', 'MEMBER', ?, NULL)", clock.millis());
            db.update(
                    "INSERT INTO head VALUES (1, ?, ?, 3, ?, 1, ?, ?)",
                    EPOCH.hex(),
                    LedgerOnDisk.KIOSK.value(),
                    hash,
                    purged,
                    purgedHash);
        }
        return hash;
    }
}
