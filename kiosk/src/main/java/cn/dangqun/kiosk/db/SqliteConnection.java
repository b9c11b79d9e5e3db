package cn.dangqun.kiosk.db;

import cn.dangqun.store.PreparedOnce;
import cn.dangqun.store.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection to a SQLite file in WAL mode; a commit that returned is on the disk (`synchronous=FULL`, F-75).
/// For one thread at a time.
public final class SqliteConnection implements AutoCloseable {
    private final Connection connection;
    private final PreparedOnce statements;
    private RowSeal rows = RowSeal.none();

    private SqliteConnection(Connection connection) {
        this.connection = connection;
        this.statements = new PreparedOnce(connection);
    }

    /// Makes one value of the row the result stands on.
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Opens for reading and writing; creates the file when there is none.
    public static SqliteConnection open(Path file) throws SQLException {
        return new SqliteConnection(new SqliteFile(file).open());
    }

    /// Opens an existing file; every attempt to write fails.
    public static SqliteConnection openForReading(Path file) throws SQLException {
        return new SqliteConnection(new SqliteFile(file).openForReading());
    }

    /// For the one writer, who begins and ends transactions.
    public Connection jdbc() {
        return connection;
    }

    /// How what says who came stands in this file.
    public RowSeal rows() {
        return rows;
    }

    /// From now on.
    public void rows(RowSeal seal) {
        rows = seal;
    }

    /// Runs statements separated by semicolons.
    public void script(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /// @return the number of rows changed
    public int update(String sql, @Nullable Object... arguments) throws SQLException {
        return run(sql, PreparedStatement::executeUpdate, arguments);
    }

    public <T> List<T> list(String sql, Row<T> row, Object... arguments) throws SQLException {
        return run(
                sql,
                statement -> {
                    var values = new ArrayList<T>();
                    try (var result = statement.executeQuery()) {
                        while (result.next()) {
                            values.add(row.read(result));
                        }
                    }
                    return values;
                },
                arguments);
    }

    public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) throws SQLException {
        return run(
                sql,
                statement -> {
                    try (var result = statement.executeQuery()) {
                        return result.next() ? Optional.of(row.read(result)) : Optional.empty();
                    }
                },
                arguments);
    }

    private interface Running<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Running<T> running, @Nullable Object... arguments) throws SQLException {
        var statement = statements.take(sql);
        boolean done = false;
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            var value = running.with(statement);
            done = true;
            return value;
        } finally {
            if (done) {
                statements.giveBack(sql, statement);
            } else {
                statement.close();
            }
        }
    }

    /// Whether every page and index of the file is sound.
    public boolean isSound() throws SQLException {
        return first("PRAGMA quick_check(1)", row -> row.getString(1))
                .filter("ok"::equals)
                .isPresent();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
