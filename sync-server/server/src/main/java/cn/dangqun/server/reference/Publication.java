package cn.dangqun.server.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.OneProcess;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One publishing: items get numbers, and what changes its place is taken away where it was (F-60). Items that are as
/// they were get no number.
@OneProcess("What one write has moved; gone when the write ends.")
final class Publication {
    private final ReferenceStore store;
    private final ReferenceColumns columns;
    private final Scoping scoping;
    private final long now;
    private final LocalDate today;
    private final Set<String> movedMembers = new HashSet<>();
    private final Set<OrganizationId> replanted = new HashSet<>();
    private long number;
    private boolean treeChanged;

    /// Numbers are at least the clock's milliseconds, so that after a restore from a backup no number is given twice.
    Publication(Handle handle, long now, ZoneId zone) {
        this.store = new ReferenceStore(handle);
        this.columns = new ReferenceColumns(handle);
        this.scoping = new Scoping(columns, store);
        this.now = now;
        this.today = LocalDate.ofInstant(Instant.ofEpochMilli(now), zone);
        this.number = Math.max(store.newest() + 1, now);
    }

    /// Organisations first, then members, then what depends on them.
    void publish(List<ReferenceItem> items) {
        items.stream().filter(Publication::isOrganization).forEach(item -> put(item, Scope.street()));
        if (treeChanged) {
            plantTree();
        }
        items.stream()
                .filter(item -> !isOrganization(item))
                .sorted(Comparator.comparing(ReferenceItem::kind))
                .forEach(item -> put(item, scoping.of(item)));
        place();
    }

    private static boolean isOrganization(ReferenceItem item) {
        return item.kind() == ReferenceKind.ORGANIZATION;
    }

    void publishStaff(List<ReferenceItem.Staff> staff, OrganizationId community) {
        var scope = scoping.community(community);
        staff.forEach(item -> put(item, scope));
    }

    void remove(ReferenceKind kind, String id) {
        store.find(kind, id).ifPresent(current -> {
            store.bury(number++, current.scope(), kind, id, now);
            if (kind == ReferenceKind.MEMBER) {
                columns.keepName(id, now);
            }
            store.delete(kind, id);
            columns.remove(kind, id);
            noteMoved(current.item());
            if (current.item() instanceof ReferenceItem.OrganizationItem(var gone)) {
                plantTree();
                replanted.add(gone.id());
            }
            place();
        });
    }

    /// Kiosks forget it; the street keeps it.
    void keepToOneself(ReferenceKind kind, String id) {
        store.find(kind, id).ifPresent(current -> put(current.item(), Scope.NOWHERE));
    }

    private void put(ReferenceItem given, Scope scope) {
        var current = store.find(given.kind(), given.id());
        var item = dated(given, current.map(ReferenceStore.Current::item));
        if (current.isPresent() && current.get().equals(new ReferenceStore.Current(scope, item))) {
            return;
        }
        current.map(ReferenceStore.Current::scope)
                .filter(old -> !old.equals(scope))
                .ifPresent(old -> store.bury(number++, old, item.kind(), item.id(), now));
        store.put(number++, scope, item, now);
        columns.put(item, now);
        if (item instanceof ReferenceItem.OrganizationItem(var organization)) {
            columns.entered(organization.id(), now);
        }
        noteMoved(item);
    }

    /// Who is said to belong elsewhere without a date does so from today on; what was before stays true of before.
    private ReferenceItem dated(ReferenceItem given, Optional<ReferenceItem> current) {
        return given instanceof ReferenceItem.MemberItem(var member)
                        && member.isUndated()
                        && current.orElse(given) instanceof ReferenceItem.MemberItem(var known)
                ? new ReferenceItem.MemberItem(known.becoming(member, today))
                : given;
    }

    private void noteMoved(ReferenceItem item) {
        switch (item) {
            case ReferenceItem.OrganizationItem ignored -> treeChanged = true;
            case ReferenceItem.MemberItem(var member) ->
                movedMembers.add(member.id().value());
            case ReferenceItem.CommitteeSeatItem ignored -> {}
            case ReferenceItem.ExemptionItem ignored -> {}
            case ReferenceItem.RulesItem ignored -> {}
            case ReferenceItem.ReturnedItem ignored -> {}
            case ReferenceItem.CardBinding ignored -> {}
            case ReferenceItem.ActivityItem ignored -> {}
            case ReferenceItem.StreetKey ignored -> {}
            case ReferenceItem.RevokedCode ignored -> {}
            case ReferenceItem.Staff ignored -> {}
            case ReferenceItem.Site ignored -> {}
            case ReferenceItem.WallSlotItem ignored -> {}
            case ReferenceItem.WallPieceItem ignored -> {}
            case ReferenceItem.Service ignored -> {}
            case ReferenceItem.SiteQueue ignored -> {}
            case ReferenceItem.KioskSettings ignored -> {}
            case ReferenceItem.StandingItem ignored -> {}
        }
    }

    /// Paths follow from the tree; whatever lies where one changed is brought to its new place.
    private void plantTree() {
        var organizations = store.all(ReferenceKind.ORGANIZATION).stream()
                .map(current -> ((ReferenceItem.OrganizationItem) current.item()).organization())
                .toList();
        var tree = new OrganizationTree(organizations);
        var planted = columns.paths();
        for (var each : organizations) {
            var path = path(tree, each);
            if (!path.equals(planted.get(each.id()))) {
                columns.setPath(each.id(), path);
                replanted.add(each.id());
            }
        }
        TreeOrder.write(columns.handle(), organizations);
    }

    private static String path(OrganizationTree tree, Organization organization) {
        var id = organization.id().value();
        if (id.contains("/")) {
            throw new IllegalArgumentException("organisation " + id + " has a slash in its id");
        }
        var above = organization.parent().flatMap(tree::find).map(parent -> path(tree, parent));
        return above.orElse("/") + id + "/";
    }

    /// Brings what depends on a moved organisation or member to its new place; a new name moves nothing.
    private void place() {
        for (var organization : replanted) {
            columns.itemsOf(organization).forEach(this::moved);
        }
        if (!replanted.isEmpty()) {
            store.all(ReferenceKind.COMMITTEE_SEAT).forEach(this::moved);
        }
        if (!replanted.isEmpty()) {
            store.all(ReferenceKind.WALL_PIECE).forEach(this::moved);
            store.all(ReferenceKind.EXEMPTION).forEach(this::moved);
            store.all(ReferenceKind.RULES).forEach(this::moved);
        }
        movedMembers.stream()
                .flatMap(member -> store.of(ReferenceKind.EXEMPTION, member + '.').stream())
                .forEach(this::moved);
        movedMembers.stream()
                .flatMap(member -> columns.cardsOf(member).stream())
                .flatMap(card -> store.find(ReferenceKind.CARD_BINDING, card).stream())
                .forEach(this::moved);
    }

    /// What was entered before partners were columns: noted, and told where it belongs.
    void settle(List<Activity> activities) {
        for (var activity : activities) {
            columns.partners(activity);
            moved(new ReferenceColumns.Key(ReferenceKind.ACTIVITY, activity.id().value()));
        }
    }

    private void moved(ReferenceColumns.Key key) {
        store.find(key.kind(), key.id()).ifPresent(this::moved);
    }

    private void moved(ReferenceStore.Current current) {
        if (current.item().kind() == ReferenceKind.ACTIVITY && current.scope().equals(Scope.NOWHERE)) {
            return; // cancelled
        }
        put(current.item(), scoping.of(current.item()));
    }
}
