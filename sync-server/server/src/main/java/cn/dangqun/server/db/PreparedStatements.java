package cn.dangqun.server.db;

import cn.dangqun.store.PreparedOnce;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// The writer's statements, prepared once; they end with the connection. For the writer's thread only.
final class PreparedStatements implements StatementBuilder {
    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final PreparedOnce prepared;

    PreparedStatements(Connection connection) {
        this.prepared = new PreparedOnce(connection);
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return context.isReturningGeneratedKeys() ? plain.create(connection, sql, context) : prepared.take(sql);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement own) {
            prepared.giveBack(sql, own);
        } else {
            statement.close();
        }
    }

    /// Without the layer between. What failed is not used again.
    void use(String sql, DirectSql.Use use) throws SQLException {
        var statement = prepared.take(sql);
        try {
            use.of(statement);
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
        prepared.giveBack(sql, statement);
    }
}
