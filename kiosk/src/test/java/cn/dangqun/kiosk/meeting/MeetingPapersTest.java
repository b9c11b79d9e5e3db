package cn.dangqun.kiosk.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.papers.Announcement;
import cn.dangqun.papers.BallotProtocol;
import cn.dangqun.papers.MinutesPage;
import cn.dangqun.papers.Paper;
import cn.dangqun.papers.Papers;
import cn.dangqun.papers.ResolutionReport;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The papers of a session say what stands on its record.
class MeetingPapersTest {
    private final FakeMeetings desk = new FakeMeetings();
    private final MeetingPapers papers =
            new MeetingPapers(desk, new Look(Texts.chinese(), Orientation.PORTRAIT, ZoneId.of("Asia/Shanghai"), 1));

    @BeforeEach
    void aMeetingThatVoted() {
        desk.recorded(
                new SessionFact.FiguresDeclared(
                        Samples.MEETING.id(),
                        Samples.MEETING.organization(),
                        desk.current().count(),
                        true,
                        new MemberId("M-1"),
                        "NATIONAL@2020.2",
                        desk.current().absences(),
                        "staff-1"),
                new SessionFact.ItemSet(
                        Samples.MEETING.id(),
                        1,
                        AgendaKind.CONFIRM_MEMBER,
                        "预备党员转正",
                        Optional.of(new MemberId("M-3")),
                        "staff-1"),
                new SessionFact.BallotRecorded(
                        Samples.MEETING.id(),
                        1,
                        BallotForm.SECRET,
                        3,
                        3,
                        0,
                        List.of(new Votes("M-3", 3, 0, 0, 1)),
                        BallotOutcome.PASSED,
                        "staff-1"),
                new SessionFact.ItemSet(
                        Samples.MEETING.id(), 2, AgendaKind.RESOLUTION, "决定重大问题", Optional.empty(), "staff-1"),
                new SessionFact.BallotRecorded(
                        Samples.MEETING.id(),
                        2,
                        BallotForm.SHOW_OF_HANDS,
                        0,
                        0,
                        0,
                        List.of(new Votes("决定重大问题", 2, 1, 0, 0)),
                        BallotOutcome.NOT_PASSED,
                        "staff-1"));
    }

    private PaperOffer offer() {
        return papers.offer(desk.current(), "meeting");
    }

    private List<Paper> of(String label) {
        return offer().sheets().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow()
                .papers()
                .get();
    }

    @Test
    void theAnnouncementHasTheFiguresAndWhoWasMissing() {
        var paper = assertInstanceOf(Announcement.class, of("宣布情况").getFirst());
        assertEquals(
                List.of(5, 5, 3, 2),
                paper.figures().stream().map(Announcement.Figure::number).toList());
        assertEquals(
                List.of("病假", "原因不明"),
                paper.missing().stream().map(Announcement.Person::reason).toList());
        assertTrue(paper.verdict().contains("会议有效"), paper.verdict());
        assertEquals("陈样例", paper.meeting().chair());
    }

    @Test
    void eachBallotHasAPageOfItsOwnWithWhyItPassedOrNot() {
        var pages = of("表决结果");
        assertEquals(2, pages.size());
        var secret = assertInstanceOf(BallotProtocol.class, pages.getFirst());
        assertEquals(Optional.of(new BallotProtocol.Slips(3, 3, 3, 0)), secret.slips());
        assertEquals(List.of(new BallotProtocol.Votes("王小明", 4, 0, 0)), secret.votes(), "written opinions count");
        assertTrue(secret.verdict().contains("通过"));
        var hands = assertInstanceOf(BallotProtocol.class, pages.get(1));
        assertTrue(hands.slips().isEmpty());
        assertTrue(hands.verdict().contains("还需 1 票，未通过"), hands.verdict());
    }

    @Test
    void onlyWhatPassedIsReported() {
        var report = assertInstanceOf(ResolutionReport.class, of("决议报告").getFirst());
        assertEquals("关于预备党员转正（王小明）的决议的报告", report.title());
        assertEquals("样例社区党委", report.to());
        assertEquals(1, report.paragraphs().size());
    }

    @Test
    void theMinutesLeaveRoomToWrite() {
        var page = assertInstanceOf(MinutesPage.class, of("会议记录页").getFirst());
        assertEquals(2, page.sections().getFirst().paragraphs().size());
        assertTrue(page.sections().get(1).paragraphs().isEmpty());
        assertTrue(page.missing().contains("张样例（病假）"), page.missing());
    }

    @Test
    void allOfThemCanBeLaidOut() throws Exception {
        for (var sheet : offer().sheets()) {
            var pdf = new ByteArrayOutputStream();
            Papers.withDebiansFont().write(sheet.papers().get(), pdf);
            assertTrue(pdf.size() > 1000, sheet.label());
        }
    }

    @Test
    void nothingIsOfferedBeforeTheFiguresAreAnnounced() {
        assertTrue(MeetingPapers.hasAny(desk.current()));
        desk.recorded();
        assertFalse(MeetingPapers.hasAny(desk.current()));
    }
}
