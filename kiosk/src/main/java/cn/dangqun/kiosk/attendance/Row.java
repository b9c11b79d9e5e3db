package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what one fact says of somebody at an activity. A fact may come again: then only its number changes.
final class Row {
    /// What the words of staff are sealed for.
    static final String WORDS = "attendance note";

    private static final String AGAIN = " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq";

    private final SqliteConnection db;
    private final RecordedFact recorded;
    private final byte[] key;
    private final ActivityId activity;

    /// `key`: names the fact, as [cn.dangqun.kiosk.ledger.Projection#apply] has it.
    Row(SqliteConnection db, RecordedFact recorded, byte[] key, ActivityId activity) {
        this.db = db;
        this.recorded = recorded;
        this.key = key;
        this.activity = activity;
    }

    void add(Attendee attendee, Counting as, Optional<Registration> how) throws SQLException {
        insert(attendee, as.role().name(), as, how.map(Registration::name).orElse(null));
    }

    void add(Attendee guest, String kind) throws SQLException {
        insert(guest, kind, null, null);
    }

    private void insert(Attendee attendee, String role, @Nullable Counting as, @Nullable String how)
            throws SQLException {
        db.update(
                "INSERT INTO attendance (fact, seq, activity, attendee, role, roll, at_millis, carried, to_sign, late, how)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + AGAIN + ", carried = excluded.carried",
                key,
                seq(),
                activity.value(),
                attendee.sealed(db.rows()),
                role,
                as == null ? null : as.roll().map(OrganizationId::value).orElse(null),
                millis(),
                recorded.carried().isPresent() ? 1 : 0,
                as != null && as.toSign() ? 1 : 0,
                as != null && as.late() ? 1 : 0,
                how);
        withdrawn("attendance");
    }

    void add(AttendanceFact.ByStaff fact) throws SQLException {
        switch (fact) {
            case AttendanceFact.Registered f -> registered(f);
            case AttendanceFact.Signed f ->
                note(f.member(), NoteKind.SIGNED, f.strokes().map(SealedId::hex).orElse(""));
            case AttendanceFact.LeaveGranted f ->
                note(f.member(), NoteKind.LEAVE, f.kind().name());
            case AttendanceFact.AbsenceExplained f -> note(f.member(), NoteKind.ABSENCE, f.by().reason());
            case AttendanceFact.CheckInCorrected f -> {
                correct(f.member());
                new Corrections(db).add(recorded, f, key);
            }
        }
    }

    /// A 补录 that nobody has approved counts nowhere.
    private void registered(AttendanceFact.Registered fact) throws SQLException {
        if (fact.isApproved()) {
            add(new Attendee.OfMember(fact.member()), fact.as(), Optional.of(fact.how()));
        } else {
            note(fact.member(), NoteKind.AWAITING, fact.by().reason());
        }
    }

    static String words(SqliteConnection db, byte[] sealed) throws SQLException {
        return new String(db.rows().open(WORDS, sealed), StandardCharsets.UTF_8);
    }

    private void note(MemberId member, NoteKind kind, String words) throws SQLException {
        db.update(
                "INSERT INTO attendance_note (fact, seq, activity, attendee, kind, words, at_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)" + AGAIN,
                key,
                seq(),
                activity.value(),
                new Attendee.OfMember(member).sealed(db.rows()),
                kind.name(),
                db.rows().seal(WORDS, words.getBytes(StandardCharsets.UTF_8)),
                millis());
        withdrawn("attendance_note");
    }

    /// Takes back what was recorded in this ledger before; what came later has no number yet while a ledger is carried
    /// over.
    private void correct(MemberId member) throws SQLException {
        var who = new Attendee.OfMember(member).sealed(db.rows());
        for (var table : new String[] {"attendance", "attendance_note"}) {
            db.update(
                    "UPDATE " + table + " SET voided_by = ? WHERE activity = ? AND attendee = ? AND voided_by IS NULL"
                            + " AND seq BETWEEN 1 AND ?",
                    seq(),
                    activity.value(),
                    who,
                    seq() - 1);
        }
    }

    /// What the street has said to stand no longer does not come back when the facts are read anew.
    private void withdrawn(String table) throws SQLException {
        db.update(
                "UPDATE " + table + " SET voided_by = 0 WHERE seq = ?1 AND voided_by IS NULL AND EXISTS"
                        + " (SELECT 1 FROM attendance_withdrawn WHERE epoch = ?2 AND seq = ?1)",
                seq(),
                recorded.id().epoch().hex());
    }

    void add(AttendanceFact.GuestsCounted fact) throws SQLException {
        db.update(
                "INSERT INTO head_count VALUES (?, ?, ?, ?, ?, ?)" + AGAIN,
                key,
                seq(),
                activity.value(),
                fact.kind().name(),
                fact.number(),
                millis());
    }

    private long seq() {
        return recorded.id().seq();
    }

    private long millis() {
        return recorded.clock().instant().toEpochMilli();
    }
}
