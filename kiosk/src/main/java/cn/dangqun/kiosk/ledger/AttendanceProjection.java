package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.SqliteConnection;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The `attendance` table: what the facts say of who is where. Nothing in it that the facts do not say.
final class AttendanceProjection {
    private static final String COLUMNS = "SELECT rowid, activity, at_millis FROM attendance ";
    private static final String MEMBER_PREFIX = "member:";

    private AttendanceProjection() {}

    /// `hash`: the fact's own, in this ledger.
    static void apply(SqliteConnection db, RecordedFact recorded, ByteString hash) throws SQLException {
        var key = Projections.key(recorded, hash);
        switch (recorded.fact()) {
            case AttendanceFact.CheckedIn f ->
                insert(
                        db,
                        recorded,
                        key,
                        f.activity(),
                        new Attendee.OfMember(f.member()),
                        f.role().name());
            case AttendanceFact.GuestCheckedIn f ->
                insert(
                        db,
                        recorded,
                        key,
                        f.activity(),
                        guest(recorded, f),
                        f.kind().name());
            case AttendanceFact.CheckInVoided f -> voided(db, recorded, f);
            case StaffFact.StaffUnlocked _, QueueFact.TicketTaken _, QueueFact.TicketHandedOver _, QueueFact.TicketHandled _ -> {}
        }
    }

    private static void voided(SqliteConnection db, RecordedFact recorded, AttendanceFact.CheckInVoided fact)
            throws SQLException {
        long by = recorded.id().seq();
        var sql = "UPDATE attendance SET voided_by = ? WHERE coalesce(voided_by, 0) = 0 AND ";
        if (fact.voided().isPresent()) {
            db.update(sql + "fact = ?", by, Projections.key(fact.voided().get()));
        } else if (recorded.carried().isEmpty()) {
            db.update(sql + "seq = ?", by, fact.voidedSeq());
        }
    }

    private static void insert(
            SqliteConnection db, RecordedFact recorded, byte[] key, ActivityId activity, Attendee attendee, String role)
            throws SQLException {
        db.update(
                "INSERT INTO attendance VALUES (?, ?, ?, ?, ?, ?, ?, NULL)"
                        + " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq, carried = excluded.carried",
                key,
                recorded.id().seq(),
                activity.value(),
                attendee.key(),
                role,
                recorded.clock().wall().toEpochMilli(),
                recorded.carried().isPresent() ? 1 : 0);
    }

    private static Attendee guest(RecordedFact recorded, AttendanceFact.GuestCheckedIn fact) {
        return fact.card()
                .<Attendee>map(Attendee.OfCard::new)
                .orElseGet(() -> new Attendee.Anonymous(
                        recorded.carried().map(Origin::id).orElse(recorded.id())));
    }

    /// The ledger ends: nobody stands in it any more, but all stay signed in.
    static void leave(SqliteConnection db) throws SQLException {
        db.script("UPDATE attendance SET seq = 0, carried = 1,"
                + " voided_by = CASE WHEN voided_by IS NULL THEN NULL ELSE 0 END");
    }

    /// One a standing activity: somebody whose earlier check-in was carried over may stand twice.
    static List<Attendance> of(SqliteConnection db, Attendee attendee) throws SQLException {
        return db.list(
                "SELECT rowid, activity, min(at_millis) FROM attendance WHERE attendee = ? AND voided_by IS NULL"
                        + " GROUP BY activity ORDER BY rowid",
                AttendanceProjection::row,
                attendee.key());
    }

    static Optional<Attendance> standing(SqliteConnection db, long seq) throws SQLException {
        return db.first(COLUMNS + "WHERE seq = ? AND voided_by IS NULL", AttendanceProjection::row, seq);
    }

    static Presence presence(SqliteConnection db, ActivityId activity) throws SQLException {
        var members = db.list(
                "SELECT DISTINCT attendee FROM attendance WHERE activity = ? AND voided_by IS NULL AND role = ?",
                row -> new MemberId(row.getString(1).substring(MEMBER_PREFIX.length())),
                activity.value(),
                AttendanceRole.MEMBER.name());
        int all = db.first(
                        "SELECT count(DISTINCT attendee) FROM attendance WHERE activity = ? AND voided_by IS NULL",
                        row -> row.getInt(1),
                        activity.value())
                .orElse(0);
        return new Presence(members.stream().collect(Collectors.toUnmodifiableSet()), all - members.size());
    }

    /// What facts after `seq` left here.
    static void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM attendance WHERE seq > ?", seq);
        db.update("UPDATE attendance SET voided_by = NULL WHERE voided_by > ?", seq);
    }

    private static Attendance row(ResultSet row) throws SQLException {
        return new Attendance(row.getLong(1), new ActivityId(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)));
    }
}
