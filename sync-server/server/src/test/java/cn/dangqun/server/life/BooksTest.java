package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.Workbooks;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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

/// The books of a made-up year: every cell of several branches is what the test's own sums say, and page, workbook and
/// paper say the same; closing, what comes after it, opening again; and who sees what.
@Tag("proof")
@Timeout(300)
class BooksTest {
    private static final Pattern ROW = Pattern.compile("<tr data-entry=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern ARTICLE = Pattern.compile("data-entry=\"([^\"]+)\">(.*?)</article>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t?d+>([^<]*)</t?d+>");
    private static final Map<String, String> TYPES = Map.of(
            "THEME_DAY", "主题党日",
            "COMMITTEE_MEETING", "支部委员会",
            "GROUP_MEETING", "党小组会",
            "MEMBER_MEETING", "支部党员大会",
            "PARTY_LECTURE", "党课",
            "ORG_LIFE_MEETING", "组织生活会",
            "LEADERSHIP_LIFE_MEETING", "民主生活会",
            "DEMOCRATIC_REVIEW", "民主评议党员");

    private static final Map<String, String> SIGNS = Map.of(
            "PAID",
            "\\d\\d-\\d\\d",
            "ARREARS",
            "!",
            "OPEN",
            "○",
            "EXEMPT",
            "免",
            "NOT_FIXED",
            "\\?",
            "NOT_A_MEMBER",
            "－");

    @TempDir
    static Path directory;

    private static HoursUnderTest lived;
    private static YearUnderTest year;
    private static ConsoleUnderTest console;
    private static Visitor reviewer;

