package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// A meeting with its figures, agenda and ballots (RULES §1.6). Each item is covered by at most one separate ballot, an
/// election by as many as were taken; no ballot by anything outside the agenda. `marks` are the other duties the
/// activity fulfils (OQ-11).
public record Meeting(
        ActivityType type, Set<ActivityType> marks, MeetingCount count, List<AgendaItem> agenda, List<Ballot> ballots) {

    public Meeting {
        marks = Set.copyOf(marks);
        agenda = List.copyOf(agenda);
        ballots = List.copyOf(ballots);
        var kinds = new HashMap<Integer, AgendaKind>();
        agenda.forEach(item -> kinds.put(item.no(), item.kind()));
        if (kinds.size() != agenda.size()) {
            throw new IllegalArgumentException("two agenda items have the same number");
        }
        var alone = new HashSet<Integer>();
        for (var ballot : ballots) {
            if (!kinds.keySet().containsAll(ballot.covers())) {
                throw new IllegalArgumentException("a ballot on an item outside the agenda");
            }
            var no = ballot.covers().getFirst();
            if (ballot.isSeparate() && !alone.add(no) && kinds.get(no) != AgendaKind.ELECTION) {
                throw new IllegalArgumentException("two ballots on item " + no);
            }
        }
    }

    /// With no duty mark beside its type.
    public Meeting(ActivityType type, MeetingCount count, List<AgendaItem> agenda, List<Ballot> ballots) {
        this(type, Set.of(), count, agenda, ballots);
    }

    /// Judges the meeting by the rules of one profile.
    public MeetingVerdict judge(ProfileRef profile, MeetingRules rules) {
        var quorum = rules.quorumFor(type);
        int base = count.base(rules.basis());
        boolean quorate = quorum.isMetBy(count.votingPresent(), base);
        var items = agenda.stream()
                .map(item -> isVoted(item) ? judge(item, rules, quorate) : notVoted(item, rules))
                .toList();
        return new MeetingVerdict(profile, rules, type, count, quorum.needed(base), statusOf(quorate, rules), items);
    }

    /// Below the quorum with nothing to vote on, a members' meeting is held, and other types are not even asked
    /// (RULES, Rolls).
    private MeetingStatus statusOf(boolean quorate, MeetingRules rules) {
        if (quorate) {
            return MeetingStatus.VALID;
        }
        if (rules.needsQuorumToBeHeld(type) || agenda.stream().anyMatch(this::isVoted)) {
            return MeetingStatus.INVALID_NO_QUORUM;
        }
        return type == ActivityType.MEMBER_MEETING || marks.contains(ActivityType.MEMBER_MEETING)
                ? MeetingStatus.HELD_NO_VOTE_ALLOWED
                : MeetingStatus.VALID;
    }

    private boolean isVoted(AgendaItem item) {
        return !ballotsOn(item).isEmpty()
                || (item.kind().isVoted() && item.setAside().isEmpty());
    }

    private List<Ballot> ballotsOn(AgendaItem item) {
        return ballots.stream()
                .filter(ballot -> ballot.covers().contains(item.no()))
                .toList();
    }

    /// What was set aside without a ballot stays that, whoever was in the room.
    private ItemVerdict notVoted(AgendaItem item, MeetingRules rules) {
        return item.setAside().isEmpty()
                ? verdict(item, ItemResult.NO_VOTE, 0, OptionalInt.empty())
                : verdict(
                        item, unvoted(item), rules.resolution().needed(count.base(rules.basis())), OptionalInt.empty());
    }

    private ItemVerdict judge(AgendaItem item, MeetingRules rules, boolean quorate) {
        var ballots = ballotsOn(item);
        if (item.kind() == AgendaKind.ELECTION) {
            return election(item, ballots, rules, quorate);
        }
        int base = count.base(rules.basis());
        int needed = rules.resolution().needed(base);
        if (ballots.isEmpty()) {
            return verdict(item, invalidity(ballots, quorate, unvoted(item)), needed, OptionalInt.empty());
        }
        var ballot = ballots.getFirst();
        int yes = yesCounted(item, ballot, rules);
        var outcome = rules.resolution().isMetBy(yes, base) ? ItemResult.PASSED : ItemResult.NOT_PASSED;
        var result = isOvercast(ballot, yes) ? ItemResult.INVALID_TOO_MANY_VOTES : outcome;
        return verdict(item, invalidity(ballots, quorate, result), needed, OptionalInt.of(yes));
    }

    /// A void ballot is repeated, so the last one decides whether there were too many votes (OQ-41).
    private ItemVerdict election(AgendaItem item, List<Ballot> ballots, MeetingRules rules, boolean quorate) {
        int base = count.base(rules.electionBasis());
        int needed = rules.electionQuorum().needed(base);
        boolean enough = rules.electionQuorum().isMetBy(count.votingPresent(), base);
        boolean overcast = !ballots.isEmpty()
                && isOvercast(ballots.getLast(), ballots.getLast().yes());
        var outcome = overcast ? ItemResult.INVALID_TOO_MANY_VOTES : ItemResult.ELECTION_MAY_PROCEED;
        var result = enough ? outcome : ItemResult.INVALID_NO_ELECTION_QUORUM;
        return verdict(item, invalidity(ballots, quorate, result), needed, OptionalInt.of(count.votingPresent()));
    }

    private static ItemVerdict verdict(AgendaItem item, ItemResult result, int needed, OptionalInt counted) {
        return new ItemVerdict(item.no(), item.kind(), result, needed, counted);
    }

    /// The quorum is asked first, then whether the item was voted on by itself.
    private static ItemResult invalidity(List<Ballot> ballots, boolean quorate, ItemResult otherwise) {
        if (!quorate) {
            return ItemResult.INVALID_NO_QUORUM;
        }
        return ballots.stream().allMatch(Ballot::isSeparate) ? otherwise : ItemResult.INVALID_NOT_SEPARATE;
    }

    private static ItemResult unvoted(AgendaItem item) {
        return switch (item.setAside().orElse(AgendaItem.SetAside.DEFERRED)) {
            case DEFERRED -> ItemResult.DEFERRED;
            case ESCALATED -> ItemResult.ESCALATED;
        };
    }

    private static int yesCounted(AgendaItem item, Ballot ballot, MeetingRules rules) {
        boolean written = rules.writtenOpinions() == WrittenOpinions.ADMISSION_ONLY
                && (item.kind() == AgendaKind.ADMIT_MEMBER || item.kind() == AgendaKind.CONFIRM_MEMBER);
        return ballot.yes() + (written ? ballot.writtenYes() : 0);
    }

    private boolean isOvercast(Ballot ballot, int yesCounted) {
        int writtenCounted = yesCounted - ballot.yes();
        return ballot.cast() > count.votingPresent() || writtenCounted > count.votingDue() - count.votingPresent();
    }
}
