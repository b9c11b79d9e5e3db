package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.protocol.FactCodec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was recorded of sessions, in the order in which it was recorded; [SessionBook] reads it.
final class SessionProjection implements Projection {
    /// What the words of a record are sealed for.
    static final String RECORD = "session";

    private static final String FIRST = """
            CREATE TABLE session_note (
              n INTEGER PRIMARY KEY,
              fact BLOB NOT NULL UNIQUE,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              closes INTEGER,
              at_millis INTEGER NOT NULL,
              record BLOB NOT NULL
            ) STRICT;
            CREATE INDEX session_note_of_activity ON session_note (activity);
            CREATE INDEX session_note_of_closing ON session_note (closes) WHERE closes IS NOT NULL;
            """;

    @Override
    public String name() {
        return "session";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        switch (recorded.fact()) {
            case SessionFact.Opened _ -> {}
            case SessionFact.Closed closed -> add(db, recorded, closed, key, 1);
            case SessionFact.Reopened reopened -> add(db, recorded, reopened, key, 0);
            case SessionFact fact -> add(db, recorded, fact, key, null);
            default -> {}
        }
    }

    private static void add(
            SqliteConnection db, RecordedFact recorded, SessionFact fact, byte[] key, @Nullable Integer closes)
            throws SQLException {
        db.update(
                "INSERT INTO session_note (fact, seq, activity, closes, at_millis, record) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq",
                key,
                recorded.id().seq(),
                fact.activity().value(),
                closes,
                recorded.clock().instant().toEpochMilli(),
                db.rows().seal(RECORD, FactCodec.encode(recorded)));
    }

    @Override
    public void leave(SqliteConnection db) throws SQLException {
        db.update("UPDATE session_note SET seq = 0");
    }

    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        if (less > 0) {
            db.update("UPDATE session_note SET seq = max(seq - ?, 0)", less);
        }
    }

    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM session_note WHERE seq > ?", seq);
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        db.update("DELETE FROM session_note WHERE seq <= ? AND at_millis < ?", seq, today.toEpochMilli());
    }
}
