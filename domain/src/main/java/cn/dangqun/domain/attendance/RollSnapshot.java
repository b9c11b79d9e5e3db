package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who belongs to an activity, frozen when it is opened: later changes of the roster do not touch it (reconciliation
/// rule 4). 总数 is its size, 应到 are those without an exemption.
public record RollSnapshot(ActivityId activity, LocalDate heldOn, List<RollEntry> entries) {
    public RollSnapshot {
        entries = List.copyOf(entries);
        var seen = new HashSet<MemberId>();
        for (var entry : entries) {
            if (!seen.add(entry.member())) {
                throw new IllegalArgumentException("member " + entry.member() + " is on the roll twice");
            }
        }
    }

    /// Freezes the home members among `members`; guests, linked and reported-in members are never on a roll.
    /// Exemptions count when both approvals stood on `heldOn`.
    public static RollSnapshot freeze(
            ActivityId activity,
            LocalDate heldOn,
            Collection<Member> members,
            Set<MemberId> votingSuspended,
            Collection<Exemption> exemptions) {
        Map<MemberId, ExemptionKind> exempt = exemptions.stream()
                .filter(each -> each.isEffectiveOn(heldOn))
                .collect(Collectors.toMap(Exemption::member, Exemption::kind, (first, second) -> first));
        var entries = members.stream()
                .filter(Member::isOnRoll)
                .map(member -> new RollEntry(
                        member.id(),
                        member.status() == MemberStatus.FULL && !votingSuspended.contains(member.id()),
                        Optional.ofNullable(exempt.get(member.id()))))
                .toList();
        return new RollSnapshot(activity, heldOn, entries);
    }

    Map<MemberId, RollEntry> byMember() {
        return entries.stream().collect(Collectors.toMap(RollEntry::member, Function.identity()));
    }
}
