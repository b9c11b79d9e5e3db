package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Up to when the kiosks of each community have told all they hold, for whoever says that something was not done:
/// no data is not absence (F-64). Organisations are named by their paths. Read once for all of a page. Immutable.
public final class Watermarks {
    /// A kiosk that came in the course of a day may have received whoever was there on it.
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Map<OrganizationId, List<Stand>> stands;
    private final Instant now;

    private Watermarks(Map<OrganizationId, List<Stand>> stands, Instant now) {
        this.stands = Map.copyOf(stands);
        this.now = now;
    }

    public static Watermarks of(Handle handle, Instant now) {
        return new Watermarks(new CentreUploads().byCommunity(handle), now);
    }

    /// Whether nobody can be missing any more among those an activity received.
    public boolean isComplete(String path, CheckInWindow window) {
        return Uploads.during(of(path), window, now).isCompleteFor(window);
    }

    /// Whether all is told that happened there between two moments; not before the first kiosk came.
    public boolean knows(String path, Instant from, Instant until) {
        var all = of(path);
        return all.stream()
                        .map(Stand::from)
                        .min(Comparator.naturalOrder())
                        .filter(first -> !first.isAfter(from.plus(A_DAY)))
                        .isPresent()
                && all.stream()
                        .filter(each -> each.isOf(new CheckInWindow(from, from, until)))
                        .allMatch(each -> each.completeUntil()
                                .filter(told -> !told.isBefore(until))
                                .isPresent());
    }

    private List<Stand> of(String path) {
        return stands.getOrDefault(Paths.community(path), List.of());
    }
}
