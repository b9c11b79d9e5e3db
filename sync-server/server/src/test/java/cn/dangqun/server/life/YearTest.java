package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A made-up year of twelve branches: every cell of the board and every rate is what arithmetic of the test's own says,
/// and behind each cell stand the rule, the dates and the activities that counted. One year in the gate,
/// `-Dproof.years` of them; what fails names its seed.
@Tag("proof")
@Timeout(600)
class YearTest {
    private static final Pattern CELL =
            Pattern.compile("data-status=\"(\\w+)\"><a href=\"/life/([^/\"]+/[A-Z_]+/[0-9QH-]+)\"");
    private static final Pattern DUTY = Pattern.compile("href=\"(/life\\?duty=([A-Z_]+)&amp;year=2026)\"");
    private static final Pattern FIGURES = Pattern.compile("已到期应完成 (\\d+) 项，完成 (\\d+) 项，其中按时 (\\d+) 项");
    private static final Pattern COUNTED = Pattern.compile("data-counted=\"(\\w+)\"");

    @TempDir
    Path directory;

    @Test
    void everyCellAndEveryRateIsWhatPlainArithmeticSays() {
        long first = Long.getLong("proof.seed", 20261129);
        for (int n = 0; n < Integer.getInteger("proof.years", 1); n++) {
            long seed = first + n;
            try (var year = new YearUnderTest(directory.resolve("year-" + n), seed)) {
                agrees(year, seed);
            }
        }
    }

    private static void agrees(YearUnderTest year, long seed) {
        var plain = new PlainYear(year.made, YearUnderTest.today());
        var visitor = year.console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var shown = new TreeMap<String, String>();
        for (var duty : duties(visitor)) {
            var body = visitor.get("/life?duty=" + duty + "&year=2026").body();
            var cells = cells(body);
            assertFalse(cells.isEmpty(), duty);
            shown.putAll(cells);
            rates(plain, duty, body, seed);
        }
        var expected = new TreeMap<>(plain.cells);
        expected.keySet().removeIf(key -> isIdle(plain, key));
        assertEquals(expected, shown, "seed " + seed);
        assertTrue(new HashSet<>(shown.values()).size() >= 6, () -> "too little happens in year " + seed);

        var looked = explanations(plain, visitor, seed);
        year.console.ledger.rebuild();
        assertEquals(looked, explanations(plain, visitor, seed), "derived again, seed " + seed);
    }

    /// Who owes a duty in no period of the year has no row.
    private static boolean isIdle(PlainYear plain, String key) {
        var row = key.substring(0, key.lastIndexOf('/') + 1);
        return plain.cells.entrySet().stream()
                .filter(each -> each.getKey().startsWith(row))
                .allMatch(each -> each.getValue().equals("NOT_APPLICABLE"));
    }

    private static List<String> duties(Visitor visitor) {
        var found = DUTY.matcher(visitor.get("/life?year=2026")
                        .body()
                        .replaceAll("year=2026&amp;duty=([A-Z_]+)", "duty=$1&amp;year=2026"))
                .results()
                .map(each -> each.group(2))
                .toList();
        assertEquals(11, found.size(), found::toString);
        return found;
    }

    private static Map<String, String> cells(String body) {
        var cells = new TreeMap<String, String>();
        CELL.matcher(body).results().forEach(each -> cells.put(each.group(2), each.group(1)));
        return cells;
    }

    /// The rows', then those of all.
    private static void rates(PlainYear plain, String duty, String body, long seed) {
        var rows = new ArrayList<List<Integer>>();
        var names = new ArrayList<String>();
        Pattern.compile("<a class=\"title\" href=\"/life/([^?\"]+)\\?")
                .matcher(body)
                .results()
                .forEach(each -> names.add(each.group(1)));
        FIGURES.matcher(body)
                .results()
                .forEach(each -> rows.add(List.of(
                        Integer.valueOf(each.group(1)),
                        Integer.valueOf(each.group(2)),
                        Integer.valueOf(each.group(3)))));
        assertEquals(names.size() + 1, rows.size());
        for (int n = 0; n < names.size(); n++) {
            var row = names.get(n) + "/" + duty + "/";
            assertEquals(list(plain.figures(key -> key.startsWith(row))), rows.get(n), row + " seed " + seed);
        }
        var all = plain.figures(key -> key.contains("/" + duty + "/"));
        assertEquals(list(all), rows.getLast(), duty + " seed " + seed);
        if (all[0] > 0) {
            assertTrue(body.contains(percent(all[1], all[0])), duty + " " + percent(all[1], all[0]));
            assertTrue(body.contains(percent(all[2], all[0])), duty + " " + percent(all[2], all[0]));
        }
    }

    private static List<Integer> list(int[] figures) {
        return List.of(figures[0], figures[1], figures[2]);
    }

    /// One decimal, half up.
    private static String percent(int part, int whole) {
        long tenths = Math.floorDiv(2000L * part + whole, 2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /// Of some cells in the gate, of all otherwise.
    private static Map<String, String> explanations(PlainYear plain, Visitor visitor, long seed) {
        var keys = new ArrayList<>(plain.cells.keySet());
        Collections.shuffle(keys, new Random(seed));
        var looked = new TreeMap<String, String>();
        for (var key : keys.subList(0, Integer.getInteger("proof.years", 0) > 0 ? keys.size() : 40)) {
            var body = visitor.get("/life/" + key).body();
            assertTrue(
                    Pattern.compile("id=\"why\">[^<]*依据：[A-Z_0-9]+@[0-9.]+，R-\\d{3}")
                            .matcher(body)
                            .find(),
                    key);
            var counts = body.substring(body.indexOf("计入的活动"), body.indexOf("不计入的活动"));
            assertEquals(
                    plain.counted.get(key),
                    List.copyOf(new TreeSet<>(COUNTED.matcher(counts)
                            .results()
                            .map(each -> each.group(1))
                            .toList())),
                    key + " seed " + seed);
            looked.put(key, body);
        }
        return looked;
    }
}
