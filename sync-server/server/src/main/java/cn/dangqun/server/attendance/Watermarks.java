package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Up to when the kiosks of each community have told all they hold, for whoever says that something was not done:
/// no data is not absence (F-64). Organisations are named by their paths. Read once for all of a page. Immutable.
public final class Watermarks {
    /// A kiosk that came in the course of a day may have received whoever was there on it.
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Map<OrganizationId, List<Stand>> stands;
    private final Map<Hours, List<Set<OrganizationId>>> joint;
    private final Instant now;

    private Watermarks(
            Map<OrganizationId, List<Stand>> stands, Map<Hours, List<Set<OrganizationId>>> joint, Instant now) {
        this.stands = Map.copyOf(stands);
        this.joint = Map.copyOf(joint);
        this.now = now;
    }

    private record Hours(long opens, long closes) {}

    /// The communities of what several hold together, by the hours of its check-in.
    private static Map<Hours, List<Set<OrganizationId>>> joint(Handle handle) {
        return handle
                .createQuery("""
                        SELECT a.opens_at, a.closes_at, host.path AS host, o.path FROM activity_partner p
                        JOIN activity a ON a.street = 1 AND a.id = p.activity
                        JOIN organization host ON host.street = 1 AND host.id = a.organization
                        JOIN organization o ON o.street = 1 AND o.id = p.organization
                        WHERE p.street = 1""")
                .map((row, ignored) -> Map.entry(
                        new Hours(row.getLong("opens_at"), row.getLong("closes_at")),
                        Stream.of(row.getString("host"), row.getString("path"))
                                .map(Paths::community)
                                .collect(Collectors.toUnmodifiableSet())))
                .stream()
                .filter(each -> each.getValue().size() > 1)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public static Watermarks of(Handle handle, Instant now) {
        return new Watermarks(new CentreUploads().byCommunity(handle), joint(handle), now);
    }

    /// Whether nobody can be missing any more among those an activity received, at the sites of whoever takes part.
    public boolean isComplete(String path, CheckInWindow window) {
        var own = Paths.community(path);
        var hours = new Hours(window.opens().toEpochMilli(), window.closes().toEpochMilli());
        var together = joint.getOrDefault(hours, List.of()).stream()
                .filter(each -> each.contains(own))
                .flatMap(Set::stream);
        var all = Stream.concat(Stream.of(own), together)
                .distinct()
                .flatMap(each -> stands.getOrDefault(each, List.of()).stream())
                .toList();
        return Uploads.during(all, window, now).isCompleteFor(window);
    }

    /// Whether all is told that happened there between two moments; not before the first kiosk came.
    public boolean knows(String path, Instant from, Instant until) {
        return !isBeforeTheFirst(path, from)
                && of(path).stream()
                        .filter(each -> each.isOf(new CheckInWindow(from, from, until)))
                        .allMatch(each -> each.completeUntil()
                                .filter(told -> !told.isBefore(until))
                                .isPresent());
    }

    /// Whether the first kiosk came after a span had begun, or none has come: nothing will ever tell of all of it.
    public boolean isBeforeTheFirst(String path, Instant from) {
        return of(path).stream()
                .map(Stand::from)
                .min(Comparator.naturalOrder())
                .filter(first -> !first.isAfter(from.plus(A_DAY)))
                .isEmpty();
    }

    private List<Stand> of(String path) {
        return stands.getOrDefault(Paths.community(path), List.of());
    }
}
