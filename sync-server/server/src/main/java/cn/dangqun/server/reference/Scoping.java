package cn.dangqun.server.reference;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallPlace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where items belong: the tree, keys and withdrawn codes everywhere; people and cards by their branch;
/// activities and services in their community, or in those that hold them together; a site's name and
/// windows at the site, and what is set for a kiosk where it stands; what hangs on the wall where it
/// was published for.
record Scoping(ReferenceColumns columns, ReferenceStore store) {
    Scope of(ReferenceItem item) {
        return switch (item) {
            case ReferenceItem.OrganizationItem ignored -> Scope.street();
            case ReferenceItem.StreetKey ignored -> Scope.street();
            case ReferenceItem.RevokedCode ignored -> Scope.street();
            case ReferenceItem.Site site -> Scope.site(site.id());
            case ReferenceItem.WallSlotItem ignored -> Scope.street();
            case ReferenceItem.WallPieceItem(var piece) -> of(piece.place());
            case ReferenceItem.MemberItem(var member) -> people(member.branch());
            case ReferenceItem.ActivityItem(var activity) -> of(activity.organizations());
            case ReferenceItem.ExemptionItem(var ignored, var exemption) -> ofMember(exemption.member());
            case ReferenceItem.CommitteeSeatItem(var seat) -> community(seat.organization());
            case ReferenceItem.RulesItem(var rules) -> community(rules.organization());
            case ReferenceItem.ReturnedItem returned -> community(returned.organization());
            case ReferenceItem.CardBinding binding -> ofMember(binding.member());
            case ReferenceItem.Service service -> community(service.organization());
            case ReferenceItem.SiteQueue(var plan) -> Scope.site(plan.site());
            case ReferenceItem.KioskSettings settings ->
                columns.siteOfKiosk(settings.id()).map(Scope::site).orElse(Scope.NOWHERE);
            case ReferenceItem.StandingItem ignored -> Scope.street();
            case ReferenceItem.Staff staff ->
                store.find(ReferenceKind.STAFF, staff.id())
                        .map(ReferenceStore.Current::scope)
                        .orElse(Scope.street());
        };
    }

    private Scope ofMember(MemberId member) {
        return columns.branchOf(member.value()).map(this::people).orElse(Scope.NOWHERE);
    }

    /// Whoever belongs to the street itself is known everywhere.
    private Scope people(OrganizationId branch) {
        var community = community(branch);
        return community.equals(Scope.street()) || community.equals(Scope.NOWHERE) ? community : Scope.people(branch);
    }

    /// What communities hold together is told to each of them; what the street holds, everywhere. A partner that is
    /// not known keeps nobody from it.
    private Scope of(List<OrganizationId> organizations) {
        var holder = community(organizations.getFirst());
        var communities = organizations.stream()
                .flatMap(each -> columns.path(each).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (holder.equals(Scope.NOWHERE)
                || communities.stream()
                        .anyMatch(path -> SiteReach.community(path).isEmpty())) {
            return holder.equals(Scope.NOWHERE) ? holder : Scope.street();
        }
        var ids = communities.stream()
                .flatMap(path -> SiteReach.community(path).stream())
                .collect(Collectors.toUnmodifiableSet());
        return ids.size() == 1 ? Scope.community(ids.iterator().next()) : Scope.joint(ids);
    }

    private Scope of(WallPlace place) {
        return switch (place) {
            case WallPlace.Street ignored -> Scope.street();
            case WallPlace.Community(var id) -> community(id);
            case WallPlace.Branch(var id) -> community(id);
            case WallPlace.Site(var id) -> Scope.site(id);
        };
    }

    /// The scope of the community that `organization` is or belongs to; the street's own organisation means everywhere.
    Scope community(OrganizationId organization) {
        return columns.path(organization)
                .map(path -> SiteReach.community(path).map(Scope::community).orElse(Scope.street()))
                .orElse(Scope.NOWHERE);
    }

    /// Everything a kiosk at this site receives on a day.
    Set<Scope> at(String siteId, LocalDate day) {
        var reach = SiteReach.of(columns.handle(), siteId, day);
        return Stream.concat(
                        whole(siteId, reach.communities()),
                        reach.visiting().stream().map(Scope::people))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What a site received before it was noted: all of its own community, and of nobody else.
    Set<Scope> ownOf(String siteId) {
        var own = columns.organizationOf(siteId).flatMap(columns::path).flatMap(SiteReach::community);
        var communities = own.flatMap(id -> columns.path(id).map(path -> Map.of(id, path)))
                .orElse(Map.of());
        return whole(siteId, communities).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Scope> whole(String siteId, Map<OrganizationId, String> communities) {
        return Stream.of(
                        Stream.of(Scope.street(), Scope.site(siteId)),
                        communities.keySet().stream().map(Scope::community),
                        communities.values().stream()
                                .flatMap(path -> columns.bodies(path).stream())
                                .map(Scope::people),
                        store.jointScopes().stream()
                                .filter(scope -> scope.communities().stream().anyMatch(communities::containsKey)))
                .flatMap(each -> each);
    }
}
