package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import java.security.SecureRandom;
import java.sql.SQLException;

/// Tables of the ledger file. `head` names the key under which what says who came is sealed; `fact` holds the
/// words as first written, each row with all that proves it alone, should the pages around it be lost;
/// `attachment` what facts name; `ack` says when the street had how much, `backup` how much of that is in a
/// backup; `anchor` when the time was known, `counted_time` how long the ledger has been at work; `salvage`
/// what became of files set aside; `projection` how far the tables of each projection are; `carrying` which ledger is
/// prepared in `next_fact` ([NextLedger]). `left_fact` holds what is about to go ([LeftFacts]).
final class LedgerSchema {
    private static final int VERSION = 7;

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
              restart TEXT,
              sealed TEXT NOT NULL DEFAULT ''
            ) STRICT;
            CREATE TABLE quarantined (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;
            """;

    private static final String FACTS = Facts.table("fact", "fact_carried") + """
            CREATE TABLE salvage (
              file TEXT PRIMARY KEY,
              taken INTEGER NOT NULL,
              unreadable INTEGER NOT NULL,
              may_miss INTEGER NOT NULL,
              done INTEGER NOT NULL
            ) STRICT;
            """;

    /// What versions before the fourth kept beside the facts. Projections write theirs anew from the facts.
    private static final String FORMER_PROJECTIONS = """
            DROP TABLE IF EXISTS attendance;
            DROP TABLE IF EXISTS ticket;
            DROP TABLE IF EXISTS ticket_run;
            DROP TABLE IF EXISTS ticket_fact;
            """;

    private static final String SINCE_FIFTH =
            Acknowledgements.TABLES + CountedTime.TABLE + Anchor.TABLE + Attachments.TABLE;

    private LedgerSchema() {}

    /// Creates the tables and draws an epoch when the file is new; brings an older file up to date, and seals it when
    /// there is a key for it.
    static void prepare(SqliteConnection db, LedgerKeys keys, Projections projections, SecureRandom random)
            throws SQLException {
        int version = version(db);
        if (version > VERSION) {
            throw new SQLException("the ledger is of version " + version + ", this software knows " + VERSION);
        }
        db.script("BEGIN IMMEDIATE");
        if (version < VERSION) {
            bringUp(db, version, random);
            db.script("PRAGMA user_version = " + VERSION);
        }
        keys.unlock(db);
        boolean grown = projections.prepare(db);
        var head = LedgerHead.read(db);
        boolean sealed = new LedgerSealing(keys, projections).seal(db, head);
        if (grown && !sealed) {
            projections.rebuild(db, head);
        }
        db.script("COMMIT");
        if (sealed) {
            // what stood there open
            db.script("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    static boolean isCurrent(SqliteConnection db) throws SQLException {
        return version(db) == VERSION;
    }

    private static int version(SqliteConnection db) throws SQLException {
        return db.first("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
    }

    private static void bringUp(SqliteConnection db, int version, SecureRandom random) throws SQLException {
        if (version == 0) {
            db.script(HEAD + FACTS + Projections.TABLE + SINCE_FIFTH + NextLedger.TABLE);
            db.update(
                    "INSERT INTO head VALUES (1, ?, NULL, 0, x'', 0, 0, x'', NULL, '')",
                    Epoch.draw(random).hex());
            return;
        }
        if (version == 1) {
            fromFirstVersion(db);
        }
        if (version < 4) {
            db.script(FORMER_PROJECTIONS + Projections.TABLE);
        }
        if (version < 5) {
            // how long ago the wall clock says that was proves nothing: it counts from now on
            db.script("DROP TABLE ack;" + SINCE_FIFTH
                    + "INSERT INTO ack SELECT acked_seq, 0 FROM head WHERE acked_seq > 0;");
        }
        if (version < 6) {
            db.script("ALTER TABLE head ADD COLUMN sealed TEXT NOT NULL DEFAULT ''");
        }
        db.script(NextLedger.TABLE);
    }

    private static void fromFirstVersion(SqliteConnection db) throws SQLException {
        db.script("""
                ALTER TABLE head ADD COLUMN restart TEXT;
                ALTER TABLE fact RENAME TO fact_1;
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
        db.script("DROP TABLE fact_1");
    }
}
