package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.protocol.RollCodec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the facts say of who is where, and which rolls are frozen. Nothing in it that the facts do not say, but for
/// how activities stand at the street.
public final class AttendanceProjection implements Projection {
    /// What a frozen roll is sealed for.
    static final String ROLL = "roll";

    private static final String FIRST = """
            CREATE TABLE attendance (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              role TEXT NOT NULL,
              roll TEXT,
              at_millis INTEGER NOT NULL,
              carried INTEGER NOT NULL,
              voided_by INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX attendance_counts_once ON attendance (activity, attendee)
              WHERE voided_by IS NULL AND carried = 0;
            CREATE INDEX attendance_of_one ON attendance (attendee);
            CREATE INDEX attendance_of_fact ON attendance (seq);
            CREATE TABLE roll_freezing (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              at_millis INTEGER NOT NULL,
              clock_good INTEGER NOT NULL,
              roll BLOB NOT NULL
            ) STRICT;
            CREATE INDEX roll_freezing_of_activity ON roll_freezing (activity);
            CREATE TABLE standing (activity TEXT PRIMARY KEY, record BLOB NOT NULL, at_millis INTEGER NOT NULL) STRICT;
            """;

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        if (recorded.fact() instanceof AttendanceFact fact) {
            apply(db, recorded, fact, key);
        }
    }

    private static void apply(SqliteConnection db, RecordedFact recorded, AttendanceFact attendance, byte[] key)
            throws SQLException {
        switch (attendance) {
            case AttendanceFact.CheckedIn f ->
                insert(
                        db,
                        recorded,
                        key,
                        f.activity(),
                        new Attendee.OfMember(f.member()),
                        f.role().name(),
                        f.roll().map(OrganizationId::value).orElse(null));
            case AttendanceFact.GuestCheckedIn f ->
                insert(
                        db,
                        recorded,
                        key,
                        f.activity(),
                        guest(recorded, f),
                        f.kind().name(),
                        null);
            case AttendanceFact.CheckInVoided f -> voided(db, recorded, f);
            case AttendanceFact.RollFrozen f -> frozen(db, recorded, f, key);
            // kept in the ledger, and read from it once there are screens that record them (decision 0016)
            case AttendanceFact.ByStaff _, AttendanceFact.GuestsCounted _ -> {}
        }
    }

    private static void voided(SqliteConnection db, RecordedFact recorded, AttendanceFact.CheckInVoided fact)
            throws SQLException {
        long by = recorded.id().seq();
        var sql = "UPDATE attendance SET voided_by = ? WHERE coalesce(voided_by, 0) = 0 AND ";
        if (fact.voided().isPresent()) {
            db.update(sql + "fact = ?", by, Projection.key(db, fact.voided().get()));
        } else if (recorded.carried().isEmpty()) {
            db.update(sql + "seq = ?", by, fact.voidedSeq());
        }
    }

    private static void insert(
            SqliteConnection db,
            RecordedFact recorded,
            byte[] key,
            ActivityId activity,
            Attendee attendee,
            String role,
            @Nullable String roll)
            throws SQLException {
        db.update(
                "INSERT INTO attendance VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
                        + " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq, carried = excluded.carried",
                key,
                recorded.id().seq(),
                activity.value(),
                attendee.sealed(db.rows()),
                role,
                roll,
                recorded.clock().instant().toEpochMilli(),
                recorded.carried().isPresent() ? 1 : 0);
    }

    private static Attendee guest(RecordedFact recorded, AttendanceFact.GuestCheckedIn fact) {
        return fact.card().<Attendee>map(Attendee.OfCard::new).orElseGet(() -> new Attendee.Anonymous(first(recorded)));
    }

    /// Where the fact was first written.
    private static FactId first(RecordedFact recorded) {
        return Optional.of(recorded)
                .flatMap(RecordedFact::carried)
                .map(Origin::id)
                .orElse(recorded.id());
    }

    private static void frozen(SqliteConnection db, RecordedFact recorded, AttendanceFact.RollFrozen fact, byte[] key)
            throws SQLException {
        db.update(
                "INSERT INTO roll_freezing VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq",
                key,
                recorded.id().seq(),
                fact.activity().value(),
                recorded.clock().instant().toEpochMilli(),
                recorded.clock().quality().isGood() ? 1 : 0,
                db.rows().seal(ROLL, RollCodec.write(fact.roll())));
    }

    /// Nobody stands in the new ledger yet, but all stay signed in.
    @Override
    public void leave(SqliteConnection db) throws SQLException {
        db.script("UPDATE attendance SET seq = 0, carried = 1,"
                + " voided_by = CASE WHEN voided_by IS NULL THEN NULL ELSE 0 END;"
                + " UPDATE roll_freezing SET seq = 0");
    }

    @Override
    public void clear(SqliteConnection db) throws SQLException {
        forget(db, -1);
        db.update("DELETE FROM standing");
    }

    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM attendance WHERE seq > ?", seq);
        db.update("UPDATE attendance SET voided_by = NULL WHERE voided_by > ?", seq);
        db.update("DELETE FROM roll_freezing WHERE seq > ?", seq);
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        long before = today.toEpochMilli();
        db.update("DELETE FROM attendance WHERE seq <= ? AND at_millis < ?", seq, before);
        db.update("DELETE FROM roll_freezing WHERE seq <= ? AND at_millis < ?", seq, before);
        db.update(
                "DELETE FROM standing WHERE at_millis < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM attendance a WHERE a.activity = standing.activity)",
                before);
    }
}
