package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The one row that says where the ledger stands. `lastHash` is empty until the first fact; `lastClock` is the reading
/// of the newest fact still kept.
record LedgerHead(
        Epoch epoch,
        Optional<KioskId> kiosk,
        long lastSeq,
        ByteString lastHash,
        long ackedSeq,
        long purgedSeq,
        ByteString purgedHash,
        Optional<ClockReading> lastClock) {

    static LedgerHead read(SqliteConnection db) throws SQLException {
        var head = db.first("SELECT * FROM head", LedgerHead::row)
                .orElseThrow(() -> new LedgerDamagedException("the ledger has no head"));
        return head.kiosk().isEmpty() ? head : head.at(Facts.lastClock(db, head));
    }

    private static LedgerHead row(ResultSet row) throws SQLException {
        return new LedgerHead(
                new Epoch(row.getString("epoch")),
                Optional.ofNullable(row.getString("kiosk")).map(KioskId::new),
                row.getLong("last_seq"),
                ByteString.copyFrom(row.getBytes("last_hash")),
                row.getLong("acked_seq"),
                row.getLong("purged_seq"),
                ByteString.copyFrom(row.getBytes("purged_hash")),
                Optional.empty());
    }

    /// The hash the next fact is chained to.
    ByteString tail(KioskId kiosk) {
        return lastSeq == 0 ? ByteString.copyFrom(FactChain.genesis(kiosk, epoch)) : lastHash;
    }

    LedgerHead appended(ByteString hash, ClockReading clock) {
        return new LedgerHead(epoch, kiosk, lastSeq + 1, hash, ackedSeq, purgedSeq, purgedHash, Optional.of(clock));
    }

    private LedgerHead at(Optional<ClockReading> clock) {
        return new LedgerHead(epoch, kiosk, lastSeq, lastHash, ackedSeq, purgedSeq, purgedHash, clock);
    }

    LedgerPosition position(SqliteConnection db) throws SQLException {
        var oldest = db.first(
                "SELECT wall_millis FROM fact WHERE seq = ?",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                ackedSeq + 1);
        return new LedgerPosition(epoch, kiosk, lastSeq, ackedSeq, oldest);
    }
}
