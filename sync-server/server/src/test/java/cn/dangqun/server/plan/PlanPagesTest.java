package cn.dangqun.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.Visiting;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Held;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// activities as the street plans them, moves and cancels them. It is Monday the 23rd, 09:20.
class PlanPagesTest {
    private ConsoleUnderTest console;
    private Clerk clerk;
    private String branch;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        clerk.person("样例甲", branch);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Map<String, String> activity(String day, String starts, String ends) {
        return new HashMap<>(Map.of(
                "type", "THEME_DAY",
                "organization", branch,
                "title", "样例主题党日",
                "place", "样例活动室",
                "day", day,
                "starts", starts,
                "ends", ends));
    }

    private String planned(String day) {
        return clerk.made("/plan/new", activity(day, "09:30", "11:30"));
    }

    private LocalDate day(String activity) {
        return console.database.read(handle -> new Entries(handle)
                .activity(new ActivityId(activity))
                .orElseThrow()
                .heldOn());
    }

    @Test
    void plansAYearAtOnce() {
        var form = activity("2026-12-31", "09:30", "11:30");
        form.put("repeats", "11");

        clerk.made("/plan/new", form);

        assertTrue(clerk.page("/plan?month=2027-02&organization=" + branch).contains("2月28日"));
        assertTrue(clerk.page("/plan?month=2027-11&organization=" + branch).contains("11月30日"));
        assertFalse(clerk.page("/plan?month=2027-12&organization=" + branch).contains("样例主题党日"));
    }

    @Test
    void showsWhoWouldBeDueAndWhatIsAtTheSamePlace() {
        planned("2026-12-10");
        var second = clerk.made("/plan/new", activity("2026-12-10", "11:00", "12:00"));
        var third = clerk.made("/plan/new", activity("2026-12-10", "14:00", "15:00"));
        var committee = activity("2026-12-11", "09:30", "10:30");
        committee.put("type", "COMMITTEE_MEETING");

        assertTrue(clerk.page("/plan/activities/" + second).contains("同一时间“样例活动室”还安排了：样例主题党日（"));
        assertFalse(clerk.page("/plan/activities/" + third).contains("还安排了"));
        assertTrue(clerk.page("/plan/activities/" + third).contains("1 人"));
        assertTrue(clerk.page("/plan/activities/" + clerk.made("/plan/new", committee))
                .contains("支委会、民主生活会按班子成员计算应到"));
    }

    @Test
    void saysWhereThePeopleOfAnotherCommunityCheckIn() {
        var far = clerk.organization(clerk.organization("street", "COMMITTEE", "样例远社区"), "BRANCH", "样例远支部");
        clerk.person("样例远", far);
        var form = activity("2026-12-10", "09:30", "11:30");
        form.put("partner1", far);

        var visiting = clerk.page("/plan/activities/" + clerk.made("/plan/new", form));
        assertTrue(visiting.contains("2026年12月7日") && visiting.contains("2026年12月13日"), visiting);
        assertTrue(visiting.contains("举办方社区的一体机认得他们的党员"), visiting);
        form.put("type", "COMMITTEE_MEETING");
        assertTrue(
                clerk.page("/plan/activities/" + clerk.made("/plan/new", form)).contains("他们的党员请在自己中心的一体机上签到"));
    }

    /// More branches than a centre is told on one day: the page of what is left out says so.
    @Test
    void promisesNobodyWhomTheCentreIsNotTold() {
        var many = clerk.organization("street", "COMMITTEE", "样例大社区");
        for (int i = 1; i <= Visiting.MOST_BRANCHES; i++) {
            clerk.organization(many, "BRANCH", "样例大社区第" + i + "支部");
        }
        var one = clerk.organization(clerk.organization("street", "COMMITTEE", "样例远社区"), "BRANCH", "样例远支部");
        var planned = Stream.of(many, one)
                .map(partner -> {
                    var form = activity("2026-12-10", "09:30", "11:30");
                    form.put("partner1", partner);
                    return clerk.made("/plan/new", form);
                })
                .toList();

        var known = planned.stream()
                .filter(each -> clerk.page("/plan/activities/" + each).contains("举办方社区的一体机认得他们的党员"))
                .count();

        assertEquals(1, known);
    }

