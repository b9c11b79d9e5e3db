package cn.dangqun.domain.session;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceLine;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.Meeting;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.MeetingVerdict;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A meeting as it stands by one count: by which rules, and with whom in the room.
public record SessionMeeting(
        ActivityType type, Set<ActivityType> marks, MeetingCount count, ProfileRef profile, MeetingRules rules) {
    public SessionMeeting {
        marks = Set.copyOf(marks);
    }

    /// Of the people of the roll as they stand for a quorum. Who has left the room stays 实到 and is no voter while away
    /// (F-100).
    public static MeetingCount count(Collection<AttendanceLine> lines, Set<MemberId> away) {
        var count = AttendanceFigures.of(lines).meetingCount();
        int voters = (int) lines.stream()
                .filter(each -> each.entry().voting() && each.state().isPresent())
                .filter(each -> !away.contains(each.entry().member()))
                .count();
        return new MeetingCount(count.total(), count.due(), count.present(), count.votingDue(), voters);
    }

    /// Whether the meeting may be held, and vote, with these items before it.
    public MeetingVerdict judge(List<AgendaItem> items) {
        return new Meeting(type, marks, count, items, List.of()).judge(profile, rules);
    }

    /// What stands in the way of a ballot on an item of this kind.
    public Optional<BallotRule.Finding.Refused> mayVote(AgendaKind kind) {
        int needed = rules.quorumFor(type).needed(count.base(rules.basis()));
        if (count.votingPresent() < needed) {
            return Optional.of(new BallotRule.Finding.Refused(BallotRule.Fault.NO_QUORUM, needed));
        }
        int election = rules.electionQuorum().needed(count.base(rules.electionBasis()));
        return kind == AgendaKind.ELECTION && count.votingPresent() < election
                ? Optional.of(new BallotRule.Finding.Refused(BallotRule.Fault.NO_ELECTION_QUORUM, election))
                : Optional.empty();
    }
}
