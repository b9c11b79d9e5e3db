package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.DirectSql;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SQL of the ledger. One per write or read; holds the handle and nothing else.
record LedgerStore(Handle handle, GuestSeal guests) {
    private static final String INSERT =
            "INSERT INTO fact (street, chain, seq, received_at, record, hash) VALUES (1, ?, ?, ?, ?, ?)";

    private static final String HEAD =
            "SELECT number, last_seq, last_hash FROM chain WHERE street = 1 AND kiosk = ? AND epoch = ?";

    private static final String MOVE = "UPDATE chain SET last_seq = ?, last_hash = ? WHERE street = 1 AND number = ?";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStore.class);

    /// For whoever reads and writes no records.
    LedgerStore(Handle handle) {
        this(handle, GuestSeal.NONE);
    }

    /// The last record of a chain; seq 0 and the genesis hash before the first. `chain` is its number, 0 while it
    /// has none.
    record Head(long chain, long seq, ByteString hash) {}

    /// A fact as stored.
    record Stored(KioskId kiosk, Epoch epoch, Place place, ByteString record) {
        FactId id() {
            return new FactId(kiosk, epoch, place.seq());
        }
    }

    Head head(KioskId kiosk, Epoch epoch) {
        var found = new ArrayList<Head>(1);
        DirectSql.read(
                handle,
                HEAD,
                statement -> {
                    statement.setString(1, kiosk.value());
                    statement.setString(2, epoch.hex());
                    return 2;
                },
                row -> found.add(new Head(row.getLong(1), row.getLong(2), ByteString.copyFrom(row.getBytes(3)))));
        return found.isEmpty()
                ? new Head(0, 0, ByteString.copyFrom(FactChain.genesis(kiosk, epoch)))
                : found.getFirst();
    }

    /// The number of the chain, which begins at `head`.
    long begin(KioskId kiosk, Epoch epoch, Head head, long now) {
        return handle.createQuery("INSERT INTO chain (street, number, kiosk, epoch, last_seq, last_hash, started_at)"
                        + " SELECT 1, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? FROM chain"
                        + " WHERE street = 1 RETURNING number")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .bind(2, head.seq())
                .bind(3, head.hash().toByteArray())
                .bind(4, now)
                .mapTo(Long.class)
                .one();
    }

    void moveHead(long chain, long seq, ByteString hash) {
        DirectSql.write(handle, MOVE, List.of(seq), (statement, last) -> {
            statement.setLong(1, last);
            statement.setBytes(2, hash.toByteArray());
            statement.setLong(3, chain);
        });
    }

    /// Those after the records of this chain from `fromSeq` through `throughSeq`.
    Map<Long, ByteString> hashes(KioskId kiosk, Epoch epoch, long fromSeq, long throughSeq) {
        return new ChainHashes(handle, head(kiosk, epoch).chain(), ByteString.copyFrom(FactChain.genesis(kiosk, epoch)))
                .between(fromSeq, throughSeq);
    }

    private static ByteString bytes(ResultSet row, String column) throws SQLException {
        return ByteString.copyFrom(row.getBytes(column));
    }

    /// Through one statement, whatever the number.
    void insert(long chain, List<Arrived> facts, long now) {
        DirectSql.write(handle, INSERT, facts, (statement, fact) -> {
            statement.setLong(1, chain);
            statement.setLong(2, fact.seq());
            statement.setLong(3, now);
            var stored = guests.stored(chain, fact);
            statement.setBytes(4, stored.toByteArray());
            statement.setBytes(5, ChainHashes.kept(fact, stored).toByteArray());
        });
    }

    /// Begins a part of the transaction that can be undone by itself.
    void begin(String part) {
        handle.execute("SAVEPOINT " + part);
    }

    void keep(String part) {
        handle.execute("RELEASE SAVEPOINT " + part);
    }

    void undo(String part) {
        handle.execute("ROLLBACK TO SAVEPOINT " + part);
        keep(part);
    }

    void quarantine(Place place, Quarantined.Reason reason) {
        handle.execute(
                "INSERT INTO fact_quarantine (street, chain, seq, reason) VALUES (1, ?, ?, ?)",
                place.chain(),
                place.seq(),
                reason.name());
    }

    private static final String NAMED =
            "SELECT c.kiosk, c.epoch, f.chain, f.seq, f.record FROM fact f JOIN chain c ON c.street = 1"
                    + " AND c.number = f.chain";

    /// Facts parked for one of these reasons, chain by chain in the order they were recorded.
    List<Stored> parked(Quarantined.Reason... reasons) {
        return handle.createQuery(NAMED + " JOIN fact_quarantine q ON q.street = 1 AND q.chain = f.chain"
                        + " AND q.seq = f.seq WHERE f.street = 1 AND q.reason IN (<reasons>)"
                        + " ORDER BY f.chain, f.seq")
                .bindList("reasons", Arrays.stream(reasons).map(Enum::name).toList())
                .map((row, context) -> stored(row))
                .list();
    }

    private Stored stored(ResultSet row) throws SQLException {
        var place = new Place(row.getLong("chain"), row.getLong("seq"));
        return new Stored(
                new KioskId(row.getString("kiosk")),
                new Epoch(row.getString("epoch")),
                place,
                opened(place, bytes(row, "record")));
    }

    /// What does not open is parked for people, as whatever cannot be read.
    private ByteString opened(Place place, ByteString stored) {
        try {
            return guests.opened(place.chain(), place.seq(), stored).record();
        } catch (UnopenedRecordException e) {
            LOG.error("{}", e.getMessage());
            return stored;
        }
    }

    /// Seals what an older program, or one without a key, left open.
    void sealGuests() {
        record Open(KioskId kiosk, Epoch epoch, Place place, ByteString record) {}
        var open = handle
                .createQuery(NAMED + " WHERE f.street = 1")
                .map((row, context) -> new Open(
                        new KioskId(row.getString("kiosk")),
                        new Epoch(row.getString("epoch")),
                        new Place(row.getLong("chain"), row.getLong("seq")),
                        bytes(row, "record")))
                .stream()
                .filter(fact -> guests.isOpen(fact.record()))
                .toList();
        open.forEach(fact -> {
            long seq = fact.place().seq();
            hashes(fact.kiosk(), fact.epoch(), seq, seq).values().forEach(hash -> keepHash(fact.place(), hash));
            replace(fact.place().chain(), seq, guests.stored(fact.place().chain(), seq, fact.record()));
        });
    }

    private void keepHash(Place place, ByteString hash) {
        handle.execute(
                "UPDATE fact SET hash = ? WHERE street = 1 AND chain = ? AND seq = ?",
                hash.toByteArray(),
                place.chain(),
                place.seq());
    }

    /// The hash stays: it is of the record as it came, and stands beside it already.
    void replace(long chain, long seq, ByteString stored) {
        handle.execute(
                "UPDATE fact SET record = ? WHERE street = 1 AND chain = ? AND seq = ?",
                stored.toByteArray(),
                chain,
                seq);
    }

    List<Quarantined> quarantined(long chain, long fromSeq, long throughSeq) {
        return handle.createQuery("SELECT seq, reason FROM fact_quarantine"
                        + " WHERE street = 1 AND chain = ? AND seq BETWEEN ? AND ? ORDER BY seq")
                .bind(0, chain)
                .bind(1, fromSeq)
                .bind(2, throughSeq)
                .map((row, context) -> Quarantined.newBuilder()
                        .setSeq(row.getLong("seq"))
                        .setReason(Quarantined.Reason.valueOf(row.getString("reason")))
                        .build())
                .list();
    }

    /// The same conflict seen again is counted, not listed twice. `missing`: records that nobody has any more.
    void conflict(FactId at, Refusal.Reason kind, long missing, long now) {
        handle.execute(
                "INSERT INTO ledger_conflict (street, kiosk, epoch, kind, seq, first_seen_at, last_seen_at, times,"
                        + " missing) VALUES (1, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (street, kiosk, epoch, kind, seq) DO UPDATE"
                        + " SET last_seen_at = excluded.last_seen_at, times = ledger_conflict.times + 1",
                at.kiosk().value(),
                at.epoch().hex(),
                kind.name(),
                at.seq(),
                now,
                now,
                missing);
    }

    long backedUp(KioskId kiosk, Epoch epoch) {
        return handle.createQuery("SELECT b.through FROM chain c"
                        + " JOIN backup_chain b ON b.street = 1 AND b.chain = c.number"
                        + " WHERE c.street = 1 AND c.kiosk = ? AND c.epoch = ?")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// Forgets what is derived from the records, before a rebuild.
    void forgetDerived() {
        handle.execute("DELETE FROM fact_quarantine");
        handle.execute("DELETE FROM fact_carried");
    }

    /// Every fact, chain by chain as they began, in the order it was recorded: an original comes before what was
    /// carried of it.
    void forEach(Consumer<Stored> each) {
        handle.createQuery(NAMED + " WHERE f.street = 1 ORDER BY c.started_at, c.kiosk, c.epoch, f.seq")
                .map((row, context) -> stored(row))
                .useStream(facts -> facts.forEach(each));
    }

    /// In which form each projection stands here.
    Map<String, Integer> forms() {
        return handle
                .createQuery("SELECT name, form FROM projection_form WHERE street = 1")
                .map((row, context) -> Map.entry(row.getString("name"), row.getInt("form")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void note(Map<String, Integer> forms) {
        handle.execute("DELETE FROM projection_form");
        forms.forEach((name, form) ->
                handle.execute("INSERT INTO projection_form (street, name, form) VALUES (1, ?, ?)", name, form));
    }
}
