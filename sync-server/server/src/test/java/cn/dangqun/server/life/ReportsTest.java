package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.Workbooks;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    private static final Pattern ROW = Pattern.compile("<tr data-row=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)<");

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
                    var duties = rows(reviewer, month, of, "duties");
                    assertEquals(duties(plain, month, of), duties, month + " " + of);
                    var attended = rows(reviewer, month, of, "attendance");
                    assertEquals(attendance(year, month, of), attended, month + " " + of);
                    assertEquals(gaps(plain, month, of), gaps(rows(reviewer, month, of, "gaps")), month + " " + of);
                    cells += duties.size() + attended.size();
                }
            }
            assertTrue(cells > 100, cells + " rows");
            assertEquals(
                    missing(plain, "2026-09", "street"),
                    List.copyOf(rows(reviewer, "2026-10", "street", "before").keySet()));
            assertAll(
                    () -> leavesAlike(reviewer),
                    () -> half(plain, reviewer),
                    () -> censuses(year, reviewer),
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
                add(sums, 0, true);
                add(sums, 1, row.state().equals("REACHED"));
                add(sums, 2, row.state().equals("BEHIND"));
                add(sums, 3, row.state().equals("AWAITED"));
                add(sums, 4, row.state().equals("EXEMPT"));
            });
            var found = new TreeMap<String, List<String>>();
            rows(reviewer(year), "2026H1", "street", "study").forEach((key, cells) -> {
                if (!cells.get(1).equals("0")) {
                    found.put(key, List.of(cells.get(1), cells.get(4), cells.get(6), cells.get(7), cells.get(8)));
                }
            });
            assertEquals(expected, found);
        }
    }

    private static void add(List<String> sums, int at, boolean one) {
        sums.set(at, String.valueOf(Integer.parseInt(sums.get(at)) + (one ? 1 : 0)));
    }

    private static Visitor reviewer(YearUnderTest year) {
        return year.console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    /// All pages of a table, by key.
    private static Map<String, List<String>> rows(Visitor visitor, String period, String of, String table) {
        var rows = new TreeMap<String, List<String>>();
        var next = Optional.of("/reports/" + period + "?organization=" + of + "&table=" + table);
        while (next.isPresent()) {
            var answer = visitor.get(next.get());
            assertEquals(200, answer.statusCode(), next.get());
            rows.putAll(rows(answer.body()));
            next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(answer.body())
                    .results()
                    .map(each -> each.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return rows;
    }

    private static Map<String, List<String>> rows(String body) {
        var rows = new TreeMap<String, List<String>>();
        ROW.matcher(body)
                .results()
                .forEach(each -> rows.put(
                        each.group(1),
                        CELL.matcher(each.group(2))
                                .results()
                                .map(cell -> cell.group(1))
                                .toList()));
        return rows;
    }

    private static boolean isInside(String organization, String top) {
        return top.equals("street") || organization.equals(top) || organization.startsWith(top + "-");
    }

    /// 到期, 按时, 逾期完成, 缺, 待上传 of everybody of whom something ended in the month.
    private static Map<String, List<String>> duties(PlainYear plain, String month, String of) {
        var expected = new TreeMap<String, List<String>>();
        plain.cells.forEach((key, status) -> {
            var organization = key.substring(0, key.indexOf('/'));
            if (status.equals("NOT_APPLICABLE") || !endsIn(key, month) || !isInside(organization, of)) {
                return;
            }
            var name = organization.contains("-") ? "样例支部" + organization : "样例社区" + organization.charAt(1);
            var cells = expected.computeIfAbsent(
                    organization, fresh -> new ArrayList<>(List.of(name, "0", "0", "0", "0", "0")));
            add(cells, 1, !status.equals("UNKNOWN") && !status.equals("BEFORE"));
            add(cells, 2, status.equals("MET"));
            add(cells, 3, status.equals("LATE"));
            add(cells, 4, status.equals("MISSING"));
            add(cells, 5, status.equals("UNKNOWN"));
        });
        expected.values().forEach(cells -> {
            int closed = Integer.parseInt(cells.get(1));
            int inTime = Integer.parseInt(cells.get(2));
            cells.add(percent(inTime + Integer.parseInt(cells.get(3)), closed));
            cells.add(percent(inTime, closed));
        });
        return expected;
    }

    private static boolean endsIn(String key, String month) {
        var span = key.substring(key.lastIndexOf('/') + 1);
        int number = Integer.parseInt(month.substring(5));
        if (span.contains("Q")) {
            return number == 3 * (span.charAt(5) - '0');
        }
        if (span.contains("H")) {
            return number == 6 * (span.charAt(5) - '0');
        }
        return span.length() == 4 ? number == 12 : span.equals(month);
    }

    /// One decimal, half up.
    private static String percent(int part, int whole) {
        if (whole == 0) {
            return "—";
        }
        long tenths = Math.floorDiv(2000L * part + whole, 2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    private static List<String> missing(PlainYear plain, String month, String of) {
        return plain.cells.entrySet().stream()
                .filter(each -> each.getValue().equals("MISSING") && endsIn(each.getKey(), month))
                .map(Map.Entry::getKey)
                .filter(key -> isInside(key.substring(0, key.indexOf('/')), of))
                .sorted()
                .toList();
    }

    private static Map<String, String> gaps(PlainYear plain, String month, String of) {
        var expected = new TreeMap<String, String>();
        plain.cells.forEach((key, status) -> {
            if ((status.equals("MISSING") || status.equals("LATE"))
                    && endsIn(key, month)
                    && isInside(key.substring(0, key.indexOf('/')), of)) {
                expected.put(key, status);
            }
        });
        return expected;
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

    /// 应到, 实到, 请假, 缺席 and 到会率 of each roll; where kiosks have not told, nobody is absent.
    private static Map<String, List<String>> attendance(YearUnderTest year, String month, String of) {
        var sums = new TreeMap<String, int[]>();
        var told = new TreeMap<String, YearUnderTest.Attended>();
        for (var each : year.attended) {
            if (each.day().toString().startsWith(month) && isInside(each.roll(), of)) {
                var key = each.activity() + " " + each.roll();
                var row = sums.computeIfAbsent(key, fresh -> new int[4]);
                row[0]++;
                row[1] += each.came() ? 1 : 0;
                row[2] += each.leave() ? 1 : 0;
                row[3] += each.came() || each.leave() ? 0 : 1;
                told.put(key, each);
            }
        }
        var expected = new TreeMap<String, List<String>>();
        sums.forEach((key, row) -> {
            var one = told.get(key);
            boolean known = isTold(one.holder(), one.day());
            expected.put(
                    key,
                    List.of(
                            one.day().toString(),
                            name(one.roll()),
                            "样例活动" + one.activity(),
                            String.valueOf(row[0]),
                            String.valueOf(row[1]),
                            "0",
                            String.valueOf(row[2]),
                            "0",
                            known ? String.valueOf(row[3]) : "待上传",
                            known ? percent(row[1], row[0]) : "待上传"));
        });
        return expected;
    }

    private static String name(String roll) {
        return roll.contains("-g") ? "样例小组" + roll : "样例支部" + roll;
    }

    /// The third community's kiosk has told nothing since noon of 15 August, the second's came on 5 March.
    private static boolean isTold(String holder, LocalDate day) {
        return switch (holder.substring(0, 2)) {
            case "c2" -> !day.isBefore(LocalDate.of(2026, 3, 5));
            case "c3" -> !day.isAfter(LocalDate.of(2026, 8, 15));
            default -> true;
        };
    }

    /// Page, workbook and paper.
    private void leavesAlike(Visitor reviewer) throws IOException, InterruptedException {
        var page = rows(reviewer, "2026-06", "c1", "duties");
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

    private static void half(PlainYear plain, Visitor reviewer) {
        var work = rows(reviewer, "2026H1", "street", "work");
        for (var branch : List.of("c1-b1", "c2-b2", "c3-b3")) {
            var figures = plain.figures(key -> key.startsWith(branch + "/") && endsInFirstHalf(key));
            var cells = work.get(branch);
            assertEquals(String.valueOf(figures[0]), cells.get(5), branch);
            assertEquals(String.valueOf(figures[2]), cells.get(6), branch);
            assertEquals(String.valueOf(figures[1] - figures[2]), cells.get(7), branch);
            assertEquals(percent(figures[1], figures[0]), cells.get(9), branch);
        }
    }

    private static boolean endsInFirstHalf(String key) {
        return Stream.of("01", "02", "03", "04", "05", "06").anyMatch(month -> endsIn(key, "2026-" + month));
    }

    /// All organisations with members and seats, and one branch's members over the year, masked unless asked for.
    private static void censuses(YearUnderTest year, Visitor reviewer) {
        var organizations = rows(reviewer, "2026", "street", "organizations");
        assertEquals(
                year.made.items.stream()
                        .filter(each -> each instanceof cn.dangqun.domain.reference.ReferenceItem.OrganizationItem)
                        .count(),
                organizations.size());
        // five, less the one who moved to the first
        assertEquals("4", organizations.get("c1-b2").get(3));
        assertEquals("6", organizations.get("c1-b1").get(3));
        assertEquals("3", organizations.get("c1-b3").get(5), "seats");
        var mover = MadeYear.member("c1-b2", 5);
        var theirs = year.attended.stream()
                .filter(each -> each.member().equals(mover) && isTold(each.holder(), each.day()))
                .toList();
        var cells = rows(reviewer, "2026", "c1-b1", "members").get(mover);
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
        var form = Map.of("branch", "c1-b3", "day", "2026-11-20", "party", "区委组织部", "words", "样例意见：补齐台账");
        assertEquals(
                303, reviewer.post("/reports/gaps", "/reports/gaps/notes", form).statusCode());
        var noted = reviewer.get("/reports/gaps?organization=c1-b3").body();
        assertTrue(noted.contains("样例意见：补齐台账"), noted);
        year.console.ledger.rebuild();
        assertEquals(
                main(noted),
                main(reviewer.get("/reports/gaps?organization=c1-b3").body()));
        var secretary =
                year.console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId("c1-b3"))));
        assertTrue(secretary.get("/reports/gaps").body().contains("样例意见"));
        assertEquals(
                403, secretary.post("/password", "/reports/gaps/notes", form).statusCode());
    }

    private static void wayUp(YearUnderTest year, Visitor first) {
        var second = reviewer(year);
        assertEquals(409, step(first, "SENT", "0").statusCode(), "not before somebody checked it");
        assertEquals(422, step(first, "2026-11", "CHECKED", "0", "").statusCode(), "not before the month is over");
        var one =
                CompletableFuture.supplyAsync(() -> step(first, "CHECKED", "0").statusCode());
        var other =
                CompletableFuture.supplyAsync(() -> step(second, "CHECKED", "0").statusCode());
        assertEquals(
                List.of(303, 409), Stream.of(one.join(), other.join()).sorted().toList(), "two at once");
        var checker = one.join() == 303 ? first : second;
        var sender = one.join() == 303 ? second : first;
        assertEquals(422, step(checker, "SENT", "1").statusCode(), "whoever checked does not send");
        assertEquals(303, step(sender, "SENT", "1").statusCode());
        var sent = tables(first);

        var missed = year.attended.stream()
                .filter(each -> each.day().toString().startsWith("2026-10")
                        && each.holder().startsWith("c1-b"))
                .filter(each -> !each.came() && !each.leave() && !each.roll().contains("-g"))
                .findFirst()
                .orElseThrow();
        comes(year, missed);

        assertEquals(sent, tables(first), "the copy stays");
        var after = rows(first, "2026-10", "street", "after");
        var key = missed.activity() + " " + missed.roll();
        assertTrue(after.keySet().stream().anyMatch(each -> each.equals("attendance " + key + " 实到")), after::toString);
        assertNotEquals(
                rows(first, "2026-10", "street", "attendance").get(key),
                rows(first.get("/reports/2026-10?organization=street&copy=live&search=" + missed.activity()
                                        + "&table=attendance")
                                .body())
                        .get(key));
        assertEquals(303, step(first, "RECEIPT", "2").statusCode());
        assertEquals(303, step(first, "COMMENT", "3").statusCode());
        assertEquals(422, step(sender, "TAKEN_BACK", "4").statusCode(), "nobody takes back what they sent");
        var page = main(
                first.get("/reports/2026-10?organization=street&table=after").body());
        assertTrue(page.contains("已讲评") && page.contains("区委组织部"), page);
        year.console.ledger.rebuild();
        assertEquals(
                page,
                main(first.get("/reports/2026-10?organization=street&table=after")
                        .body()));
        assertEquals(303, step(checker, "TAKEN_BACK", "4").statusCode());
        var again = first.get("/reports/2026-10?organization=street").body();
        assertTrue(again.contains("待核对") && again.contains("第 1 次上报"), again);
        assertEquals(404, first.get("/reports/2027-01?organization=street").statusCode());
        var community = year.console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(404, community.get("/reports/2026-10?organization=c2").statusCode());
        var own = community.get("/reports/2026-10").body();
        assertTrue(own.contains("样例社区1") && !own.contains("样例社区2"), "only one's own");
        assertEquals(403, step(community, "CHECKED", "0").statusCode());
    }

    /// Of everything that is compared, as it stands on the pages of the report.
    private static Map<String, Map<String, List<String>>> tables(Visitor visitor) {
        var tables = new TreeMap<String, Map<String, List<String>>>();
        for (var table : List.of("duties", "gaps", "attendance", "study", "before", "review")) {
            tables.put(table, rows(visitor, "2026-10", "street", table));
        }
        return tables;
    }

    private static void comes(YearUnderTest year, YearUnderTest.Attended missed) {
        var late = year.console.kiosk(1);
        year.console.heartbeat(late);
        year.console.fact(
                late,
                new AttendanceFact.CheckedIn(
                        new ActivityId(missed.activity()),
                        new MemberId(missed.member()),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false,
                        Optional.of(new OrganizationId(missed.roll())),
                        false));
    }

    private static HttpResponse<String> step(Visitor visitor, String step, String seen) {
        return step(visitor, "2026-10", step, seen, "区委组织部");
    }

    private static HttpResponse<String> step(Visitor visitor, String month, String step, String seen, String party) {
        return visitor.post(
                "/password",
                "/reports/" + month + "/steps?organization=street",
                Map.of(
                        "organization",
                        "street",
                        "step",
                        step,
                        "seen",
                        seen,
                        "day",
                        "2026-11-20",
                        "party",
                        party,
                        "words",
                        "样例：第 1 号"));
    }

    private static String main(String body) {
        return body.substring(body.indexOf("<main")).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
