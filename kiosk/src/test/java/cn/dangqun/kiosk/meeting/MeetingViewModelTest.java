package cn.dangqun.kiosk.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.BallotRule.Finding;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.meeting.MeetingState.Word;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingViewModelTest {
    private static final StaffMember DUTY = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeMeetings desk = new FakeMeetings();
    private final MeetingViewModel model = new MeetingViewModel(desk, time, Runnable::run, time);

    @BeforeEach
    void open() {
        model.open(DUTY);
        model.choose(Samples.MEETING);
    }

    private <S extends MeetingState> S state(Class<S> kind) {
        return assertInstanceOf(kind, model.state().get());
    }

    private void withItem(AgendaKind kind) {
        desk.recorded(
                desk.declared(),
                new SessionFact.ItemSet(Samples.MEETING.id(), 1, kind, "议题", Optional.empty(), "staff-1"));
        model.choose(Samples.MEETING);
        model.item(desk.record.agenda().getFirst());
    }

    private void counts(String... numbers) {
        for (var number : numbers) {
            number.chars().forEach(digit -> model.type(Character.toString(digit)));
            model.next();
        }
    }

    @Test
    void announcesWhatStandsOnTheScreen() {
        model.startDeclaring();
        model.chair(desk.chairs.getFirst());
        model.declare();
        assertEquals(List.of("s-1 Declare[chair=M-1, seen=" + new MeetingCount(5, 5, 3, 5, 3) + "]"), desk.asked);
        assertEquals(
                Optional.of(Word.DECLARED), state(MeetingState.Overview.class).said());
    }

    @Test
    void votesByNumbersOneAfterTheOther() {
        withItem(AgendaKind.RESOLUTION);
        model.vote(BallotForm.SECRET);
        counts("3", "3", "0", "2", "1", "");
        var found = state(MeetingState.Found.class);
        assertInstanceOf(Finding.Counts.class, found.finding());
        assertEquals("2 1 0", votes(found.draft().cast()));
        model.recordBallot();
        assertEquals(1, desk.asked.size());
        assertEquals(Optional.of(Word.VOTED), state(MeetingState.Overview.class).said());
    }

    private static String votes(BallotRule.Cast cast) {
        var votes = cast.votes().getFirst();
        return votes.yes() + " " + votes.no() + " " + votes.abstain();
    }

    @Test
    void whatCannotBeIsNotRecordedAndTheNumbersStay() {
        withItem(AgendaKind.RESOLUTION);
        model.vote(BallotForm.SHOW_OF_HANDS);
        counts("33", "0", "0");
        assertInstanceOf(Finding.Refused.class, state(MeetingState.Found.class).finding());
        model.recordBallot();
        assertTrue(desk.asked.isEmpty());
        model.back();
        model.erase();
        assertEquals("3", state(MeetingState.Counting.class).draft().typed().getFirst());
        model.field(2);
        model.type("1");
        assertEquals(1, state(MeetingState.Counting.class).draft().value(2));
    }

    @Test
    void anElectionIsOnCandidatesByTheirIds() {
        desk.people = desk.people.subList(0, 3);
        withItem(AgendaKind.ELECTION);
        model.vote(BallotForm.SECRET);
        model.countCandidates();
        state(MeetingState.Candidates.class);
        model.candidate(desk.people.get(1));
        model.candidate(desk.people.get(0));
        model.candidate(desk.people.get(0));
        model.countCandidates();
        assertEquals(List.of("M-2"), state(MeetingState.Counting.class).draft().subjects());
    }

    @Test
    void nothingIsVotedOnBeforeTheFiguresAreAnnounced() {
        desk.recorded(new SessionFact.ItemSet(
                Samples.MEETING.id(), 1, AgendaKind.RESOLUTION, "议题", Optional.empty(), "staff-1"));
        model.choose(Samples.MEETING);
        model.item(desk.record.agenda().getFirst());
        model.vote(BallotForm.ORAL);
        state(MeetingState.OnItem.class);
    }

    @Test
    void noNumberIsAskedForWhereTooFewMayVote() {
        withItem(AgendaKind.ELECTION);
        model.vote(BallotForm.SECRET);
        assertTrue(
                state(MeetingState.OnItem.class)
                        .view()
                        .obstacle(AgendaKind.ELECTION)
                        .isPresent(),
                "3 of 5");
        assertTrue(state(MeetingState.OnItem.class)
                .view()
                .obstacle(AgendaKind.RESOLUTION)
                .isEmpty());

        desk.people = desk.people.subList(2, 5);
        withItem(AgendaKind.RESOLUTION);
        model.vote(BallotForm.SHOW_OF_HANDS);
        state(MeetingState.OnItem.class);
    }

    @Test
    void comesBackToTheSessionAfterATapAndKeepsNoName() {
        model.shut();
        state(MeetingState.Shut.class);
        model.open(DUTY);
        assertEquals(Samples.MEETING, state(MeetingState.Overview.class).view().activity());
        model.open(new StaffMember("s-2", "样例乙", "", StaffRole.DUTY_STAFF));
        state(MeetingState.Choosing.class);
    }

    @Test
    void aPlannedItemIsTakenByATouchAndOnce() {
        desk.planned = List.of(Samples.PREPARED);
        model.choose(Samples.PREPARED);
        model.startItem();
        var planned = state(MeetingState.ChoosingPlanned.class).view().planned();
        assertEquals(4, planned.size());
        model.planned(planned.getFirst());
        assertEquals(List.of("s-1 SetItem[number=1, kind=STUDY, title=传达学习上级全会精神, about=Optional.empty]"), desk.asked);
        desk.recorded(new SessionFact.ItemSet(
                Samples.MEETING.id(), 1, AgendaKind.STUDY, "传达学习上级全会精神", Optional.empty(), "staff-1"));
        model.choose(Samples.PREPARED);
        model.startItem();
        assertEquals(
                planned.subList(1, 4),
                state(MeetingState.ChoosingPlanned.class).view().planned());
        model.another();
        state(MeetingState.ChoosingKind.class);
    }

    @Test
    void aTouchIsATickAndASecondTakesItBack() {
        model.startPeople(MeetingState.Purpose.AWAY);
        model.touch(new MemberId("M-1"));
        desk.recorded(new SessionFact.SteppedOut(Samples.MEETING.id(), new MemberId("M-1"), true, "s-1"));
        model.back();
        model.startPeople(MeetingState.Purpose.AWAY);
        model.touch(new MemberId("M-1"));
        assertEquals(List.of("s-1 StepOut[member=M-1, out=true]", "s-1 StepOut[member=M-1, out=false]"), desk.asked);
    }

    @Test
    void whatTheDiskDidNotTakeIsSaid() {
        desk.answer = MeetingDesk.Answer.NOT_SAVED;
        model.startEnding();
        model.close();
        assertEquals(
                Optional.of(Word.NOT_SAVED), state(MeetingState.Overview.class).said());
    }
}
