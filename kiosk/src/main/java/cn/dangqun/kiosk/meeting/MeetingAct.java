package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.session.BallotRule;
import java.time.YearMonth;
import java.util.Optional;

/// What staff record of a session.
public sealed interface MeetingAct {
    /// 宣布情况 by `chair`, with the figures that stood on the screen: with others nothing is recorded
    record Declare(MemberId chair, MeetingCount seen) implements MeetingAct {}

    /// An item of the agenda
    record SetItem(int number, AgendaKind kind, String title, Optional<MemberId> about) implements MeetingAct {}

    /// A ballot, counted by the last announcement
    record Vote(int number, BallotRule.Cast cast) implements MeetingAct {}

    /// Decided not to decide
    record Leave(int number, SetAside how) implements MeetingAct {
        BallotOutcome outcome() {
            return switch (how) {
                case DEFERRED -> BallotOutcome.DEFERRED;
                case ESCALATED -> BallotOutcome.ESCALATED;
            };
        }
    }

    record Tick(String step, boolean done) implements MeetingAct {}

    /// Left the room, or came back
    record StepOut(MemberId member, boolean out) implements MeetingAct {}

    record Pay(MemberId member, YearMonth month, boolean paid) implements MeetingAct {}

    record Close() implements MeetingAct {}

    record Reopen(String reason) implements MeetingAct {}
}
