package cn.dangqun.kiosk.meeting;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.STREET;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Missing;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.profile.ProfileAssignment;
import cn.dangqun.domain.profile.RulesSet;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.checkin.DeskOnDisk;
import cn.dangqun.kiosk.meeting.MeetingDesk.Answer;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.LedgerRollDesk;
import cn.dangqun.kiosk.roll.RollAct;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A members' meeting run on a real ledger, beside people who come, leave and sign on paper.
class LedgerMeetingDeskTest extends DeskOnDisk {
    private static final StaffMember DUTY = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final Activity MEETING = new Activity(
            new ActivityId("meeting"),
            ActivityType.MEMBER_MEETING,
            FIRST_BRANCH,
            "支部党员大会",
            "会议室",
            DAY,
            at("09:00"),
            at("11:00"),
            CheckInWindow.around(at("09:00"), at("11:00")));

    private LedgerMeetingDesk meetings;
    private LedgerRollDesk rolls;

    @BeforeEach
    void openMeetings() {
        meetings = new LedgerMeetingDesk(ledger, reference, clock, ZONE);
        rolls = new LedgerRollDesk(ledger, reference, clock, ZONE);
        alsoPlan(MEETING);
        seat("seat-1", IN_GROUP, CommitteePost.SECRETARY);
    }

