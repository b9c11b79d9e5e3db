package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.LedgerMonitor.Salvaged;
import java.sql.SQLException;

/// The `salvage` table: how far each file set aside has been carried over, kept with what was carried.
final class SalvageStore {
    private SalvageStore() {}

    static int taken(SqliteConnection db, String file) throws SQLException {
        return db.first("SELECT taken FROM salvage WHERE file = ?", row -> row.getInt(1), file)
                .orElse(0);
    }

    static boolean isDone(SqliteConnection db, String file) throws SQLException {
        return db.first("SELECT done FROM salvage WHERE file = ?", row -> row.getBoolean(1), file)
                .orElse(false);
    }

    static void keep(SqliteConnection db, Wreck wreck, int taken) throws SQLException {
        db.update(
                "INSERT OR REPLACE INTO salvage VALUES (?, ?, ?, ?, ?)",
                wreck.file(),
                taken,
                wreck.unreadable(),
                wreck.mayMiss() ? 1 : 0,
                taken == wreck.facts().size() ? 1 : 0);
    }

    /// What is in no file any more; said once.
    static void vanished(SqliteConnection db, HighWater.Mark was, long missing) throws SQLException {
        db.update(
                "INSERT OR IGNORE INTO salvage VALUES (?, 0, ?, 0, 1)",
                "vanished-" + was.epoch().hex() + "-" + was.lastSeq(),
                missing);
    }

    /// Of [#total]: what was in no file any more.
    static long vanished(SqliteConnection db) throws SQLException {
        return db.first(
                        "SELECT coalesce(sum(unreadable), 0) FROM salvage WHERE file LIKE 'vanished-%'",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    static Salvaged total(SqliteConnection db) throws SQLException {
        return db.first(
                        "SELECT coalesce(sum(taken), 0), coalesce(sum(unreadable), 0), coalesce(max(may_miss), 0)"
                                + " FROM salvage",
                        row -> new Salvaged(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .orElse(Salvaged.NOTHING);
    }
}
