package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.Freezing;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.attendance.LocalAttendance.Received;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.LedgerDamagedException;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.protocol.RollCodec;
import cn.dangqun.protocol.StreetCountCodec;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one may ask the attendance of this kiosk, by a connection of the store thread or of a reader.
public record AttendanceBook(SqliteConnection db) {
    private static final String STANDING = "standing";
    private static final String STANDS = " WHERE activity = ? AND voided_by IS NULL";

    /// One a standing activity: somebody whose earlier check-in was carried over may stand twice.
    public List<Attendance> of(Attendee attendee) throws SQLException {
        return db.list(
                "SELECT rowid, activity, min(at_millis) FROM attendance WHERE attendee = ? AND voided_by IS NULL"
                        + " GROUP BY activity ORDER BY rowid",
                AttendanceBook::row,
                attendee.sealed(db.rows()));
    }

    /// The check-in recorded as `seq` in the ledger that goes on, if it stands.
    public Optional<Attendance> standing(long seq) throws SQLException {
        return db.first(
                "SELECT rowid, activity, at_millis FROM attendance WHERE seq = ? AND voided_by IS NULL",
                AttendanceBook::row,
                seq);
    }

    private static Attendance row(ResultSet row) throws SQLException {
        return new Attendance(row.getLong(1), new ActivityId(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)));
    }

    /// The activity as this kiosk knows it now.
    public LocalAttendance attendance(Activity activity, Roster roster) throws SQLException {
        return new LocalAttendance(
                activity,
                roster,
                freezings(activity.id()),
                received(activity.id()),
                marks(activity.id()),
                known(activity.id()));
    }

    /// What the street says, without those of whom something was taken back here since.
    private Optional<StreetCount> known(ActivityId activity) throws SQLException {
        var count = street(activity);
        return count.isEmpty() ? count : Optional.of(count.get().without(new Corrections(db).unknownTo(count.get())));
    }

    /// Observers, linked members and guests, here and elsewhere. `epoch` is this ledger's, in hex: whom the street has
    /// recognised among its guests counts as who they are, by what the street says of other ledgers.
    public int others(ActivityId activity, String epoch) throws SQLException {
        var street = street(activity);
        var recognised = street.filter(each -> each.epoch().equals(epoch))
                .map(each -> each.elsewhere().recognised())
                .orElse(Set.of());
        long here = db
                .list(
                        "SELECT attendee, seq FROM attendance" + STANDS + " AND role <> ? AND attendee NOT IN"
                                + " (SELECT attendee FROM attendance" + STANDS + " AND role = ?)",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        activity.value(),
                        AttendanceRole.MEMBER.name(),
                        activity.value(),
                        AttendanceRole.MEMBER.name())
                .stream()
                .filter(each -> !recognised.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .count();
        return (int) here + street.map(each -> each.elsewhere().others()).orElse(0);
    }

    private List<Received> received(ActivityId activity) throws SQLException {
        return db.list(
                "SELECT DISTINCT attendee, roll FROM attendance" + STANDS + " AND role = ?",
                row -> new Received(
                        Attendee.member(db.rows(), row.getString(1)),
                        Optional.ofNullable(row.getString(2)).map(OrganizationId::new)),
                activity.value(),
                AttendanceRole.MEMBER.name());
    }

    private List<AttendanceMark> marks(ActivityId activity) throws SQLException {
        var marks = new ArrayList<>(db.list(
                "SELECT attendee, at_millis, late, to_sign, how FROM attendance" + STANDS + " AND role = ?",
                this::received,
                activity.value(),
                AttendanceRole.MEMBER.name()));
        notes(activity).forEach(note -> mark(note).ifPresent(marks::add));
        return marks;
    }

    private AttendanceMark received(ResultSet row) throws SQLException {
        var member = Attendee.member(db.rows(), row.getString(1));
        boolean toSign = row.getBoolean(4);
        return Registration.AFTERWARDS.name().equals(row.getString(5))
                ? new AttendanceMark.MakeUpSigned(member, LocalAttendance.ELSEWHERE, true, toSign)
                : new AttendanceMark.CheckedIn(member, Instant.ofEpochMilli(row.getLong(2)), row.getBoolean(3), toSign);
    }

    /// What stands of a member beside check-ins; `words` is the kind of a leave, the reason, or the name of the
    /// strokes.
    public record Note(MemberId member, NoteKind kind, String words, Instant at) {}

    public List<Note> notes(ActivityId activity) throws SQLException {
        return db.list(
                "SELECT attendee, kind, words, at_millis FROM attendance_note" + STANDS + " ORDER BY rowid",
                row -> new Note(
                        Attendee.member(db.rows(), row.getString(1)),
                        NoteKind.valueOf(row.getString(2)),
                        Row.words(db, row.getBytes(3)),
                        Instant.ofEpochMilli(row.getLong(4))),
                activity.value());
    }

    /// The names of the signatures written here that stand, the last of each member.
    public Map<MemberId, SealedId> strokes(ActivityId activity) throws SQLException {
        var strokes = new HashMap<MemberId, SealedId>();
        for (var note : notes(activity)) {
            if (note.kind() == NoteKind.SIGNED && !note.words().isEmpty()) {
                strokes.put(note.member(), new SealedId(note.words()));
            }
        }
        return strokes;
    }

    private static Optional<AttendanceMark> mark(Note note) {
        return switch (note.kind()) {
            case SIGNED -> Optional.of(new AttendanceMark.Signed(note.member(), note.at()));
            case LEAVE -> Optional.of(new AttendanceMark.LeaveApproved(note.member(), note.words()));
            case ABSENCE -> Optional.of(new AttendanceMark.AbsenceExplained(note.member(), note.words()));
            case AWAITING -> Optional.empty();
        };
    }

    /// When and how a member was received here, the first that stands.
    public record Arrival(Instant at, Optional<Registration> how) {}

    public Map<MemberId, Arrival> arrivals(ActivityId activity) throws SQLException {
        var arrivals = new HashMap<MemberId, Arrival>();
        for (var each : db.list(
                "SELECT attendee, at_millis, how FROM attendance" + STANDS + " AND role = ? ORDER BY at_millis, rowid",
                row -> Map.entry(
                        Attendee.member(db.rows(), row.getString(1)),
                        new Arrival(
                                Instant.ofEpochMilli(row.getLong(2)),
                                Optional.ofNullable(row.getString(3)).map(Registration::valueOf))),
                activity.value(),
                AttendanceRole.MEMBER.name())) {
            arrivals.putIfAbsent(each.getKey(), each.getValue());
        }
        return arrivals;
    }

    /// How many of a kind staff counted last.
    public Map<GuestKind, Integer> heads(ActivityId activity) throws SQLException {
        var heads = new EnumMap<GuestKind, Integer>(GuestKind.class);
        for (var each : db.list(
                "SELECT kind, number FROM head_count WHERE activity = ? ORDER BY rowid",
                row -> Map.entry(GuestKind.valueOf(row.getString(1)), row.getInt(2)),
                activity.value())) {
            heads.put(each.getKey(), each.getValue());
        }
        return heads;
    }

    private List<Freezing> freezings(ActivityId activity) throws SQLException {
        return db.list(
                "SELECT fact, at_millis, clock_good, roll FROM roll_freezing WHERE activity = ?",
                row -> new Freezing(
                        roll(db.rows().open(AttendanceProjection.ROLL, row.getBytes(4))),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getBoolean(3),
                        HexFormat.of().formatHex(db.rows().open(Projection.FACT, row.getBytes(1)))),
                activity.value());
    }

    private static RollSnapshot roll(byte[] bytes) throws SQLException {
        try {
            return RollCodec.read(bytes);
        } catch (UnreadableException e) {
            throw new LedgerDamagedException("a frozen roll cannot be read");
        }
    }

    /// Whether nothing that this kiosk knows of the activity can still change by what others know: the street has
    /// told how it stands with everything recorded here, and every kiosk of its centres had told all it has.
    public boolean isMerged(ActivityId activity, String epoch) throws SQLException {
        var street = street(activity);
        if (street.isEmpty() || !street.get().complete()) {
            return false;
        }
        long newest = db.first(
                        "SELECT max(s) FROM (SELECT max(seq) AS s FROM attendance WHERE activity = ?1"
                                + " UNION ALL SELECT max(voided_by) FROM attendance WHERE activity = ?1"
                                + " UNION ALL SELECT max(seq) FROM attendance_note WHERE activity = ?1"
                                + " UNION ALL SELECT max(voided_by) FROM attendance_note WHERE activity = ?1"
                                + " UNION ALL SELECT max(seq) FROM roll_freezing WHERE activity = ?1)",
                        row -> row.getLong(1),
                        activity.value())
                .orElse(0L);
        return street.get().epoch().equals(epoch) && street.get().throughSeq() >= newest;
    }

    /// How the activity stood at the street when it said so last.
    public Optional<StreetCount> street(ActivityId activity) throws SQLException {
        var record =
                db.first("SELECT record FROM standing WHERE activity = ?", row -> row.getBytes(1), activity.value());
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(decode(db.rows().open(STANDING, record.get())));
    }

    private static StreetCount decode(byte[] record) throws SQLException {
        try {
            return StreetCountCodec.decode(cn.dangqun.protocol.wire.StreetCount.parseFrom(record));
        } catch (UnreadableException | InvalidProtocolBufferException e) {
            throw new LedgerDamagedException("how an activity stands cannot be read");
        }
    }

    /// The street says how an activity stands; what it said before is replaced. What others took back of this ledger,
    /// whose epoch is `epoch` in hex, stands no longer.
    public void keep(StreetCount count, String epoch, Instant now) throws SQLException {
        db.update(
                "INSERT OR REPLACE INTO standing VALUES (?, ?, ?)",
                count.activity().value(),
                db.rows().seal(STANDING, StreetCountCodec.encode(count).toByteArray()),
                now.toEpochMilli());
        if (count.epoch().equals(epoch)) {
            for (long seq : withdrawn(count.activity(), epoch)) {
                if (!count.elsewhere().withdrawn().contains(seq)) {
                    reinstate(epoch, seq);
                }
            }
            for (long seq : count.elsewhere().withdrawn()) {
                withdraw(epoch, seq);
            }
        }
    }

    /// What the street said to stand no longer, of one activity.
    private List<Long> withdrawn(ActivityId activity, String epoch) throws SQLException {
        return db.list(
                "SELECT w.seq FROM attendance_withdrawn w WHERE w.epoch = ?1 AND (EXISTS"
                        + " (SELECT 1 FROM attendance a WHERE a.seq = w.seq AND a.activity = ?2) OR EXISTS"
                        + " (SELECT 1 FROM attendance_note n WHERE n.seq = w.seq AND n.activity = ?2))",
                row -> row.getLong(1),
                epoch,
                activity.value());
    }

    /// Noted unless this ledger itself took it back: reading the facts anew must not bring it back, only the street
    /// may.
    private void withdraw(String epoch, long seq) throws SQLException {
        db.update("UPDATE attendance SET voided_by = 0 WHERE seq = ? AND voided_by IS NULL", seq);
        db.update("UPDATE attendance_note SET voided_by = 0 WHERE seq = ? AND voided_by IS NULL", seq);
        db.update(
                "INSERT OR IGNORE INTO attendance_withdrawn SELECT ?1, ?2 WHERE NOT EXISTS"
                        + " (SELECT 1 FROM attendance WHERE seq = ?2 AND voided_by > 0) AND NOT EXISTS"
                        + " (SELECT 1 FROM attendance_note WHERE seq = ?2 AND voided_by > 0)",
                epoch,
                seq);
    }

    /// The street went on from an older copy of its disk, and whoever had taken it back has lost theirs. Who has been
    /// received again since stands by that.
    private void reinstate(String epoch, long seq) throws SQLException {
        var again = db.first(
                "SELECT 1 FROM attendance a JOIN attendance o ON o.activity = a.activity AND o.attendee = a.attendee"
                        + " WHERE a.seq = ? AND o.voided_by IS NULL",
                row -> row.getInt(1),
                seq);
        if (again.isEmpty()) {
            db.update("DELETE FROM attendance_withdrawn WHERE epoch = ? AND seq = ?", epoch, seq);
            db.update("UPDATE attendance SET voided_by = NULL WHERE seq = ? AND voided_by = 0", seq);
            db.update("UPDATE attendance_note SET voided_by = NULL WHERE seq = ? AND voided_by = 0", seq);
        }
    }
}
