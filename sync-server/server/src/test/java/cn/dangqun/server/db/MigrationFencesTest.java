package cn.dangqun.server.db;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.db.Migrations.Migration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// DESIGN §6: what a migration may say, so that PostgreSQL and its distributed kin stay open (docs/decisions/0014).
class MigrationFencesTest {
    /// Released before the rule; streets have them, so that they stay as they are. They name each thing once or make
    /// several tables at a time.
    private static final Set<Integer> BEFORE_THE_RULE = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 50);

    private static final Pattern REFUSED = Pattern.compile(
            "(?i)\\b(TRIGGER|LISTEN|NOTIFY|SEQUENCE|NEXTVAL|SERIAL [A-Z]|BIGSERIAL|IDENTITY|AUTOINCREMENT|DEFERRABLE"
                    + "|DEFERRED|EXCLUDE|LOCK TABLE|WITHOUT ROWID|INSERT OR|REPLACE INTO|ROWID)\\b");

    static Stream<Migration> migrations() {
        return Migrations.all().stream();
    }

    static Stream<Migration> migrationsUnderTheRule() {
        return migrations().filter(each -> !BEFORE_THE_RULE.contains(each.version()));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void saysNothingThatADistributedEngineLacks(Migration migration) {
        migration.statements().forEach(each -> assertFalse(isRefused(each), each));
    }

    @ParameterizedTest
    @MethodSource("migrationsUnderTheRule")
    void changesOneThingOrRebuildsTables(Migration migration) {
        assertTrue(isOneStep(migration.statements()), () -> migration + ": " + migration.ddl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END",
                "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE SEQUENCE numbers",
                "CREATE TABLE a (id BIGINT, UNIQUE (id) DEFERRABLE INITIALLY DEFERRED)",
                "INSERT OR IGNORE INTO a VALUES (1)",
                "LOCK TABLE a"
            })
    void refuses(String statement) {
        assertTrue(isRefused(statement));
    }

    @Test
    void refusesTwoTablesInOneStep() {
        assertFalse(isOneStep(Migrations.statements("CREATE TABLE a (b TEXT); CREATE TABLE c (d TEXT);")));
        assertFalse(
                isOneStep(Migrations.statements("DROP TABLE a; CREATE TABLE a (b TEXT); CREATE TABLE c (d TEXT);")));
    }

    @Test
    void takesARebuildForOneStep() {
        assertTrue(isOneStep(Migrations.statements("""
                CREATE TABLE a_keyed (street INTEGER, b TEXT); -- with ; in a comment
                INSERT INTO a_keyed (b) SELECT b FROM a;
                DROP TABLE a;
                ALTER TABLE a_keyed RENAME TO a;
                CREATE UNIQUE INDEX a_b ON a (street, b);""")));
    }

    @Test
    void readsEveryMigration() {
        assertEquals(
                BEFORE_THE_RULE.size() + migrationsUnderTheRule().count(),
                Migrations.all().size());
        assertTrue(Migrations.all().size() > BEFORE_THE_RULE.size());
    }

    private static boolean isRefused(String statement) {
        return REFUSED.matcher(statement).find();
    }

    private static final Pattern DROPPED = Pattern.compile("(?i)DROP TABLE (\\w+)");
    private static final Pattern CREATED = Pattern.compile("(?i)CREATE TABLE (\\w+) .*");
    private static final Pattern RENAMED = Pattern.compile("(?i)ALTER TABLE (\\w+) RENAME TO (\\w+)");
    private static final Pattern INDEXED = Pattern.compile("(?i)CREATE (?:UNIQUE )?INDEX \\w+ ON (\\w+) .*");

    /// One statement that changes the schema; or a rebuild, after which the tables that were dropped stand anew, and
    /// nothing else.
    private static boolean isOneStep(List<String> statements) {
        var ddl = new Migration(0, "", statements).ddl();
        var dropped = names(ddl, DROPPED, 1);
        var renamed = names(ddl, RENAMED, 1);
        return ddl.size() == 1
                || (dropped.containsAll(names(ddl, RENAMED, 2))
                        && dropped.containsAll(names(ddl, INDEXED, 1))
                        && names(ddl, CREATED, 1).stream()
                                .allMatch(each -> dropped.contains(each) || renamed.contains(each))
                        && names(ddl, CREATED, 1).size() == dropped.size()
                        && ddl.stream()
                                .allMatch(each -> Stream.of(DROPPED, CREATED, RENAMED, INDEXED)
                                        .anyMatch(form -> form.matcher(each).matches())));
    }

    private static Set<String> names(List<String> ddl, Pattern form, int group) {
        return ddl.stream()
                .map(form::matcher)
                .filter(found -> found.matches())
                .map(found -> found.group(group))
                .collect(toUnmodifiableSet());
    }
}
