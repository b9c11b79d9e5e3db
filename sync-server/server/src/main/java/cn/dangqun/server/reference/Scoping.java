package cn.dangqun.server.reference;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallPlace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where items belong: the tree, keys and withdrawn codes everywhere; people, cards, activities and services in their
/// community; a site's name and windows at the site; what hangs on the wall where it was published for.
record Scoping(ReferenceColumns columns, ReferenceStore store) {
    Scope of(ReferenceItem item) {
        return switch (item) {
            case ReferenceItem.OrganizationItem ignored -> Scope.street();
            case ReferenceItem.StreetKey ignored -> Scope.street();
            case ReferenceItem.RevokedCode ignored -> Scope.street();
            case ReferenceItem.Site site -> Scope.site(site.id());
            case ReferenceItem.WallSlotItem ignored -> Scope.street();
            case ReferenceItem.WallPieceItem(var piece) -> of(piece.place());
            case ReferenceItem.MemberItem(var member) -> community(member.branch());
            case ReferenceItem.ActivityItem(var activity) -> of(activity.organizations());
            case ReferenceItem.ExemptionItem(var ignored, var exemption) -> ofMember(exemption.member());
            case ReferenceItem.CommitteeSeatItem(var seat) -> community(seat.organization());
            case ReferenceItem.RulesItem(var rules) -> community(rules.organization());
            case ReferenceItem.ReturnedItem returned -> community(returned.organization());
            case ReferenceItem.CardBinding binding -> ofMember(binding.member());
            case ReferenceItem.Service service -> community(service.organization());
            case ReferenceItem.SiteQueue(var plan) -> Scope.site(plan.site());
            case ReferenceItem.Staff staff ->
                store.find(ReferenceKind.STAFF, staff.id())
                        .map(ReferenceStore.Current::scope)
                        .orElse(Scope.street());
        };
    }

    private Scope ofMember(MemberId member) {
        return columns.branchOf(member.value()).map(this::community).orElse(Scope.NOWHERE);
    }

    /// What communities hold together is told everywhere.
    private Scope of(List<OrganizationId> organizations) {
        var communities = organizations.stream().map(this::community).collect(Collectors.toUnmodifiableSet());
        return communities.size() == 1 ? communities.iterator().next() : Scope.street();
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
                .map(path -> path.split("/", -1))
                .map(steps -> steps.length > 3 ? Scope.community(new OrganizationId(steps[2])) : Scope.street())
                .orElse(Scope.NOWHERE);
    }

    /// Everything a kiosk at this site receives.
    Set<Scope> at(String siteId) {
        var community = columns.organizationOf(siteId).map(this::community).orElse(Scope.NOWHERE);
        return Stream.of(Scope.street(), Scope.site(siteId), community)
                .filter(scope -> !scope.equals(Scope.NOWHERE))
                .collect(Collectors.toUnmodifiableSet());
    }
}
