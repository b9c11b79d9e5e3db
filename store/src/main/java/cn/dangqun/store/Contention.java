package cn.dangqun.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Another process wrote at the same time, and the database let that one go first: nothing is wrong, and the whole
/// transaction is done anew. SQLite, where one process writes, never says so; PostgreSQL and its kin do.
final class Contention {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private Contention() {}

    /// What the database said, however it was wrapped; null when it is something else.
    static @Nullable SQLException in(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return sql;
            }
        }
        return null;
    }
}