    @Test
    void plansNoAgendaWhereThereIsNone() {
        var form = activity("2026-12-10", "09:30", "11:30");
        form.put("item1", "讨论预算");
        form.put("type", "THEME_DAY");

        var refused = clerk.refused("/plan/new", form);
        assertTrue(refused.contains("主题党日没有议题"), refused);
        form.put("marks.MEMBER_MEETING", "yes");
        clerk.made("/plan/new", form);
    }

    @Test
    void holdsAnActivityTogetherWithARollOfEach() {
        var other = clerk.organization("c1", "BRANCH", "样例他支部");
        clerk.person("样例乙", other);
        clerk.person("样例丙", other);
        var form = activity("2026-12-10", "09:30", "11:30");
        form.put("partner1", other);
        form.put("marks.PARTY_LECTURE", "yes");
        form.put("hours", "4");
        form.put("chair", "样例主持");

        var joint = clerk.made("/plan/new", form);

        var stored = console.database.read(
                handle -> new Entries(handle).activity(new ActivityId(joint)).orElseThrow());
        assertEquals(List.of(new OrganizationId(other)), stored.partners());
        assertEquals(Set.of(ActivityType.PARTY_LECTURE), stored.marks());
        assertTrue(clerk.page("/plan?month=" + form.get("day").substring(0, 7)).contains("等 2 个组织合办"));
        var page = clerk.page("/plan/activities/" + joint);
        assertTrue(page.contains("合办：样例他支部"));
        assertTrue(page.contains("兼作：党课"));
        assertTrue(page.contains("计 4 学时"));
        assertTrue(page.contains("2 人"), "the roll of the other branch");
        assertFalse(console.visitor(Role.AUDITOR, Scope.wholeStreet())
                .get("/plan/activities/" + joint)
                .body()
                .contains("样例主持"));
    }

    @Test
    void saysWhoIsInTheChairTwice() {
        var form = activity("2026-12-10", "09:30", "11:30");
        form.put("chair", "样例主持");
        clerk.made("/plan/new", form);
        form.put("place", "另一间样例室");
        form.put("starts", "11:00");
        form.put("ends", "12:00");

        var second = clerk.made("/plan/new", form);

        assertTrue(clerk.page("/plan/activities/" + second).contains("主持人同一时间还要主持：样例主题党日（"));
    }

    @Test
    void asksPeopleToATraining() {
        var other = clerk.organization("c2", "BRANCH", "样例远支部");
        var guest = clerk.person("样例乙", other);
        clerk.person("样例同名", other);
        clerk.person("样例同名", other);
        var form = activity("2026-12-10", "09:30", "11:30");
        form.put("type", "TRAINING");
        var training = clerk.made("/plan/new", form);
        var address = "/plan/activities/" + training;
        assertTrue(clerk.page(address).contains("集中培训按邀请名单计算应到"));

        clerk.made(address + "/invited", Map.of("who", "样例乙"));
        clerk.made(address + "/invited", Map.of("who", guest));
        clerk.made(address + "/invited", Map.of("organization", branch));

        assertTrue(clerk.page(address).contains("邀请名单（2 人）"));
        assertTrue(clerk.page(address).contains("样*乙"));
        assertTrue(clerk.refused(address + "/invited", Map.of("who", "样例同名")).contains("2 位同名"));
        assertTrue(clerk.refused(address + "/invited", Map.of("who", "没有此人")).contains("没有找到"));
        clerk.made(address + "/invited/removal", Map.of("member", guest));
        assertTrue(clerk.page(address).contains("邀请名单（1 人）"));
        form.put("title", "改了名称");
        clerk.made(address, form);
        assertTrue(clerk.page(address).contains("邀请名单（1 人）"), "a change keeps who was asked");
    }

    @Test
    void showsAMonthAsAGrid() {
        var activity = planned("2026-12-10");

        var page = clerk.page("/plan?month=2026-12&view=grid");

        assertTrue(page.contains("data-activity=\"" + activity + "\""));
        assertTrue(page.contains("星期日"));
        assertEquals(5, page.split("<tr>", -1).length - 2, "five weeks below the heading");
    }

