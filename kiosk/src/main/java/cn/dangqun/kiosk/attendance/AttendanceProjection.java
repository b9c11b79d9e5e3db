package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.protocol.RollCodec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// What staff record, and what others took back. `how` is null where the person presented a card or code.
    private static final String SECOND = """
            ALTER TABLE attendance ADD COLUMN to_sign INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE attendance ADD COLUMN late INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE attendance ADD COLUMN how TEXT;
            CREATE TABLE attendance_note (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              kind TEXT NOT NULL,
              words BLOB NOT NULL,
              at_millis INTEGER NOT NULL,
              voided_by INTEGER
            ) STRICT;
            CREATE INDEX attendance_note_of_activity ON attendance_note (activity, attendee);
            CREATE INDEX attendance_note_of_fact ON attendance_note (seq);
            CREATE TABLE head_count (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              kind TEXT NOT NULL,
              number INTEGER NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX head_count_of_activity ON head_count (activity);
            CREATE TABLE attendance_withdrawn (
              epoch TEXT NOT NULL,
              seq INTEGER NOT NULL,
              PRIMARY KEY (epoch, seq)
            ) STRICT, WITHOUT ROWID;
            """;

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST, SECOND, PaperSheets.TABLE + GuestBook.TABLE, Corrections.TABLE);
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
            case AttendanceFact.CheckedIn f -> {
                var as = new AttendanceFact.Counting(f.role(), f.roll(), f.late(), f.toSign());
                new Row(db, recorded, key, f.activity()).add(new Attendee.OfMember(f.member()), as, Optional.empty());
            }
            case AttendanceFact.GuestCheckedIn f -> {
                new Row(db, recorded, key, f.activity())
                        .add(guest(recorded, f), f.kind().name());
                new GuestBook(db).add(recorded, f, key);
            }
            case AttendanceFact.CheckInVoided f -> voided(db, recorded, f);
            case AttendanceFact.RollFrozen f -> frozen(db, recorded, f, key);
            case AttendanceFact.ByStaff f -> new Row(db, recorded, key, f.activity()).add(f);
            case AttendanceFact.GuestsCounted f -> new Row(db, recorded, key, f.activity()).add(f);
            case AttendanceFact.PaperSheetKept f -> new PaperSheets(db).add(recorded, f, key);
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
                + " UPDATE roll_freezing SET seq = 0;"
                + " UPDATE attendance_note SET seq = 0,"
                + " voided_by = CASE WHEN voided_by IS NULL THEN NULL ELSE 0 END;"
                + " UPDATE head_count SET seq = 0; UPDATE paper_sheet SET seq = 0; UPDATE guest_name SET seq = 0;"
                + " UPDATE correction SET seq = 0; DELETE FROM attendance_withdrawn");
    }

    /// Who was taken back stays so for good where the row is of no fact that goes on.
    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        if (less > 0) {
            var voided = ", voided_by = CASE WHEN voided_by IS NULL THEN NULL WHEN seq <= ?1 THEN 0"
                    + " ELSE max(voided_by - ?1, 0) END";
            db.update("UPDATE attendance SET seq = max(seq - ?1, 0), carried = 1" + voided, less);
            db.update("UPDATE attendance_note SET seq = max(seq - ?1, 0)" + voided, less);
            for (var table : new String[] {"roll_freezing", "head_count", "paper_sheet", "guest_name", "correction"}) {
                db.update("UPDATE " + table + " SET seq = max(seq - ?, 0)", less);
            }
        } else {
            db.update("UPDATE attendance SET carried = 1 WHERE carried = 0");
        }
        db.update("DELETE FROM attendance_withdrawn");
    }

    /// It only says that somebody may stand twice, which nobody does who was received before.
    @Override
    public void willMove(SqliteConnection db, long first, long last) throws SQLException {
        db.update("UPDATE attendance SET carried = 1 WHERE seq BETWEEN ? AND ? AND carried = 0", first, last);
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
        db.update("DELETE FROM attendance_note WHERE seq > ?", seq);
        db.update("UPDATE attendance_note SET voided_by = NULL WHERE voided_by > ?", seq);
        db.update("DELETE FROM head_count WHERE seq > ?", seq);
        new PaperSheets(db).forget(seq);
        new GuestBook(db).forget(seq);
        new Corrections(db).forget(seq);
    }

    @Override
    public List<SealedId> outlived(SqliteConnection db, long seq) throws SQLException {
        var signatures = new ArrayList<SealedId>();
        for (var words : db.list(
                "SELECT words FROM attendance_note WHERE kind = ? AND seq <= ?",
                row -> Row.words(db, row.getBytes(1)),
                NoteKind.SIGNED.name(),
                seq)) {
            if (!words.isEmpty()) {
                signatures.add(new SealedId(words));
            }
        }
        signatures.addAll(new PaperSheets(db).outlived(seq));
        signatures.addAll(new GuestBook(db).outlived(seq));
        return signatures;
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        long before = today.toEpochMilli();
        db.update("DELETE FROM attendance WHERE seq <= ? AND at_millis < ?", seq, before);
        db.update("DELETE FROM roll_freezing WHERE seq <= ? AND at_millis < ?", seq, before);
        db.update("DELETE FROM attendance_note WHERE seq <= ? AND at_millis < ?", seq, before);
        db.update("DELETE FROM head_count WHERE seq <= ? AND at_millis < ?", seq, before);
        new PaperSheets(db).purge(seq, today);
        new GuestBook(db).purge(seq, today);
        new Corrections(db).purge(seq, today);
        db.update("DELETE FROM attendance_withdrawn WHERE seq <= ?", seq);
        db.update(
                "DELETE FROM standing WHERE at_millis < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM attendance a WHERE a.activity = standing.activity)",
                before);
    }
}
