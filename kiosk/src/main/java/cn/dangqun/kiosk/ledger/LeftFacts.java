package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;

/// The table `left_fact`: what stood in a ledger whose facts go on in another. Nobody asks for it; what is deleted is
/// overwritten, so it goes little by little.
final class LeftFacts {
    private LeftFacts() {}

    /// Deletes at most so many.
    ///
    /// @return whether there may be more
    static boolean clear(SqliteConnection db, int most) throws SQLException {
        if (!exist(db)) {
            return false;
        }
        int deleted =
                db.update("DELETE FROM left_fact WHERE seq IN (SELECT seq FROM left_fact ORDER BY seq LIMIT ?)", most);
        if (deleted < most) {
            drop(db);
        }
        return deleted == most;
    }

    private static boolean exist(SqliteConnection db) throws SQLException {
        return db.first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'left_fact'", row -> row.getInt(1))
                .isPresent();
    }

    /// All at once: where nobody waits, or little is there.
    static void drop(SqliteConnection db) throws SQLException {
        db.script("DROP TABLE IF EXISTS left_fact");
    }
}
