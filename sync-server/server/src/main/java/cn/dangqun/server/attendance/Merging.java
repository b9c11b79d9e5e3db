package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.fact.KioskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whether all kiosks of an activity's centres have met at the street: before that its figures are 待合并.
final class Merging {
    private Merging() {}

    /// Every kiosk has told all it has, lately or past the closing. `except` is one that knows so by itself of where it
    /// stands now.
    static boolean isMerged(Handle handle, Activity activity, Instant now, Optional<KioskId> except) {
        var closes = activity.window().closes();
        var enough = now.isBefore(closes) ? now.minus(StreetCountReader.FRESH) : min(closes, now);
        return reports(handle, activity).stream()
                .filter(each ->
                        each.isOver() || except.filter(each.kiosk()::equals).isEmpty())
                .allMatch(each -> each.completeUntil()
                        .filter(until -> !until.isBefore(enough))
                        .isPresent());
    }

    static int kiosks(Handle handle, Activity activity) {
        return (int)
                reports(handle, activity).stream().map(Stand::kiosk).distinct().count();
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// Of the kiosks that stood, while check-in was open, at sites of the communities that take part.
    private static List<Stand> reports(Handle handle, Activity activity) {
        return handle.createQuery("SELECT DISTINCT " + Stand.COLUMNS + """
                        FROM kiosk_stand p
                        JOIN kiosk k ON k.street = 1 AND k.id = p.kiosk
                        JOIN site s ON s.street = 1 AND s.id = p.site
                        JOIN organization so ON so.street = 1 AND so.id = s.organization
                        JOIN organization o ON o.street = 1 AND o.id IN (<organizations>)
                        LEFT JOIN organization c
                          ON c.street = 1
                          AND c.parent = (SELECT id FROM organization WHERE street = 1 AND parent IS NULL)
                          AND o.path >= c.path AND o.path < substr(c.path, 1, length(c.path) - 1) || '0'
                        WHERE p.street = 1
                          AND (c.path IS NULL
                            OR so.path >= c.path AND so.path < substr(c.path, 1, length(c.path) - 1) || '0')""")
                .bindList(
                        "organizations",
                        activity.organizations().stream()
                                .map(each -> each.value())
                                .toList())
                .map((row, ignored) -> Stand.read(row))
                .filter(each -> each.isOf(activity.window()))
                .list();
    }
}
