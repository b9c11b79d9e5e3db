package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/// What the street has of this ledger, since when, and what may therefore go (F-59, F-60, F-94).
final class Acknowledgements {
    private Acknowledgements() {}

    /// The street has everything up to `through` on its disk; what it parked for people is in `quarantined`.
    static void advance(SqliteConnection db, LedgerHead head, long through, Map<Long, String> quarantined, Instant now)
            throws SQLException {
        for (var parked : quarantined.entrySet()) {
            db.update("INSERT OR REPLACE INTO quarantined VALUES (?, ?)", parked.getKey(), parked.getValue());
        }
        if (through > head.ackedSeq()) {
            db.update("UPDATE head SET acked_seq = ?", through);
            db.update("INSERT OR REPLACE INTO ack VALUES (?, ?)", through, now.toEpochMilli());
        }
    }

    /// The street says at the start of a connection what it has. It may be less than before, when it was restored from
    /// a backup: the difference is sent again.
    static void agree(SqliteConnection db, LedgerHead head, long through, Instant now) throws SQLException {
        if (through >= head.ackedSeq()) {
            advance(db, head, through, Map.of(), now);
            return;
        }
        db.update("UPDATE head SET acked_seq = ?", Math.max(through, head.purgedSeq()));
        db.update("DELETE FROM ack WHERE through_seq > ?", through);
    }

    /// Deletes facts that the street has had since `ackedBefore`, and what the projections hold of them from before
    /// `today`. The newest fact stays: the chain and the clock are judged by it.
    ///
    /// @return the number of facts deleted
    static int purge(SqliteConnection db, LedgerHead head, Projections projections, Instant ackedBefore, Instant today)
            throws SQLException {
        long through = db.first(
                        "SELECT coalesce(max(through_seq), 0) FROM ack WHERE at_millis <= ? AND through_seq <= ?",
                        row -> row.getLong(1),
                        ackedBefore.toEpochMilli(),
                        head.ackedSeq())
                .orElse(0L);
        through = Math.min(through, head.lastSeq() - 1);
        projections.purge(db, Math.max(through, head.purgedSeq()), today);
        if (through <= head.purgedSeq()) {
            return 0;
        }
        db.update(
                "UPDATE head SET purged_seq = ?, purged_hash = (SELECT hash FROM fact WHERE seq = ?)",
                through,
                through);
        int deleted = db.update("DELETE FROM fact WHERE seq <= ?", through);
        db.update("DELETE FROM ack WHERE through_seq <= ?", through);
        db.update("DELETE FROM quarantined WHERE seq <= ?", through);
        return deleted;
    }
}
