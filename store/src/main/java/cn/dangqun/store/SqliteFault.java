package cn.dangqun.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// What a failure of SQLite is about.
public enum SqliteFault {
    /// The file is no sound database
    DAMAGED,
    /// The disk is full
    FULL,
    /// The disk, the file or its lock
    DISK,
    /// The statement itself; nothing else is touched
    STATEMENT;

    // https://www.sqlite.org/rescode.html; extended codes hold these in their low byte
    private static final int ERROR = 1;
    private static final int CORRUPT = 11;
    private static final int FULL_CODE = 13;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int RANGE = 25;
    private static final int NOT_A_DATABASE = 26;

    /// Of a failure that SQLite itself reported.
    private static SqliteFault of(SQLiteException failure) {
        return switch (failure.getResultCode().code & 0xFF) {
            case CORRUPT, NOT_A_DATABASE -> DAMAGED;
            case FULL_CODE -> FULL;
            case ERROR, TOO_BIG, CONSTRAINT, MISMATCH, RANGE -> STATEMENT;
            default -> DISK;
        };
    }

    /// However it was wrapped.
    public static boolean isDamage(Throwable failure) {
        var sqlite = sqlite(failure);
        return sqlite != null && of(sqlite) == DAMAGED;
    }

    public static boolean isFull(Throwable failure) {
        return failure instanceof SQLiteException sqlite && of(sqlite) == FULL;
    }

    /// Whether a work that ended so takes its transaction with it: the disk or the file failed, or the work found,
    /// by an SQLException of its own, that the file cannot be gone on with.
    public static boolean isOfTheTransaction(Exception failure) {
        var sqlite = sqlite(failure);
        return sqlite != null ? of(sqlite) != STATEMENT : failure instanceof SQLException;
    }

    /// The first that SQLite reported, however it was wrapped.
    private static @Nullable SQLiteException sqlite(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLiteException sqlite) {
                return sqlite;
            }
        }
        return null;
    }

    static SQLException asSqlException(Exception failure) {
        if (failure instanceof SQLException sql) {
            return sql;
        }
        var sqlite = sqlite(failure);
        return sqlite == null ? new SQLException(failure) : sqlite;
    }
}
