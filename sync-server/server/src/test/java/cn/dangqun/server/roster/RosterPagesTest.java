package cn.dangqun.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F-82, R-041, R-065: members as the street enters them, moved and gone, the past untouched.
class RosterPagesTest {
    /// Of a region that is none; the check digit fits.
    private static final String NUMBER = "990000195001010019";

    private ConsoleUnderTest console;
    private Clerk clerk;
    private String first;
    private String second;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        first = clerk.organization("c1", "BRANCH", "样例一支部");
        second = clerk.organization("c1", "BRANCH", "样例二支部");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String found(String query) {
        return clerk.page("/roster?" + query);
    }

    private boolean finds(String query, String member) {
        return found(query).contains("data-member=\"" + member + "\"");
    }

    private static Map<String, String> place(String branch, String status, String day) {
        return Map.of("branch", branch, "status", status, "relation", "HOME", "effective", day, "reason", "样例原因");
    }

    @Test
    void findsSomebodyByNamePinyinAndInitials() {
        var person = clerk.person("欧阳样例", first);

        for (var typed : List.of("欧阳样例", "欧阳", "样例", "ouyang", "ouyangyang", "OYYL", "oyy")) {
            assertTrue(finds("search=" + typed, person), typed);
        }
        assertFalse(finds("search=zhang", person));
        assertFalse(found("search=欧阳样例").contains("欧阳样例</a>"));
        assertTrue(found("search=欧阳样例&names=full").contains("欧阳样例</a>"));
    }

    @Test
    void dealsOutAPageAtATime() {
        for (int i = 0; i < RosterReader.PER_PAGE + 3; i++) {
            clerk.person("样例某" + i, first);
        }

        var page = found("branch=" + first + "&page=2");
        assertEquals(3, page.split("data-member=", -1).length - 1);
        assertTrue(page.contains("第 2 / 2 页，共 53 条"));
        assertTrue(found("branch=" + first + "&page=99").contains("第 2 / 2 页"));
    }

    @Test
    void keepsADistrictMembersHistoryAndRollsOfTheDay() {
        var person = clerk.person("样例甲", first, Map.of("from", "2020-01-01"));

        clerk.made("/roster/members/" + person + "/place", place(second, "FULL", "2026-11-10"));

        assertEquals(Optional.of(first), branchOn(person, 2026, 11, 9));
        assertEquals(Optional.of(second), branchOn(person, 2026, 11, 10));
        var page = clerk.page("/roster/members/" + person);
        assertTrue(page.contains("组织关系转接"));
        assertTrue(page.contains("样例原因"));
        assertTrue(finds("branch=" + second, person));
        assertFalse(finds("branch=" + first, person));
    }

    private Optional<String> branchOn(String member, int year, int month, int day) {
        return console.database.read(handle -> new Entries(handle)
                .member(new MemberId(member))
                .flatMap(each -> each.on(LocalDate.of(year, month, day)))
                .map(each -> each.branch().value()));
    }

    @Test
    void endsAMembershipWithoutWritingOverThePast() {
        var person = clerk.person("样例甲", first);

        clerk.made(
                "/roster/members/" + person + "/departure",
                Map.of("departure", "DIED", "last", "2026-11-20", "reason", "家属告知"));

        assertEquals(Optional.of(first), branchOn(person, 2026, 11, 20));
        assertEquals(Optional.empty(), branchOn(person, 2026, 11, 21));
        assertFalse(finds("branch=" + first, person));
        assertTrue(finds("branch=" + first + "&state=gone", person));
        assertTrue(clerk.refused(
                        "/roster/members/" + person + "/departure",
                        Map.of("departure", "MOVED_OUT", "last", "2026-11-22", "reason", "样例"))
                .contains("已不在册"));
        clerk.made("/roster/members/" + person + "/place", place(second, "FULL", "2026-11-22"));
        assertTrue(finds("branch=" + second, person));
    }

    @Test
    void correctsWhatNeverWas() {
        var person = clerk.person("样例甲", first, Map.of("from", "2026-03-01"));
        var correction = new HashMap<>(place(second, "FULL", ""));
        correction.put("correction", "yes");

        clerk.made("/roster/members/" + person + "/place", correction);

        assertEquals(Optional.of(second), branchOn(person, 2026, 3, 1));
        assertTrue(clerk.page("/roster/members/" + person).contains("更正"));
        assertTrue(clerk.refused("/roster/members/" + person + "/place", place(first, "FULL", "2026-02-01"))
                .contains("日期早于最近一次变动"));
    }

    @Test
    void knowsNobodyTwiceAndKeepsNoNumber() {
        var person = clerk.person("样例甲", first, Map.of("number", NUMBER));

        assertTrue(clerk.refused(
                        "/roster/new",
                        Map.of(
                                "name",
                                "样例乙",
                                "branch",
                                second,
                                "status",
                                "FULL",
                                "relation",
                                "HOME",
                                "number",
                                "９９００００１９５００１０１００１９"))
                .contains("已经登记在另一名党员名下"));
        assertTrue(clerk.refused("/roster/members/" + clerk.person("样例丙", first) + "/number", Map.of("number", NUMBER))
                .contains("已经登记在另一名党员名下"));
        var card = new MacCardKeyer(new byte[32]).ofResidentNumber(NUMBER).hex();
        assertEquals(
                List.of(person),
                console.database.read(
                        handle -> handle.createQuery("SELECT member FROM card_binding WHERE street = 1 AND card = ?")
                                .bind(0, card)
                                .mapTo(String.class)
                                .list()));
        assertFalse(everywhere().contains(NUMBER));
    }

