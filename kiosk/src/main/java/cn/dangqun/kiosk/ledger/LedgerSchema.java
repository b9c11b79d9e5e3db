package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import java.security.SecureRandom;
import java.sql.SQLException;

/// Tables of the ledger file. `fact` holds the words as first written, each row with all that proves it alone, should
/// the pages around it be lost; `attendance` is the projection of them, by the chain hash of the fact where it was
/// first written; `ticket` and the two after it are that of the queue; `ack` says when the street had how much;
/// `salvage` what became of files set aside.
final class LedgerSchema {
    private static final int VERSION = 3;

    private static final String HEAD = """
            CREATE TABLE head (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              epoch TEXT NOT NULL,
              kiosk TEXT,
              last_seq INTEGER NOT NULL,
              last_hash BLOB NOT NULL,
              acked_seq INTEGER NOT NULL,
              purged_seq INTEGER NOT NULL,
              purged_hash BLOB NOT NULL,
              restart TEXT
            ) STRICT;
            CREATE TABLE ack (through_seq INTEGER PRIMARY KEY, at_millis INTEGER NOT NULL) STRICT;
            CREATE TABLE quarantined (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;
            """;

    private static final String FACTS = """
            CREATE TABLE fact (
              seq INTEGER PRIMARY KEY,
              record BLOB NOT NULL,
              hash BLOB NOT NULL,
              wall_millis INTEGER NOT NULL,
              epoch TEXT NOT NULL,
              previous BLOB NOT NULL,
              carried INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX fact_carried ON fact (seq) WHERE carried = 1;
            CREATE TABLE attendance (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              role TEXT NOT NULL,
              at_millis INTEGER NOT NULL,
              carried INTEGER NOT NULL,
              voided_by INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX attendance_counts_once ON attendance (activity, attendee)
              WHERE voided_by IS NULL AND carried = 0;
            CREATE INDEX attendance_of_one ON attendance (attendee);
            CREATE INDEX attendance_of_fact ON attendance (seq);
            CREATE TABLE salvage (
              file TEXT PRIMARY KEY,
              taken INTEGER NOT NULL,
              unreadable INTEGER NOT NULL,
              may_miss INTEGER NOT NULL,
              done INTEGER NOT NULL
            ) STRICT;
            """;

    private static final String TICKETS = """
            CREATE TABLE ticket (
              ticket TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              day TEXT NOT NULL,
              number TEXT NOT NULL,
              service TEXT NOT NULL,
              priority INTEGER NOT NULL,
              taken_millis INTEGER NOT NULL,
              carried INTEGER NOT NULL,
              place INTEGER NOT NULL,
              state TEXT NOT NULL,
              window INTEGER,
              calls INTEGER,
              since_millis INTEGER,
              took_millis INTEGER,
              called_millis INTEGER,
              last_window INTEGER,
              last_millis INTEGER,
              handover TEXT
            ) STRICT;
            CREATE UNIQUE INDEX ticket_number_once ON ticket (day, number) WHERE carried = 0;
            CREATE INDEX ticket_served ON ticket (service, last_millis) WHERE state = 'SERVED';
            CREATE TABLE ticket_run (
              day TEXT NOT NULL,
              window INTEGER NOT NULL,
              run INTEGER NOT NULL,
              PRIMARY KEY (day, window)
            ) STRICT;
            CREATE TABLE ticket_fact (fact BLOB PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
            """;

    private LedgerSchema() {}

    /// Creates the tables and draws an epoch when the file is new; brings an older file up to date.
    static void prepare(SqliteConnection db, SecureRandom random) throws SQLException {
        int version = db.first("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        switch (version) {
            case VERSION -> {}
            case 0 -> {
                db.script("BEGIN IMMEDIATE");
                db.script(HEAD + FACTS + TICKETS);
                db.update(
                        "INSERT INTO head VALUES (1, ?, NULL, 0, x'', 0, 0, x'', NULL)",
                        Epoch.draw(random).hex());
                db.script("PRAGMA user_version = " + VERSION + "; COMMIT");
            }
            case 1 -> {
                db.script("BEGIN IMMEDIATE");
                fromFirstVersion(db);
                db.script(TICKETS);
                db.script("PRAGMA user_version = " + VERSION + "; COMMIT");
            }
            case 2 -> {
                db.script("BEGIN IMMEDIATE");
                db.script(TICKETS);
                db.script("PRAGMA user_version = " + VERSION + "; COMMIT");
            }
            default ->
                throw new SQLException("the ledger is of version " + version + ", this software knows " + VERSION);
        }
    }

    private static void fromFirstVersion(SqliteConnection db) throws SQLException {
        db.script("""
                ALTER TABLE head ADD COLUMN restart TEXT;
                ALTER TABLE fact RENAME TO fact_1;
                ALTER TABLE attendance RENAME TO attendance_1;
                DROP INDEX attendance_counts_once;
                DROP INDEX attendance_of_one;
                """);
        db.script(FACTS);
        var genesis = db.first(
                "SELECT kiosk, epoch FROM head WHERE kiosk IS NOT NULL",
                row -> FactChain.genesis(new KioskId(row.getString(1)), new Epoch(row.getString(2))));
        if (genesis.isPresent()) {
            db.update("""
                    INSERT INTO fact SELECT seq, record, hash, wall_millis, head.epoch,
                      coalesce(lag(hash) OVER (ORDER BY seq), CASE purged_seq WHEN 0 THEN ? ELSE purged_hash END), 0
                    FROM fact_1, head""", genesis.get());
        }
        db.script("""
                INSERT INTO attendance
                  SELECT coalesce(hash, CAST('purged ' || a.seq AS BLOB)), a.seq, activity, attendee, role, at_millis,
                    0, voided_by
                  FROM attendance_1 a LEFT JOIN fact_1 f ON f.seq = a.seq ORDER BY a.seq;
                DROP TABLE attendance_1;
                DROP TABLE fact_1;
                """);
    }
}