    private void seat(String id, Member member, CommitteePost post) {
        apply(ReferenceChange.put(
                reference.applied() + 1,
                new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                        id,
                        FIRST_BRANCH,
                        member.id(),
                        post,
                        false,
                        Optional.empty(),
                        DAY.minusYears(1),
                        Optional.empty()))));
    }

    private void signs(Member... members) {
        for (var member : members) {
            assertEquals(
                    cn.dangqun.kiosk.roll.RollDesk.Answer.DONE,
                    rolls.record(MEETING.id(), new RollAct.Paper(List.of(member.id())), DUTY)
                            .join());
        }
    }

    private MeetingView view() {
        return meetings.view(MEETING.id()).orElseThrow();
    }

    private Answer does(MeetingAct act) {
        return meetings.record(MEETING.id(), act, DUTY).join();
    }

    private Answer declares() {
        return does(new MeetingAct.Declare(IN_GROUP.id(), view().count()));
    }

    private static MeetingAct vote(int yes) {
        return new MeetingAct.Vote(
                1, new BallotRule.Cast(BallotForm.SHOW_OF_HANDS, 0, 0, 0, List.of(new Votes("议题", yes, 0, 0, 0))));
    }

    private void putsItem() {
        assertEquals(Answer.DONE, does(new MeetingAct.SetItem(1, AgendaKind.RESOLUTION, "议题", Optional.empty())));
    }

    private BallotOutcome outcome() {
        return view().record()
                .item(1)
                .orElseThrow()
                .standing()
                .orElseThrow()
                .ballot()
                .outcome();
    }

    @Test
    void theFiguresAreAnnouncedWithWhoIsMissingAndWhy() throws Exception {
        signs(IN_GROUP, IN_FIRST);
        rolls.record(MEETING.id(), new RollAct.GrantLeave(PROBATIONARY.id(), LeaveKind.SICK, "样例书记"), DUTY)
                .join();
        assertEquals(new MeetingCount(3, 3, 2, 2, 2), view().count());
        assertEquals(MeetingStatus.VALID, view().verdict().status());
        assertEquals(
                List.of(IN_GROUP.id()),
                view().chairs().stream().map(MeetingView.Chair::member).toList());

        assertEquals(Answer.DONE, declares());
        var declared = everything().stream()
                .filter(SessionFact.FiguresDeclared.class::isInstance)
                .map(SessionFact.FiguresDeclared.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(new MeetingCount(3, 3, 2, 2, 2), declared.count());
        assertTrue(declared.valid());
        assertEquals(List.of(new SessionFact.Absence(PROBATIONARY.id(), Missing.LEAVE, "SICK")), declared.absent());
        assertTrue(view().announced().isPresent());
    }

    @Test
    void whatIsAnnouncedIsWhatStoodOnTheScreen() {
        signs(IN_GROUP);
        var seen = view().count();
        signs(IN_FIRST);
        assertEquals(Answer.OVERTAKEN, does(new MeetingAct.Declare(IN_GROUP.id(), seen)));
        assertTrue(view().record().declared().isEmpty());
        assertEquals(Answer.DONE, declares());
    }

    @Test
    void onlyWhoMayChairChairs() {
        signs(IN_GROUP, IN_FIRST);
        assertEquals(Answer.OVERTAKEN, does(new MeetingAct.Declare(IN_FIRST.id(), view().count())));
        seat("seat-2", IN_FIRST, CommitteePost.MEMBER);
        apply(ReferenceChange.put(
                reference.applied() + 1,
                new ReferenceItem.RulesItem(new RulesSet(
                        STREET, DAY.minusDays(1), new ProfileAssignment(Optional.of("CHENGDU_2021"), Map.of())))));
        assertEquals(
                List.of(IN_GROUP.id()),
                view().chairs().stream().map(MeetingView.Chair::member).toList());
        assertEquals("CHENGDU_2021", view().terms().profile().name());
    }

    @Test
    void whoHasNotSignedIsNotPresentYet() {
        signs(IN_GROUP);
        assertInstanceOf(CheckInOutcome.SignatureAsked.class, presentFor(IN_FIRST, MEETING.id()));
        assertEquals(1, view().count().present());
        assertEquals(MeetingStatus.HELD_NO_VOTE_ALLOWED, view().verdict().status());
        declares();
        assertTrue(view().absences().contains(new SessionFact.Absence(IN_FIRST.id(), Missing.UNSIGNED, "")));
    }

    @Test
    void aBallotCountsByTheLastAnnouncement() {
        signs(IN_GROUP, IN_FIRST);
        putsItem();
        assertEquals(Answer.OVERTAKEN, does(vote(2)), "nothing was announced");
        declares();
        assertEquals(Answer.DONE, does(vote(2)));
        assertEquals(BallotOutcome.PASSED, outcome());
        assertEquals(Answer.OVERTAKEN, does(vote(3)), "more votes than people");
    }

    @Test
    void whoComesLateOrLeavesAsksForAnotherAnnouncement() {
        signs(IN_GROUP, IN_FIRST);
        putsItem();
        declares();
        assertEquals(Answer.DONE, does(new MeetingAct.StepOut(IN_FIRST.id(), true)));
        assertEquals(new MeetingCount(3, 3, 2, 2, 1), view().count(), "still 实到");
        assertTrue(view().announced().isEmpty());
        assertEquals(Answer.OVERTAKEN, does(vote(2)));

        declares();
        assertEquals(Answer.OVERTAKEN, does(vote(1)), "the quorum is lost");
        does(new MeetingAct.StepOut(IN_FIRST.id(), false));
        declares();
        assertEquals(Answer.DONE, does(vote(2)));
        assertEquals(3, view().record().declared().size(), "no announcement is ever changed");
    }

    @Test
    void anItemMayBeSetAside() {
        putsItem();
        assertEquals(Answer.DONE, does(new MeetingAct.Leave(1, SetAside.ESCALATED)));
        assertEquals(BallotOutcome.ESCALATED, outcome());
        assertEquals(
                Answer.OVERTAKEN,
                does(new MeetingAct.SetItem(1, AgendaKind.OTHER, "另一项", Optional.empty())),
                "what was decided keeps its title");
    }

    @Test
    void whatIsClosedTakesNobodyUntilItIsOpenedAgain() {
        signs(IN_GROUP);
        clock.pass(Duration.ofMinutes(30));
        assertEquals(Answer.DONE, does(new MeetingAct.Close()));
        assertFalse(presentFor(IN_FIRST, MEETING.id()) instanceof CheckInOutcome.SignatureAsked);
        assertEquals(1, view().count().present());
        assertEquals(Answer.OVERTAKEN, declares());

        assertEquals(Answer.DONE, does(new MeetingAct.Reopen("点错了")));
        assertInstanceOf(CheckInOutcome.SignatureAsked.class, presentFor(IN_FIRST, MEETING.id()));
    }

    @Test
    void aClockSetBackOpensNothing() {
        clock.pass(Duration.ofMinutes(30));
        does(new MeetingAct.Close());
        clock.set(at("09:05"));
        assertFalse(presentFor(IN_FIRST, MEETING.id()) instanceof CheckInOutcome.SignatureAsked);
    }

    @Test
    void afterThreeDaysItStaysClosed() {
        does(new MeetingAct.Close());
        clock.pass(Duration.ofDays(4));
        assertEquals(Answer.OVERTAKEN, does(new MeetingAct.Reopen("点错了")));
        assertTrue(meetings.activities().isEmpty());
    }

    @Test
    void everythingOutlivesARestartTheTablesWrittenAnewAndAnotherEpoch() {
        signs(IN_GROUP, IN_FIRST);
        putsItem();
        declares();
        does(vote(2));
        does(new MeetingAct.StepOut(IN_FIRST.id(), true));
        does(new MeetingAct.Pay(IN_FIRST.id(), view().month(), true));
        does(new MeetingAct.Close());
        var before = view().record();

        ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1").join();
        assertEquals(before, view().record());
        assertEquals(
                SessionRecord.NOTHING, meetings.view(MORNING.id()).orElseThrow().record());
    }
}
