package cn.dangqun.bench.console;

import cn.dangqun.server.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Hears the statements that one page reads with, and says them again with nothing around them: the least that the page
/// could take, on the same file in the same run.
final class BareSql implements SqlLogger {
    private final List<Spoken> heard = Collections.synchronizedList(new ArrayList<>());

    private record Spoken(String sql, List<Argument> arguments, StatementContext context) {}

    BareSql(Database database) {
        database.hear(this);
    }

    // the library takes these away one day; until then nothing else tells what is bound
    @SuppressWarnings("removal")
    @Override
    public void logBeforeExecution(StatementContext context) {
        var parameters = context.getParsedSql().getParameters();
        var binding = context.getBinding();
        var arguments = new ArrayList<Argument>();
        for (int i = 0; i < parameters.getParameterCount(); i++) {
            var found = parameters.isPositional()
                    ? binding.findForPosition(i)
                    : binding.findForName(parameters.getParameterNames().get(i), context);
            arguments.add(found.orElseThrow());
        }
        heard.add(new Spoken(context.getParsedSql().getSql(), arguments, context));
    }

    /// Forgets what was heard so far.
    void listen() {
        heard.clear();
    }

    int statements() {
        return heard.size();
    }

    /// Says all that was heard again, in order, and reads every row. Nanoseconds.
    long sayAgain(Connection connection) throws SQLException {
        long began = System.nanoTime();
        for (var each : List.copyOf(heard)) {
            try (var statement = connection.prepareStatement(each.sql)) {
                for (int i = 0; i < each.arguments.size(); i++) {
                    each.arguments.get(i).apply(i + 1, statement, each.context);
                }
                try (var rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            var _ = rows.getObject(column);
                        }
                    }
                }
            }
        }
        return System.nanoTime() - began;
    }
}
