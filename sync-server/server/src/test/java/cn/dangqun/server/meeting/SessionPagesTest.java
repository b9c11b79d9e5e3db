package cn.dangqun.server.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Missing;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a kiosk recorded of a session stands on the street's page as what it is.
class SessionPagesTest {
    private ConsoleUnderTest console;
    private Visitor reviewer;
    private Activity activity;
    private List<Member> roll;
    private KioskId kiosk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        activity = console.open().getFirst();
        roll = console.roll(activity.organization());
        kiosk = console.kiosk(1);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void closesByItselfWhatNobodyClosed() {
        assertFalse(page("").contains("by-system"));
        console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        activity.id(), roll.getFirst().id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, false));
        afterItsTime();
        assertTrue(page("").contains("视为已召开"), () -> page(""));

        console.fact(kiosk, new SessionFact.Closed(activity.id(), Optional.of("staff-1")));
        assertFalse(page("").contains("by-system"));
    }

    @Test
    void callsWhatNobodyCameToNotHeld() {
        afterItsTime();
        assertTrue(page("").contains("未召开"), () -> page(""));
    }

    private void afterItsTime() {
        console.clock.advance(
                Duration.between(console.clock.instant(), activity.ends()).plusHours(3));
        console.heartbeat(kiosk);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    private String page(String query) {
        return reviewer.get("/activities/" + activity.id() + "/session" + query).body();
    }

    private void declares(int present) {
        console.fact(
                kiosk,
                new SessionFact.FiguresDeclared(
                        activity.id(),
                        activity.organization(),
                        new MeetingCount(23, 22, present, 20, present - 1),
                        true,
                        roll.get(0).id(),
                        "NATIONAL@2020.2",
                        List.of(new SessionFact.Absence(roll.get(1).id(), Missing.LEAVE, "SICK")),
                        "staff-1"));
    }

    private void item(int number, AgendaKind kind, String title) {
        console.fact(kiosk, new SessionFact.ItemSet(activity.id(), number, kind, title, Optional.empty(), "staff-1"));
    }

    private void ballot(KioskId at, int item, int yes, BallotOutcome outcome) {
        console.fact(
                at,
                new SessionFact.BallotRecorded(
                        activity.id(),
                        item,
                        BallotForm.SECRET,
                        18,
                        17,
                        1,
                        List.of(new Votes("议题", yes, 16 - yes, 0, 0)),
                        outcome,
                        "staff-1"));
    }

    @Test
    void saysWhatToDoWhileNothingIsRecorded() {
        assertTrue(page("").contains("还没有会议记录"));
        assertTrue(reviewer.get("/activities/" + activity.id()).body().contains("/session\""));
        assertEquals(404, reviewer.get("/activities/nothing/session").statusCode());
    }

    @Test
    void everyAnnouncementStandsWithWhoWasMissing() {
        declares(18);
        declares(19);
        var masked = page("");
        assertEquals(2, masked.split("data-declared", -1).length - 1);
        assertTrue(masked.contains("应到 20，在场 17"));
        assertTrue(masked.contains(roll.get(1).name().masked()));
        assertFalse(masked.contains(roll.get(1).name().full()));
        assertFalse(masked.contains("病假"), "why is told with the names");

        var full = page("?names=full");
        assertTrue(full.contains(roll.get(1).name().full()));
        assertTrue(full.contains("病假"));
    }

    @Test
    void aBallotThatWasCorrectedStandsBesideTheLast() {
        declares(19);
        item(1, AgendaKind.RESOLUTION, "决定重大问题");
        ballot(kiosk, 1, 5, BallotOutcome.NOT_PASSED);
        ballot(kiosk, 1, 15, BallotOutcome.PASSED);
        var body = page("");
        assertTrue(body.contains("赞成 15 票，反对 1 票，弃权 0 票"));
        assertTrue(body.contains("发出 18 张，收回 17 张，无效 1 张"));
        assertTrue(body.contains("先前的记录：未通过"));
        assertTrue(body.contains("<td>通过</td>"));
    }

    @Test
    void twoKiosksThatRanItApartAreTwoRecords() {
        item(1, AgendaKind.RESOLUTION, "决定重大问题");
        ballot(kiosk, 1, 15, BallotOutcome.PASSED);
        ballot(console.kiosk(2), 1, 3, BallotOutcome.NOT_PASSED);
        var body = page("");
        assertEquals(2, body.split("的记录</h2>", -1).length - 1);
    }

    @Test
    void stepsFeesAndTheEndStandThere() {
        console.fact(kiosk, new SessionFact.StepTicked(activity.id(), "集中学习", true, "staff-1"));
        console.fact(
                kiosk,
                new SessionFact.FeeTicked(activity.id(), roll.get(0).id(), YearMonth.of(2026, 11), true, "staff-1"));
        console.fact(kiosk, new SessionFact.Closed(activity.id(), Optional.of("staff-1")));
        console.fact(kiosk, new SessionFact.Reopened(activity.id(), new Handling("staff-1", "点错了")));
        console.fact(kiosk, new SessionFact.Closed(activity.id(), Optional.empty()));
        var body = page("");
        assertTrue(body.contains("集中学习"));
        assertTrue(body.contains("2026 年 11 月党费：登记已交 1 名"));
        assertTrue(body.contains("重新打开：点错了"));
        assertTrue(body.contains("由系统结束"));
    }
}
