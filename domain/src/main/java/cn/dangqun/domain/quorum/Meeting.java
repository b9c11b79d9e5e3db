package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A meeting with its figures, agenda and ballots (RULES §1.6). Each item is covered by at most one separate ballot,
/// and
/// no ballot by anything outside the agenda.
public record Meeting(ActivityType type, MeetingCount count, List<AgendaItem> agenda, List<Ballot> ballots) {
    public Meeting {
        agenda = List.copyOf(agenda);
        ballots = List.copyOf(ballots);
        var numbers = agenda.stream().map(AgendaItem::no).collect(Collectors.toSet());
        if (numbers.size() != agenda.size()) {
            throw new IllegalArgumentException("two agenda items have the same number");
        }
        var alone = new HashSet<Integer>();
        for (var ballot : ballots) {
            if (!numbers.containsAll(ballot.covers())) {
                throw new IllegalArgumentException("a ballot on an item outside the agenda");
            }
            if (ballot.isSeparate() && !alone.add(ballot.covers().getFirst())) {
                throw new IllegalArgumentException("two ballots on item " + ballot.covers());
            }
        }
    }

    /// Judges the meeting by the rules of one profile.
    public MeetingVerdict judge(ProfileRef profile, MeetingRules rules) {
        var quorum = rules.quorumFor(type);
        int base = count.base(rules.basis());
        boolean quorate = quorum.isMetBy(count.votingPresent(), base);
        var items = agenda.stream()
                .map(item -> isVoted(item) ? judge(item, rules, quorate) : notVoted(item))
                .toList();
        return new MeetingVerdict(profile, rules, type, count, quorum.needed(base), statusOf(quorate), items);
    }

    private MeetingStatus statusOf(boolean quorate) {
        if (quorate) {
            return MeetingStatus.VALID;
        }
        return agenda.stream().anyMatch(this::isVoted)
                ? MeetingStatus.INVALID_NO_QUORUM
                : MeetingStatus.HELD_NO_VOTE_ALLOWED;
    }

    private boolean isVoted(AgendaItem item) {
        return item.kind().isVoted() || !ballotsOn(item).isEmpty();
    }

    private List<Ballot> ballotsOn(AgendaItem item) {
        return ballots.stream()
                .filter(ballot -> ballot.covers().contains(item.no()))
                .toList();
    }

    private static ItemVerdict notVoted(AgendaItem item) {
        return new ItemVerdict(item.no(), item.kind(), ItemResult.NO_VOTE, 0, OptionalInt.empty());
    }

    private ItemVerdict judge(AgendaItem item, MeetingRules rules, boolean quorate) {
        int base = count.base(rules.basis());
        var ballots = ballotsOn(item);
        if (item.kind() == AgendaKind.ELECTION) {
            int needed = rules.electionQuorum().needed(base);
            boolean enough = rules.electionQuorum().isMetBy(count.votingPresent(), base);
            var result = enough ? ItemResult.ELECTION_MAY_PROCEED : ItemResult.INVALID_NO_ELECTION_QUORUM;
            return verdict(item, invalidity(ballots, quorate, result), needed, OptionalInt.of(count.votingPresent()));
        }
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
        boolean written =
                rules.writtenOpinions() == WrittenOpinions.ADMISSION_ONLY && item.kind() == AgendaKind.ADMIT_MEMBER;
        return ballot.yes() + (written ? ballot.writtenYes() : 0);
    }

    private boolean isOvercast(Ballot ballot, int yesCounted) {
        int writtenCounted = yesCounted - ballot.yes();
        return ballot.cast() > count.votingPresent() || writtenCounted > count.votingDue() - count.votingPresent();
    }
}
