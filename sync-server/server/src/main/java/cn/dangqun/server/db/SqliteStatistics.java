package cn.dangqun.server.db;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Tells SQLite's planner that the street narrows nothing: it is the first column of every key, and all rows of a
/// file have the same one. Without being told, it takes `street = 1` for a tenth of the rows and reads a whole
/// table in the order of its key rather than sort a few. Figures are the same for every file, so that a plan is too
/// (https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table).
final class SqliteStatistics {
    private static final int ROWS = 1_000_000;

    /// Of what goes wrong or is set up there is little, whatever the size of the street.
    private static final Set<String> SMALL =
            Set.of("chain", "backup_chain", "fact_quarantine", "ledger_conflict", "parked_settled");

    private static final int FEW = 1_000;

    /// How many rows share one more column each.
    private static final int[] NARROWING = {100, 20, 5, 2};

    private SqliteStatistics() {}

    private record Index(String table, String name, boolean unique) {}

    /// Connections that are opened afterwards plan by it. Writes only what is not there yet.
    static void tell(Handle handle) {
        handle.execute("ANALYZE sqlite_schema");
        var expected = expected(handle);
        var known = handle
                .createQuery("SELECT idx, stat FROM sqlite_stat1 WHERE idx IS NOT NULL")
                .map((row, ignored) -> Map.entry(row.getString("idx"), row.getString("stat")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var stats = new TreeMap<String, String>();
        expected.forEach((index, stat) -> stats.put(index.name(), stat));
        if (!stats.equals(known)) {
            handle.useTransaction(own -> {
                own.execute("DELETE FROM sqlite_stat1");
                expected.forEach((index, stat) ->
                        own.execute("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", index.table(), index.name(), stat));
            });
        }
    }

    private static Map<Index, String> expected(Handle handle) {
        return handle
                .createQuery("""
                        SELECT t.name AS owner, i.name, i."unique" FROM sqlite_schema t, pragma_index_list(t.name) i
                        WHERE t.type = 'table' AND EXISTS (
                          SELECT 1 FROM pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = 'street')""")
                .map((row, ignored) ->
                        new Index(row.getString("owner"), row.getString("name"), row.getBoolean("unique")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        each -> each, each -> stat(each, columns(handle, each).size())));
    }

    private static List<String> columns(Handle handle, Index index) {
        return handle.createQuery("SELECT name FROM pragma_index_info(?)")
                .bind(0, index.name())
                .mapTo(String.class)
                .list();
    }

    private static String stat(Index index, int columns) {
        var shares = IntStream.range(1, columns)
                .map(each ->
                        index.unique() && each == columns - 1 ? 1 : NARROWING[Math.min(each, NARROWING.length) - 1]);
        int rows = SMALL.contains(index.table()) ? FEW : ROWS;
        return Stream.concat(Stream.of(rows, rows), shares.boxed())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
