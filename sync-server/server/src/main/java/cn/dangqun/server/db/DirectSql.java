package cn.dangqun.server.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The few statements that every record needs, without a layer between: prepared once for the writer's
/// connection, bound and read by hand (decision 0050). Everything else goes through the handle. What fails is
/// thrown unchecked, its cause inside. In a read, which has a connection of its own, it is prepared each time.
public final class DirectSql {
    /// How many are asked for at once: few texts, so that each is prepared once.
    private static final List<Integer> SIZES = List.of(1, 8, 64);

    private static final String KEYS = "<keys>";

    private DirectSql() {}

    /// Binds one row's values, from index 1.
    @FunctionalInterface
    public interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /// Binds what stands before the keys; returns how many that were.
    @FunctionalInterface
    public interface Leading {
        int bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    public interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /// One statement for all of `rows`, in their order.
    public static <T> void write(Handle handle, String sql, Collection<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return;
        }
        run(handle, sql, statement -> {
            for (var row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    /// Hands every row of a query to `reading`.
    public static void read(Handle handle, String sql, Leading values, Reading reading) {
        run(handle, sql, statement -> {
            values.bind(statement);
            rows(statement, reading);
        });
    }

    /// What `SELECT EXISTS (…)` says, with these words bound.
    public static boolean isAny(Handle handle, String sql, String... words) {
        var found = new boolean[1];
        read(
                handle,
                sql,
                statement -> {
                    for (int each = 0; each < words.length; each++) {
                        statement.setString(each + 1, words[each]);
                    }
                    return words.length;
                },
                row -> found[0] = row.getBoolean(1));
        return found[0];
    }

    /// Hands every row to `reading` that has one of `keys`: `sql` ends with `IN (<keys>)`. Asks for many at once.
    public static void among(Handle handle, String sql, Leading leading, List<String> keys, Reading reading) {
        for (int first = 0; first < keys.size(); ) {
            int left = keys.size() - first;
            int size = SIZES.stream().filter(each -> each >= left).findFirst().orElse(SIZES.getLast());
            var some = keys.subList(first, Math.min(keys.size(), first + size));
            run(handle, sql.replace(KEYS, "?" + ", ?".repeat(size - 1)), statement -> {
                int at = leading.bind(statement);
                for (int each = 0; each < size; each++) {
                    // what is asked for twice is found once
                    statement.setString(at + 1 + each, some.get(Math.min(each, some.size() - 1)));
                }
                rows(statement, reading);
            });
            first += size;
        }
    }

    private static void rows(PreparedStatement statement, Reading reading) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                reading.read(rows);
            }
        }
    }

    /// What is done with a statement while nobody else has it.
    @FunctionalInterface
    interface Use {
        void of(PreparedStatement statement) throws SQLException;
    }

    private static void run(Handle handle, String sql, Use use) {
        try {
            if (handle.getStatementBuilder() instanceof PreparedStatements writers) {
                writers.use(sql, use);
            } else {
                try (var statement = handle.getConnection().prepareStatement(sql)) {
                    use.of(statement);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a statement of the writer failed", e);
        }
    }
}
