package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A theme day of all branches together: pages that a browser can show, and the figures of all on each.
class LargeSheetTest {
    private static final Pattern NAME = Pattern.compile("<li class=[^>]*>|<li>");

    private ConsoleUnderTest console;
    private Visitor reviewer;
    private List<Organization> branches;
    private Activity together;

    @BeforeEach
    void hold(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        branches = console.items.stream()
                .filter(ReferenceItem.OrganizationItem.class::isInstance)
                .map(each -> ((ReferenceItem.OrganizationItem) each).organization())
                .filter(each -> each.level() == OrganizationLevel.BRANCH)
                .toList();
        var like = console.open().getFirst();
        together = new Activity(
                new ActivityId("together"),
                ActivityType.THEME_DAY,
                branches.getFirst().id(),
                "全街道主题党日",
                "样例礼堂",
                like.heldOn(),
                like.starts(),
                like.ends(),
                like.window(),
                branches.stream().skip(1).map(Organization::id).toList(),
                List.of(),
                Set.of(),
                Preparation.NONE);
        console.reference.publish(List.of(new ReferenceItem.ActivityItem(together)));
        console.heartbeat(console.kiosk(1));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsAStreetInPagesWithTheFiguresOfAllOnEach() {
        var came = members(branches.getFirst().id()).getFirst();
        checkIn(came);

        var first = page("");
        var second = page("?page=2");

        int due = figure(first, "due");
        assertTrue(due > SheetCut.AT_ONCE && due <= 2 * SheetCut.AT_ONCE, "the test's own street, " + due);
        assertEquals(due, figure(second, "due"));
        assertEquals(1, figure(first, "present"));
        assertEquals(1, figure(second, "present"));
        assertEquals(SheetCut.AT_ONCE, names(first));
        assertEquals(due - 1 - SheetCut.AT_ONCE, names(second));
        assertTrue(first.contains("rel=\"next\""));
        assertTrue(second.contains("rel=\"prev\""));
        assertTrue(second.contains("/live/activities/together?page=2"), "lives on as it is");
        assertEquals(names(second), names(page("?page=9")), "a page too far is the last");
    }

    @Test
    void findsABranchAndAPersonByTheSoundOfTheName() {
        var branch = branches.get(3);
        var theirs = page("?branch=" + encoded(branch.name()));
        assertEquals(members(branch.id()).size(), names(theirs));
        assertTrue(theirs.contains("selected"), "what is looked at is said");

        var somebody = members(branch.id()).getFirst();
        var found = page("?names=full&search=" + encoded(somebody.name().full()));
        assertTrue(found.contains(somebody.name().full()));
        assertTrue(names(found) < names(theirs));
        assertEquals(figure(theirs, "due"), figure(found, "due"));

        var almost = page("?names=%20full&search=" + encoded(somebody.name().full()));
        assertFalse(almost.contains(">" + somebody.name().full()), "what the guard did not judge shows nobody's name");

        var nobody = page("?search=zzzz");
        assertEquals(0, names(nobody));
        assertTrue(nobody.contains("没有找到"));
        assertFalse(nobody.contains("名册上的党员都已签到"), "not finding is not being there");
    }

    private void checkIn(Member member) {
        console.fact(
                console.kiosk(1),
                new AttendanceFact.CheckedIn(
                        together.id(), member.id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, false));
    }

    private List<Member> members(OrganizationId branch) {
        return console.roll(branch);
    }

    private String page(String question) {
        return reviewer.get("/activities/together" + question).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int figure(String page, String name) {
        var found = Pattern.compile("data-" + name + "=\"(\\d+)\"").matcher(page);
        assertTrue(found.find(), name);
        return Integer.parseInt(found.group(1));
    }

    /// People in the list of those who were not seen.
    private static int names(String page) {
        int from = page.lastIndexOf("<ul class=\"names\">");
        return from < 0
                ? 0
                : (int) NAME.matcher(page.substring(from, page.indexOf("</ul>", from)))
                        .results()
                        .count();
    }
}
