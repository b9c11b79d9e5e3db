package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A made-up profile, its meetings and ballots, for the tests of this package.
final class Meetings {
    static final ProfileRef PROFILE = new ProfileRef("TRIAL", "7");
    static final MeetingRules STRICT = rules(Threshold.moreThan(4, 5), QuorumBasis.VOTING_DUE, WrittenOpinions.NEVER);
    static final MeetingRules NATIONAL =
            rules(Threshold.atLeast(4, 5), QuorumBasis.VOTING_DUE, WrittenOpinions.ADMISSION_ONLY);
    static final MeetingRules ALL_DUE = rules(Threshold.moreThan(4, 5), QuorumBasis.ALL_DUE, WrittenOpinions.NEVER);

    private Meetings() {}

    static MeetingRules rules(Threshold election, QuorumBasis basis, WrittenOpinions written) {
        var half = Threshold.moreThan(1, 2);
        return new MeetingRules(half, Optional.of(Threshold.atLeast(1, 2)), half, election, basis, written, true);
    }

    static MeetingCount voting(int due, int present) {
        return new MeetingCount(due, due, present, due, present);
    }

    static Ballot ballot(int item, int yes, int no, int abstain) {
        return new Ballot(List.of(item), yes, no, abstain, 0);
    }

    static MeetingVerdict judge(MeetingRules rules, MeetingCount count, List<AgendaKind> agenda, Ballot... ballots) {
        var items = Stream.iterate(1, no -> no <= agenda.size(), no -> no + 1)
                .map(no -> new AgendaItem(no, agenda.get(no - 1)))
                .toList();
        return new Meeting(ActivityType.MEMBER_MEETING, count, items, Arrays.asList(ballots)).judge(PROFILE, rules);
    }

    static ItemVerdict item(MeetingRules rules, MeetingCount count, AgendaKind kind, Ballot... ballots) {
        return judge(rules, count, List.of(kind), ballots).items().getFirst();
    }
}
