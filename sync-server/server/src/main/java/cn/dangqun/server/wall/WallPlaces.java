package cn.dangqun.server.wall;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The walls a person may see (F-79): communities, branches and sites inside the own subtree, and the street's
/// for those whose scope is the whole street. Call it inside one read transaction.
record WallPlaces(Handle handle, Scope scope) {
    private static final String STREET_ENTERED =
            "(SELECT min(entered_at) FROM organization WHERE street = 1 AND parent IS NULL)";

    /// `name` is empty for the street; `above` names what a branch belongs to. `enteredAt`: since when the place
    /// owes what must hang there, where that is known.
    record Named(WallPlace place, String name, String above, Optional<Instant> enteredAt) {
        /// The day from which it owes; nothing is owed yet where nobody knows it.
        LocalDate since(ZoneId zone, LocalDate today) {
            return enteredAt.map(at -> LocalDate.ofInstant(at, zone)).orElse(today);
        }

        String id() {
            return WallStore.idOf(place);
        }
    }

    List<Named> at(WallReach reach) {
        return switch (reach) {
            case STREET -> scope.top().isEmpty() ? List.of(street()) : List.of();
            case COMMUNITY -> communities();
            case BRANCH -> branches("");
            case SITE -> sites();
        };
    }

    /// Of a place, whether or not it is in scope.
    static Owner owner(Handle handle, WallReach reach, String id) {
        return switch (reach) {
            case STREET -> id.isEmpty() ? new Owner.Street() : new Owner.Nobody();
            case COMMUNITY, BRANCH ->
                Asked.organization(id).<Owner>map(Owner.Organization::new).orElseGet(Owner.Nobody::new);
            case SITE -> Owners.ofSite(handle, id);
        };
    }

    /// Empty when there is no such place, or it is outside: the two must look the same.
    Optional<Named> find(WallReach reach, String id) {
        var places = reach == WallReach.BRANCH && !id.isEmpty() ? branches(id) : at(reach);
        return places.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// What a frame's address names. Frames of the branches keep what was published for a whole community before.
    Optional<Named> find(WallSlot slot, String id) {
        return find(slot.reach(), id)
                .or(() -> slot.reach() == WallReach.BRANCH ? find(WallReach.COMMUNITY, id) : Optional.empty());
    }

    Optional<Named> find(WallPlace place) {
        return find(place.reach(), WallStore.idOf(place));
    }

    private Named street() {
        var entered = handle.createQuery("SELECT " + STREET_ENTERED + " AS entered_at")
                .map((row, context) -> entered(row))
                .one();
        return new Named(new WallPlace.Street(), "", "", entered);
    }

    private List<Named> communities() {
        return handle.createQuery("SELECT o.id, o.name, coalesce(o.entered_at, top.entered_at) AS entered_at"
                        + " FROM organization o JOIN organization top"
                        + " ON top.street = 1 AND top.id = o.parent AND top.parent IS NULL"
                        + " WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY o.place")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, context) -> new Named(
                        new WallPlace.Community(new OrganizationId(row.getString("id"))),
                        row.getString("name"),
                        "",
                        entered(row)))
                .list();
    }

    /// All in the order of the tree, or only the one of that id.
    private List<Named> branches(String only) {
        var query = handle.createQuery("SELECT o.id, o.name, above.name AS above_name,"
                        + " coalesce(o.entered_at, " + STREET_ENTERED + ") AS entered_at"
                        + " FROM organization o"
                        + " JOIN organization above ON above.street = 1 AND above.id = o.parent"
                        + " WHERE o.street = 1 AND o.level = 'BRANCH' AND o.path >= :prefix AND o.path < :after"
                        + (only.isEmpty() ? "" : " AND o.id = :only") + " ORDER BY o.place")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle));
        return (only.isEmpty() ? query : query.bind("only", only))
                .map((row, context) -> new Named(
                        new WallPlace.Branch(new OrganizationId(row.getString("id"))),
                        row.getString("name"),
                        row.getString("above_name"),
                        entered(row)))
                .list();
    }

    private List<Named> sites() {
        return handle.createQuery("SELECT s.id, s.name, coalesce(o.entered_at, " + STREET_ENTERED + ") AS entered_at"
                        + " FROM site s JOIN organization o ON o.street = 1 AND o.id = s.organization"
                        + " WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY o.place, s.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, context) ->
                        new Named(new WallPlace.Site(row.getString("id")), row.getString("name"), "", entered(row)))
                .list();
    }

    private static Optional<Instant> entered(ResultSet row) throws SQLException {
        long at = row.getLong("entered_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
