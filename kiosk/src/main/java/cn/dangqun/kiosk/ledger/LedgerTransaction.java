package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One transaction on the store thread: everything in it is on the disk together or not at all. Do not keep it.
public final class LedgerTransaction {
    private final SqliteConnection db;
    private LedgerHead head;

    LedgerTransaction(SqliteConnection db, LedgerHead head) {
        this.db = db;
        this.head = head;
    }

    LedgerHead head() {
        return head;
    }

    /// Gives up what was appended after `earlier`.
    void backTo(LedgerHead earlier) {
        head = earlier;
    }

    /// Numbers, chains and writes the fact and its projection. `clock`: what the clocks said when it happened.
    public RecordedFact append(Fact fact, ClockReading clock) throws SQLException, NotEnrolledException {
        var kiosk = head.kiosk().orElseThrow(NotEnrolledException::new);
        var recorded = new RecordedFact(new FactId(kiosk, head.epoch(), head.lastSeq() + 1), clock, fact);
        var record = FactCodec.encode(recorded);
        var hash = FactChain.next(head.tail(kiosk).toByteArray(), record);
        Facts.append(db, recorded, record, hash);
        AttendanceProjection.apply(db, recorded);
        head = head.appended(ByteString.copyFrom(hash), clock);
        return recorded;
    }

    /// The instant to decide by, given what the clocks say.
    public ClockGuard.Verdict judge(ClockReading clock) {
        return ClockGuard.judge(clock, head.lastClock());
    }

    /// The fact, if it is one of this ledger and still kept.
    public Optional<RecordedFact> find(FactId id) throws SQLException {
        return id.epoch().equals(head.epoch())
                        && head.kiosk().filter(id.kiosk()::equals).isPresent()
                ? Facts.find(db, head, id.seq())
                : Optional.empty();
    }

    /// All check-ins of one attendee that stand, oldest first.
    public List<Attendance> attendances(Attendee attendee) throws SQLException {
        return AttendanceProjection.of(db, attendee);
    }

    /// The check-in recorded as `seq`, if it stands.
    public Optional<Attendance> standing(long seq) throws SQLException {
        return AttendanceProjection.standing(db, seq);
    }

    public Presence presence(ActivityId activity) throws SQLException {
        return AttendanceProjection.presence(db, activity);
    }

    Epoch adopt(KioskId kiosk) throws SQLException {
        if (head.kiosk().isPresent() && !head.kiosk().get().equals(kiosk)) {
            throw new OtherKioskException();
        }
        db.update("UPDATE head SET kiosk = ?", kiosk.value());
        return reread().epoch();
    }

    LedgerPosition acknowledge(Epoch epoch, long through, Map<Long, String> quarantined, Instant now)
            throws SQLException {
        if (epoch.equals(head.epoch())) {
            Acknowledgements.advance(db, head, Math.min(through, head.lastSeq()), quarantined, now);
        }
        return reread().position(db);
    }

    LedgerPosition settle(Epoch epoch, long through, Instant now) throws SQLException {
        if (epoch.equals(head.epoch())) {
            Acknowledgements.settle(db, head, Math.min(through, head.lastSeq()), now);
        }
        return reread().position(db);
    }

    int purge(Instant ackedBefore, Instant attendanceBefore) throws SQLException {
        int deleted = Acknowledgements.purge(db, head, ackedBefore, attendanceBefore);
        reread();
        return deleted;
    }

    LedgerPosition rebuild() throws SQLException {
        AttendanceProjection.rebuild(db, head);
        return head.position(db);
    }

    private LedgerHead reread() throws SQLException {
        head = LedgerHead.read(db);
        return head;
    }
}
