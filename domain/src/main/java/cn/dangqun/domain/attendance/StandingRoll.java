package cn.dangqun.domain.attendance;

import cn.dangqun.domain.member.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The roll that counts, of all freezings of kiosks that were apart (RULES, Freezing): the earliest with a good clock
/// stands, one that lists nobody only where all do; whoever any kiosk received as a member is added, 应到 and 实到
/// alike; nobody is taken off. The order in which they became known changes nothing.
public record StandingRoll(RollSnapshot roll, Set<MemberId> added) {
    public StandingRoll {
        added = Set.copyOf(added);
    }

    /// Of freezings of one roll; `received` are the members whose check-in to it stands. Empty without a freezing.
    public static Optional<StandingRoll> of(Collection<Freezing> freezings, Collection<MemberId> received) {
        boolean anybody = freezings.stream().anyMatch(each -> each.roll().listsSomebody());
        return freezings.stream()
                .filter(each -> !anybody || each.roll().listsSomebody())
                .min(Freezing::compareTo)
                .map(first -> extended(first.roll(), freezings, received));
    }

    private static StandingRoll extended(
            RollSnapshot first, Collection<Freezing> freezings, Collection<MemberId> received) {
        var added = new LinkedHashSet<MemberId>();
        var entries = new ArrayList<>(first.entries());
        var known = first.members();
        var inOrder = new TreeSet<MemberId>((a, b) -> a.value().compareTo(b.value()));
        inOrder.addAll(received);
        for (var member : inOrder) {
            if (!known.contains(member)) {
                added.add(member);
                entries.add(entryOf(member, freezings));
            }
        }
        return new StandingRoll(
                new RollSnapshot(first.activity(), first.organization(), first.heldOn(), entries), added);
    }

    /// As the kiosk froze it that received them; without any, somebody who does not vote.
    private static RollEntry entryOf(MemberId member, Collection<Freezing> freezings) {
        return freezings.stream()
                .sorted()
                .flatMap(each -> each.roll().entry(member).stream())
                .map(entry -> new RollEntry(member, entry.voting(), Optional.empty()))
                .findFirst()
                .orElseGet(() -> new RollEntry(member, false, Optional.empty()));
    }
}
