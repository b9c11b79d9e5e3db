package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.Workbooks;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A made-up year of twelve branches by three sets of rules, with trainings, a move, people who need not study, what
/// kiosks have not told, catching up, a late check-in and a reviewer's decision: every cell of the lists, of one
/// person's page and of the workbook is what plain sums say.
@Tag("proof")
@Timeout(300)
class HoursTest {
    private static final Pattern ROW = Pattern.compile(
            "<tr data-state=\"(\\w+)\">\\s*<td><a class=\"title\" href=\"/hours/members/([A-Z0-9-]+)"
                    + "[^\"]*\">([^<]*)</a></td>(.*?)</tr>",
            Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)<");
    private static final LocalDate HALF = LocalDate.of(MadeYear.YEAR, 6, 30);

    private static HoursUnderTest lived;
    private static YearUnderTest year;
    private static PlainHours plain;
    private static Visitor reviewer;

    /// One street for all: what a test does to it is noted in the plain figures too.
    @BeforeAll
    static void live(@TempDir Path directory) {
        lived = new HoursUnderTest(directory);
        year = lived.year;
        plain = lived.plain;
        reviewer = year.console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterAll
    static void close() {
        year.close();
    }

    @Test
    void everyCellIsWhatPlainSumsSay() {
        agrees();
        assertTrue(states().size() >= 6, () -> "too little happens: " + states());

        var missed = plain.missed("c1");
        var studied = LocalDate.of(2026, 11, 20);
        post(missed.member(), Map.of("study", "MADE_UP", "activity", missed.activity(), "day", "2026-11-20"), 303);
        var caughtUp = new PlainHours.Extra(missed.member(), missed.activity(), studied, false);
        plain.extras.add(caughtUp);
        agrees();
        post(missed.member(), Map.of("study", "MADE_UP", "activity", missed.activity(), "day", "2026-11-21"), 409);

        var note = Pattern.compile("name=\"note\" value=\"([^\"]+)\"")
                .matcher(reviewer.get("/hours/members/" + missed.member()).body());
        assertTrue(note.find());
        undo(missed.member(), note.group(1));
        plain.extras.remove(caughtUp);
        agrees();

        long seq = lived.comes(missed);
        var came = new PlainHours.Extra(missed.member(), missed.activity(), missed.day(), true);
        plain.extras.add(came);
        agrees();
        lived.setAside(missed, seq);
        plain.extras.remove(came);
        agrees();

        var before = cells("");
        year.console.ledger.rebuild();
        assertEquals(before, cells(""), "derived again");
    }

    @Test
    void onePersonsPageNamesWhatTheNumberIsMadeOf() {
        var body = reviewer.get("/hours/members/C1-B3-M1").body();
        var lines = body.substring(body.indexOf("id=\"lines\""), body.indexOf("补课和送学上门"));
        int sum = 0;
        for (var row : lines.split("<tr>", -1)) {
            var cells = CELL.matcher(row).results().map(each -> each.group(1)).toList();
            if (cells.size() > 5) {
                sum += Integer.parseInt(cells.get(4));
                assertEquals(sum, Integer.parseInt(cells.get(5)), row);
            }
        }
        var row = plain.rows(YearUnderTest.today()).get("C1-B3-M1");
        assertEquals(row.credited(), sum + " 学时");
        assertTrue(lines.contains("/activities/t1") && lines.contains("/activities/t2"));
        assertTrue(body.contains("2026 年应完成 56 学时，已完成 " + sum + " 学时"), body);
        assertTrue(body.contains("依据：CHENGDU_2021@"));

        var reached = plain.rows(YearUnderTest.today()).entrySet().stream()
                .filter(each -> each.getValue().state().equals("REACHED"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertTrue(reviewer.get("/hours/members/" + reached).body().contains("结论：已达标"), reached);

        post("C2-B1-M2", Map.of("study", "HOME_VISIT", "day", "2026-11-02"), 303);
        assertTrue(reviewer.get("/hours/members/C2-B1-M2").body().contains("已送学上门 1 次"));
    }

    @Test
    void refusesWhatCannotBe() {
        var missed = plain.missed("c1");
        var there = year.attended.stream()
                .filter(each -> each.came() && plain.given.containsKey(each.activity()))
                .findFirst()
                .orElseThrow();
        post(there.member(), Map.of("study", "MADE_UP", "activity", there.activity(), "day", "2026-11-20"), 422);
        post(missed.member(), Map.of("study", "MADE_UP", "activity", missed.activity(), "day", "2026-11-24"), 422);
        post(missed.member(), Map.of("study", "MADE_UP", "activity", missed.activity(), "day", "2025-12-31"), 422);
        post(missed.member(), Map.of("study", "MADE_UP", "day", "2026-11-20"), 422);
        assertEquals(
                400,
                reviewer.post(
                                "/hours/members/" + missed.member(),
                                "/hours/members/" + missed.member() + "/notes",
                                Map.of("study", "NONSENSE", "day", "2026-11-20", "reason", "样例"))
                        .statusCode());
        assertFalse(reviewer.get("/hours/members/" + missed.member()).body().contains("name=\"note\""));
    }

    @Test
    void narrowsSearchesAndOrders() {
        var all = plain.rows(YearUnderTest.today());
        var behind = reviewer.get("/hours/members?names=full&state=BEHIND").body();
        var expected = all.entrySet().stream()
                .filter(each -> each.getValue().state().equals("BEHIND"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(Set.copyOf(expected), members(behind));
        assertEquals(
                Set.of("C1-B2-M3"),
                members(reviewer.get(
                                "/hours/members?names=full&search=" + "%E6%A0%B7%E4%BE%8B%E4%BA%8C%E7%94%B2%E7%8E%84")
                        .body()));
        var shown = year.console
                .visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))))
                .get("/hours/members")
                .body();
        assertTrue(members(shown).stream().allMatch(each -> each.startsWith("C2")), shown);
        assertTrue(shown.contains("样*"), "names are masked");
        var first = ROW.matcher(reviewer.get("/hours/members?order=short").body());
        assertTrue(first.find());
        int worst = all.values().stream().mapToInt(HoursTest::lacks).max().orElseThrow();
        assertEquals(worst, lacks(all.get(first.group(2))));
    }

    private static int lacks(PlainHours.Row row) {
        return row.missing().isEmpty() ? 0 : Integer.parseInt(row.missing().replace(" 学时", ""));
    }

    private void agrees() {
        agrees("", YearUnderTest.today());
        agrees("&at=half", HALF);
        var rows = plain.rows(YearUnderTest.today());
        var sheet = Workbooks.rows(reviewer.bytes("/hours/export/names"), 0);
        assertEquals(rows.size() + 1, sheet.size());
        var byName = new HashMap<String, List<String>>();
        sheet.forEach(row -> byName.put(row.getFirst(), row));
        rows.forEach((member, row) -> {
            var cells = byName.get(nameOf(member));
            assertEquals(
                    List.of(row.role(), row.credited(), row.required(), row.missing(), row.trainings()),
                    cells.subList(2, 7),
                    member);
        });
        assertEquals(
                tallies(YearUnderTest.today()).get("样例支部c1-b1"),
                Workbooks.rows(reviewer.bytes("/hours/export/names"), 1).stream()
                        .filter(row -> row.getFirst().equals("样例支部c1-b1"))
                        .map(row -> row.subList(1, 9))
                        .findFirst()
                        .orElseThrow());
        assertTrue(Workbooks.rows(reviewer.bytes("/hours/export"), 0).stream()
                .noneMatch(row ->
                        byName.containsKey(row.getFirst()) && row.getFirst().startsWith("样例")));
    }

    private void agrees(String more, LocalDate asOf) {
        assertEquals(plain.rows(asOf), cells(more), more);
        var shown = new TreeMap<String, List<String>>();
        var body = reviewer.get("/hours?year=2026" + more).body();
        for (var row : body.split("<tr>", -1)) {
            var cells = CELL.matcher(row).results().map(each -> each.group(1)).toList();
            if (cells.size() >= 9) {
                shown.put(cells.getFirst(), cells.subList(1, 9));
            }
        }
        assertEquals(tallies(asOf), shown, more);
    }

    /// 党员, 参学, 参学率, 达标, 达标率, 落后, 待上传, 免 of each branch.
    private Map<String, List<String>> tallies(LocalDate asOf) {
        var sums = new TreeMap<String, int[]>();
        year.made.branches.forEach(each -> sums.put("样例支部" + each.id(), new int[7]));
        plain.rows(asOf).forEach((member, row) -> {
            var first = member.toLowerCase(Locale.ROOT).substring(0, 5);
            var sum = sums.get("样例支部" + PlainHours.branchOf(first, member.charAt(member.length() - 1) - '0', asOf));
            sum[0]++;
            sum[1] += plain.studied(member, asOf) ? 1 : 0;
            sum[2] += row.state().equals("REACHED") ? 1 : 0;
            sum[3] += row.state().equals("BEHIND") ? 1 : 0;
            sum[4] += row.state().equals("AWAITED") ? 1 : 0;
            sum[5] += row.state().equals("EXEMPT") ? 1 : 0;
        });
        var tallies = new TreeMap<String, List<String>>();
        sums.forEach((branch, sum) -> tallies.put(
                branch,
                List.of(
                        "" + sum[0],
                        "" + sum[1],
                        percent(sum[1], sum[0]),
                        "" + sum[2],
                        percent(sum[2], sum[0] - sum[4] - sum[5]),
                        "" + sum[3],
                        "" + sum[4],
                        "" + sum[5])));
        return tallies;
    }

    private static String percent(int part, int whole) {
        if (whole == 0) {
            return "—";
        }
        long tenths = Math.floorDiv(2000L * part + whole, 2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    private Map<String, PlainHours.Row> cells(String more) {
        var cells = new TreeMap<String, PlainHours.Row>();
        for (int page = 1; page <= 2; page++) {
            ROW.matcher(reviewer.get("/hours/members?year=2026&names=full" + more + "&page=" + page)
                            .body())
                    .results()
                    .forEach(row -> {
                        var found = CELL.matcher(row.group(4))
                                .results()
                                .map(each -> each.group(1))
                                .toList();
                        assertEquals(nameOf(row.group(2)), row.group(3));
                        cells.put(
                                row.group(2),
                                new PlainHours.Row(
                                        found.get(2),
                                        found.get(3),
                                        found.get(4),
                                        found.get(5),
                                        row.group(1),
                                        found.get(1)));
                    });
        }
        return cells;
    }

    private static String nameOf(String member) {
        var branch = member.toLowerCase(Locale.ROOT).substring(0, 5);
        return MadeYear.name(branch, member.charAt(member.length() - 1) - '0');
    }

    private static Set<String> members(String body) {
        return Set.copyOf(ROW.matcher(body).results().map(each -> each.group(2)).toList());
    }

    private Set<String> states() {
        return Set.copyOf(plain.rows(YearUnderTest.today()).values().stream()
                .map(PlainHours.Row::state)
                .distinct()
                .toList());
    }

    private void post(String member, Map<String, String> form, int status) {
        var all = new HashMap<>(form);
        all.put("reason", "样例：自学后由支部核对");
        var page = "/hours/members/" + member;
        assertEquals(status, reviewer.post(page, page + "/notes", all).statusCode(), form::toString);
    }

    private void undo(String member, String note) {
        var page = "/hours/members/" + member;
        var answer = reviewer.post(page, page + "/notes/undoing", Map.of("note", note, "reason", "登记错了"));
        assertEquals(303, answer.statusCode());
        assertTrue(reviewer.get(page).body().contains("登记错了"));
    }
}
