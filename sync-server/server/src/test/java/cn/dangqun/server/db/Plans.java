package cn.dangqun.server.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/// Hears every statement that is read with, and asks the database how it would go about it.
public final class Plans {
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:FROM|JOIN) (\\w+)(?: (?:AS )?(\\w+))?");

    /// All rows of the street are all rows there are, and so are those of every chain, one after the other.
    private static final Pattern SCANNED =
            Pattern.compile("SCAN (\\w+)|SEARCH (\\w+) USING .*\\(street=\\?(?: AND chain=\\?)?\\)");

    private final Database database;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    public Plans(Database database) {
        this.database = database;
        database.readers.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                heard.add(
                        context.getParsedSql().getSql().replaceAll("\\s+", " ").strip());
            }
        });
    }

    /// What has been said since the last time.
    public Set<String> take() {
        var taken = new LinkedHashSet<>(heard);
        heard.removeAll(taken);
        return taken;
    }

    /// Steps of the plan that read one of these tables from end to end.
    public List<String> scans(String sql, Set<String> tables) {
        return steps(sql).stream().filter(step -> isScan(step, sql, tables)).toList();
    }

    public List<String> steps(String sql) {
        return database.read(handle -> {
            try (var statement = handle.getConnection().createStatement();
                    var rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
                var steps = new ArrayList<String>();
                while (rows.next()) {
                    steps.add(rows.getString("detail"));
                }
                return steps;
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }

    private static boolean isScan(String step, String sql, Set<String> tables) {
        var scanned = SCANNED.matcher(step);
        if (!scanned.find()) {
            return false;
        }
        var name = scanned.group(1) == null ? scanned.group(2) : scanned.group(1);
        return NAMED.matcher(sql)
                .results()
                .filter(each -> tables.contains(each.group(1).toLowerCase(Locale.ROOT)))
                .anyMatch(each -> name.equals(each.group(2)) || name.equals(each.group(1)));
    }
}
