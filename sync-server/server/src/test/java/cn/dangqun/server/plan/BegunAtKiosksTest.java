package cn.dangqun.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What duty staff began at a kiosk stands on the page, with its figures (OQ-35).
class BegunAtKiosksTest {
    private static final ActivityId BEGUN = new ActivityId("begun-1");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ConsoleUnderTest console;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private OrganizationId branchOf(String community) {
        return console.organizations().stream()
                .filter(each -> each.level() == OrganizationLevel.BRANCH)
                .filter(each -> each.parent().map(OrganizationId::value).equals(Optional.of(community)))
                .map(Organization::id)
                .findFirst()
                .orElseThrow();
    }

    private static SessionFact.AdHoc lecture(OrganizationId branch) {
        return new SessionFact.AdHoc(ActivityType.PARTY_LECTURE, branch, "临时党课", "样例中心");
    }

    private String board() {
        return console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet())
                .get("/activities")
                .body();
    }

    @Test
    void standsOnThePageWithWhoCame() {
        var kiosk = console.kiosk(1);
        var branch = branchOf("c1");
        var roll = console.roll(branch);
        var begun = lecture(branch).begun(BEGUN, console.clock.instant(), ZONE);
        var roster = new Roster(new OrganizationTree(console.organizations()), roll, List.of());
        console.fact(kiosk, new SessionFact.Opened(BEGUN, Optional.of(lecture(branch)), "staff-1"));
        console.fact(kiosk, new AttendanceFact.RollFrozen(roster.rolls(begun).getFirst(), FreezeCause.OPENED, 0));
        console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        BEGUN,
                        roll.getFirst().id(),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false,
                        Optional.of(branch)));
        console.heartbeat(kiosk);

        var row = board();
        row = row.substring(row.indexOf("data-activity=\"" + BEGUN + "\""));
        assertTrue(row.contains("临时党课"));
        assertEquals(roll.size(), figure(row, "due"));
        assertEquals(1, figure(row, "present"));
    }

    private static int figure(String row, String name) {
        var found = Pattern.compile("data-" + name + "=\"(\\d+)\"").matcher(row);
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    @Test
    void ofAnotherCommunityItIsSetAside() {
        console.fact(console.kiosk(1), new SessionFact.Opened(BEGUN, Optional.of(lecture(branchOf("c2"))), "staff-1"));

        assertFalse(board().contains("临时党课"));
    }

    @Test
    void isPlannedOnceHoweverOftenItIsHeardOf() {
        var opened = new SessionFact.Opened(BEGUN, Optional.of(lecture(branchOf("c1"))), "staff-1");
        console.fact(console.kiosk(1), opened);
        console.fact(console.kiosk(1), opened);

        assertEquals(1, board().split("data-activity=\"" + BEGUN + "\"", -1).length - 1);
    }
}