    /// Every text of every table.
    private String everywhere() {
        return console.database.read(handle -> {
            var said = new StringBuilder();
            for (var table : handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                    .mapTo(String.class)
                    .list()) {
                handle.createQuery("SELECT * FROM " + table).mapToMap().forEach(said::append);
            }
            return said.toString();
        });
    }

    @Test
    void exchangesAWrongNumberForTheRightOne() {
        var person = clerk.person("样例甲", first, Map.of("number", NUMBER));

        clerk.made("/roster/members/" + person + "/number", Map.of("number", "990000195001020014"));

        assertEquals(1, cards(person));
        assertTrue(clerk.page("/roster/members/" + person).contains("身份证号码已更正"));
    }

    private int cards(String member) {
        return console.database.read(
                handle -> handle.createQuery("SELECT count(*) FROM card_binding WHERE street = 1 AND member = ?")
                        .bind(0, member)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void saysWhatIsWrongWithANumber() {
        for (var wrong : Map.of(
                        "123", "应为 18 位",
                        "99000019500101001A", "只能是数字",
                        "990000195013010016", "出生日期不存在",
                        "990000195001010012", "最后一位对不上")
                .entrySet()) {
            var said = clerk.refused(
                    "/roster/new",
                    Map.of(
                            "name", "样例甲",
                            "branch", first,
                            "status", "FULL",
                            "relation", "HOME",
                            "number", wrong.getKey()));
            assertTrue(said.contains(wrong.getValue()), wrong + " " + said);
        }
    }

    @Test
    void keepsWhatTheBooksAsk() {
        var person = clerk.person("样例甲", first);
        var books = new HashMap<>(Map.of(
                "name", "样例·买买提",
                "sex", "FEMALE",
                "born", "1950-01-01",
                "ethnic", "维吾尔族",
                "phone", "0371-0000000",
                "joined", "1975-07-01",
                "confirmed", "1976-07-01",
                "verified", "2026-11-20",
                "categories.FRAIL", "yes",
                "reason", "年度核对"));

        clerk.made("/roster/members/" + person + "/details", books);

        var page = clerk.page("/roster/members/" + person);
        assertTrue(page.contains("value=\"样例·买买提\""));
        assertTrue(page.contains("特殊群体：空 → 年老体弱"));
        assertFalse(page.substring(page.indexOf("class=\"story\"")).contains("0000000"));
        assertTrue(finds("search=买买提", person));
        books.put("confirmed", "1970-01-01");
        assertTrue(
                clerk.refused("/roster/members/" + person + "/details", books).contains("不能早于加入党组织日期"));
    }

    @Test
    void seatsMembersAndFollowsTheRollOfACommittee() {
        var person = clerk.person("样例甲", first);
        var probationary = clerk.person("样例乙", first, Map.of("status", "PROBATIONARY"));
        var seat = Map.of("organization", first, "seat", "SECRETARY", "seat-from", "2026-11-01");

        clerk.made("/roster/members/" + person + "/seats", seat);

        assertTrue(clerk.refused("/roster/members/" + probationary + "/seats", seat)
                .contains("应是正式党员"));
        assertTrue(clerk.refused("/roster/members/" + clerk.person("样例丙", first) + "/seats", seat)
                .contains("已有人担任"));
        assertTrue(clerk.page("/organizations/" + first).contains("样例甲"));
        assertEquals(List.of(person), due("COMMITTEE_MEETING"));
        assertEquals(3, due("THEME_DAY").size());
    }

    /// Who would be due at an activity of the first branch on the 28th.
    private List<String> due(String type) {
        var activity = clerk.made(
                "/plan/new",
                Map.of(
                        "type", type,
                        "organization", first,
                        "title", "样例活动",
                        "place", "样例活动室",
                        "day", "2026-11-28",
                        "starts", "09:30",
                        "ends", "11:00"));
        return console.database.read(handle -> {
            var known = new Entries(handle).activity(new ActivityId(activity)).orElseThrow();
            return console.roster.now(handle).rolls(known).stream()
                    .map(RollSnapshot::entries)
                    .flatMap(List::stream)
                    .map(RollEntry::member)
                    .map(MemberId::value)
                    .toList();
        });
    }

    @Test
    void movesNobodyOutOfTheOwnSubtreeNorIntoIt() {
        var own = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        var person = clerk.person("样例甲", first);

        assertEquals(404, own.get("/roster/members/" + person).statusCode());
        assertEquals(
                404,
                own.post(
                                "/roster",
                                "/roster/new",
                                Map.of("name", "样例乙", "branch", first, "status", "FULL", "relation", "HOME"))
                        .statusCode());
    }
}
