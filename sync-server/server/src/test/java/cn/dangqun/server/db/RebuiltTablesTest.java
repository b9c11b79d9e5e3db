package cn.dangqun.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A street that was begun before the keys named the street loses nothing when its tables are built anew.
class RebuiltTablesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final int FIRST_REBUILD = 20;
    private static final int ACCOUNTS = 50;
    private static final Set<String> REFERRED =
            Set.of("street", "id", "kiosk", "epoch", "seq", "login", "signing_key", "sheet", "serial", "version");

    /// Derived from the facts, which are compared by themselves: written anew at the next start.
    private static final Set<String> DERIVED =
            Set.of("attendance", "guest", "staff_unlock", "roll_freezing", "ticket", "fact_quarantine", "fact_carried");

    private static final Set<String> UNDER_A_NUMBER = Set.of("fact", "ledger_epoch");

    @TempDir
    Path directory;

    @Test
    void keepsEveryColumnOfEveryRow() throws IOException {
        var file = directory.resolve("street.db");
        var old = Jdbi.create(olderStreet(file));
        var before = old.inTransaction(handle -> {
            handle.execute("PRAGMA defer_foreign_keys = ON");
            columns(handle).forEach((table, columns) -> fill(handle, table, columns));
            return rows(handle, kept(columns(handle)));
        });
        var facts = old.withHandle(handle -> strings(
                handle,
                "SELECT kiosk || epoch || seq || quote(record) || quote(hash) || received_at || last_seq"
                        + " || quote(last_hash) || started_at FROM fact JOIN ledger_epoch USING (kiosk, epoch)"));

        try (var database = Database.open(file)) {
            var after = database.read(handle -> rows(handle, before.columns()));

            assertTrue(before.rows().size() > 25);
            assertEquals(1, facts.size());
            assertEquals(
                    facts,
                    database.read(handle -> strings(
                            handle,
                            "SELECT kiosk || epoch || seq || quote(record) || quote(hash) || received_at || last_seq"
                                    + " || quote(last_hash) || started_at FROM fact JOIN chain ON number = chain")));
            assertEquals(before.rows(), after.rows());
            assertEquals(
                    List.of(),
                    database.read(handle -> handle.createQuery("PRAGMA foreign_key_check")
                            .mapToMap()
                            .list()));
        }
    }

    private static List<String> strings(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).list();
    }

    private static Map<String, Map<String, String>> kept(Map<String, Map<String, String>> columns) {
        var kept = new TreeMap<>(columns);
        kept.keySet().removeAll(DERIVED);
        kept.keySet().removeAll(UNDER_A_NUMBER);
        return kept;
    }

    private DataSource olderStreet(Path file) throws IOException {
        var folder = Files.createDirectory(directory.resolve("older"));
        for (var each : Migrations.all()) {
            if (each.version() < FIRST_REBUILD || each.version() == ACCOUNTS) {
                Files.copy(MIGRATIONS.resolve(each.name()), folder.resolve(each.name()));
            }
        }
        var source = new SqliteFile(file).source();
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:" + folder)
                .placeholders(Map.of("clustered", ""))
                .load()
                .migrate();
        return source;
    }

    /// Names of columns with their types, by table.
    private record Rows(Map<String, Map<String, String>> columns, Map<String, List<String>> rows) {}

    private static Map<String, Map<String, String>> columns(Handle handle) {
        return handle
                .createQuery("""
                        SELECT t.name AS "table", c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'flyway_schema_history'""")
                .map((row, ignored) -> List.of(row.getString("table"), row.getString("name"), row.getString("type")))
                .stream()
                .collect(Collectors.groupingBy(
                        each -> each.get(0),
                        TreeMap::new,
                        Collectors.toMap(each -> each.get(1), each -> each.get(2), (a, b) -> a, TreeMap::new)));
    }

    /// Numbers and text tell the columns apart, except where rows refer to each other.
    private static void fill(Handle handle, String table, Map<String, String> columns) {
        var values = columns.entrySet().stream()
                .map(each -> switch (each.getValue()) {
                    case "TEXT" -> REFERRED.contains(each.getKey()) ? "'x'" : "'" + each.getKey() + "'";
                    case "BLOB" -> "x'01ff'";
                    default ->
                        REFERRED.contains(each.getKey())
                                ? "1"
                                : Integer.toString(each.getKey().hashCode());
                })
                .collect(Collectors.joining(", "));
        handle.execute(
                "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES (" + values + ")");
    }

    private static Rows rows(Handle handle, Map<String, Map<String, String>> columns) {
        var rows = new TreeMap<String, List<String>>();
        columns.forEach((table, names) -> rows.put(
                table,
                handle.createQuery("SELECT "
                                + names.keySet().stream()
                                        .map(name -> "quote(" + name + ")")
                                        .collect(Collectors.joining(" || ' ' || "))
                                + " FROM " + table)
                        .mapTo(String.class)
                        .list()));
        return new Rows(columns, rows);
    }
}
