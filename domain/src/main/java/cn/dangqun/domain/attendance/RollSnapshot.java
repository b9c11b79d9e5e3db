package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who of `organization` belongs to an activity (RULES, Rolls): 总数 is its size, 应到 are those without an exemption
/// . Once frozen, later changes of the roster do not touch it (reconciliation rule 4). Entries are in
/// order of member id, so that equal rolls are equal.
public record RollSnapshot(
        ActivityId activity, OrganizationId organization, LocalDate heldOn, List<RollEntry> entries) {
    public RollSnapshot {
        entries = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.member().value()))
                .toList();
        var seen = new HashSet<MemberId>();
        for (var entry : entries) {
            if (!seen.add(entry.member())) {
                throw new IllegalArgumentException("member " + entry.member() + " is on the roll twice");
            }
        }
    }

    public boolean listsSomebody() {
        return !entries.isEmpty();
    }

    public Set<MemberId> members() {
        return entries.stream().map(RollEntry::member).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<RollEntry> entry(MemberId member) {
        return entries.stream().filter(each -> each.member().equals(member)).findFirst();
    }
}
