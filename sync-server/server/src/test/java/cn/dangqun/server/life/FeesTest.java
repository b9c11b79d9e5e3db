package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.Workbooks;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A made-up year of fees in twelve branches, with a move amid a month, a death, payers by the quarter, reductions of
/// every outcome, ticks of kiosks taken back: every cell of the pages, workbooks and printed forms is what plain
/// arithmetic says; and nobody without the right sees any of it.
@Tag("proof")
@Timeout(300)
class FeesTest {
    private static final Pattern ROW = Pattern.compile("<tr data-member=\"([A-Z0-9-]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern STATE = Pattern.compile("data-fee=\"(\\w+)\"");
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)<");

    @TempDir
    static Path directory;

    private static FeesUnderTest fees;

    /// One street for all: what a test does to it is noted in the plain figures too.
    @BeforeAll
    static void live() {
        fees = new FeesUnderTest(directory);
    }

    @AfterAll
    static void close() {
        fees.close();
    }

    @Test
    void everyCellIsWhatPlainArithmeticSays() {
        agrees();
        assertTrue(happened().size() >= 6, () -> "too little happens: " + happened());
        var before = fees.officer.get("/fees").body();
        fees.console.ledger.rebuild();
        assertEquals(before, fees.officer.get("/fees").body(), "derived again");
    }

    @Test
    void aTickThatArrivesLateDoesNotOverturnWhatWasTakenBackAfterIt() {
        var member = fees.plain.members().stream()
                .filter(each -> each.startsWith("C1-B1")
                        && fees.plain.month(each, 6).state().equals("PAID"))
                .findFirst()
                .orElseThrow();
        var kiosk = fees.console.kiosk(1);
        var late = new TestLedger(kiosk, new Epoch("0123456789abcdef0123456789abcdef"));
        sources(member, 6).forEach(source -> fees.takeBack("c1-b1", member, 6, source));
        fees.plain.paid.getOrDefault(member, new HashSet<>()).remove(6);
        agrees();

        late.add(
                new SessionFact.FeeTicked(
                        new ActivityId(FeesUnderTest.theme(6)),
                        new MemberId(member),
                        YearMonth.of(2026, 6),
                        true,
                        "staff-1"),
                Instant.parse("2026-06-10T02:00:00Z"));
        fees.console
                .ledger
                .append(kiosk, late.epoch(), late.push(1, 1))
                .orElseThrow()
                .join();
        agrees();
    }

    @Test
    void papersSayWhatThePageSays() throws Exception {
        for (var branch : List.of("c1-b1", "c2-b3")) {
            var text = printed("/fees/branches/" + branch + "/register?year=2026");
            assertTrue(text.contains("2026年党支部党费收缴情况登记表"), text);
            assertTrue(text.contains("样例支部" + branch) && text.replace(" ", "").contains("第1页共1页"), text);
            fees.plain.rows(branch).forEach((member, row) -> {
                assertTrue(text.contains(nameOf(member)), member);
                assertTrue(
                        text.lines().anyMatch(each -> each.contains(row.due()) && each.contains(row.paid())), member);
            });
            var totals = fees.plain.totals().get("样例支部" + branch);
            var sums =
                    text.lines().filter(each -> each.contains("总计")).findFirst().orElseThrow();
            assertTrue(sums.contains(totals.get(6)) && sums.contains(totals.get(7)), sums);
        }
        var handbook = printed("/fees/members/C1-B1-M3/handbook?year=2026");
        assertTrue(handbook.contains("党费交纳手册") && handbook.contains(nameOf("C1-B1-M3")), handbook);
        for (int m = 1; m <= 12; m++) {
            var month = fees.plain.month("C1-B1-M3", m);
            var start = m + "月";
            var line = handbook.lines()
                    .map(String::strip)
                    .filter(each -> each.startsWith(start))
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.contains(PlainFees.money(month.due())), line);
            assertEquals(month.state().equals("ARREARS"), line.contains("欠交"), line);
        }
        var notice = fees.officer.get("/fees/branches/c1-b1/notice?half=2026-1").body();
        var totals = fees.plain.totals().get("样例支部c1-b1");
        assertTrue(notice.contains("应交党费 " + totals.get(2) + " 元，实交党费 " + totals.get(3) + " 元"), notice);
        assertFalse(
                fees.plain.members().stream().anyMatch(each -> notice.contains(nameOf(each))), "a notice names nobody");
        var address = "/fees/branches/c1-b1/notice";
        var handed = fees.officer.post(address, address, Map.of("half", "2026-1"));
        assertEquals(303, handed.statusCode());
        var draft = fees.officer
                .get(handed.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(draft.contains("实交党费 " + totals.get(3) + " 元"), "the wall's draft says the same figures");
        assertFalse(draft.contains("＿＿"), "nothing is left to be filled in by hand on the wall");
    }

    @Test
    void nobodyWithoutTheRightSeesAnAmount() {
        for (var role : Role.values()) {
            boolean may = role == Role.FEE_OFFICER || role == Role.FEE_COLLECTOR || role == Role.BRANCH_SECRETARY;
            var whole = role == Role.FEE_OFFICER || role == Role.STREET_ADMIN || role == Role.STREET_REVIEWER;
            var scope = whole ? Scope.wholeStreet() : new Scope(Optional.of(new OrganizationId("c1-b1")));
            var visitor = fees.console.visitor(role, scope);
            for (var path : List.of(
                    "/fees",
                    "/fees/arrears",
                    "/fees/export",
                    "/fees/branches/c1-b1",
                    "/fees/branches/c1-b1/register",
                    "/fees/branches/c1-b1/notice",
                    "/fees/members/C1-B1-M1",
                    "/fees/members/C1-B1-M1/handbook")) {
                assertEquals(may ? 200 : 403, visitor.get(path).statusCode(), role + " " + path);
            }
            assertEquals(may, visitor.get("/activities").body().contains("href=\"/fees\""), role.name());
        }
        assertEquals(404, fees.collector("c1-b1").get("/fees/branches/c1-b2").statusCode());
        assertEquals(404, fees.collector("c1-b1").get("/fees/members/C1-B3-M1").statusCode());
    }

    @Test
    void whoAskedDoesNotApproveAndWhatIsWrongIsSaid() {
        var page = "/fees/members/C3-B2-M2";
        var collector = fees.collector("c3-b2");
        var id = fees.id("C3-B2-M2");
        assertEquals(
                403,
                collector
                        .post(page, page + "/reliefs/consent", Map.of("relief", id, "reason", "同意"))
                        .statusCode());
        var overlapping = Map.of("kind", "EXEMPT", "from", "2026-06", "to", "2026-07", "reason", "样例");
        assertEquals(422, collector.post(page, page + "/reliefs", overlapping).statusCode());
        var own = Map.of("kind", "EXEMPT", "from", "2027-01", "to", "2027-02", "reason", "样例");
        assertEquals(303, fees.officer.post(page, page + "/reliefs", own).statusCode());
        var asked = fees.console.database.read(handle -> handle.createQuery(
                        "SELECT id FROM fee_relief WHERE member = 'C3-B2-M2' AND from_month = '2027-01'")
                .mapTo(String.class)
                .one());
        var offered = fees.officer.get(page + "?year=2027").body();
        assertTrue(offered.contains("由另一个账号决定"), "said, where another would find the buttons");
        assertFalse(offered.contains("value=\"" + asked + "\""), "nothing is offered that must fail");
        var refused = fees.officer.post(page, page + "/reliefs/consent", Map.of("relief", asked, "reason", "同意"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("报批的人不能批准"));

        var branch = "/fees/branches/c3-b2";
        var typed = collector.post(
                branch + "/amounts",
                branch + "/amounts",
                Map.of(
                        "year",
                        "2026",
                        "from",
                        "2026-01",
                        "reason",
                        "样例",
                        "group.C3-B2-M1",
                        "EMPLOYED",
                        "base.C3-B2-M1",
                        "一千",
                        "pattern.C3-B2-M1",
                        "MONTHLY"));
        assertEquals(422, typed.statusCode());
        assertTrue(typed.body().contains("“一千”不是金额") && typed.body().contains("value=\"一千\""), typed.body());
        var elsewhere = Map.of("month", "2026-03", "paid.C3-B1-M1", "yes", "reason", "样例");
        assertEquals(
                422, collector.post(branch, branch + "/payments", elsewhere).statusCode());
        agrees();
    }

    /// The form as it came, with all that stands filled in.
    @Test
    void aFormThatIsSentAsItCameChangesNothing() {
        var page = "/fees/branches/c1-b1/amounts?year=2026";
        var body = fees.collector("c1-b1").get(page).body();
        var form = new HashMap<String, String>();
        Pattern.compile("<input name=\"((?:base|monthly)\\.[^\"]+)\" value=\"([^\"]*)\"")
                .matcher(body)
                .results()
                .forEach(each -> form.put(each.group(1), each.group(2)));
        Pattern.compile("<select name=\"((?:group|pattern)\\.[^\"]+)\".*?</select>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .forEach(each -> Pattern.compile("value=\"(\\w+)\" selected")
                        .matcher(each.group())
                        .results()
                        .forEach(chosen -> form.put(each.group(1), chosen.group(1))));
        assertTrue(form.size() >= 4 * fees.plain.rows("c1-b1").size(), form::toString);
        form.putAll(Map.of("year", "2026", "from", "2026-01", "reason", "样例"));

        var answer = fees.collector("c1-b1").post(page, "/fees/branches/c1-b1/amounts", form);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("没有要改的"), answer.body());
        agrees();
    }

    private void agrees() {
        var totals = fees.plain.totals();
        assertEquals(totals, table(fees.officer.get("/fees?year=2026").body(), 10));
        for (var branch : fees.made.branches) {
            assertEquals(
                    fees.plain.rows(branch.id()),
                    rows(fees.officer
                            .get("/fees/branches/" + branch.id() + "?year=2026")
                            .body()),
                    branch.id());
        }
        var arrears = new TreeMap<String, List<String>>();
        for (int page = 1; page <= 2; page++) {
            for (var row : fees.officer.get("/fees/arrears?page=" + page).body().split("<tr>", -1)) {
                var member = Pattern.compile("/fees/members/([A-Z0-9-]+)\\?").matcher(row);
                var cells = cells(row);
                if (member.find()) {
                    arrears.put(member.group(1), List.of(cells.get(2), cells.get(3), cells.get(5)));
                }
            }
        }
        assertEquals(fees.plain.arrears(), arrears);
        workbooks(totals);
    }

    private void workbooks(Map<String, List<String>> totals) {
        var rows = Workbooks.rows(fees.officer.bytes("/fees/export?year=2026"), 0);
        assertEquals(totals.size() + 2, rows.size());
        rows.subList(1, rows.size() - 1)
                .forEach(row ->
                        assertEquals(numbers(totals.get(row.getFirst())), numbers(row.subList(1, 10)), row.getFirst()));
        var register = Workbooks.rows(fees.officer.bytes("/fees/branches/c1-b1/workbook?year=2026"), 0);
        assertEquals(List.of("序号", "党员姓名", "月工资收入", "执行标准", "月应缴党费", "全年应缴党费", "全年实缴党费", "备注"), register.getFirst());
        fees.plain.rows("c1-b1").forEach((member, row) -> {
            var line = register.stream()
                    .filter(each -> each.get(1).equals(nameOf(member)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(row.due(), row.paid()), line.subList(5, 7), member);
        });
    }

    private static List<BigDecimal> numbers(List<String> cells) {
        return cells.stream().map(each -> new BigDecimal(each).setScale(2)).toList();
    }

    private static Map<String, List<String>> table(String body, int width) {
        var table = new TreeMap<String, List<String>>();
        for (var row : body.split("<tr>", -1)) {
            var cells = cells(row);
            if (cells.size() >= width) {
                table.put(cells.getFirst(), cells.subList(1, width));
            }
        }
        return table;
    }

    private static List<String> cells(String row) {
        return CELL.matcher(row).results().map(each -> each.group(1)).toList();
    }

    private static Map<String, PlainFees.Row> rows(String body) {
        var rows = new TreeMap<String, PlainFees.Row>();
        ROW.matcher(body).results().forEach(row -> {
            var states = STATE.matcher(row.group(2))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            var cells = new ArrayList<>(cells(row.group(2))).reversed();
            rows.put(row.group(1), new PlainFees.Row(states, cells.get(2), cells.get(1), cells.get(0)));
        });
        return rows;
    }

    private List<String> happened() {
        return fees.made.branches.stream()
                .flatMap(each -> fees.plain.rows(each.id()).values().stream())
                .flatMap(each -> each.states().stream())
                .distinct()
                .toList();
    }

    private List<String> sources(String member, int month) {
        return fees.console.database.read(handle -> handle.createQuery(
                        "SELECT source FROM fee_month WHERE street = 1 AND member = ? AND month = ? AND paid = 1")
                .bind(0, member)
                .bind(1, YearMonth.of(2026, month).toString())
                .mapTo(String.class)
                .list());
    }

    private static String nameOf(String member) {
        return MadeYear.name(FeesUnderTest.branchOf(member), member.charAt(member.length() - 1) - '0');
    }

    private String printed(String path) throws IOException, InterruptedException {
        var file = Files.createTempFile(directory, "form", ".pdf");
        Files.write(file, fees.officer.bytes(path));
        var reading = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
        var text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reading.waitFor());
        return text;
    }
}
