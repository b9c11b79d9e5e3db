package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who was received at an activity and is on no roll, and the `guest_name` table: what those wrote whom staff
/// registered by name.
public record GuestBook(SqliteConnection db) {
    static final String TABLE = """
            CREATE TABLE guest_name (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              words BLOB NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX guest_name_of_activity ON guest_name (activity);
            """;

    /// What the names of a guest's handwriting are sealed for.
    private static final String WORDS = "guest name";

    private static final int ID_DIGITS = 64;

    /// `seq` is 0 for what was carried over; `kind` is empty for a member; `name` and `belongs` are of who wrote them.
    public record Row(
            Optional<MemberId> member,
            long seq,
            Optional<GuestKind> kind,
            Instant at,
            Optional<SealedId> name,
            Optional<SealedId> belongs,
            boolean byStaff) {}

    /// The last first, each person once.
    public List<Row> of(ActivityId activity) throws SQLException {
        var found = new ArrayList<>(db.list(
                "SELECT a.attendee, a.seq, a.role, a.at_millis, a.how, n.words FROM attendance a"
                        + " LEFT JOIN guest_name n ON n.fact = a.fact"
                        + " WHERE a.activity = ? AND a.voided_by IS NULL AND a.role <> ? ORDER BY a.rowid",
                this::row,
                activity.value(),
                AttendanceRole.MEMBER.name()));
        Map<MemberId, Row> once = new HashMap<>();
        found.removeIf(each -> each.member()
                .filter(member -> once.putIfAbsent(member, each) != null)
                .isPresent());
        return found.reversed();
    }

    private Row row(ResultSet row) throws SQLException {
        var attendee = Attendee.opened(db.rows(), row.getString(1));
        var member = attendee.startsWith(Attendee.MEMBER)
                ? Optional.of(new MemberId(attendee.substring(Attendee.MEMBER.length())))
                : Optional.<MemberId>empty();
        var words = Optional.ofNullable(row.getBytes(6));
        var ids = words.isEmpty() ? List.<SealedId>of() : ids(words.get());
        return new Row(
                member,
                row.getLong(2),
                member.isPresent() ? Optional.empty() : Optional.of(GuestKind.valueOf(row.getString(3))),
                Instant.ofEpochMilli(row.getLong(4)),
                ids.stream().findFirst(),
                ids.stream().skip(1).findFirst(),
                row.getString(5) != null || words.isPresent());
    }

    private List<SealedId> ids(byte[] sealed) throws SQLException {
        var hex = new String(db.rows().open(WORDS, sealed), StandardCharsets.US_ASCII);
        return List.of(new SealedId(hex.substring(0, ID_DIGITS)), new SealedId(hex.substring(ID_DIGITS)));
    }

    /// A fact may come again: then only its number changes.
    void add(RecordedFact recorded, AttendanceFact.GuestCheckedIn fact, byte[] key) throws SQLException {
        if (fact.named().isPresent()) {
            var named = fact.named().get();
            var hex = named.name().hex() + named.belongs().hex();
            db.update(
                    "INSERT INTO guest_name VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq",
                    key,
                    recorded.id().seq(),
                    fact.activity().value(),
                    db.rows().seal(WORDS, hex.getBytes(StandardCharsets.US_ASCII)),
                    recorded.clock().instant().toEpochMilli());
        }
    }

    List<SealedId> outlived(long seq) throws SQLException {
        var written = new ArrayList<SealedId>();
        for (var words : db.list("SELECT words FROM guest_name WHERE seq <= ?", row -> row.getBytes(1), seq)) {
            written.addAll(ids(words));
        }
        return written;
    }

    void forget(long seq) throws SQLException {
        db.update("DELETE FROM guest_name WHERE seq > ?", seq);
    }

    void purge(long seq, Instant before) throws SQLException {
        db.update("DELETE FROM guest_name WHERE seq <= ? AND at_millis < ?", seq, before.toEpochMilli());
    }
}
