package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.Workbooks;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reports of a made-up year: their cells are what plain arithmetic says, page, workbook and paper say the
/// same, and what was sent stays as it was, whatever comes later.
@Tag("proof")
@Timeout(600)
class ReportsTest {
    private static final long SEED = 20261129;

    @TempDir
    Path directory;

    @Test
    void everyCellOfSeveralMonthsIsWhatPlainArithmeticSaysAndLeavesAlike() {
        try (var year = new YearUnderTest(directory.resolve("year"), SEED)) {
            var plain = new PlainYear(year.made, YearUnderTest.today());
            var reviewer = reviewer(year);
            int cells = 0;
            for (var month : List.of("2026-03", "2026-06", "2026-10")) {
                for (var of : List.of("street", "c1", "c3-b2")) {
                    var duties = ReportsUnderTest.rows(reviewer, month, of, "duties");
                    assertEquals(PlainReports.duties(plain, month, of), duties, month + " " + of);
                    var attended = ReportsUnderTest.rows(reviewer, month, of, "attendance");
                    assertEquals(PlainReports.attendance(year, month, of), attended, month + " " + of);
                    assertEquals(
                            PlainReports.gaps(plain, month, of),
                            gaps(ReportsUnderTest.rows(reviewer, month, of, "gaps")),
                            month + " " + of);
                    cells += duties.size() + attended.size();
                }
            }
            assertTrue(cells > 100, cells + " rows");
            assertEquals(
                    PlainReports.missing(plain, "2026-09", "street"),
                    List.copyOf(ReportsUnderTest.rows(reviewer, "2026-10", "street", "before")
                            .keySet()));
            assertAll(
                    () -> leavesAlike(reviewer),
                    () -> half(plain, reviewer),
                    () -> untold(reviewer),
                    () -> censuses(year, reviewer),
                    () -> requests(year, reviewer),
                    () -> inspection(year, plain, reviewer),
                    () -> wayUp(year, reviewer));
        }
    }

    @Test
    void hoursAtTheCheckpointAreWhatPlainArithmeticSays() {
        var hours = new HoursUnderTest(directory.resolve("hours"));
        try (var year = hours.year) {
            var expected = new TreeMap<String, List<String>>();
            hours.plain.rows(HoursUnderTest.HALF).forEach((member, row) -> {
                var first = member.substring(0, 5).toLowerCase(java.util.Locale.ROOT);
                var branch = PlainHours.branchOf(first, member.charAt(7) - '0', HoursUnderTest.HALF);
                var sums = expected.computeIfAbsent(branch, fresh -> new ArrayList<>(List.of("0", "0", "0", "0", "0")));
                PlainReports.add(sums, 0, true);
                PlainReports.add(sums, 1, row.state().equals("REACHED"));
                PlainReports.add(sums, 2, row.state().equals("BEHIND"));
                PlainReports.add(sums, 3, row.state().equals("AWAITED"));
                PlainReports.add(sums, 4, row.state().equals("EXEMPT"));
            });
            var found = new TreeMap<String, List<String>>();
            ReportsUnderTest.rows(reviewer(year), "2026H1", "street", "study").forEach((key, cells) -> {
                if (!cells.get(1).equals("0")) {
                    found.put(key, List.of(cells.get(1), cells.get(4), cells.get(6), cells.get(7), cells.get(8)));
                }
            });
            assertEquals(expected, found);
        }
    }

