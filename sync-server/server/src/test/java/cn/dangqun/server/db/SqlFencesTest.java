package cn.dangqun.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.db.SqlInSources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// DESIGN §6: SQL in the sources means the same in SQLite and in PostgreSQL, and names the street wherever it looks a
/// row up. What must differ stands in [Dialect].
class SqlFencesTest {
    /// What knows the engine.
    private static final Set<String> DIALECT =
            Set.of("cn/dangqun/server/db/Dialect.java", "cn/dangqun/server/db/SqliteStatistics.java");

    /// Why each is refused.
    private static final Map<String, Pattern> REFUSED = Map.ofEntries(
            Map.entry(
                    "ON CONFLICT is what both know", Pattern.compile("\\b(INSERT|UPDATE) OR [A-Z]|\\bREPLACE INTO\\b")),
            Map.entry("PostgreSQL has no rowid", Pattern.compile("\\b_?rowid_?\\b")),
            Map.entry(
                    "IS NOT DISTINCT FROM is what both know",
                    Pattern.compile("\\bIS (?!(NOT )?(NULL|DISTINCT FROM)\\b)")),
            Map.entry(
                    "instants are numbers, days are text",
                    Pattern.compile("(?i)\\b(datetime|strftime|julianday|unixepoch|now|date)\\(")),
            Map.entry(
                    "ask for a range",
                    Pattern.compile("\\b(GLOB|REGEXP|I?LIKE)\\b|\\bMATCH '|\\bsubstr\\([^=]*\\) ?= ")),
            Map.entry("belongs in Dialect", Pattern.compile("\\bPRAGMA\\b|\\binstr\\(|\\bstrpos\\(|\\bposition\\(")),
            Map.entry(
                    "one engine only",
                    Pattern.compile(
                            "\\b(ifnull|iif|group_concat|string_agg|total|typeof|printf|json_\\w+|last_insert_rowid|changes|greatest|least)\\(")),
            Map.entry("max of two is greatest elsewhere", Pattern.compile("\\b(?i:max|min)\\([^()]*,[^()]*\\)")),
            Map.entry("LIMIT n OFFSET m", Pattern.compile("\\bLIMIT (-1|\\S+, )")),
            Map.entry("casts and quotes of one engine", Pattern.compile("\\w::\\w|SELECT[^']*`|[a-z] == [:?']")),
            Map.entry(
                    "no correctness from locks or messages",
                    Pattern.compile("\\b(LISTEN|NOTIFY|LOCK TABLE|FOR UPDATE|FOR SHARE|SERIALIZABLE|nextval)\\b")));

    private static final Pattern CHAIN_HASH = Pattern.compile("\\b[a-z]+\\.hash\\b|\\bhash\\b[^;]*\\bFROM fact\\b");

    static Stream<Source> sources() {
        return SqlInSources.all().filter(each -> !DIALECT.contains(each.file()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void saysNothingThatOneEngineAloneKnows(Source source) {
        source.strings().forEach(each -> assertEquals(List.of(), refusals(each), each));
    }

    /// Not every row keeps its chain hash: outside the ledger nobody may ask a row for it.
    @ParameterizedTest
    @MethodSource("sources")
    void asksNoRowForAHashThatItMayNotKeep(Source source) {
        if (!source.file().startsWith("cn/dangqun/server/ledger/")) {
            source.strings()
                    .forEach(each -> assertFalse(CHAIN_HASH.matcher(each).find(), each));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT OR REPLACE INTO member (id) VALUES (?)",
                "SELECT rowid FROM member",
                "WHERE branch IS :branch",
                "WHERE at > datetime('now')",
                "WHERE path GLOB '/street/*'",
                "WHERE path LIKE '/street/%'",
                "WHERE substr(coalesce(o.path, '/'), 1, length(:prefix)) = :prefix",
                "PRAGMA foreign_keys = OFF",
                "SELECT max(a, b) FROM member",
                "SELECT ifnull(name, '') FROM member",
                "LIMIT 10, 20",
                "SELECT held_on::date FROM activity",
                "SELECT 1 FROM kiosk FOR UPDATE"
            })
    void refuses(String sql) {
        assertFalse(refusals(sql).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE a IS NULL AND b IS NOT NULL AND c IS NOT DISTINCT FROM :c",
                "SELECT coalesce(max(number), 0) FROM member WHERE street = 1",
                "o.path >= c.path AND o.path < substr(c.path, 1, length(c.path) - 1) || '0'",
                "INSERT INTO member (id) VALUES (?) ON CONFLICT (street, id) DO NOTHING",
                "ORDER BY at LIMIT :most OFFSET :skipped"
            })
    void takes(String sql) {
        assertEquals(List.of(), refusals(sql));
    }

    private static List<String> refusals(String sql) {
        return REFUSED.entrySet().stream()
                .filter(each -> each.getValue().matcher(sql).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final String TABLES = String.join(
            "|",
            "kiosk",
            "kiosk_device",
            "kiosk_certificate",
            "enrolment_code",
            "reference_change",
            "reference_item",
            "organization",
            "member",
            "card_binding",
            "activity",
            "staff",
            "site",
            "service",
            "account",
            "console_session",
            "login_attempt",
            "audit_entry",
            "code_key",
            "code_card",
            "code_sheet",
            "code_sheet_card",
            "wall_version",
            "wall_writer",
            "wall_step",
            "former_member",
            "parked_settled",
            "roll_freezing",
            "attendance_line",
            "demonstration",
            "opening_day",
            "start_put_off");
    private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN|UPDATE) (?:" + TABLES + ")\\b( [a-z]\\w*)?");
    private static final int ONE_STATEMENT = 600;

    /// A key begins with the street: without it, a row is found by reading the whole table, and in a district's
    /// database it may be another street's.
    @ParameterizedTest
    @MethodSource("sources")
    void namesTheStreetOfEveryTableItReads(Source source) {
        var leftOut = leftOut(source.joined());

        // a projection is emptied as a whole
        leftOut.removeIf(each -> each.matches("FROM (roll_freezing|attendance_line|parked_settled)"));
        assertEquals(List.of(), leftOut);
    }

    @Test
    void seesAStreetThatIsLeftOut() {
        assertEquals(List.of("FROM member"), leftOut("SELECT 1 FROM member WHERE id = ?"));
        assertEquals(
                List.of("JOIN site s"),
                leftOut("SELECT 1 FROM kiosk k JOIN site s ON s.id = k.site WHERE k.street = 1"));
        assertEquals(List.of(), leftOut("SELECT 1 FROM kiosk k JOIN site s ON s.street = 1 WHERE k.street = 1"));
    }

    private static List<String> leftOut(String sql) {
        var found = new ArrayList<String>();
        READ.matcher(sql).results().forEach(each -> {
            var alias = each.group(1);
            var rest = sql.substring(each.end(), Math.min(sql.length(), each.end() + ONE_STATEMENT));
            if (!rest.contains((alias == null ? " " : alias + ".") + "street = ")) {
                found.add(each.group());
            }
        });
        return found;
    }

    @Test
    void readsSqlAtAll() {
        var statements = sources()
                .flatMap(each -> each.strings().stream())
                .filter(each -> each.contains("SELECT "))
                .collect(Collectors.toSet());

        assertTrue(statements.size() > 80, () -> statements.size() + " statements");
    }
}
