package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.protocol.wire.Refusal;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of the ledger. One per write or read; holds the handle and nothing else.
record LedgerStore(Handle handle) {
    /// The last record of one kiosk's epoch; seq 0 and the genesis hash before the first.
    record Head(long seq, ByteString hash) {}

    /// A fact as stored.
    record Stored(KioskId kiosk, Epoch epoch, long seq, ByteString record) {}

    Head head(KioskId kiosk, Epoch epoch) {
        return handle.createQuery("SELECT last_seq, last_hash FROM ledger_epoch WHERE kiosk = ? AND epoch = ?")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .map((row, context) -> new Head(row.getLong("last_seq"), bytes(row, "last_hash")))
                .findOne()
                .orElseGet(() -> new Head(0, ByteString.copyFrom(FactChain.genesis(kiosk, epoch))));
    }

    Map<Long, ByteString> hashes(KioskId kiosk, Epoch epoch, long fromSeq, long throughSeq) {
        return handle
                .createQuery("SELECT seq, hash FROM fact WHERE kiosk = ? AND epoch = ? AND seq BETWEEN ? AND ?")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .bind(2, fromSeq)
                .bind(3, throughSeq)
                .map((row, context) -> Map.entry(row.getLong("seq"), bytes(row, "hash")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ByteString bytes(ResultSet row, String column) throws SQLException {
        return ByteString.copyFrom(row.getBytes(column));
    }

    /// Call before the first [#insert] of the epoch, and after the last to move the head.
    void moveHead(KioskId kiosk, Epoch epoch, Head head, long now) {
        handle.execute(
                "INSERT INTO ledger_epoch (kiosk, epoch, last_seq, last_hash, started_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (kiosk, epoch) DO UPDATE"
                        + " SET last_seq = excluded.last_seq, last_hash = excluded.last_hash",
                kiosk.value(),
                epoch.hex(),
                head.seq(),
                head.hash().toByteArray(),
                now);
    }

    void insert(FactId id, ByteString record, ByteString hash, long now) {
        handle.execute(
                "INSERT INTO fact (kiosk, epoch, seq, record, hash, received_at) VALUES (?, ?, ?, ?, ?, ?)",
                id.kiosk().value(),
                id.epoch().hex(),
                id.seq(),
                record.toByteArray(),
                hash.toByteArray(),
                now);
    }

    void quarantine(FactId id, Quarantined.Reason reason) {
        handle.execute(
                "INSERT INTO fact_quarantine (kiosk, epoch, seq, reason) VALUES (?, ?, ?, ?)",
                id.kiosk().value(),
                id.epoch().hex(),
                id.seq(),
                reason.name());
    }

    /// Facts parked because nobody here knew their kind.
    List<Stored> unknown() {
        return handle.createQuery("SELECT f.kiosk, f.epoch, f.seq, f.record FROM fact f JOIN fact_quarantine q"
                        + " ON q.kiosk = f.kiosk AND q.epoch = f.epoch AND q.seq = f.seq"
                        + " WHERE q.reason = 'UNKNOWN_KIND'")
                .map((row, context) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new KioskId(row.getString("kiosk")),
                new Epoch(row.getString("epoch")),
                row.getLong("seq"),
                bytes(row, "record"));
    }

    List<Quarantined> quarantined(KioskId kiosk, Epoch epoch, long fromSeq, long throughSeq) {
        return handle.createQuery("SELECT seq, reason FROM fact_quarantine"
                        + " WHERE kiosk = ? AND epoch = ? AND seq BETWEEN ? AND ? ORDER BY seq")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .bind(2, fromSeq)
                .bind(3, throughSeq)
                .map((row, context) -> Quarantined.newBuilder()
                        .setSeq(row.getLong("seq"))
                        .setReason(Quarantined.Reason.valueOf(row.getString("reason")))
                        .build())
                .list();
    }

    /// The same conflict seen again is counted, not listed twice.
    void conflict(FactId at, Refusal.Reason kind, long now) {
        handle.execute(
                "INSERT INTO ledger_conflict (kiosk, epoch, kind, seq, first_seen_at, last_seen_at, times)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (kiosk, epoch, kind, seq) DO UPDATE"
                        + " SET last_seen_at = excluded.last_seen_at, times = ledger_conflict.times + 1",
                at.kiosk().value(),
                at.epoch().hex(),
                kind.name(),
                at.seq(),
                now,
                now);
    }

    /// Forgets what is derived from the records, before a rebuild.
    void forgetDerived() {
        handle.execute("DELETE FROM fact_quarantine");
        handle.execute("DELETE FROM fact_carried");
    }

    /// Every fact, ledger by ledger as they began, in the order it was recorded: an original comes before what was
    /// carried of it.
    void forEach(Consumer<Stored> each) {
        handle.createQuery("SELECT f.kiosk, f.epoch, f.seq, f.record FROM fact f"
                        + " JOIN ledger_epoch e ON e.kiosk = f.kiosk AND e.epoch = f.epoch"
                        + " ORDER BY e.started_at, f.kiosk, f.epoch, f.seq")
                .map((row, context) -> stored(row))
                .useStream(facts -> facts.forEach(each));
    }
}
