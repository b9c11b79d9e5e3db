package cn.dangqun.server.reference;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.Visiting;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Whose people a site receives on a day: all of the communities it serves, and branches that visit it for what is
/// held together. `communities` are their paths by id; `visiting` are ids.
public record SiteReach(Map<OrganizationId, String> communities, Set<OrganizationId> visiting) {
    public SiteReach {
        communities = Map.copyOf(communities);
        visiting = Set.copyOf(visiting);
    }

    public static SiteReach of(Handle handle, String site, LocalDate day) {
        var communities = communities(handle, site);
        return new SiteReach(communities, visiting(handle, communities.keySet(), day));
    }

    /// Of its own community and of those that it serves beside; none for a site of the street itself that serves
    /// none.
    private static Map<OrganizationId, String> communities(Handle handle, String site) {
        var columns = new ReferenceColumns(handle);
        var named = new ReferenceStore(handle)
                .find(ReferenceKind.SITE, site)
                .map(current -> (ReferenceItem.Site) current.item())
                .map(item -> Stream.concat(Stream.of(item.organization()), item.serves().stream())
                        .toList())
                .orElse(List.of());
        var found = new LinkedHashMap<OrganizationId, String>();
        named.stream()
                .flatMap(each -> columns.path(each).stream())
                .flatMap(path -> community(path).stream())
                .distinct()
                .forEach(id -> columns.path(id).ifPresent(path -> found.put(id, path)));
        return found;
    }

    /// The community a path leads through, `/street/community/branch/`; empty for the street itself.
    static Optional<OrganizationId> community(String path) {
        var steps = path.split("/", -1);
        return steps.length > 3 ? Optional.of(new OrganizationId(steps[2])) : Optional.empty();
    }

    /// The branches that a centre of these communities is told on a day beside its own.
    public static Set<OrganizationId> visiting(Handle handle, Set<OrganizationId> served, LocalDate day) {
        return served.isEmpty() ? Set.of() : new HashSet<>(Visiting.branches(near(handle, day), served, day));
    }

    private record Part(ActivityId id, ActivityType type, LocalDate heldOn, String host, Visiting.Guest guest) {}

    /// Found by the days of what has partners; what was cancelled is nowhere.
    private static List<Visiting.Joint> near(Handle handle, LocalDate day) {
        return handle
                .createQuery("""
                        SELECT a.id, a.type, a.held_on, host.path AS host, branch.id AS branch, branch.path
                        FROM activity_partner p
                        JOIN activity a ON a.street = 1 AND a.id = p.activity
                        JOIN organization host ON host.street = 1 AND host.id = a.organization
                        JOIN organization o ON o.street = 1 AND o.id = p.organization AND o.level <> 'GROUP'
                        JOIN organization branch ON branch.street = 1 AND branch.level = 'BRANCH'
                          AND branch.path >= o.path AND branch.path < substr(o.path, 1, length(o.path) - 1) || '0'
                        WHERE p.street = 1 AND p.held_on >= :from AND p.held_on <= :to AND o.parent IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.id, branch.id""")
                .bind("from", day.minusDays(Visiting.DAYS_AFTER).toString())
                .bind("to", day.plusDays(Visiting.DAYS_BEFORE).toString())
                .map((row, ignored) -> part(row))
                .stream()
                .filter(each ->
                        Visiting.isFor(each.type) && community(each.host).isPresent())
                .collect(Collectors.groupingBy(Part::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(parts -> new Visiting.Joint(
                        parts.getFirst().id,
                        parts.getFirst().heldOn,
                        community(parts.getFirst().host).orElseThrow(),
                        parts.stream().map(Part::guest).toList()))
                .toList();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                new ActivityId(row.getString("id")),
                ActivityType.valueOf(row.getString("type")),
                LocalDate.parse(row.getString("held_on")),
                row.getString("host"),
                new Visiting.Guest(
                        new OrganizationId(row.getString("branch")),
                        community(row.getString("path")).orElseThrow()));
    }

    /// Everything a kiosk there is to hold on a day.
    public static Set<Scope> scopes(Handle handle, String site, LocalDate day) {
        return new Scoping(new ReferenceColumns(handle), new ReferenceStore(handle)).at(site, day);
    }

    /// Every organisation whose people the site receives: those of its communities and the visiting branches, with
    /// all below them.
    public Set<OrganizationId> organizations(Handle handle) {
        var columns = new ReferenceColumns(handle);
        return Stream.concat(
                        communities.values().stream(), visiting.stream().flatMap(each -> columns.path(each).stream()))
                .flatMap(path -> columns.below(path).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
