package cn.dangqun.server.wall;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The walls a person may see (F-79): communities and sites inside the own subtree, and the street's for those whose
/// scope is the whole street. Call it inside one read transaction.
record WallPlaces(Handle handle, Scope scope) {
    /// `name` is empty for the street.
    record Named(WallPlace place, String name) {
        String id() {
            return WallStore.idOf(place);
        }
    }

    List<Named> at(WallReach reach) {
        return switch (reach) {
            case STREET -> scope.top().isEmpty() ? List.of(new Named(new WallPlace.Street(), "")) : List.of();
            case COMMUNITY -> communities();
            case SITE -> sites();
        };
    }

    /// Of a place, whether or not it is in scope.
    static Owner owner(Handle handle, WallReach reach, String id) {
        return switch (reach) {
            case STREET -> id.isEmpty() ? new Owner.Street() : new Owner.Nobody();
            case COMMUNITY ->
                Asked.organization(id).<Owner>map(Owner.Organization::new).orElseGet(Owner.Nobody::new);
            case SITE -> Owners.ofSite(handle, id);
        };
    }

    /// Empty when there is no such place, or it is outside: the two must look the same.
    Optional<Named> find(WallReach reach, String id) {
        return at(reach).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Named> find(WallPlace place) {
        return find(place.reach(), WallStore.idOf(place));
    }

    private List<Named> communities() {
        return handle.createQuery("SELECT o.id, o.name FROM organization o JOIN organization top"
                        + " ON top.street = 1 AND top.id = o.parent AND top.parent IS NULL"
                        + " WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY o.place")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, context) -> new Named(
                        new WallPlace.Community(new OrganizationId(row.getString("id"))), row.getString("name")))
                .list();
    }

    private List<Named> sites() {
        return handle.createQuery("SELECT s.id, s.name FROM site s"
                        + " JOIN organization o ON o.street = 1 AND o.id = s.organization"
                        + " WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY o.place, s.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, context) -> new Named(new WallPlace.Site(row.getString("id")), row.getString("name")))
                .list();
    }
}
