package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Whether all kiosks of an activity's centres have met at the street: before that its figures are 待合并. Read once for
/// all activities of a page.
record Merging(Map<OrganizationId, List<Stand>> stands, Map<OrganizationId, String> paths) {

    static Merging of(Handle handle, Map<OrganizationId, List<Stand>> stands, Collection<Activity> activities) {
        var ids = activities.stream()
                .flatMap(each -> each.organizations().stream())
                .map(OrganizationId::value)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return new Merging(stands, Map.of());
        }
        var paths = handle
                .createQuery("SELECT id, path FROM organization WHERE street = 1 AND id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("id")), row.getString("path")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Merging(stands, paths);
    }

    static Merging of(Handle handle, Activity activity) {
        return of(handle, new CentreUploads().byCommunity(handle), List.of(activity));
    }

    /// Every kiosk has told all it has, lately or past the closing. `except` is one that knows so by itself of where it
    /// stands now.
    boolean isMerged(Activity activity, Instant now, Optional<KioskId> except) {
        var closes = activity.window().closes();
        var enough = now.isBefore(closes) ? now.minus(StreetCountReader.FRESH) : min(closes, now);
        return reports(activity)
                .filter(each ->
                        each.isOver() || except.filter(each.kiosk()::equals).isEmpty())
                .allMatch(each -> each.completeUntil()
                        .filter(until -> !until.isBefore(enough))
                        .isPresent());
    }

    int kiosks(Activity activity) {
        return (int) reports(activity).map(Stand::kiosk).distinct().count();
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// The kiosks that stood, while check-in was open, wherever its people may check in: at sites that serve the
    /// communities that take part; at any site where the street itself does. Each stand once.
    List<Stand> stands(Activity activity) {
        var communities = activity.organizations().stream()
                .flatMap(each -> Optional.ofNullable(paths.get(each)).stream())
                .toList();
        var all = communities.stream().allMatch(Paths::isOfCommunity)
                ? communities.stream()
                        .map(Paths::community)
                        .distinct()
                        .flatMap(each -> stands.getOrDefault(each, List.of()).stream())
                : stands.values().stream().flatMap(List::stream);
        return all
                .filter(each -> each.isOf(activity.window()))
                .collect(Collectors.toMap(Stand::place, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Stream<Stand> reports(Activity activity) {
        return stands(activity).stream();
    }
}
