package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.security.SecureRandom;
import java.sql.SQLException;

/// Tables of the ledger file. `fact` holds the words as first written; `attendance` is the projection of them; `ack`
/// says when the street had how much.
final class LedgerSchema {
    private static final int VERSION = 1;

    private static final String TABLES = """
            CREATE TABLE head (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              epoch TEXT NOT NULL,
              kiosk TEXT,
              last_seq INTEGER NOT NULL,
              last_hash BLOB NOT NULL,
              acked_seq INTEGER NOT NULL,
              purged_seq INTEGER NOT NULL,
              purged_hash BLOB NOT NULL
            ) STRICT;
            CREATE TABLE fact (
              seq INTEGER PRIMARY KEY,
              record BLOB NOT NULL,
              hash BLOB NOT NULL,
              wall_millis INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE ack (through_seq INTEGER PRIMARY KEY, at_millis INTEGER NOT NULL) STRICT;
            CREATE TABLE quarantined (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;
            CREATE TABLE attendance (
              seq INTEGER PRIMARY KEY,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              role TEXT NOT NULL,
              at_millis INTEGER NOT NULL,
              voided_by INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX attendance_counts_once ON attendance (activity, attendee) WHERE voided_by IS NULL;
            CREATE INDEX attendance_of_one ON attendance (attendee);
            """;

    private LedgerSchema() {}

    /// Creates the tables and draws an epoch when the file is new.
    static void prepare(SqliteConnection db, SecureRandom random) throws SQLException {
        int version = db.first("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        if (version == VERSION) {
            return;
        }
        if (version != 0) {
            throw new SQLException("the ledger is of version " + version + ", this software knows " + VERSION);
        }
        db.script("BEGIN IMMEDIATE");
        db.script(TABLES);
        db.update(
                "INSERT INTO head VALUES (1, ?, NULL, 0, x'', 0, 0, x'')",
                Epoch.draw(random).hex());
        db.script("PRAGMA user_version = " + VERSION + "; COMMIT");
    }
}