    @Test
    void saysWhatIsWrong() {
        assertTrue(clerk.refused("/plan/new", activity("2026-12-10", "11:30", "09:30"))
                .contains("结束时间要晚于开始时间"));
        assertTrue(clerk.refused("/plan/new", activity("后天", "09:30", "11:30")).contains("“日期”不是有效的日期"));
        var group = activity("2026-12-10", "09:30", "11:30");
        group.put("type", "GROUP_MEETING");
        assertTrue(clerk.refused("/plan/new", group).contains("党小组会要选党小组"));
    }

    @Test
    void movesAnActivityForAReason() {
        var activity = planned("2026-12-10");
        var moved = activity("2026-12-17", "14:00", "16:00");

        assertTrue(clerk.refused("/plan/activities/" + activity, moved).contains("改日期、时间要填写原因"));
        moved.put("reason", "会场检修，支部书记同意");
        clerk.made("/plan/activities/" + activity, moved);

        assertEquals(LocalDate.of(2026, 12, 17), day(activity));
        var page = clerk.page("/plan/activities/" + activity);
        assertTrue(page.contains("改期"));
        assertTrue(page.contains("会场检修"));
    }

    @Test
    void leavesWhatHasBegunAsItIs() {
        var activity = planned("2026-11-23");
        console.clock.advance(Duration.ofMinutes(15));
        var moved = activity("2026-11-24", "09:30", "11:30");
        moved.put("reason", "样例");

        assertTrue(clerk.refused("/plan/activities/" + activity, moved).contains("活动已经开始"));
        assertTrue(clerk.refused("/plan/activities/" + activity + "/cancellation", Map.of("reason", "样例"))
                .contains("活动已经开始"));
        var renamed = activity("2026-11-23", "09:30", "11:30");
        renamed.put("place", "二楼样例室");
        clerk.made("/plan/activities/" + activity, renamed);
        assertTrue(clerk.page("/activities/" + activity).contains("二楼样例室"));
    }

    @Test
    void takesACancelledActivityFromKiosksAndStillCountsWhoCameToOneThatWasOffline() {
        var activity = planned("2026-11-24");
        var person = console.database.read(
                handle -> handle.createQuery("SELECT id FROM member WHERE street = 1 AND branch = ?")
                        .bind(0, branch)
                        .mapTo(String.class)
                        .one());

        assertTrue(held().contains(activity));
        clerk.made("/plan/activities/" + activity + "/cancellation", Map.of("reason", "台风停办"));

        assertFalse(held().contains(activity));
        assertTrue(clerk.page("/plan?month=2026-11&organization=" + branch).contains("已取消"));
        console.clock.advance(Duration.ofDays(1));
        clerk = new Clerk(console);
        assertEquals(0, frozenBy(activity));
        assertTrue(clerk.page("/activities").contains("已取消"));
        var kiosk = console.kiosk(1);
        var ledger = new TestLedger(kiosk)
                .add(
                        new AttendanceFact.CheckedIn(
                                new ActivityId(activity),
                                new MemberId(person),
                                AttendanceRole.MEMBER,
                                CheckInMethod.CARD,
                                false),
                        console.clock.instant());
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
        assertTrue(clerk.page("/activities/" + activity + "?names=full").contains("样例甲"));
    }

    /// What a kiosk that is new at the first site receives.
    private String held() {
        var all = new StringBuilder();
        var feed = console.reference.feed(new Held("site-1", Integer.MAX_VALUE, ""), Optional.empty(), 0);
        for (var next = console.reference.next(feed);
                next.isPresent();
                next = console.reference.next(next.get().feed())) {
            next.get().page().getChangesList().forEach(change -> all.append(change.toStringUtf8()));
        }
        return all.toString();
    }

    private int frozenBy(String activity) {
        console.rolls.freezeStarted();
        return console.database.read(
                handle -> handle.createQuery("SELECT count(*) FROM roll_freezing WHERE street = 1 AND activity = ?")
                        .bind(0, activity)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void givesACalendarToOthers() {
        planned("2026-12-10");

        var answer = clerk.keeper.get("/plan/calendar?month=2026-12&organization=" + branch);

        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/calendar"));
        assertTrue(answer.body().contains("SUMMARY:样例主题党日\r\n"));
        assertTrue(answer.body().contains("DTSTART:20261210T013000Z\r\n"));
        assertEquals(
                Optional.empty(),
                answer.body().lines().filter(line -> line.length() > 75).findFirst());
    }
}
