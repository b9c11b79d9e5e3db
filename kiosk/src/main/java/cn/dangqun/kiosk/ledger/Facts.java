package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `fact` table: appended, read in order, verified, never changed.
final class Facts {
    private static final Logger log = LoggerFactory.getLogger(Facts.class);

    private Facts() {}

    private record Link(long seq, ByteString record, ByteString hash) {}

    /// One row of the table, before it is written.
    record Written(
            FactId id, ByteString record, ByteString hash, ByteString previous, long wallMillis, boolean carried) {}

    static void append(SqliteConnection db, Written fact) throws SQLException {
        db.update(
                "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)",
                fact.id().seq(),
                fact.record().toByteArray(),
                fact.hash().toByteArray(),
                fact.wallMillis(),
                fact.id().epoch().hex(),
                fact.previous().toByteArray(),
                fact.carried() ? 1 : 0);
        db.update(
                "UPDATE head SET last_seq = ?, last_hash = ?",
                fact.id().seq(),
                fact.hash().toByteArray());
    }

    /// Every fact still kept, in order.
    ///
    /// @throws LedgerDamagedException when their chain does not hold
    static List<KeptFact> all(SqliteConnection db, LedgerHead head, KioskId kiosk) throws SQLException {
        verify(db, head, head.purgedSeq());
        return db.list(
                "SELECT seq, record, hash, wall_millis FROM fact ORDER BY seq",
                row -> new KeptFact(
                        new FactId(kiosk, head.epoch(), row.getLong(1)),
                        ByteString.copyFrom(row.getBytes(2)),
                        ByteString.copyFrom(row.getBytes(3)),
                        row.getLong(4)));
    }

    static Optional<RecordedFact> find(SqliteConnection db, LedgerHead head, long seq) throws SQLException {
        var bytes = db.first("SELECT record FROM fact WHERE seq = ?", row -> row.getBytes(1), seq);
        if (bytes.isEmpty() || head.kiosk().isEmpty()) {
            return Optional.empty();
        }
        return decode(head, bytes.get());
    }

    /// The clocks at the newest fact recorded here; of facts carried over only where there is no other.
    static Optional<ClockReading> lastClock(SqliteConnection db, LedgerHead head) throws SQLException {
        var newest = db.first("SELECT seq FROM fact ORDER BY carried, seq DESC LIMIT 1", row -> row.getLong(1));
        return newest.isPresent() ? find(db, head, newest.get()).map(RecordedFact::clock) : Optional.empty();
    }

    /// Chain hashes from the newest fact back, ever wider apart, so that the street finds how far it agrees.
    static List<ChainPosition> marks(SqliteConnection db, LedgerHead head, KioskId kiosk) throws SQLException {
        var marks = new ArrayList<ChainPosition>();
        long apart = 1;
        for (long seq = head.lastSeq(); seq >= Math.max(1, head.purgedSeq()); seq -= apart, apart *= 2) {
            marks.add(new ChainPosition(seq, hashOf(db, head, kiosk, seq)));
        }
        return marks;
    }

    /// Empty for a fact of a kind this software does not know, as after going back to an older version.
    static Optional<RecordedFact> decode(LedgerHead head, byte[] record) {
        try {
            return Optional.of(FactCodec.decode(head.kiosk().orElseThrow(), head.epoch(), record));
        } catch (UnreadableException e) {
            log.warn("A fact of this ledger is not understood: {}", e.fault());
            return Optional.empty();
        }
    }

    /// At most `maxRecords` facts after `after`, and at most `maxBytes` of them, but at least one.
    ///
    /// @throws LedgerDamagedException when a fact is missing or the chain does not hold
    static FactBatch batch(
            SqliteConnection db, LedgerHead head, KioskId kiosk, long after, int maxRecords, int maxBytes)
            throws SQLException {
        var links = db.list(
                "SELECT seq, record, hash FROM fact WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> new Link(
                        row.getLong(1), ByteString.copyFrom(row.getBytes(2)), ByteString.copyFrom(row.getBytes(3))),
                after,
                maxRecords);
        var first = hashOf(db, head, kiosk, after);
        var previous = first;
        var records = new ArrayList<ByteString>();
        int bytes = 0;
        for (var link : links) {
            bytes += link.record().size();
            if (!records.isEmpty() && bytes > maxBytes) {
                break;
            }
            var expected = ByteString.copyFrom(
                    FactChain.next(previous.toByteArray(), link.record().toByteArray()));
            if (link.seq() != after + records.size() + 1 || !link.hash().equals(expected)) {
                throw new LedgerDamagedException("the chain does not hold at " + link.seq());
            }
            records.add(link.record());
            previous = expected;
        }
        return new FactBatch(head.epoch(), after + 1, first, records);
    }

    static ByteString hashOf(SqliteConnection db, LedgerHead head, KioskId kiosk, long seq) throws SQLException {
        if (seq == 0) {
            return ByteString.copyFrom(FactChain.genesis(kiosk, head.epoch()));
        }
        if (seq == head.purgedSeq()) {
            return head.purgedHash();
        }
        return db.first("SELECT hash FROM fact WHERE seq = ?", row -> ByteString.copyFrom(row.getBytes(1)), seq)
                .orElseThrow(() -> new LedgerDamagedException("fact " + seq + " is missing"));
    }

    /// Follows the chain from `after` to the head.
    ///
    /// @throws LedgerDamagedException when it does not hold or does not end there
    static void verify(SqliteConnection db, LedgerHead head, long after) throws SQLException {
        if (head.kiosk().isEmpty()) {
            return;
        }
        var kiosk = head.kiosk().get();
        long at = after;
        for (var batch = batch(db, head, kiosk, at, 500, Integer.MAX_VALUE);
                !batch.isEmpty();
                batch = batch(db, head, kiosk, at, 500, Integer.MAX_VALUE)) {
            at = batch.throughSeq();
        }
        if (at != head.lastSeq() || !hashOf(db, head, kiosk, at).equals(head.tail(kiosk))) {
            throw new LedgerDamagedException("the chain ends at " + at + ", the head says " + head.lastSeq());
        }
    }
}
