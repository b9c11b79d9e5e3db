package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What the street has of this ledger, since when by [CountedTime], how much of that is in a backup there, and what
/// may therefore go (F-59, F-60, F-94).
final class Acknowledgements {
    static final String TABLES = """
            CREATE TABLE ack (through_seq INTEGER PRIMARY KEY, counted_millis INTEGER NOT NULL) STRICT;
            CREATE TABLE backup (one INTEGER PRIMARY KEY CHECK (one = 1), through_seq INTEGER NOT NULL) STRICT;
            INSERT INTO backup VALUES (1, 0);
            """;

    private Acknowledgements() {}

    /// The street has everything up to `through` on its disk; what it parked for people is in `quarantined`.
    static void advance(
            SqliteConnection db, LedgerHead head, long through, Map<Long, String> quarantined, Duration counted)
            throws SQLException {
        for (var parked : quarantined.entrySet()) {
            db.update("INSERT OR REPLACE INTO quarantined VALUES (?, ?)", parked.getKey(), parked.getValue());
        }
        if (through > head.ackedSeq()) {
            db.update("UPDATE head SET acked_seq = ?", through);
            db.update("INSERT OR REPLACE INTO ack VALUES (?, ?)", through, counted.toMillis());
        }
    }

    /// The street says at the start of a connection what it has. It may be less than before, when it was restored
    /// from a backup: the difference is sent again.
    static void agree(SqliteConnection db, LedgerHead head, long through, Duration counted) throws SQLException {
        if (through >= head.ackedSeq()) {
            advance(db, head, through, Map.of(), counted);
            return;
        }
        db.update("UPDATE head SET acked_seq = ?", Math.max(through, head.purgedSeq()));
        db.update("DELETE FROM ack WHERE through_seq > ?", through);
        backedUp(db, head, Math.min(through, backedUp(db)));
    }

    /// The street holds everything up to `through` in a backup that was checked; less than before when that is gone.
    static void backedUp(SqliteConnection db, LedgerHead head, long through) throws SQLException {
        db.update("UPDATE backup SET through_seq = ?", Math.clamp(through, 0, head.lastSeq()));
    }

    static long backedUp(SqliteConnection db) throws SQLException {
        return db.first("SELECT through_seq FROM backup", row -> row.getLong(1)).orElse(0L);
    }

    /// The ledger ends: of the one that goes on, the street has nothing yet.
    static void forget(SqliteConnection db) throws SQLException {
        db.script("DELETE FROM ack; DELETE FROM quarantined; UPDATE backup SET through_seq = 0;");
    }

    private static byte[] purgedHash(SqliteConnection db, long through) throws SQLException {
        var form = Facts.form(db, through)
                .orElseThrow(() -> new LedgerDamagedException("fact " + through + " is missing"));
        return LedgerHead.sealed(db, form.hash());
    }

    /// How far the street has had everything since `ackedBefore` and holds it in a backup.
    private static long safeThrough(SqliteConnection db, LedgerHead head, Duration ackedBefore) throws SQLException {
        long through = db.first(
                        "SELECT coalesce(max(through_seq), 0) FROM ack WHERE counted_millis <= ? AND through_seq <= ?",
                        row -> row.getLong(1),
                        ackedBefore.toMillis(),
                        head.ackedSeq())
                .orElse(0L);
        return Math.min(through, backedUp(db));
    }

    /// Deletes signatures that the street has had since `ackedBefore` and holds in a backup (OQ-39).
    static void outlive(SqliteConnection db, LedgerHead head, Projections projections, Duration ackedBefore)
            throws SQLException {
        projections.outlive(db, safeThrough(db, head, ackedBefore));
    }

    /// Deletes facts that the street has had since `ackedBefore` and holds in a backup, and what the projections
    /// hold of them from before `today`. The newest fact stays: the chain and the clock are judged by it.
    ///
    /// @return the number of facts deleted
    static int purge(SqliteConnection db, LedgerHead head, Projections projections, Duration ackedBefore, Instant today)
            throws SQLException {
        long through = Math.min(safeThrough(db, head, ackedBefore), head.lastSeq() - 1);
        projections.purge(db, Math.max(through, head.purgedSeq()), today);
        if (through <= head.purgedSeq()) {
            return 0;
        }
        NextLedger.giveUp(db); // broken off, and not gone on with since
        db.update("UPDATE head SET purged_seq = ?, purged_hash = ?", through, purgedHash(db, through));
        int deleted = db.update("DELETE FROM fact WHERE seq <= ?", through);
        db.update("DELETE FROM ack WHERE through_seq <= ?", through);
        db.update("DELETE FROM quarantined WHERE seq <= ?", through);
        return deleted;
    }
}
