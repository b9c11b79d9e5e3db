package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The roster as it stood at one moment, in memory: for a preview, which asks for every row of a file. What has changed
/// since is found when a row is applied. Some 50 MB for a district of 50 000; immutable.
@OneProcess("The roster of one moment, for the reading of one file.")
final class RememberedRoster implements Known {
    private final Map<MemberId, Member> members = new HashMap<>();
    private final Map<MemberId, MemberDetail> details;
    private final Map<CardKey, MemberId> byNumber;
    private final Map<MemberId, CardKey> numbers = new HashMap<>();
    private final Map<String, List<Member>> byName = new HashMap<>();
    private final Set<OrganizationId> inScope = new HashSet<>();
    private final Map<OrganizationId, String> names = new HashMap<>();

    RememberedRoster(Handle handle, ReferenceLedger reference, Scope scope, LocalDate today) {
        var store = new RosterStore(handle);
        this.details = store.details();
        this.byNumber = store.numbers();
        byNumber.forEach((card, member) -> numbers.put(member, card));
        new OrganizationReader(handle, Scope.wholeStreet()).all().forEach(each -> names.put(each.id(), each.name()));
        new OrganizationReader(handle, scope).all().forEach(each -> inScope.add(each.id()));
        for (var item : reference.items(handle, ReferenceKind.MEMBER)) {
            var member = ((ReferenceItem.MemberItem) item).member();
            members.put(member.id(), member);
            if (member.newest().until().filter(end -> !end.isAfter(today)).isEmpty()) {
                byName.computeIfAbsent(member.name().full(), fresh -> new ArrayList<>(1))
                        .add(member);
            }
        }
    }

    @Override
    public Optional<MemberId> withNumber(CardKey card) {
        return Optional.ofNullable(byNumber.get(card));
    }

    @Override
    public Optional<CardKey> numberOf(MemberId member) {
        return Optional.ofNullable(numbers.get(member));
    }

    @Override
    public Optional<Member> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public MemberDetail detail(MemberId member) {
        return details.getOrDefault(member, MemberDetail.NONE);
    }

    @Override
    public List<MemberId> named(String name, OrganizationId branch) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(each -> each.branch().equals(branch))
                .map(Member::id)
                .toList();
    }

    @Override
    public List<MemberId> elsewhere(String name, OrganizationId branch) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(each -> !each.branch().equals(branch) && inScope.contains(each.branch()))
                .map(Member::id)
                .toList();
    }

    @Override
    public boolean isInScope(OrganizationId branch) {
        return inScope.contains(branch);
    }

    @Override
    public String nameOf(OrganizationId organization) {
        return names.getOrDefault(organization, organization.value());
    }
}
