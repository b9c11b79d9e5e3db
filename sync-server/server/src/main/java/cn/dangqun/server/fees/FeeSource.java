package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAccount;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.StreetRoster;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Puts together what is known of people's fees. Call it inside a read or write.
record FeeSource(StreetRoster roster) {
    /// Of somebody of whom nothing is known.
    static final FeeAccount NOTHING = new FeeAccount(List.of(), List.of(), List.of(), Set.of());

    /// Who ever belonged to one of these branches, by id.
    List<Member> members(Handle handle, Set<OrganizationId> branches) {
        return roster.now(handle).members().stream()
                .filter(each -> each.memberships().stream()
                        .filter(Membership::isOnRoll)
                        .anyMatch(place -> branches.contains(place.branch())))
                .toList();
    }

    /// With all that was fixed, approved and paid from January of `first` to December of `last`.
    Map<MemberId, FeeAccount> accounts(Handle handle, Collection<Member> members, int first, int last) {
        var ids = members.stream().map(Member::id).toList();
        var store = new FeeStore(handle);
        var from = YearMonth.of(first, 1);
        var to = YearMonth.of(last, 12);
        var terms = new HashMap<MemberId, Map<YearMonth, FeeTerm>>();
        store.terms(
                ids,
                from,
                to,
                each -> terms.computeIfAbsent(each.member(), fresh -> new HashMap<>())
                        .put(each.term().from(), each.term()));
        var reliefs = new HashMap<MemberId, List<FeeRelief>>();
        store.reliefs(
                ids,
                from,
                to,
                each -> reliefs.computeIfAbsent(each.member(), fresh -> new ArrayList<>())
                        .add(each.relief()));
        var paid = new HashMap<MemberId, Set<YearMonth>>();
        store.paid(
                ids,
                from,
                to,
                each -> paid.computeIfAbsent(each.member(), fresh -> new HashSet<>())
                        .add(each.month()));
        var accounts = new LinkedHashMap<MemberId, FeeAccount>();
        for (var member : members) {
            accounts.put(
                    member.id(),
                    new FeeAccount(
                            member.memberships(),
                            List.copyOf(
                                    terms.getOrDefault(member.id(), Map.of()).values()),
                            reliefs.getOrDefault(member.id(), List.of()),
                            paid.getOrDefault(member.id(), Set.of())));
        }
        return accounts;
    }
}
