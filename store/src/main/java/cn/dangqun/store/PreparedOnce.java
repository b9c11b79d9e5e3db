package cn.dangqun.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Statements of one connection, each prepared once and used again: parsing costs more than running the short ones that
/// a fact needs. What is in use is nobody else's, so one text may be used inside itself. For one thread at a time.
public final class PreparedOnce implements AutoCloseable {
    /// Texts kept; the one that was not used for longest goes first.
    static final int MOST = 256;

    private final Connection connection;
    private final LinkedHashMap<String, Deque<PreparedStatement>> idle = new LinkedHashMap<>(16, 0.75f, true);

    public PreparedOnce(Connection connection) {
        this.connection = connection;
    }

    /// Give it back when its results have been read.
    public PreparedStatement take(String sql) throws SQLException {
        var waiting = idle.get(sql);
        return waiting == null || waiting.isEmpty() ? connection.prepareStatement(sql) : waiting.pop();
    }

    /// Forgets what was bound: it may be a name.
    public void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (statement.isClosed()) {
            return;
        }
        statement.clearParameters();
        idle.computeIfAbsent(sql, fresh -> new ArrayDeque<>()).push(statement);
        if (idle.size() > MOST) {
            forget(idle.pollFirstEntry());
        }
    }

    private static void forget(Map.Entry<String, Deque<PreparedStatement>> eldest) throws SQLException {
        for (var statement : eldest.getValue()) {
            statement.close();
        }
    }

    @Override
    public void close() throws SQLException {
        while (!idle.isEmpty()) {
            forget(idle.pollFirstEntry());
        }
    }
}
