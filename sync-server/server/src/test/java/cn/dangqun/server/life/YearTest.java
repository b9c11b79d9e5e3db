package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A made-up year of twelve branches: every cell of the board and every rate is what arithmetic of the test's own
/// says, and behind each cell stand the rule, the dates and the activities that counted. One year in the gate,
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

        turnout(year, visitor, seed);
        absences(year, visitor, seed);
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

    /// 应到, 实到, 请假 and 缺席 of each branch over the year, and of who moved in the middle of it.
    private static void turnout(YearUnderTest year, Visitor visitor, long seed) {
        var expected = new TreeMap<String, List<Integer>>();
        var mover = new int[4];
        for (var each : year.attended) {
            if (isTold(each)) {
                var sums = expected.computeIfAbsent(each.roll(), fresh -> new ArrayList<>(List.of(0, 0, 0, 0)));
                add(sums, each);
                if (each.member().equals(MadeYear.member("c1-b2", 5))) {
                    mover[0]++;
                    mover[1] += each.came() ? 1 : 0;
                    mover[2] += each.leave() ? 1 : 0;
                    mover[3] += each.came() || each.leave() ? 0 : 1;
                }
            }
        }
        var query = "?since=2026-01-01&until=2026-12-31";
        assertEquals(expected, organizations(visitor.get("/attendance" + query).body()), "seed " + seed);
        var one = figures(
                visitor.get("/attendance/members/" + MadeYear.member("c1-b2", 5) + query)
                        .body(),
                "<tfoot>");
        assertEquals(List.of(mover[0], mover[1], mover[2], mover[3]), one, "who moved, seed " + seed);
        assertTrue(mover[0] > 10 && mover[3] > 0);
    }

    /// Who missed two or more since the last time of coming or leave, the first of them three months ago or more.
    private static void absences(YearUnderTest year, Visitor visitor, long seed) {
        var expected = new TreeMap<String, String>();
        var members = year.attended.stream()
                .map(YearUnderTest.Attended::member)
                .distinct()
                .toList();
        for (var member : members) {
            var theirs = year.attended.stream()
                    .filter(each -> each.member().equals(member))
                    .toList();
            var seen = theirs.stream()
                    .filter(each -> each.came() || each.leave())
                    .map(YearUnderTest.Attended::day)
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.MIN);
            var missed = theirs.stream()
                    .filter(each -> !each.came() && !each.leave() && isTold(each))
                    .map(YearUnderTest.Attended::day)
                    .filter(day -> day.isAfter(seen))
                    .sorted()
                    .toList();
            if (missed.size() > 1
                    && !missed.getFirst().isAfter(YearUnderTest.today().minusMonths(3))) {
                expected.put(member, missed.getFirst().toString());
            }
        }
        var found = new TreeMap<String, String>();
        var body = visitor.get("/attendance/absent").body();
        Pattern.compile("/attendance/members/([A-Z0-9-]+)\\?since=([0-9-]+)")
                .matcher(body)
                .results()
                .forEach(each -> found.put(each.group(1), each.group(2)));
        assertEquals(expected, found, "seed " + seed);
        assertFalse(expected.isEmpty(), "nobody is missing in year " + seed);
        var other = year.console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(403, other.get("/attendance/absent").statusCode());
    }

    /// The third community's kiosk has told nothing since noon of 15 August, the second's came on 5 March.
    private static boolean isTold(YearUnderTest.Attended each) {
        return switch (each.holder().substring(0, 2)) {
            case "c2" -> !each.day().isBefore(LocalDate.of(MadeYear.YEAR, 3, 5));
            case "c3" -> !each.day().isAfter(LocalDate.of(MadeYear.YEAR, 8, 15));
            default -> true;
        };
    }

    private static void add(List<Integer> sums, YearUnderTest.Attended each) {
        sums.set(0, sums.get(0) + 1);
        sums.set(1, sums.get(1) + (each.came() ? 1 : 0));
        sums.set(2, sums.get(2) + (each.leave() ? 1 : 0));
        sums.set(3, sums.get(3) + (each.came() || each.leave() ? 0 : 1));
    }

    private static Map<String, List<Integer>> organizations(String body) {
        var found = new TreeMap<String, List<Integer>>();
        Pattern.compile("/attendance/activities\\?since=2026-01-01&amp;until=2026-12-31&amp;organization=([^\"]+)\"")
                .matcher(body)
                .results()
                .forEach(each -> {
                    var figures = figures(body.substring(each.start()), "");
                    if (figures.getFirst() > 0) {
                        found.put(each.group(1), figures);
                    }
                });
        return found;
    }

    /// Of the nine columns after a mark 应到, 实到, 请假 and 缺席.
    private static List<Integer> figures(String body, String after) {
        var cells = Pattern.compile("<td class=\"number\">(?:<a[^>]*>)?([^<]*)<")
                .matcher(body.substring(body.indexOf(after)))
                .results()
                .limit(9)
                .map(each -> each.group(1))
                .toList();
        return List.of(
                Integer.valueOf(cells.get(1)),
                Integer.valueOf(cells.get(2)),
                Integer.valueOf(cells.get(5)),
                Integer.valueOf(cells.get(7)));
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
