package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.text.Pinyin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists with more rows than a page has, looked at page by page, searched and in other orders. It is Monday the 23rd,
/// 09:20.
class ListPagesTest {
    private static final int FIFTY = 50;

    private ConsoleUnderTest console;
    private Clerk clerk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void everyOrderOfEveryListHasTheSameRows() {
        var examples = new RouteExamples(console);
        console.heartbeat(console.kiosk(1));
        console.kiosk(2);
        var visitors = List.of(
                console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet()),
                console.visitor(Role.STREET_ADMIN, Scope.wholeStreet()));
        var wrong = new ArrayList<String>();
        int orders = 0;
        for (var route : console.console().routes()) {
            if (route.kind() != Route.Kind.PAGE) {
                continue;
            }
            var path = examples.of(route, "c1").path();
            for (var visitor : visitors) {
                var page = visitor.get(path).body();
                for (var address : OrderedLists.addresses(path, page)) {
                    orders++;
                    var other = visitor.get(address);
                    if (other.statusCode() != 200
                            || !address.endsWith("=" + OrderedLists.chosen(other.body()))
                            || OrderedLists.rows(other.body()) != OrderedLists.rows(page)) {
                        wrong.add(address + " " + other.statusCode() + " " + OrderedLists.rows(page) + " rows, then "
                                + OrderedLists.rows(other.body()));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(orders > 60, orders + " orders");
    }

    @Test
    void aBusyDayHasPagesAndItsFiguresStayThoseOfAll() {
        var like = console.open().getFirst();
        var before = console.activities()
                .filter(each -> each.heldOn().equals(like.heldOn()))
                .count();
        console.reference.publish(IntStream.range(0, 60)
                .<ReferenceItem>mapToObj(i -> new ReferenceItem.ActivityItem(again(like, i)))
                .toList());

        var first = clerk.page("/activities");
        var second = clerk.page("/activities?page=2");
        assertEquals(FIFTY, count(first, "data-activity="));
        assertEquals(before + 60 - FIFTY, count(second, "data-activity="));
        assertTrue(first.contains("<dd>" + (before + 60) + "</dd>"), "all are counted on every page");
        assertTrue(second.contains("<dd>" + (before + 60) + "</dd>"));
        assertTrue(first.contains("第 1 / 2 页，共 " + (before + 60) + " 条"));
        assertTrue(second.contains("sse-connect=\"/live/activities?page=2\""), "it goes on as the same page");
        assertTrue(first.contains("class=\"community\""));

        var found = clerk.page("/activities?search=" + encoded("样例活动第17场"));
        assertEquals(1, count(found, "data-activity="));
        assertTrue(found.contains("<dd>" + (before + 60) + "</dd>"));
        var byTime = clerk.page("/activities?order=time");
        var times = all(byTime, "<td class=\"c-time figure\">(\\d\\d:\\d\\d)");
        assertEquals(times.stream().sorted().toList(), times);
        assertFalse(byTime.contains("class=\"community\""));
        assertTrue(clerk.page("/activities?search=" + encoded("没有这样的")).contains("id=\"none-found\""));
    }

    private static Activity again(Activity like, int number) {
        return new Activity(
                new ActivityId("again-" + number),
                like.type(),
                like.organization(),
                "样例活动第" + number + "场",
                like.place(),
                like.heldOn(),
                like.starts().minusSeconds(60L * (number % 7)),
                like.ends(),
                like.window(),
                List.of(),
                List.of(),
                like.marks(),
                like.preparation());
    }

    @Test
    void manyBranchesAndTheirPeopleHavePagesWhereCodesAreIssued() {
        var branch = clerk.organization("c1", "BRANCH", "样例大支部");
        manyPeople(branch, 120);
        manyBranches(55);

        var codes = clerk.page("/codes");
        assertEquals(FIFTY, count(codes, "data-branch="));
        assertEquals(
                console.organizations().stream().filter(ListPagesTest::isBranch).count() + 56 - FIFTY,
                count(clerk.page("/codes?page=2"), "data-branch="));
        var most = all(clerk.page("/codes?order=without"), "data-branch=\"([^\"]+)\"");
        assertEquals(branch, most.getFirst());
        assertEquals(List.of(branch), all(clerk.page("/codes?search=" + encoded("样例大")), "data-branch=\"([^\"]+)\""));

        var path = "/codes/branches/" + branch;
        var page = clerk.page(path);
        assertEquals(100, count(page, "data-member="));
        assertEquals(20, count(clerk.page(path + "?page=2"), "data-member="));
        assertTrue(page.contains("全支部（120 人）") && page.contains("（120 人）"), "the order is for all of them");
        assertTrue(page.contains("勾选只算本页的人"));
        assertEquals(1, count(clerk.page(path + "?names=full&search=" + encoded("样例0077")), "data-member="));
    }

    @Test
    void theListByWhichPeopleAreToldHasPagesAndTellsAllOfThem() {
        var branch = clerk.organization("c1", "BRANCH", "样例大支部");
        manyPeople(branch, 120);
        var activity = clerk.made(
                "/plan/new",
                Map.of(
                        "type", "MEMBER_MEETING",
                        "organization", branch,
                        "title", "样例党员大会",
                        "place", "样例活动室",
                        "day", "2026-11-30",
                        "starts", "09:30",
                        "ends", "11:30"));
        var path = "/plan/activities/" + activity + "/notice";

        assertEquals(100, count(clerk.page(path), "data-member="));
        assertEquals(20, count(clerk.page(path + "?page=2"), "data-member="));
        assertEquals(1, count(clerk.page(path + "?search=yangli0077"), "data-member="), "as it is read");
        clerk.keeper.post(path, path, Map.of("how", "PHONE", "everybody", "yes"));
        assertEquals(20, count(clerk.page(path + "?page=2"), "data-told=\"yes\""));
    }

    @Test
    void theWallsOfManyCommunitiesHavePagesAndTheWorstCanComeFirst() {
        var places = console.communities().size();
        for (int i = 0; i < 20; i++) {
            clerk.organization("street", "COMMITTEE", "样例社区" + i);
        }

        var first = clerk.page("/wall");
        assertTrue(
                first.contains("第 1 / " + Math.ceilDiv(places + 20, 12) + " 页"),
                "twelve places stand beside the frames");
        assertFalse(first.contains("<th scope=\"col\">样例社区19</th>"));
        assertTrue(clerk.page("/wall?page=2").contains("<th scope=\"col\">样例社区19</th>"));
        assertTrue(clerk.page("/wall?search=" + encoded("样例社区7")).contains("<th scope=\"col\">样例社区7</th>"));
        assertEquals(missing(first), missing(clerk.page("/wall?page=2")), "figures are of all walls");
        assertEquals(missing(first), missing(clerk.page("/wall?search=" + encoded("样例社区7"))));
        var faults = all(clerk.page("/wall?order=faults&page=1"), "<td data-cell=\"(MISSING)\"")
                .size();
        assertTrue(faults >= all(first, "<td data-cell=\"(MISSING)\"").size(), "the worst stand on the first page");
    }

    private static String missing(String page) {
        return all(page, "<dd id=\"missing\">(\\d+)</dd>").getFirst();
    }

    @Test
    void rostersFromFilesAreCountedForThoseWhoMaySeeThem() {
        console.database.write((handle, changes) -> {
            for (int i = 0; i < 60; i++) {
                handle.execute(
                        "INSERT INTO roster_intake (id, login, scope, file, status, state, passed, unknown, row_count,"
                                + " read_rows, done_rows, begun_at, changed_at)"
                                + " VALUES (?, 'somebody', ?, ?, 'FULL', 'DONE', 0, '', ?, 0, 0, ?, 1)",
                        "many-" + i,
                        i % 2 == 0 ? "c1" : "c2",
                        "名册" + i + ".xlsx",
                        i,
                        1000 + i);
            }
            return 0;
        });
        var own = console.visitor(
                Role.STREET_REVIEWER,
                new Scope(Optional.of(console.communities().getFirst().id())));

        var page = own.get("/roster/intakes").body();
        assertEquals(30, count(page, "data-intake="));
        assertFalse(page.contains("第 1 / 2 页"), "others' are not counted");
        var all = clerk.page("/roster/intakes");
        assertTrue(all.contains("第 1 / 2 页，共 60 条"));
        assertEquals("many-59", all(all, "data-intake=\"([^\"]+)\"").getFirst());
        assertEquals(
                "many-59",
                all(clerk.page("/roster/intakes?order=rows"), "data-intake=\"([^\"]+)\"")
                        .getFirst());
        assertEquals(
                List.of("many-17"),
                all(clerk.page("/roster/intakes?search=" + encoded("名册17")), "data-intake=\"([^\"]+)\""));
    }

    @Test
    void rosterPlanAndOrganisationsAreReadInTheOrderAskedFor() {
        var roster = all(
                clerk.page("/roster?order=name&names=full"),
                "class=\"title\" href=\"/roster/members/[^\"]+\">([^<]+)<");
        assertEquals(FIFTY, roster.size());
        var pinyin = new Pinyin();
        var read = roster.stream().map(pinyin::syllables).toList();
        assertEquals(read.stream().sorted().toList(), read);
        var organizations =
                all(clerk.page("/organizations?order=name"), "class=\"title\" href=\"/organizations/[^\"]+\">([^<]+)<");
        assertEquals(organizations.stream().sorted(pinyin.order()).toList(), organizations);
        var plan = all(clerk.page("/plan?order=title"), "class=\"title\" href=\"/plan/activities/[^\"]+\">([^<]+)<");
        assertTrue(plan.size() > 5);
        assertEquals(plan.stream().sorted(pinyin.order()).toList(), plan);
    }

    private void manyPeople(String branch, int people) {
        console.reference.publish(IntStream.range(0, people)
                .<ReferenceItem>mapToObj(i -> new ReferenceItem.MemberItem(new Member(
                        new MemberId("MANY-" + i),
                        new PersonName("样例%04d".formatted(i)),
                        MemberStatus.FULL,
                        RelationKind.HOME,
                        new OrganizationId(branch),
                        Optional.empty())))
                .toList());
    }

    private void manyBranches(int branches) {
        for (int i = 0; i < branches; i++) {
            clerk.organization("c2", "BRANCH", "样例第" + (100 + i) + "支部");
        }
    }

    private static boolean isBranch(Organization organization) {
        return organization.level() == OrganizationLevel.BRANCH;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long count(String page, String part) {
        return Pattern.compile("<tr [^>]*" + Pattern.quote(part))
                .matcher(page)
                .results()
                .count();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }
}
