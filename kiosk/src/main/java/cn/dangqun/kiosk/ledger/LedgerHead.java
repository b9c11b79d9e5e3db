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

/// The one row that says where the ledger stands. `lastHash` is empty until the first fact; `restart` is the decision
/// by which it began, if it was one; `sealed` names the key under which the file is sealed, empty where it is open;
/// `lastClock` is the reading of the newest fact recorded by this machine.
record LedgerHead(
        Epoch epoch,
        Optional<KioskId> kiosk,
        long lastSeq,
        ByteString lastHash,
        long ackedSeq,
        long purgedSeq,
        ByteString purgedHash,
        Optional<String> restart,
        String sealed,
        Optional<ClockReading> lastClock) {
    private static final String PLACE = "head";

    static LedgerHead read(SqliteConnection db) throws SQLException {
        var head = reread(db, Optional.empty());
        return head.kiosk().isEmpty() ? head : head.at(Facts.lastClock(db, head));
    }

    private static LedgerHead row(SqliteConnection db, ResultSet row) throws SQLException {
        return new LedgerHead(
                new Epoch(row.getString("epoch")),
                Optional.ofNullable(row.getString("kiosk")).map(KioskId::new),
                row.getLong("last_seq"),
                opened(db, row.getBytes("last_hash")),
                row.getLong("acked_seq"),
                row.getLong("purged_seq"),
                opened(db, row.getBytes("purged_hash")),
                Optional.ofNullable(row.getString("restart")),
                row.getString("sealed"),
                Optional.empty());
    }

    /// What [#sealed] made.
    static ByteString opened(SqliteConnection db, byte[] hash) throws SQLException {
        return ByteString.copyFrom(hash.length == 0 ? hash : db.rows().open(PLACE, hash));
    }

    /// A chain hash as the head keeps it: whoever has one can try who came.
    static byte[] sealed(SqliteConnection db, ByteString hash) {
        return hash.isEmpty() ? new byte[0] : db.rows().seal(PLACE, hash.toByteArray());
    }

    /// The hash the next fact is chained to.
    ByteString tail(KioskId kiosk) {
        return lastSeq == 0 ? ByteString.copyFrom(FactChain.genesis(kiosk, epoch)) : lastHash;
    }

    LedgerHead appended(ByteString hash, ClockReading clock) {
        return chained(hash).at(Optional.of(clock));
    }

    /// A fact of another ledger says nothing of the clocks since then, unless nothing else does.
    LedgerHead carried(ByteString hash, Optional<ClockReading> clock) {
        return chained(hash).at(lastClock.isPresent() ? lastClock : clock);
    }

    private LedgerHead chained(ByteString hash) {
        return new LedgerHead(
                epoch, kiosk, lastSeq + 1, hash, ackedSeq, purgedSeq, purgedHash, restart, sealed, lastClock);
    }

    /// As read, with a clock that is known already.
    LedgerHead at(Optional<ClockReading> clock) {
        return new LedgerHead(epoch, kiosk, lastSeq, lastHash, ackedSeq, purgedSeq, purgedHash, restart, sealed, clock);
    }

    /// As `read`, without asking for the clock.
    static LedgerHead reread(SqliteConnection db, Optional<ClockReading> clock) throws SQLException {
        return db.first("SELECT * FROM head", row -> row(db, row))
                .orElseThrow(() -> new LedgerDamagedException("the ledger has no head"))
                .at(clock);
    }

    LedgerPosition position(SqliteConnection db) throws SQLException {
        var oldest = db.first(
                "SELECT wall_millis FROM fact WHERE seq = ?",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                ackedSeq + 1);
        return new LedgerPosition(epoch, kiosk, lastSeq, ackedSeq, oldest, Attachments.unsent(db));
    }
}