    @BeforeAll
    static void live(@TempDir Path at) {
        lived = new HoursUnderTest(at);
        year = lived.year;
        console = year.console;
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO member_detail (member, sex, born, ethnic_group, education, phone, joined, confirmed, post,"
                        + " categories, verified_on) VALUES ('C1-B1-M1', 'FEMALE', '1960-02-03', '汉族', '大专',"
                        + " '000-12345', '1985-07-01', '1986-07-01', '楼长', 'RETIRED,HARDSHIP', '2026-03-01')"));
    }

    @AfterAll
    static void close() {
        year.close();
    }

    @Test
    void everyCellOfWhatWasHeldIsWhatPlainSumsSay() throws Exception {
        for (var branch : List.of("c1-b1", "c1-b3", "c3-b2")) {
            var expected = held(branch);
            assertTrue(expected.size() > 10, () -> branch + " " + expected.size());
            assertEquals(expected, chronicle(branch), branch);
            missing(branch).forEach((key, people) -> assertEquals(people, told(branch, key), branch + " " + key));
            same(branch, "life", chronicle(branch));
            assertEquals(studied(branch), table(branch, "study"), branch);
            same(branch, "study", table(branch, "study"));
        }
    }

    @Test
    void whoBelongedInTheYearStandsWithFromWhenToWhen() throws Exception {
        var first = table("c1-b1", "members");
        assertEquals(6, first.size(), "five, and who moved here");
        assertEquals(
                List.of(
                        "女",
                        "1960-02-03",
                        "汉族",
                        "大专",
                        "",
                        "000-12345",
                        "",
                        "",
                        "1985-07-01",
                        "1986-07-01",
                        "楼长",
                        "正式党员",
                        "自管党员",
                        "生活困难、离退休",
                        "全年",
                        "2026-03-01"),
                first.get("C1-B1-M1").subList(2, 18));
        assertEquals("2026-07-01 起", first.get("C1-B2-M5").get(16));
        assertEquals("至 2026-06-30", table("c1-b2", "members").get("C1-B2-M5").get(16));
        assertEquals("2026-05-20 起", table("c1-b4", "members").get("C1-B4-M1").get(16));
        assertEquals("书记", table("c1-b3", "members").get("C1-B3-M1").get(12), "a seat that was held in the year");
        for (var branch : List.of("c1-b1", "c1-b2", "c2-b1")) {
            same(branch, "members", table(branch, "members"));
        }

        var special = table("c2-b1", "special");
        assertEquals(List.of("C2-B1-M2"), List.copyOf(special.keySet()));
        assertEquals("年老体弱、离退休", special.get("C2-B1-M2").get(2));
        assertEquals("0", special.get("C2-B1-M2").get(9));
        var visited = "/hours/members/C2-B1-M2";
        assertTrue(lacks("c2-b1", "special").contains("没有送学上门登记"));
        reviewer.post(visited, visited + "/notes", Map.of("study", "HOME_VISIT", "day", "2026-11-02", "reason", "上门"));
        assertEquals(
                List.of("2026-11-02", "1"),
                table("c2-b1", "special").get("C2-B1-M2").subList(8, 10));
        assertFalse(lacks("c2-b1", "special").contains("没有送学上门登记"));
        same("c2-b1", "special", table("c2-b1", "special"));
    }

    @Test
    void whatLacksIsListedAndLeadsToWhereItIsMended() {
        var lacks = lacks("c1-b1", "members");
        assertEquals(5, count(lacks, "没有入党日期"), "of six that belong here one has it");
        assertTrue(lacks.contains("href=\"/roster/members/C1-B1-M2\">没有入党日期"), lacks);
        assertTrue(lacks.contains("样**"), "names are masked until they are asked for");
        var board = row(reviewer.get("/books?year=2026").body(), "样例支部c1-b1");
        int all = 0;
        for (var book : List.of("members", "activists", "special", "study", "life", "contact")) {
            var listed = lacks("c1-b1", book);
            int many = count(listed, "<tr><td>");
            all += many;
            assertTrue(many == 0 || board.contains("book=" + book + "\">缺 " + many), () -> book + " " + board);
        }
        assertTrue(reviewer.get("/books/c1-b1?year=2026").body().contains("现在还缺 " + all + " 处"));
        var hidden = lacks("c1-b1", "fees");
        assertTrue(hidden.contains("您的账号看不到党费") && !hidden.contains("没有缺项"), hidden);

        var event = held("c1-b1").keySet().iterator().next().split(" ", -1)[0];
        var address = "/activities/" + event + "/minutes";
        var before = lacks("c1-b1", "life");
        assertTrue(before.contains("href=\"" + address + "\">没有会议记录"), before);
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO minutes (activity, version, chair, recorder, topic, points, dissent, resolutions, saved_by,"
                        + " saved_at) VALUES (?, 1, '样例主持', '', '样例议题', '样例要点', NULL, '样例决议', 'x', 1)",
                event));
        assertTrue(lacks("c1-b1", "life").contains("href=\"" + address + "\">没有记录人"));
        var masked = reviewer.get("/books/c1-b1/volumes/life?year=2026").body();
        assertFalse(masked.contains("样例要点") || masked.contains("样例主持"), "words may name people");
        var full =
                reviewer.get("/books/c1-b1/volumes/life?year=2026&names=full").body();
        assertTrue(full.contains("样例要点") && full.contains("样例主持") && full.contains("<dd>无</dd>"));
        console.database.write(
                (handle, changes) -> handle.execute("DELETE FROM minutes WHERE street = 1 AND activity = ?", event));
    }

    @Test
    void somebodyOnTheWayIntoThePartyIsWrittenDownOnce() throws Exception {
        var entered = reviewer.post(
                "/roster/new",
                "/roster/new",
                Map.of(
                        "name",
                        "样例新人",
                        "branch",
                        "c2-b3",
                        "status",
                        "ACTIVIST",
                        "relation",
                        "HOME",
                        "from",
                        "2026-02-01"));
        var member = entered.headers().firstValue("Location").orElseThrow().replace("/roster/members/", "");
        assertTrue(lacks("c2-b3", "activists").contains("没有培养联系人"));
        var page = "/roster/members/" + member + "/growth";
        assertEquals(
                422,
                reviewer.post(page, page, Map.of("applied", "昨天", "contacts", "甲"))
                        .statusCode());
        var kept = reviewer.post(
                page,
                page,
                Map.of("applied", "2025-01-05", "contacts", "样例甲、样例乙", "candidate", "2026-10-01", "introducers", ""));
        assertEquals(303, kept.statusCode());

        assertTrue(reviewer.get(page).body().contains("value=\"样例甲、样例乙\""));
        var row = table("c2-b3", "activists").get(member);
        assertEquals(
                List.of("样例新人", "发展对象", "2025-01-05", "2026-02-01", "样例甲、样例乙", "2026-10-01", ""), row.subList(1, 8));
        var lacks = lacks("c2-b3", "activists");
        assertTrue(lacks.contains("没有入党介绍人") && !lacks.contains("没有培养联系人"), lacks);
        same("c2-b3", "activists", table("c2-b3", "activists"));
        var masked = reviewer.get("/books/c2-b3/volumes/activists?year=2026").body();
        assertFalse(masked.contains("样例甲") || masked.contains("样例新人"), masked);
    }

    @Test
    void aClosedYearTellsWhatCameAfterIt() {
        var branch = "c1-b2";
        var page = "/books/" + branch + "?year=2026";
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId(branch))));
        assertEquals(422, file(secretary, branch, "closing", "").statusCode());
        assertEquals(303, file(secretary, branch, "closing", "年度归档").statusCode());
        assertEquals(409, file(reviewer, branch, "closing", "再来").statusCode());
        var closed = reviewer.get(page).body();
        assertTrue(closed.contains("归档。说明：年度归档") && closed.contains("id=\"lacked\""), closed);
        assertFalse(closed.contains("有缺项也可以归档"), closed);
        var now = Pattern.compile("现在还缺 (\\d+) 处").matcher(closed);
        assertTrue(
                now.find() && closed.contains("归档时缺 " + now.group(1) + " 处"),
                "without the fees that a reviewer does not see");
        assertFalse(closed.contains("归档后更正"), closed);

        var missed = year.attended.stream()
                .filter(each -> each.roll().equals(branch)
                        && !each.came()
                        && held(branch).containsKey(key(each)))
                .findFirst()
                .orElseThrow();
        lived.comes(missed);
        assertTrue(reviewer.get(page).body().contains("归档后更正：新增 0 条，改动 1 条，减少 0 条"));
        var life =
                reviewer.get("/books/" + branch + "/volumes/life?year=2026&names=full&search=样例活动" + missed.activity());
        assertTrue(life.body().contains("<span class=\"mark\">归档后更正</span>"), life.body());
        assertTrue(row(reviewer.get("/books").body(), "样例支部" + branch).contains("已归档"));

        assertEquals(422, file(secretary, branch, "reopening", "自己").statusCode());
        assertEquals(303, file(secretary, branch, "printed", "装盒").statusCode());
        assertTrue(reviewer.get(page).body().contains("登记已打印归档"));
        var before = reviewer.get(page).body();
        console.ledger.rebuild();
        assertEquals(before, reviewer.get(page).body(), "derived again");
        assertEquals(303, file(reviewer, branch, "reopening", "补一场").statusCode());
        console.clock.advance(Duration.ofMinutes(1));
        assertEquals(303, file(reviewer, branch, "closing", "补好了").statusCode());
        assertFalse(reviewer.get(page).body().contains("归档后更正"), "a new copy is kept");
        var later = "/books/" + branch + "/closing";
        assertEquals(
                422,
                reviewer.post(page, later, Map.of("year", "2027", "reason", "太早"))
                        .statusCode());
    }

    @Test
    void everybodySeesWhatTheirRoleMay() throws Exception {
        var auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        var other = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId("c1-b2"))));
        var fees = console.visitor(Role.FEE_OFFICER, Scope.wholeStreet());
        assertEquals(404, other.get("/books/c1-b1").statusCode());
        assertEquals(404, other.get("/books/c1-b1/volumes/members").statusCode());
        assertEquals(1, count(other.get("/books").body(), "<a class=\"title\""));
        for (var path :
                List.of("/volumes/members?names=full", "/volumes/members/workbook/full", "/volumes/life/print/full")) {
            assertEquals(403, auditor.get("/books/c1-b1" + path).statusCode(), path);
        }
        for (var path : List.of("/fees", "/fees/workbook", "/fees/print")) {
            assertEquals(403, reviewer.get("/books/c1-b1" + path).statusCode(), path);
            assertEquals(403, auditor.get("/books/c1-b1" + path).statusCode(), path);
            assertEquals(200, fees.get("/books/c1-b1" + path).statusCode(), path);
        }
        assertEquals(404, reviewer.get("/books/c1-b1/volumes/fees").statusCode(), "not by another door");
        assertEquals(403, file(auditor, "c1-b2", "closing", "样例").statusCode());
        var masked = Workbooks.rows(auditor.bytes("/books/c1-b1/volumes/members/workbook?year=2026"), 0);
        assertTrue(masked.stream().skip(1).allMatch(each -> each.get(1).contains("*")), masked::toString);
        assertFalse(masked.toString().contains("000-12345"));
        assertFalse(
                printed(auditor, "/books/c1-b1/volumes/members/print?year=2026").contains("000-12345"));
        int looks = looks();
        assertEquals(
                200, reviewer.get("/books/c1-b1/volumes/study/workbook/full").statusCode());
        assertEquals(looks + 1, looks());
        var labels = printed(auditor, "/books/c1-b1/labels?year=2026");
        assertTrue(labels.contains("支部组织生活纪实簿") && labels.contains("2026年度"), labels);
        assertTrue(auditor.get("/books/c1")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .contains("organization=c1"));
    }

    @Test
    void whatIsRegisteredForTheBranchStandsInTheBookOfItsContacts() throws Exception {
        console.account("handles", Role.STREET_REVIEWER, Scope.wholeStreet());
        var filed = reviewer.post(
                "/requests/new",
                "/requests/new",
                Map.of(
                        "organization",
                        "c2-b4",
                        "kind",
                        "OPINION",
                        "day",
                        "2026-11-20",
                        "name",
                        "样例居民",
                        "phone",
                        "000-54321",
                        "words",
                        "样例诉求",
                        "due",
                        "2026-11-22",
                        "responder",
                        "account:handles"));
        assertEquals(303, filed.statusCode(), filed::body);
        var rows = table("c2-b4", "contact");
        assertEquals(1, rows.size());
        var row = rows.values().iterator().next();
        assertEquals(List.of("1", "2026-11-20"), row.subList(0, 2));
        assertEquals(List.of("民情", "", "", ""), row.subList(3, 7));
        assertEquals("已登记", row.get(9));
        assertTrue(lacks("c2-b4", "contact").contains("到期还没有办结"));
        same("c2-b4", "contact", rows);
        var page = reviewer.get("/books/c2-b4/volumes/contact?year=2026&names=full")
                .body();
        assertFalse(page.contains("样例居民") || page.contains("000-54321") || page.contains("样例诉求"), page);
    }

    @Test
    void whatWasAnnouncedAndVotedStandsInTheBook() throws Exception {
        var branch = "c2-b2";
        var entered = reviewer.post(
                "/roster/new",
                "/roster/new",
                Map.of(
                        "name",
                        "样例投票",
                        "branch",
                        branch,
                        "status",
                        "ACTIVIST",
                        "relation",
                        "HOME",
                        "from",
                        "2026-01-15"));
        var member = entered.headers().firstValue("Location").orElseThrow().replace("/roster/members/", "");
        var held = held(branch);
        var deed = year.made.deeds.stream()
                .filter(each ->
                        each.type() == ActivityType.MEMBER_MEETING && held.containsKey(each.id() + " " + branch))
                .findFirst()
                .orElseThrow();
        var activity = new ActivityId(deed.id());
        var kiosk = console.kiosk(2);
        console.fact(
                kiosk,
                new SessionFact.FiguresDeclared(
                        activity,
                        new OrganizationId(branch),
                        new MeetingCount(6, 5, 4, 5, 4),
                        true,
                        new MemberId("C2-B2-M1"),
                        "STREET_STANDARD",
                        List.of(),
                        "staff-1"));
        console.fact(
                kiosk,
                new SessionFact.ItemSet(
                        activity, 1, AgendaKind.ADMIT_MEMBER, "接收预备党员", Optional.of(new MemberId(member)), "staff-1"));
        console.fact(
                kiosk,
                new SessionFact.BallotRecorded(
                        activity,
                        1,
                        SessionFact.BallotForm.SECRET,
                        4,
                        4,
                        0,
                        List.of(new SessionFact.Votes(member, 3, 1, 0, 0)),
                        SessionFact.BallotOutcome.PASSED,
                        "staff-1"));
        console.fact(kiosk, new SessionFact.StepTicked(activity, "交纳党费", true, "staff-1"));
        console.heartbeat(kiosk);

        var page = "/books/" + branch + "/volumes/life?year=2026&search=样例活动" + deed.id();
        var full = reviewer.get(page + "&names=full").body();
        assertTrue(full.contains("应到 5，实到 4，缺席 1，可以开会；主持人 样例二乙天"), full);
        assertTrue(full.contains("样例投票") && full.contains("赞成 3 票，反对 1 票，弃权 0 票"), full);
        assertTrue(full.contains("交纳党费 "), full);
        var masked = reviewer.get(page).body();
        assertTrue(masked.contains("赞成 3 票") && !masked.contains("样例投票") && !masked.contains("样例二乙天"), masked);
        var vote = table(branch, "activists").get(member).get(9);
        assertTrue(vote.startsWith("2026-11-23") && vote.contains("赞成 3 票，反对 1 票"), vote);
        same(branch, "life", chronicle(branch));
    }

    /// Who of a roll did not come and why, by activity and roll.
    private static Map<String, Set<String>> missing(String branch) {
        var missing = new HashMap<String, Set<String>>();
        var held = held(branch);
        for (var each : year.attended) {
            if (held.containsKey(key(each)) && !each.came()) {
                boolean told = held.get(key(each)).get(10).equals("待上传");
                if (each.leave() || !told) {
                    missing.computeIfAbsent(key(each), _ -> new HashSet<>())
                            .add(nameOf(each.member()) + (each.leave() ? "（病假）" : "（缺席，未说明原因）"));
                }
            }
        }
        return missing;
    }

    private static String nameOf(String member) {
        return MadeYear.name(member.toLowerCase(Locale.ROOT).substring(0, 5), member.charAt(member.length() - 1) - '0');
    }

    private static Set<String> told(String branch, String key) {
        var rows = Workbooks.rows(reviewer.bytes("/books/" + branch + "/volumes/life/workbook/full?year=2026"), 0);
        var cells = held(branch).get(key);
        var row = rows.stream()
                .filter(each -> each.subList(1, 6).equals(cells.subList(0, 5)))
                .findFirst()
                .orElseThrow();
        return Set.of(row.get(14).split("、", -1));
    }

    @Test
    void theBookOfFeesIsWhatPlainArithmeticSays(@TempDir Path at) throws Exception {
        try (var fees = new FeesUnderTest(at)) {
            for (var branch : List.of("c1-b1", "c2-b1")) {
                fees(fees, branch);
            }
        }
    }

    private static void fees(FeesUnderTest fees, String branch) throws Exception {
        var path = "/books/" + branch + "/fees";
        var body = fees.officer.get(path + "?year=2026").body();
        var rows = new TreeMap<String, List<String>>();
        ROW.matcher(body).results().forEach(each -> rows.put(each.group(1), cells(each.group(2))));
        var expected = fees.plain.rows(branch);
        assertEquals(expected.keySet(), rows.keySet());
        var sums = new BigDecimal[2][13];
        Arrays.stream(sums).forEach(each -> Arrays.fill(each, BigDecimal.ZERO));
        expected.forEach((member, row) -> {
            var cells = rows.get(member);
            var late = BigDecimal.ZERO;
            for (int m = 1; m <= 12; m++) {
                var state = row.states().get(m - 1);
                assertTrue(cells.get(2 + m).matches(SIGNS.get(state)), member + " " + m + " " + cells);
                var month = fees.plain.month(member, m);
                if (!state.equals("NOT_A_MEMBER")) {
                    late = state.equals("ARREARS") ? late.add(month.due()) : late;
                    sums[0][m] = sums[0][m].add(month.due());
                    sums[1][m] = state.equals("PAID") ? sums[1][m].add(month.due()) : sums[1][m];
                }
            }
            assertEquals(List.of(row.due(), row.paid(), PlainFees.money(late)), cells.subList(15, 18), member);
        });
        var use = body.substring(body.indexOf("逐月收缴和使用情况")).split("<tr>", -1);
        for (int m = 1; m <= 12; m++) {
            assertEquals(
                    List.of(m + "月", PlainFees.money(sums[0][m]), PlainFees.money(sums[1][m]), "", "", "", "", ""),
                    cells(use[m + 1]));
        }
        var workbook = fees.officer.bytes(path + "/workbook?year=2026");
        var printed = printed(fees.officer, path + "/print?year=2026");
        for (var row : Workbooks.rows(workbook, 0).stream().skip(1).toList()) {
            assertTrue(rows.values().stream().anyMatch(each -> trimmed(each).equals(trimmed(row))), row::toString);
            assertTrue(printed.contains(String.join("", row).replaceAll("\\s", "")), () -> row + " in " + printed);
        }
        assertEquals(14, Workbooks.rows(workbook, 1).size(), "twelve months, a head and the sums");
    }

    @Test
    void theListAndItsWorkbookSayTheSame() {
        var body = reviewer.get("/books?year=2026").body();
        var rows = Workbooks.rows(reviewer.bytes("/books/export?year=2026"), 0);
        assertEquals(13, rows.size(), "twelve branches and a head");
        for (var row : rows.subList(1, rows.size())) {
            var line = row(body, row.getFirst());
            for (int book = 0; book < 5; book++) {
                assertTrue(line.contains("<td>" + row.get(2 + 2 * book)), () -> row + " " + line);
            }
        }
        assertTrue(reviewer.get("/books?year=2026&search=c1-b3").body().contains("样例支部c1-b3"));
        assertFalse(reviewer.get("/books?year=2026&search=c1-b3").body().contains("样例支部c1-b1"));
    }

    private static int looks() {
        return console.database.read(
                handle -> handle.createQuery("SELECT count(*) FROM audit_entry WHERE action = 'BOOK_NAMES_EXPORTED'")
                        .mapTo(Integer.class)
                        .one());
    }

    private static HttpResponse<String> file(Visitor who, String branch, String deed, String reason) {
        return who.post("/books/" + branch, "/books/" + branch + "/" + deed, Map.of("year", "2026", "reason", reason));
    }

    private static String key(YearUnderTest.Attended each) {
        return each.activity() + " " + each.roll();
    }

    /// By activity and roll: the cells 2 to 14 of what the branch or a group of it came to.
    private static Map<String, List<String>> held(String branch) {
        var due = new TreeMap<String, int[]>();
        for (var each : year.attended) {
            if (each.roll().equals(branch) || each.roll().startsWith(branch + "-g")) {
                var sums = due.computeIfAbsent(key(each), _ -> new int[3]);
                sums[0]++;
                sums[1] += each.came() ? 1 : 0;
                sums[2] += each.leave() ? 1 : 0;
            }
        }
        var held = new HashMap<String, List<String>>();
        for (var deed : year.made.deeds) {
            due.forEach((key, sums) -> {
                if (key.startsWith(deed.id() + " ") && sums[1] > 0) {
                    held.put(
                            key,
                            List.of(
                                    deed.day().toString(),
                                    TYPES.get(deed.type().name()),
                                    "样例活动" + deed.id(),
                                    "会议室",
                                    (deed.org().contains("-g") ? "样例小组" : "样例支部") + deed.org(),
                                    deed.lecturer().orElse(""),
                                    "",
                                    "" + sums[0],
                                    "" + sums[1],
                                    "" + sums[2],
                                    awaited(deed) ? "待上传" : "" + (sums[0] - sums[1] - sums[2]),
                                    "0",
                                    "0"));
                }
            });
        }
        return new TreeMap<>(held);
    }

    /// What the third community's kiosk has not told.
    private static boolean awaited(MadeYear.Deed deed) {
        return deed.org().startsWith("c3") && !deed.day().isBefore(LocalDate.of(2026, 8, 15));
    }

    private static Map<String, List<String>> studied(String branch) {
        var studied = new TreeMap<String, List<String>>();
        held(branch).forEach((key, cells) -> {
            var given = lived.plain.given.get(key.split(" ", -1)[0]);
            if (given != null) {
                var row = new ArrayList<String>();
                row.addAll(List.of(cells.get(0), cells.get(2), cells.get(1), cells.get(4), cells.get(5), ""));
                row.add(given.hours() + " 学时");
                row.addAll(cells.subList(7, 11));
                row.add("");
                studied.put(key, row);
            }
        });
        assertFalse(studied.isEmpty());
        return numbered(studied);
    }

    /// With the number in front that the order of days gives.
    private static Map<String, List<String>> numbered(Map<String, List<String>> rows) {
        var numbered = new TreeMap<String, List<String>>();
        rows.entrySet().stream()
                .sorted(Map.Entry.<String, List<String>>comparingByValue(
                                (one, other) -> one.getFirst().compareTo(other.getFirst()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> {
                    var row = new ArrayList<>(each.getValue());
                    row.addFirst("" + (numbered.size() + 1));
                    numbered.put(each.getKey(), row);
                });
        return numbered;
    }

    /// All pages of the chronicle: the cells 2 to 14, by entry.
    private static Map<String, List<String>> chronicle(String branch) {
        var found = new TreeMap<String, List<String>>();
        for (int page = 1; page <= 20; page++) {
            var body = reviewer.get("/books/" + branch + "/volumes/life?year=2026&names=full&page=" + page)
                    .body();
            ARTICLE.matcher(body)
                    .results()
                    .forEach(each ->
                            found.put(each.group(1), cells(each.group(2)).subList(1, 14)));
        }
        return found;
    }

    private static Map<String, List<String>> table(String branch, String book) {
        var found = new TreeMap<String, List<String>>();
        for (int page = 1; page <= 3; page++) {
            ROW.matcher(reviewer.get("/books/" + branch + "/volumes/" + book + "?year=2026&names=full&page=" + page)
                            .body())
                    .results()
                    .forEach(each -> found.put(each.group(1), cells(each.group(2))));
        }
        return found;
    }

    private static List<String> cells(String html) {
        return CELL.matcher(html).results().map(each -> each.group(1)).toList();
    }

    /// The workbook has the same rows, and the paper the same words in the same order.
    private static void same(String branch, String book, Map<String, List<String>> page) throws Exception {
        var path = "/books/" + branch + "/volumes/" + book;
        var rows = Workbooks.rows(reviewer.bytes(path + "/workbook/full?year=2026"), 0);
        var text = printed(reviewer, path + "/print/full?year=2026");
        assertEquals(page.size() + 1, rows.size(), path);
        boolean chronicle = book.equals("life");
        for (var row : rows.subList(1, rows.size())) {
            var shown = chronicle ? row.subList(1, 14) : row;
            assertTrue(page.values().stream().anyMatch(each -> trimmed(each).equals(trimmed(shown))), path + " " + row);
            var line = chronicle ? row.get(0) + "." + row.get(1) + row.get(2) + row.get(3) : String.join("", row);
            assertTrue(text.contains(line.replaceAll("\\s", "")), () -> path + " " + line + " in " + text);
            if (chronicle) {
                for (int column = 4; column < rows.getFirst().size(); column++) {
                    var field = rows.getFirst().get(column) + (column < row.size() ? row.get(column) : "");
                    assertTrue(text.contains(field.replaceAll("\\s", "")), () -> path + " " + field);
                }
            }
        }
        assertTrue(text.contains("卷内页数") && text.contains("第1页共"), text);
    }

    /// A workbook keeps no empty cells at the end of a row.
    private static List<String> trimmed(List<String> cells) {
        var trimmed = new ArrayList<>(cells);
        while (!trimmed.isEmpty() && trimmed.getLast().isEmpty()) {
            trimmed.removeLast();
        }
        return trimmed;
    }

    /// What poppler reads, in the order in which it was drawn, without blanks.
    private static String printed(Visitor visitor, String path) throws IOException, InterruptedException {
        var file = Files.createTempFile(directory, "book", ".pdf");
        Files.write(file, visitor.bytes(path));
        var reading = new ProcessBuilder("pdftotext", "-raw", file.toString(), "-").start();
        var text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reading.waitFor(), path);
        Files.deleteIfExists(file);
        return text.replaceAll("\\s", "");
    }

    private static String lacks(String branch, String book) {
        var body = reviewer.get("/books/" + branch + "/lacking?year=2026&book=" + book)
                .body();
        assertFalse(body.contains("rel=\"next\""), "all on one page");
        return body;
    }

    private static String row(String body, String name) {
        for (var row : body.split("<tr>", -1)) {
            if (row.contains(">" + name + "</a>")) {
                return row;
            }
        }
        throw new AssertionError(name);
    }

    private static int count(String body, String what) {
        return body.split(Pattern.quote(what), -1).length - 1;
    }
}
