package cn.dangqun.simulation;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.kiosk.meeting.MeetingAct;
import cn.dangqun.kiosk.meeting.MeetingView;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.simulation.Meetings.Said;
import cn.dangqun.simulation.check.Minutes;
import cn.dangqun.simulation.story.Step;
import java.util.List;
import java.util.Optional;

/// Votes on paper and in letters, as a secretary counts them; the page of the session says each as it was counted.
record Ballots(Meetings meetings) {
    void record(Step step, StaffMember by) {
        int item = step.number();
        switch (step.kind()) {
            case ADMISSION_SET ->
                meetings.record(
                        step,
                        by,
                        new MeetingAct.SetItem(item, AgendaKind.ADMIT_MEMBER, Meetings.title(step), Optional.empty()),
                        Minutes.item(item, Meetings.title(step)));
            case VOTED_ON_PAPER -> meetings.seen(step, by, view -> Optional.of(onPaper(step, voters(view), 0)));
            case VOTED_TOO_OFTEN -> meetings.seen(step, by, view -> Optional.of(onPaper(step, voters(view), 1)));
            case WRITTEN_VOTE -> meetings.seen(step, by, view -> Optional.of(written(step, voters(view))));
            case ESCALATED ->
                meetings.record(step, by, new MeetingAct.Leave(item, SetAside.ESCALATED), Minutes.escalated(item));
            default -> throw new IllegalStateException("nobody counts " + step.kind());
        }
    }

    private static int voters(MeetingView view) {
        return Math.max(1, view.count().votingPresent());
    }

    /// So many papers come back `more` than were given out; then the ballot is void.
    private static Said onPaper(Step step, int voters, int more) {
        int returned = voters + more;
        var cast = new BallotRule.Cast(
                BallotForm.SECRET,
                voters,
                returned,
                1,
                List.of(new Votes(Meetings.title(step), returned - 1, 0, 0, 0)));
        return new Said(new MeetingAct.Vote(step.number(), cast), Minutes.ballot(step.number(), cast, more > 0));
    }

    private static Said written(Step step, int voters) {
        var cast = new BallotRule.Cast(
                BallotForm.SHOW_OF_HANDS, 0, 0, 0, List.of(new Votes(Meetings.title(step), voters, 0, 0, 1)));
        return new Said(new MeetingAct.Vote(step.number(), cast), Minutes.ballot(step.number(), voters, 1));
    }
}
