package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The `attendance` table: what the facts say of who is where. Nothing in it that the facts do not say.
final class AttendanceProjection {
    private static final String COLUMNS = "SELECT seq, activity, at_millis FROM attendance ";
    private static final String MEMBER_PREFIX = "member:";

    private AttendanceProjection() {}

    static void apply(SqliteConnection db, RecordedFact recorded) throws SQLException {
        switch (recorded.fact()) {
            case Fact.CheckedIn f ->
                insert(
                        db,
                        recorded,
                        f.activity(),
                        new Attendee.OfMember(f.member()),
                        f.role().name());
            case Fact.GuestCheckedIn f ->
                insert(db, recorded, f.activity(), guest(recorded, f), f.kind().name());
            case Fact.CheckInVoided f ->
                db.update(
                        "UPDATE attendance SET voided_by = ? WHERE seq = ? AND voided_by IS NULL",
                        recorded.id().seq(),
                        f.voidedSeq());
            case Fact.StaffUnlocked _ -> {}
        }
    }

    private static Attendee guest(RecordedFact recorded, Fact.GuestCheckedIn fact) {
        return fact.card()
                .<Attendee>map(Attendee.OfCard::new)
                .orElseGet(() -> new Attendee.Anonymous(recorded.id().seq()));
    }

    private static void insert(
            SqliteConnection db, RecordedFact recorded, ActivityId activity, Attendee attendee, String role)
            throws SQLException {
        db.update(
                "INSERT INTO attendance VALUES (?, ?, ?, ?, ?, NULL)",
                recorded.id().seq(),
                activity.value(),
                attendee.key(),
                role,
                recorded.clock().wall().toEpochMilli());
    }

    static List<Attendance> of(SqliteConnection db, Attendee attendee) throws SQLException {
        return db.list(
                COLUMNS + "WHERE attendee = ? AND voided_by IS NULL ORDER BY seq",
                AttendanceProjection::row,
                attendee.key());
    }

    static Optional<Attendance> standing(SqliteConnection db, long seq) throws SQLException {
        return db.first(COLUMNS + "WHERE seq = ? AND voided_by IS NULL", AttendanceProjection::row, seq);
    }

    static Presence presence(SqliteConnection db, ActivityId activity) throws SQLException {
        var members = db.list(
                "SELECT attendee FROM attendance WHERE activity = ? AND voided_by IS NULL AND role = ?",
                row -> new MemberId(row.getString(1).substring(MEMBER_PREFIX.length())),
                activity.value(),
                AttendanceRole.MEMBER.name());
        int all = db.first(
                        "SELECT count(*) FROM attendance WHERE activity = ? AND voided_by IS NULL",
                        row -> row.getInt(1),
                        activity.value())
                .orElse(0);
        return new Presence(members.stream().collect(Collectors.toUnmodifiableSet()), all - members.size());
    }

    /// Writes the projection of all kept facts anew; what purged facts left behind stays.
    static void rebuild(SqliteConnection db, LedgerHead head) throws SQLException {
        db.update("DELETE FROM attendance WHERE seq > ?", head.purgedSeq());
        db.update("UPDATE attendance SET voided_by = NULL WHERE voided_by > ?", head.purgedSeq());
        for (var record : db.list("SELECT record FROM fact ORDER BY seq", row -> row.getBytes(1))) {
            var fact = Facts.decode(head, record);
            if (fact.isPresent()) {
                apply(db, fact.get());
            }
        }
    }

    private static Attendance row(ResultSet row) throws SQLException {
        return new Attendance(row.getLong(1), new ActivityId(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)));
    }
}