    private static Visitor reviewer(YearUnderTest year) {
        return year.console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    /// Each with the sentence of the board, which names the rule.
    private static Map<String, String> gaps(Map<String, List<String>> rows) {
        var found = new TreeMap<String, String>();
        rows.forEach((key, cells) -> {
            assertTrue(cells.get(4).contains("依据："), cells::toString);
            found.put(key, cells.get(3).equals("缺项") ? "MISSING" : cells.get(3).equals("逾期完成") ? "LATE" : cells.get(3));
        });
        return found;
    }

    /// Page, workbook and paper.
    private void leavesAlike(Visitor reviewer) throws IOException, InterruptedException {
        var page = ReportsUnderTest.rows(reviewer, "2026-06", "c1", "duties");
        var sheet = Workbooks.rows(reviewer.bytes("/reports/2026-06/workbook?organization=c1"), 0);
        var printed = printed(reviewer.bytes("/reports/2026-06/pages?organization=c1"));

        assertEquals(
                page.values().stream()
                        .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                        .toList(),
                sheet.subList(3, sheet.size() - 1).stream()
                        .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                        .toList());
        assertTrue(printed.contains("2026 年 6 月月报表") && printed.contains("到会情况"), printed);
        assertEquals(
                1,
                Pattern.compile("第 1 页").matcher(printed).results().count(),
                "all tables are one paper, numbered through");
        ReportsUnderTest.rows(reviewer, "2026-06", "c1", "attendance")
                .values()
                .forEach(row -> assertTrue(
                        printed.contains(row.getFirst()) && printed.contains(row.getLast()), () -> "torn: " + row));
        page.values()
                .forEach(row -> assertTrue(
                        Pattern.compile(String.join("\\s+", row.subList(1, row.size())))
                                .matcher(printed)
                                .find(),
                        row::toString));
    }

    private String printed(byte[] pages) throws IOException, InterruptedException {
        var file = Files.createTempFile(directory, "report", ".pdf");
        Files.write(file, pages);
        var reading = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
        var text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reading.waitFor());
        return text;
    }

    /// Of the third community nothing has come of October: a nought would say that nobody was missing.
    private static void untold(Visitor reviewer) {
        var page = reviewer.get("/reports/2026-10?organization=c3-b2&table=attendance")
                .body();
        var rows = ReportsUnderTest.rows(page);
        assertTrue(rows.size() > 0
                && rows.values().stream().allMatch(each -> each.get(8).equals("待上传")));
        assertTrue(
                page.contains("<dt>待上传名册</dt><dd class=\"words\">" + rows.size() + "</dd>")
                        && page.contains("<dt>缺席</dt><dd class=\"words\">—</dd>")
                        && page.contains("待上传 " + rows.size() + " 张不在合计"),
                page);
        var year = ReportsUnderTest.rows(reviewer, "2026", "c3-b2", "work").get("c3-b2");
        assertNotEquals("0", year.get(2), "what is awaited stands beside the sums");
    }

    private static void half(PlainYear plain, Visitor reviewer) {
        var work = ReportsUnderTest.rows(reviewer, "2026H1", "street", "work");
        for (var branch : List.of("c1-b1", "c2-b2", "c3-b3")) {
            var figures = plain.figures(key -> key.startsWith(branch + "/") && endsInFirstHalf(key));
            var cells = work.get(branch);
            assertEquals(String.valueOf(figures[0]), cells.get(6), branch);
            assertEquals(String.valueOf(figures[2]), cells.get(7), branch);
            assertEquals(String.valueOf(figures[1] - figures[2]), cells.get(8), branch);
            assertEquals(PlainReports.percent(figures[1], figures[0]), cells.get(10), branch);
        }
    }

    private static boolean endsInFirstHalf(String key) {
        return Stream.of("01", "02", "03", "04", "05", "06")
                .anyMatch(month -> PlainReports.endsIn(key, "2026-" + month));
    }

    /// All organisations with members and seats, and one branch's members over the year, masked unless asked for.
    private static void censuses(YearUnderTest year, Visitor reviewer) {
        var organizations = ReportsUnderTest.rows(reviewer, "2026", "street", "organizations");
        assertEquals(
                year.made.items.stream()
                        .filter(each -> each instanceof cn.dangqun.domain.reference.ReferenceItem.OrganizationItem)
                        .count(),
                organizations.size());
        // five, less the one who moved to the first
        assertEquals("4", organizations.get("c1-b2").get(3));
        assertEquals("6", organizations.get("c1-b1").get(3));
        assertEquals("3", organizations.get("c1-b3").get(5), "seats");
        year.made.branches.stream()
                .filter(each -> !each.groups().isEmpty())
                .filter(each -> !each.id().endsWith("b1") && !each.id().endsWith("b2"))
                .forEach(each -> assertEquals(
                        organizations.get(each.id()).get(3),
                        String.valueOf(each.groups().stream()
                                .mapToInt(group -> Integer.parseInt(
                                        organizations.get(group).get(3)))
                                .sum()),
                        each.id()));
        assertTrue(
                organizations.values().stream()
                        .anyMatch(each -> each.getFirst().startsWith("样例小组")
                                && !each.get(3).equals("0")),
                "groups have members");
        var mover = MadeYear.member("c1-b2", 5);
        var theirs = year.attended.stream()
                .filter(each -> each.member().equals(mover) && PlainReports.isTold(each.holder(), each.day()))
                .toList();
        var cells = ReportsUnderTest.rows(reviewer, "2026", "c1-b1", "members").get(mover);
        assertEquals(String.valueOf(theirs.size()), cells.get(1));
        assertEquals(
                String.valueOf(
                        theirs.stream().filter(YearUnderTest.Attended::came).count()),
                cells.get(2));
        assertFalse(cells.getFirst().equals(MadeYear.name("c1-b2", 5)), "masked");
        var full = reviewer.get("/reports/2026?organization=c1-b1&table=members&names=full")
                .body();
        assertTrue(full.contains(MadeYear.name("c1-b2", 5)));
    }

