package cn.dangqun.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DESIGN §6: the schema as it is after the last migration. Every key begins with the street, so that a district's
/// database can keep each street's rows together.
class SchemaFencesTest {
    private static final Set<String> TYPES = Set.of("TEXT", "INTEGER", "BIGINT", "BLOB");

    @TempDir
    Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("street.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beginsEveryPrimaryAndUniqueKeyWithTheStreet() {
        var without = database.read(handle -> {
            var found = new TreeSet<String>();
            for (var table : tables(handle)) {
                if (keys(handle, table).stream().anyMatch(key -> !key.getFirst().equals("street"))) {
                    found.add(table);
                }
            }
            return found;
        });

        assertEquals(Set.of(), without);
    }

    @Test
    void givesEveryTableAPrimaryKey() {
        database.read(handle -> {
            var found = tables(handle);
            assertTrue(found.size() > 30, found.toString());
            found.forEach(table -> assertTrue(!primaryKey(handle, table).isEmpty(), table));
            return found;
        });
    }

    /// What one kiosk wrote is one row, whoever writes it in what order: kiosk and epoch have one chain of the
    /// street, and in it every number one fact.
    @Test
    void knowsAFactByStreetKioskEpochAndNumber() {
        database.read(handle -> {
            assertTrue(keys(handle, "chain").contains(List.of("street", "kiosk", "epoch")));
            var ofFacts = tables(handle).stream()
                    .map(table -> primaryKey(handle, table))
                    .filter(key -> key.containsAll(List.of("chain", "seq")))
                    .toList();
            assertTrue(ofFacts.size() > 5, ofFacts.toString());
            ofFacts.forEach(key -> assertEquals(List.of("street", "chain", "seq"), key));
            return ofFacts;
        });
    }

    @Test
    void refersOnlyWithinAStreet() {
        var without = database.read(
                handle -> handle.createQuery("""
                        SELECT DISTINCT t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
                        WHERE t.type = 'table' AND NOT EXISTS (
                          SELECT 1 FROM pragma_foreign_key_list(t.name) s
                          WHERE s.id = f.id AND s."from" = 'street' AND s."to" = 'street')""").mapTo(String.class).list());

        assertEquals(List.of(), without);
    }

    @Test
    void hasNeitherTriggersNorViewsNorCountersOfTheEngine() {
        var found = database.read(
                handle -> handle.createQuery("""
                        SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')
                          OR upper(sql) LIKE '%AUTOINCREMENT%'
                          OR upper(sql) LIKE '%DEFERRABLE%'""").mapTo(String.class).list());

        assertEquals(List.of(), found);
    }

    @Test
    void usesFourTypesThatHaveACounterpart() {
        var others = database.read(handle -> handle.createQuery("""
                        SELECT t.name || '.' || c.name || ' ' || c.type FROM sqlite_schema t, pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'flyway_schema_history'
                          AND c.type NOT IN (<types>)""")
                .bindList("types", List.copyOf(TYPES))
                .mapTo(String.class)
                .list());

        assertEquals(List.of(), others);
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                        SELECT name FROM sqlite_schema
                        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'flyway_schema_history'""").mapTo(String.class).list();
    }

    private static List<String> primaryKey(Handle handle, String table) {
        return handle.createQuery("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk")
                .bind(0, table)
                .mapTo(String.class)
                .list();
    }

    /// The primary key and every unique index, as columns in order.
    private static List<List<String>> keys(Handle handle, String table) {
        var keys = new ArrayList<List<String>>();
        keys.add(primaryKey(handle, table));
        handle.createQuery("SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1")
                .bind(0, table)
                .mapTo(String.class)
                .forEach(index -> keys.add(handle.createQuery("SELECT name FROM pragma_index_info(?) ORDER BY seqno")
                        .bind(0, index)
                        .mapTo(String.class)
                        .list()));
        return keys;
    }
}
