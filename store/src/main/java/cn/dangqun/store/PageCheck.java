package cn.dangqun.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a look at every page of a SQLite file finds. One table with its indexes at a time, in a read transaction of
/// its own, since the log grows behind whoever reads for long. Reads only, and blocks.
public sealed interface PageCheck {
    record Sound() implements PageCheck {}

    /// `where` are tables, and [#SCHEMA] when the file itself gives no more away.
    record Damaged(List<String> where) implements PageCheck {
        public Damaged {
            where = List.copyOf(where);
        }
    }

    /// Told to end before it was through; what it saw was sound.
    record Unfinished() implements PageCheck {}

    String SCHEMA = "sqlite_schema";

    /// Whether every page can be read and stands where it should; asks `goOn` every few rows.
    ///
    /// @throws SQLException when there is no such file, or the disk fails
    static PageCheck quick(SqliteFile file, BooleanSupplier goOn) throws SQLException {
        return run(file, "quick_check", goOn);
    }

    /// The same, and whether every index says what its table says.
    static PageCheck full(SqliteFile file, BooleanSupplier goOn) throws SQLException {
        return run(file, "integrity_check", goOn);
    }

    private static PageCheck run(SqliteFile file, String pragma, BooleanSupplier goOn) throws SQLException {
        var damaged = new ArrayList<String>();
        boolean through = false;
        try (var connection = file.openForReading()) {
            ProgressHandler.setHandler(connection, 1000, new Asking(goOn));
            for (var table : tables(connection)) {
                if (!isSound(connection, pragma, table)) {
                    damaged.add(table);
                }
            }
            through = true;
        } catch (SQLException e) {
            if (SqliteFault.isDamage(e)) {
                damaged.add(SCHEMA);
            } else if (!isTold(e)) {
                throw e;
            }
        }
        if (!damaged.isEmpty()) {
            return new Damaged(damaged);
        }
        return through ? new Sound() : new Unfinished();
    }

    private static boolean isTold(SQLException failure) {
        return failure instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static boolean isSound(Connection connection, String pragma, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + pragma + "(\"" + table + "\")")) {
            return row.next() && "ok".equals(row.getString(1));
        } catch (SQLException e) {
            if (SqliteFault.isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    /// SQLite asks this while it works.
    final class Asking extends ProgressHandler {
        private final BooleanSupplier goOn;

        private Asking(BooleanSupplier goOn) {
            this.goOn = goOn;
        }

        @Override
        protected int progress() {
            return goOn.getAsBoolean() ? 0 : 1;
        }
    }
}
