package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.meeting.MeetingView.Chair;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands on the screen of 主持会议.
sealed interface MeetingState {
    /// No name is left.
    record Shut() implements MeetingState {}

    record Reading() implements MeetingState {}

    record Unreadable() implements MeetingState {}

    /// Which activity.
    record Choosing(List<Activity> activities, LocalDate today) implements MeetingState {
        public Choosing {
            activities = List.copyOf(activities);
        }
    }

    /// Somewhere in one session.
    sealed interface Within extends MeetingState {
        MeetingView view();
    }

    /// Figures, agenda, and what may be done. `said` is what was done last.
    record Overview(MeetingView view, Optional<Word> said) implements Within {}

    /// Who is in the chair.
    record Chairing(MeetingView view) implements Within {}

    /// What the chair reads out; saying so freezes it.
    record Announcing(MeetingView view, Chair chair) implements Within {}

    /// Which of the planned items comes next, or another.
    record ChoosingPlanned(MeetingView view) implements Within {}

    /// What kind of item comes next.
    record ChoosingKind(MeetingView view) implements Within {}

    /// Whom the item is about.
    record ChoosingSubject(MeetingView view, AgendaKind kind, String title) implements Within {}

    record OnItem(MeetingView view, SessionRecord.Item item) implements Within {}

    /// Who stands for election; `chosen` in the order of the roll.
    record Candidates(MeetingView view, SessionRecord.Item item, Set<MemberId> chosen) implements Within {
        public Candidates {
            chosen = Set.copyOf(chosen);
        }
    }

    record Counting(MeetingView view, BallotDraft draft) implements Within {}

    /// What comes of the numbers, before they are recorded.
    record Found(MeetingView view, BallotDraft draft, BallotRule.Finding finding) implements Within {}

    /// The steps of the day.
    record Ticking(MeetingView view) implements Within {}

    /// People, each to be touched for one purpose.
    record People(MeetingView view, Purpose purpose) implements Within {}

    /// Whether it is really over.
    record Ending(MeetingView view) implements Within {}

    /// Why it is opened again.
    record Reopening(MeetingView view) implements Within {}

    enum Purpose {
        /// Who has left the room
        AWAY,
        /// Who has paid this month's fee
        FEES
    }

    enum Word {
        DECLARED,
        VOTED,
        VOID,
        SET_ASIDE,
        CLOSED,
        REOPENED,
        OVERTAKEN,
        NOT_SAVED
    }
}
