package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.CarriedRecord;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ledger that is to go on, while it is prepared beside the one that ends (decision 0006). The one row of
/// `carrying` says what is prepared and how far it has come; `next_fact`, of the form of `fact`, holds what was written
/// of it. Each fact's number becomes less by `less`, since the first that is kept begins the next ledger. `through` is
/// a number of the ledger that ends; `tail` is empty before the first fact.
record NextLedger(Epoch ended, String decision, Epoch next, long less, long through, ByteString tail) {
    static final String TABLE = """
            CREATE TABLE carrying (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              ended TEXT NOT NULL,
              decision TEXT NOT NULL,
              next TEXT NOT NULL,
              less INTEGER NOT NULL,
              through INTEGER NOT NULL,
              last_hash BLOB NOT NULL
            ) STRICT;
            """;

    static Optional<NextLedger> read(SqliteConnection db) throws SQLException {
        return db.first(
                "SELECT ended, decision, next, less, through, last_hash FROM carrying", row -> NextLedger.row(db, row));
    }

    private static NextLedger row(SqliteConnection db, ResultSet row) throws SQLException {
        return new NextLedger(
                new Epoch(row.getString(1)),
                row.getString(2),
                new Epoch(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                LedgerHead.opened(db, row.getBytes(6)));
    }

    /// Nothing may be prepared, and [LeftFacts] must be gone.
    static NextLedger begin(SqliteConnection db, LedgerHead head, String decision, Epoch next) throws SQLException {
        // the index is named by the epoch, since it keeps its name when its table gets another
        db.script(Facts.table("next_fact", "fact_carried_" + next.hex()));
        var begun = new NextLedger(head.epoch(), decision, next, head.purgedSeq(), head.purgedSeq(), ByteString.EMPTY);
        db.update(
                "INSERT INTO carrying VALUES (1, ?, ?, ?, ?, ?, x'')",
                begun.ended().hex(),
                decision,
                next.hex(),
                begun.less(),
                begun.through());
        return begun;
    }

    boolean isFor(Epoch ending, String by) {
        return ended.equals(ending) && decision.equals(by);
    }

    /// What was prepared is no longer wanted; its rows go as those of a ledger that ended.
    static void giveUp(SqliteConnection db) throws SQLException {
        if (read(db).isPresent()) {
            LeftFacts.drop(db);
            db.script("ALTER TABLE next_fact RENAME TO left_fact; DELETE FROM carrying;");
        }
    }

    /// Writes the next facts of the ledger that ends, read in order and verified, as they will stand.
    ///
    /// @throws UnreadableException when one of them cannot be carried
    NextLedger take(SqliteConnection db, List<KeptFact> facts) throws SQLException, UnreadableException {
        var at = this;
        for (var fact : facts) {
            at = at.written(db, fact);
        }
        db.update("UPDATE carrying SET through = ?, last_hash = ?", at.through(), LedgerHead.sealed(db, at.tail()));
        return at;
    }

    private NextLedger written(SqliteConnection db, KeptFact fact) throws SQLException, UnreadableException {
        var id = new FactId(fact.id().kiosk(), next, fact.id().seq() - less);
        var _ = fact.origin(); // or it cannot be carried
        var record = carried(db, fact, id.seq());
        var previous = previous(id.kiosk());
        var hash = ByteString.copyFrom(FactChain.next(previous.toByteArray(), record.toByteArray()));
        var form = new FactForm(next, previous, record, hash);
        Facts.insert(db, "next_fact", new Facts.Written(id, form, fact.wallMillis(), true));
        return new NextLedger(ended, decision, next, less, fact.id().seq(), hash);
    }

    private ByteString previous(KioskId kiosk) {
        return tail.isEmpty() ? ByteString.copyFrom(FactChain.genesis(kiosk, next)) : tail;
    }

    /// What it refers to is looked up when it is known to refer to something.
    private static ByteString carried(SqliteConnection db, KeptFact fact, long seq)
            throws SQLException, UnreadableException {
        var named = new HashMap<Long, Optional<Origin>>();
        var record = carried(fact, seq, named);
        if (named.isEmpty()) {
            return record;
        }
        for (var each : named.entrySet()) {
            each.setValue(origin(db, fact.id(), each.getKey()));
        }
        return carried(fact, seq, named);
    }

    private static ByteString carried(KeptFact fact, long seq, Map<Long, Optional<Origin>> named)
            throws UnreadableException {
        return ByteString.copyFrom(CarriedRecord.write(
                fact.record().toByteArray(),
                seq,
                fact.here(),
                number -> named.computeIfAbsent(number, _ -> Optional.empty())));
    }

    private static Optional<Origin> origin(SqliteConnection db, FactId beside, long seq)
            throws SQLException, UnreadableException {
        var form = Facts.form(db, seq);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        var id = new FactId(beside.kiosk(), beside.epoch(), seq);
        return Optional.of(new KeptFact(id, form.get().record(), form.get().hash(), 0).origin());
    }

    /// It takes the place of the ledger that ended.
    void goOn(SqliteConnection db) throws SQLException {
        db.script("ALTER TABLE fact RENAME TO left_fact; ALTER TABLE next_fact RENAME TO fact; DELETE FROM carrying");
        Acknowledgements.forget(db);
        db.update(
                "UPDATE head SET epoch = ?, restart = ?, last_seq = ?, last_hash = ?, acked_seq = 0, purged_seq = 0,"
                        + " purged_hash = x''",
                next.hex(),
                decision,
                through - less,
                LedgerHead.sealed(db, tail));
    }
}
