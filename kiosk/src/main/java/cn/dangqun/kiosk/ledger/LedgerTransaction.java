package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.CarriedRecord;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One transaction on the store thread: everything in it is on the disk together or not at all. Do not keep it.
public final class LedgerTransaction {
    private static final Logger log = LoggerFactory.getLogger(LedgerTransaction.class);

    private final SqliteConnection db;
    private final LedgerSealing sealing;
    private final Projections projections;
    private final Optional<Anchor> anchor;
    private LedgerHead head;

    /// `anchor`: when the time was known last.
    LedgerTransaction(SqliteConnection db, LedgerHead head, LedgerSealing sealing, Optional<Anchor> anchor) {
        this.db = db;
        this.sealing = sealing;
        this.projections = sealing.projections();
        this.anchor = anchor;
        this.head = head;
    }

    /// For a feature to ask its own projection, in this transaction.
    public SqliteConnection db() {
        return db;
    }

    LedgerHead head() {
        return head;
    }

    /// Gives up what was appended after `earlier`.
    void backTo(LedgerHead earlier) {
        if (!head.sealed().equals(earlier.sealed())) {
            db.rows(RowSeal.none());
        }
        head = earlier;
    }

    /// Numbers, chains and writes the fact and its projection. `reading`: what the clocks said when it happened;
    /// the time that counts is recorded with it.
    public RecordedFact append(Fact fact, ClockReading reading) throws SQLException, NotEnrolledException {
        var clock = reading.decided(judge(reading));
        var kiosk = head.kiosk().orElseThrow(NotEnrolledException::new);
        var recorded = new RecordedFact(new FactId(kiosk, head.epoch(), head.lastSeq() + 1), clock, fact);
        var record = ByteString.copyFrom(FactCodec.encode(recorded));
        var hash = write(recorded.id(), record, clock.instant().toEpochMilli(), false);
        projections.apply(db, recorded, hash);
        head = head.appended(hash, clock);
        return recorded;
    }

    private ByteString write(FactId id, ByteString record, long wallMillis, boolean carried) throws SQLException {
        var previous = head.tail(id.kiosk());
        var hash = ByteString.copyFrom(FactChain.next(previous.toByteArray(), record.toByteArray()));
        var form = new FactForm(id.epoch(), previous, record, hash);
        Facts.append(db, new Facts.Written(id, form, wallMillis, carried));
        return hash;
    }

    /// Seals what a fact of this transaction will name (OQ-39).
    ///
    /// @throws IllegalArgumentException when it is more than [SealedBytes#MOST]
    public SealedId attach(byte[] plain, SecureRandom random) throws SQLException {
        return Attachments.add(db, SealedBytes.seal(plain, random));
    }

    LedgerPosition kept(SealedId attachment) throws SQLException {
        Attachments.kept(db, attachment);
        return head.position(db);
    }

    /// Writes a fact of another ledger again, with its origin. `others` names the origins of facts it refers to.
    void carry(KeptFact kept, CarriedRecord.Lookup others) throws SQLException, NotEnrolledException {
        var kiosk = head.kiosk().orElseThrow(NotEnrolledException::new);
        var id = new FactId(kiosk, head.epoch(), head.lastSeq() + 1);
        var record = carried(kept, id.seq(), others);
        var hash = write(id, record, kept.wallMillis(), true);
        var recorded = Facts.decode(head, record.toByteArray());
        if (recorded.isPresent()) {
            projections.apply(db, recorded.get(), hash);
        }
        head = head.carried(hash, recorded.map(RecordedFact::clock));
    }

    private static ByteString carried(KeptFact kept, long seq, CarriedRecord.Lookup others) {
        try {
            return ByteString.copyFrom(CarriedRecord.write(kept.record().toByteArray(), seq, kept.here(), others));
        } catch (UnreadableException e) {
            throw new IllegalArgumentException("what is carried has been read before", e);
        }
    }

    /// Ends this ledger by the street's decision and begins another in the same file, with everything it still
    /// holds. A ledger that has ended before stays as it is. Does a part of that, about `most` facts; what
    /// was begun by the same decision goes on with the epoch it has, else one is drawn.
    ///
    /// @return empty while there is more to do
    Optional<LedgerPosition> restart(Epoch ended, String decision, Supplier<Epoch> drawn, int most)
            throws SQLException, NotEnrolledException {
        if (!ended.equals(head.epoch())) {
            return Optional.of(head.position(db));
        }
        var kiosk = head.kiosk().orElseThrow(NotEnrolledException::new);
        if (LeftFacts.clear(db, most)) {
            return Optional.empty();
        }
        var before = NextLedger.read(db);
        if (before.filter(each -> !each.isFor(ended, decision)).isPresent()) {
            NextLedger.giveUp(db);
            return Optional.empty();
        }
        var next = before.isPresent() ? before.get() : NextLedger.begin(db, head, decision, drawn.get());
        try {
            return prepared(next, Facts.after(db, head, kiosk, next.through(), most));
        } catch (UnreadableException e) {
            log.error("A fact stays behind, and all others are carried over at once: {}", e.getMessage());
            NextLedger.giveUp(db);
            return Optional.of(restartAtOnce(ended, decision, drawn.get()));
        }
    }