    /// What is missing of a branch this year stands on its sheet, and what the inspector said.
    private static void inspection(YearUnderTest year, PlainYear plain, Visitor reviewer) {
        var page = reviewer.get("/reports/gaps?organization=c1-b3").body();
        var missing = plain.cells.entrySet().stream()
                .filter(each -> each.getKey().startsWith("c1-b3/"))
                .filter(each ->
                        each.getValue().equals("MISSING") || each.getValue().equals("OVERDUE"))
                .toList();
        assertFalse(missing.isEmpty());
        missing.forEach(each -> assertTrue(page.contains("href=\"/life/" + each.getKey() + "\""), each::toString));
        var silent = reviewer.get("/reports/gaps?organization=c3-b2").body();
        assertTrue(Pattern.compile("<li>待上传 \\d+ 项</li>").matcher(silent).find(), silent);
        assertFalse(silent.contains("<p>没有缺项。</p>"), "what kiosks have not told is no proof");
        var form = Map.of("branch", "c1-b3", "day", "2026-11-20", "party", "区委组织部", "words", "样例意见：补齐台账");
        assertEquals(
                303, reviewer.post("/reports/gaps", "/reports/gaps/notes", form).statusCode());
        var noted = reviewer.get("/reports/gaps?organization=c1-b3").body();
        assertTrue(noted.contains("样例意见：补齐台账"), noted);
        year.console.ledger.rebuild();
        assertEquals(
                ReportsUnderTest.main(noted),
                ReportsUnderTest.main(
                        reviewer.get("/reports/gaps?organization=c1-b3").body()));
        var secretary =
                year.console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId("c1-b3"))));
        assertTrue(secretary.get("/reports/gaps").body().contains("样例意见"));
        assertEquals(
                403, secretary.post("/password", "/reports/gaps/notes", form).statusCode());
    }

    /// Of October three were received, of November one, and one of October's was closed: what is overdue is of today.
    private static void requests(YearUnderTest year, Visitor reviewer) {
        ReportsUnderTest.filed(year, "00000000000000a1", "c1", "2026-10-10", Optional.of("2026-10-20"));
        ReportsUnderTest.filed(year, "00000000000000a2", "c1", "2026-10-12", Optional.of("2026-10-22"));
        ReportsUnderTest.filed(year, "00000000000000a3", "c2", "2026-10-05", Optional.empty());
        ReportsUnderTest.filed(year, "00000000000000a4", "c1", "2026-11-02", Optional.of("2026-12-02"));
        ReportsUnderTest.done(year, "00000000000000a2");

        var october = ReportsUnderTest.rows(reviewer, "2026-10", "street", "requests");
        var november = ReportsUnderTest.rows(reviewer, "2026-11", "street", "requests");

        assertEquals(List.of("样例社区1", "2", "0", "1"), october.get("c1"));
        assertEquals(List.of("样例社区2", "1", "0", "0"), october.get("c2"));
        assertEquals(List.of("样例社区3", "0", "0", "0"), october.get("c3"));
        assertEquals(List.of("样例社区1", "1", "1", "1"), november.get("c1"));
    }

    private static void wayUp(YearUnderTest year, Visitor first) {
        var second = reviewer(year);
        assertEquals(409, ReportsUnderTest.step(first, "SENT", "0").statusCode(), "not before somebody checked it");
        assertEquals(
                422,
                ReportsUnderTest.step(first, "2026-11", "CHECKED", "0", "").statusCode(),
                "not before the month is over");
        var early = ReportsUnderTest.step(first, "2026-10", "CHECKED", "0", "", "2026-10-31");
        assertEquals(422, early.statusCode(), "not of a day before the month was over");
        assertTrue(early.body().contains("日期不能早于 2026-11-01"), early.body());
        assertTrue(early.body().contains("id=\"incomplete\""), "what has not come is said before it is checked");
        var one = CompletableFuture.supplyAsync(
                () -> ReportsUnderTest.step(first, "CHECKED", "0").statusCode());
        var other = CompletableFuture.supplyAsync(
                () -> ReportsUnderTest.step(second, "CHECKED", "0").statusCode());
        assertEquals(
                List.of(303, 409), Stream.of(one.join(), other.join()).sorted().toList(), "two at once");
        var checker = one.join() == 303 ? first : second;
        var sender = one.join() == 303 ? second : first;
        assertEquals(422, ReportsUnderTest.step(checker, "SENT", "1").statusCode(), "whoever checked does not send");
        var unaddressed = ReportsUnderTest.step(sender, "2026-10", "SENT", "1", "");
        assertTrue(unaddressed.statusCode() == 422 && unaddressed.body().contains("“报给谁”"), unaddressed.body());
        assertEquals(
                422,
                ReportsUnderTest.step(sender, "2026-10", "SENT", "1", "区委组织部", "2026-11-19")
                        .statusCode(),
                "not before it was checked");
        assertEquals(303, ReportsUnderTest.step(sender, "SENT", "1").statusCode());
        var sent = ReportsUnderTest.tables(first);

        var missed = year.attended.stream()
                .filter(each -> each.day().toString().startsWith("2026-10")
                        && each.holder().startsWith("c1-b"))
                .filter(each -> !each.came() && !each.leave() && !each.roll().contains("-g"))
                .findFirst()
                .orElseThrow();
        ReportsUnderTest.comes(year, missed);

        assertEquals(sent, ReportsUnderTest.tables(first), "the copy stays");
        var after = ReportsUnderTest.rows(first, "2026-10", "street", "after");
        var key = missed.activity() + " " + missed.roll();
        assertTrue(after.keySet().stream().anyMatch(each -> each.equals("attendance " + key + " 实到")), after::toString);
        assertNotEquals(
                ReportsUnderTest.rows(first, "2026-10", "street", "attendance").get(key),
                ReportsUnderTest.rows(first.get("/reports/2026-10?organization=street&copy=live&search="
                                        + missed.activity() + "&table=attendance")
                                .body())
                        .get(key));
        assertEquals(303, ReportsUnderTest.step(first, "RECEIPT", "2").statusCode());
        assertEquals(303, ReportsUnderTest.step(first, "COMMENT", "3").statusCode());
        assertEquals(
                422, ReportsUnderTest.step(sender, "TAKEN_BACK", "4").statusCode(), "nobody takes back what they sent");
        var page = ReportsUnderTest.main(
                first.get("/reports/2026-10?organization=street&table=after").body());
        assertTrue(page.contains("已讲评") && page.contains("区委组织部"), page);
        assertTrue(page.contains("样例管理员") && !page.contains("test-street-reviewer"), "people, not logins");
        year.console.ledger.rebuild();
        assertEquals(
                page,
                ReportsUnderTest.main(first.get("/reports/2026-10?organization=street&table=after")
                        .body()));
        assertEquals(303, ReportsUnderTest.step(checker, "TAKEN_BACK", "4").statusCode());
        var again = first.get("/reports/2026-10?organization=street").body();
        assertTrue(again.contains("待核对") && again.contains("第 1 次上报"), again);
        assertEquals(404, first.get("/reports/2027-01?organization=street").statusCode());
        var community = year.console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(404, community.get("/reports/2026-10?organization=c2").statusCode());
        var own = community.get("/reports/2026-10").body();
        assertTrue(own.contains("样例社区1") && !own.contains("样例社区2"), "only one's own");
        assertEquals(403, ReportsUnderTest.step(community, "CHECKED", "0").statusCode());
    }
}
