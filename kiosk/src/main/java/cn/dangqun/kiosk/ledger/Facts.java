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
import java.sql.ResultSet;
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

    /// The statements that make the table, and one of its form under another name. An index keeps its name when its
    /// table gets another.
    static String table(String name, String index) {
        return """
                CREATE TABLE %1$s (
                  seq INTEGER PRIMARY KEY,
                  record BLOB NOT NULL,
                  hash BLOB NOT NULL,
                  wall_millis INTEGER NOT NULL,
                  epoch TEXT NOT NULL,
                  previous BLOB NOT NULL,
                  carried INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX %2$s ON %1$s (seq) WHERE carried = 1;
                """.formatted(name, index);
    }

    /// One row of the table, before it is written.
    record Written(FactId id, FactForm form, long wallMillis, boolean carried) {}

    private record Link(long seq, FactForm form) {
        static Link of(SqliteConnection db, ResultSet row) throws SQLException {
            return new Link(row.getLong(1), FactForm.read(db, row));
        }
    }

    static void append(SqliteConnection db, Written fact) throws SQLException {
        insert(db, "fact", fact);
        db.update(
                "UPDATE head SET last_seq = ?, last_hash = ?",
                fact.id().seq(),
                LedgerHead.sealed(db, fact.form().hash()));
    }

    /// `table` is of the form of `fact`.
    static void insert(SqliteConnection db, String table, Written fact) throws SQLException {
        long seq = fact.id().seq();
        var columns = fact.form().columns(db.rows(), seq);
        db.update(
                "INSERT INTO " + table + " (seq, record, hash, previous, epoch, wall_millis, carried)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                seq,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                fact.wallMillis(),
                fact.carried() ? 1 : 0);
    }

    /// Every fact still kept, in order.
    ///
    /// @throws LedgerDamagedException when their chain does not hold
    static List<KeptFact> all(SqliteConnection db, LedgerHead head, KioskId kiosk) throws SQLException {
        verify(db, head, head.purgedSeq());
        return db.list(
                "SELECT " + FactForm.COLUMNS + ", wall_millis FROM fact ORDER BY seq",
                row -> kept(new FactId(kiosk, head.epoch(), row.getLong(1)), FactForm.read(db, row), row.getLong(6)));
    }

    /// At most `most` facts after `after`, in order.
    ///
    /// @throws LedgerDamagedException when their chain does not hold, or ends elsewhere than the head says
    static List<KeptFact> after(SqliteConnection db, LedgerHead head, KioskId kiosk, long after, int most)
            throws SQLException {
        var facts = db.list(
                "SELECT " + FactForm.COLUMNS + ", wall_millis FROM fact WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> kept(new FactId(kiosk, head.epoch(), row.getLong(1)), FactForm.read(db, row), row.getLong(6)),
                after,
                most);
        var hash = hashOf(db, head, kiosk, after);
        long at = after;
        for (var fact : facts) {
            hash = ByteString.copyFrom(
                    FactChain.next(hash.toByteArray(), fact.record().toByteArray()));
            at++;
            if (fact.id().seq() != at || !fact.hash().equals(hash)) {
                throw new LedgerDamagedException(
                        "the chain does not hold at " + fact.id().seq());
            }
        }
        if ((facts.size() < most || at >= head.lastSeq()) && (at != head.lastSeq() || !hash.equals(head.tail(kiosk)))) {
            throw new LedgerDamagedException("the chain ends at " + at + ", the head says " + head.lastSeq());
        }
        return facts;
    }

    private static KeptFact kept(FactId id, FactForm form, long wallMillis) {
        return new KeptFact(id, form.record(), form.hash(), wallMillis);
    }

    static Optional<FactForm> form(SqliteConnection db, long seq) throws SQLException {
        return db.first("SELECT " + FactForm.COLUMNS + " FROM fact WHERE seq = ?", row -> FactForm.read(db, row), seq);
    }

    static Optional<RecordedFact> find(SqliteConnection db, LedgerHead head, long seq) throws SQLException {
        var form = form(db, seq);
        return form.isEmpty() || head.kiosk().isEmpty()
                ? Optional.empty()
                : decode(head, form.get().record().toByteArray());
    }

    /// The clocks at the newest fact recorded here; of facts carried over only where there is no other.
    static Optional<ClockReading> lastClock(SqliteConnection db, LedgerHead head) throws SQLException {
        // from the newest back: where nothing was recorded here since all was carried over, through all of it
        var own = db.first("SELECT seq FROM fact WHERE carried = 0 ORDER BY seq DESC LIMIT 1", row -> row.getLong(1));
        var newest = own.isPresent()
                ? own
                : db.first("SELECT seq FROM fact ORDER BY seq DESC LIMIT 1", row -> row.getLong(1));
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
                "SELECT " + FactForm.COLUMNS + " FROM fact WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> Link.of(db, row),
                after,
                maxRecords);
        var first = hashOf(db, head, kiosk, after);
        var previous = first;
        var records = new ArrayList<ByteString>();
        int bytes = 0;
        for (var link : links) {
            bytes += link.form().record().size();
            if (!records.isEmpty() && bytes > maxBytes) {
                break;
            }
            var expected = ByteString.copyFrom(
                    FactChain.next(previous.toByteArray(), link.form().record().toByteArray()));
            if (link.seq() != after + records.size() + 1 || !link.form().hash().equals(expected)) {
                throw new LedgerDamagedException("the chain does not hold at " + link.seq());
            }
            records.add(link.form().record());
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
        return form(db, seq)
                .map(FactForm::hash)
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