    private Optional<LedgerPosition> prepared(NextLedger before, List<KeptFact> facts)
            throws SQLException, UnreadableException {
        var next = before.take(db, facts);
        projections.willMove(db, before.through() + 1, next.through());
        if (next.through() < head.lastSeq()) {
            return Optional.empty();
        }
        next.goOn(db);
        projections.move(db, next.less());
        return Optional.of(reread().position(db));
    }

    /// The same in one, each fact read into the projections again. Numbers need not move alike, since what nobody can
    /// name stays behind.
    LedgerPosition restartAtOnce(Epoch ended, String decision, Epoch next) throws SQLException, NotEnrolledException {
        if (!ended.equals(head.epoch())) {
            return head.position(db);
        }
        var kept = Facts.all(db, head, head.kiosk().orElseThrow(NotEnrolledException::new));
        db.script("DELETE FROM fact");
        Acknowledgements.forget(db);
        projections.leave(db);
        db.update(
                "UPDATE head SET epoch = ?, restart = ?, last_seq = 0, last_hash = x'', acked_seq = 0, purged_seq = 0,"
                        + " purged_hash = x''",
                next.hex(),
                decision);
        reread();
        new CarryOver(kept).write(this, kept);
        return head.position(db);
    }

    /// Carries over the next of what can be read of a file set aside.
    ///
    /// @return how many are left
    int salvage(Wreck wreck, int most) throws SQLException, NotEnrolledException {
        int taken = SalvageStore.taken(db, wreck.file());
        int through = Math.min(wreck.facts().size(), taken + most);
        if (taken < through) {
            wreck.carryOver().write(this, wreck.facts().subList(taken, through));
        }
        for (var attachment : taken == 0 ? wreck.attachments() : List.<SealedBytes>of()) {
            Attachments.add(db, attachment);
        }
        SalvageStore.keep(db, wreck, through);
        return wreck.facts().size() - through;
    }

    boolean isSalvaged(String file) throws SQLException {
        return SalvageStore.isDone(db, file);
    }

    /// What numbers and names the next fact, if the kiosk has an identity.
    public Optional<FactId> next() {
        return head.kiosk().map(kiosk -> new FactId(kiosk, head.epoch(), head.lastSeq() + 1));
    }

    /// The time to decide by, given what the clocks say.
    public ClockReading.Decided judge(ClockReading clock) {
        return ClockGuard.judge(clock, new ClockGuard.Memory(anchor, head.lastClock(), head.lastHash()));
    }

    /// The fact, if it is one of this ledger and still kept.
    public Optional<RecordedFact> find(FactId id) throws SQLException {
        return id.epoch().equals(head.epoch())
                        && head.kiosk().filter(id.kiosk()::equals).isPresent()
                ? Facts.find(db, head, id.seq())
                : Optional.empty();
    }

    Epoch adopt(KioskId kiosk) throws SQLException {
        if (head.kiosk().isPresent() && !head.kiosk().get().equals(kiosk)) {
            throw new OtherKioskException();
        }
        db.update("UPDATE head SET kiosk = ?", kiosk.value());
        head = LedgerHead.read(db);
        if (sealing.sealIfSmall(db, head)) {
            head = LedgerHead.read(db);
        }
        return head.epoch();
    }

    LedgerPosition acknowledge(Epoch epoch, long through, Map<Long, String> quarantined, ClockReading now)
            throws SQLException {
        if (epoch.equals(head.epoch())) {
            var counted = CountedTime.at(db, now);
            Acknowledgements.advance(db, head, Math.min(through, head.lastSeq()), quarantined, counted);
        }
        return reread().position(db);
    }

    LedgerPosition agree(Epoch epoch, ChainPosition street, ClockReading now) throws SQLException {
        if (epoch.equals(head.epoch())) {
            Acknowledgements.agree(db, head, agreed(street), CountedTime.at(db, now));
        }
        return reread().position(db);
    }

    LedgerPosition backedUp(Epoch epoch, long through) throws SQLException {
        if (epoch.equals(head.epoch())) {
            Acknowledgements.backedUp(db, head, through);
        }
        return head.position(db);
    }

    /// What the street has is ours only if its chain is. If not, its last fact and ours are pushed again, and the
    /// street says where they part.
    private long agreed(ChainPosition street) throws SQLException {
        long through = Math.min(street.seq(), head.lastSeq());
        if (street.hash().isEmpty() || through != street.seq() || through <= head.purgedSeq()) {
            return through;
        }
        var kiosk = head.kiosk();
        boolean same = kiosk.isPresent()
                && Facts.hashOf(db, head, kiosk.get(), through).equals(street.hash());
        return same ? through : Math.min(head.ackedSeq(), through - 1);
    }

    /// Nothing goes while nobody knows what time it is, and no fact while facts are `carried` over.
    int purge(Duration kept, Duration signaturesKept, ClockReading now, Instant today, boolean carried)
            throws SQLException {
        var counted = CountedTime.at(db, now);
        if (!judge(now).quality().isGood()) {
            return 0;
        }
        Acknowledgements.outlive(db, head, projections, counted.minus(signaturesKept));
        if (carried) {
            return 0;
        }
        int deleted = Acknowledgements.purge(db, head, projections, counted.minus(kept), today);
        reread();
        return deleted;
    }

    LedgerPosition rebuild() throws SQLException {
        projections.rebuild(db, head);
        return head.position(db);
    }

    private LedgerHead reread() throws SQLException {
        head = LedgerHead.reread(db, head.lastClock());
        return head;
    }
}
