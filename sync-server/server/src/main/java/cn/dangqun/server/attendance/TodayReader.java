package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.ActivityCount.Community;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads what the street's attendance page shows, always inside a [Scope]. Call it inside one read transaction, so
/// that counts and lists agree.
final class TodayReader {
    private final CentreUploads centreUploads = new CentreUploads();
    private final StreetRoster roster;
    private final Times times;
    private final PlannedRolls rolls = new PlannedRolls();

    TodayReader(StreetRoster roster, Times times) {
        this.roster = roster;
        this.times = times;
    }

    Figures figures(Handle handle) {
        return new Figures(handle, roster.now(handle), rolls);
    }

    /// What is counted of one activity. `others`: who counts in it and is on no roll of it.
    record Counted(AttendanceFigures figures, int others, boolean cancelled) {}

    /// An activity of the plan, where its organisation stands in the tree.
    record Row(Activity activity, String organizationName, String path, Community community, int place) {}

    /// Activities held on `date`, by community, then by time.
    List<ActivityCount> heldOn(Handle handle, Scope scope, LocalDate date, Optional<OrganizationId> community) {
        return of(community, counts(handle, planned(handle, scope, date)));
    }

    static List<ActivityCount> of(Optional<OrganizationId> community, List<ActivityCount> counts) {
        return counts.stream()
                .filter(each -> community.isEmpty()
                        || community.get().equals(each.community().id()))
                .toList();
    }

    /// What stands in the plan of a day, in the order of the tree.
    List<Row> planned(Handle handle, Scope scope, LocalDate date) {
        var names = communityNames(handle);
        return handle
                .createQuery(ACTIVITIES + " AND a.held_on = :date")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("date", date.toString())
                .map((row, ignored) -> row(row, names))
                .stream()
                .sorted(ORDER)
                .toList();
    }

    Optional<ActivityCount> find(Handle handle, Scope scope, ActivityId id) {
        var names = communityNames(handle);
        var rows = handle
                .createQuery(ACTIVITIES + " AND a.id = :id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("id", id.value())
                .map((row, ignored) -> row(row, names))
                .stream()
                .sorted(ORDER)
                .toList();
        return counts(handle, rows).stream().findFirst();
    }

    /// Days from and to, both included; `after` is the day and the id of the last activity that was read before.
    record Span(LocalDate from, LocalDate to, Optional<List<String>> after, int most) {
        Span withOneMore() {
            return new Span(from, to, after, most + 1);
        }

        /// The first day that is still to be read.
        private String first() {
            return after.map(List::getFirst)
                    .filter(day -> day.compareTo(from.toString()) > 0)
                    .orElseGet(from::toString);
        }
    }

    /// By day, and within it by id. Reads the days' activities until it has as many as are asked for.
    List<ActivityCount> between(Handle handle, Scope scope, Span span) {
        var names = communityNames(handle);
        var rows = handle.createQuery(ACTIVITIES + " AND a.held_on >= :from AND a.held_on <= :to"
                        + " AND (a.held_on > :day OR (a.held_on = :day AND a.id > :id))"
                        + " ORDER BY a.held_on, a.id LIMIT :most")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("from", span.first())
                .bind("to", span.to().toString())
                .bind("day", span.after().map(List::getFirst).orElse(""))
                .bind("id", span.after().map(List::getLast).orElse(""))
                .bind("most", span.most())
                .map((row, ignored) -> row(row, names))
                .list();
        return counts(handle, rows);
    }

    /// Communities that hold anything the viewer may see, for the filter.
    List<Community> communities(Handle handle, Scope scope) {
        return handle.createQuery("""
                        SELECT c.id, c.name
                        FROM organization s
                        JOIN organization c ON c.street = 1 AND c.parent = s.id
                        WHERE s.street = 1 AND s.parent IS NULL
                          AND ((c.path >= :prefix AND c.path < :after)
                            OR (:prefix >= c.path AND :prefix < substr(c.path, 1, length(c.path) - 1) || '0'))
                        ORDER BY c.place""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Community(new OrganizationId(row.getString("id")), row.getString("name")))
                .list();
    }

    private static final String ACTIVITIES = """
            SELECT i.record, o.name AS organization_name, o.path
            FROM activity a
            JOIN reference_item i ON i.street = 1 AND i.kind = 'ACTIVITY' AND i.id = a.id
            JOIN organization o ON o.street = 1 AND o.id = a.organization
            WHERE a.street = 1 AND o.path >= :prefix AND o.path < :after""";

    /// What the street holds first, then community by community as they stand in the tree.
    private static final Comparator<Row> ORDER = Comparator.comparingInt(
                    (Row row) -> Paths.isOfCommunity(row.path) ? row.place : -1)
            .thenComparing(row -> row.activity.starts())
            .thenComparing(row -> row.activity.id().value());

    private List<ActivityCount> counts(Handle handle, List<Row> rows) {
        return together(
                handle, rows, counted(handle, rows.stream().map(Row::activity).toList()));
    }

    /// Of each of the activities.
    Map<ActivityId, Counted> counted(Handle handle, List<Activity> activities) {
        if (activities.isEmpty()) {
            return Map.of();
        }
        var ids = activities.stream().map(each -> each.id().value()).toList();
        var reading = figures(handle);
        var figures = reading.of(activities);
        var everybody = everybody(handle, ids);
        var cancelled = reading.cancelled(ids);
        return activities.stream()
                .map(Activity::id)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Counted(
                                figures.getOrDefault(id, AttendanceFigures.NOBODY),
                                others(everybody, figures, id),
                                cancelled.contains(id))));
    }

    /// With how far the kiosks have told what they hold.
    List<ActivityCount> together(Handle handle, List<Row> rows, Map<ActivityId, Counted> counted) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var stands = centreUploads.byCommunity(handle);
        var merging =
                Merging.of(handle, stands, rows.stream().map(Row::activity).toList());
        return rows.stream()
                .map(row -> new ActivityCount(
                        row.activity,
                        row.organizationName,
                        row.community,
                        of(row, counted).figures(),
                        of(row, counted).others(),
                        Uploads.during(merging.stands(row.activity), row.activity.window(), times.now()),
                        Uploads.now(stands.getOrDefault(row.community.id(), List.of())),
                        merging.isMerged(row.activity, times.now(), Optional.empty()),
                        of(row, counted).cancelled()))
                .toList();
    }

    private static Counted of(Row row, Map<ActivityId, Counted> counted) {
        return Objects.requireNonNull(counted.get(row.activity.id()), "every activity was counted");
    }

    /// Everybody counted who is neither present on a roll nor stands on it unsigned.
    private static int others(
            Map<ActivityId, Integer> counted, Map<ActivityId, AttendanceFigures> figures, ActivityId id) {
        var own = figures.getOrDefault(id, AttendanceFigures.NOBODY);
        return Math.max(0, counted.getOrDefault(id, 0) - own.present() - own.unsigned());
    }

    /// Everybody counted once, members and walk-ins. Each table is counted in the order of its index: sorting all rows
    /// together takes three times as long.
    private static Map<ActivityId, Integer> everybody(Handle handle, List<String> activities) {
        return handle.createQuery("""
                        SELECT activity, sum(people) AS guests FROM (
                          SELECT g.activity, count(*) AS people FROM guest g
                          WHERE g.street = 1 AND g.counted = 1 AND g.activity IN (<activities>) GROUP BY g.activity
                          UNION ALL
                          SELECT t.activity, count(*) FROM attendance t
                          WHERE t.street = 1 AND t.counted = 1 AND t.activity IN (<activities>) GROUP BY t.activity
                        ) seen GROUP BY activity""")
                .bindList("activities", activities)
                .map((row, ignored) -> Map.entry(new ActivityId(row.getString("activity")), row.getInt("guests")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Of the street and of what hangs at it, as they stand in the tree.
    private static Map<OrganizationId, String> communityNames(Handle handle) {
        return handle
                .createQuery("""
                        SELECT c.id, c.name FROM organization s
                        JOIN organization c ON c.street = 1 AND (c.parent = s.id OR c.id = s.id)
                        WHERE s.street = 1 AND s.parent IS NULL ORDER BY c.place""")
                .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("id")), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    private static Row row(ResultSet row, Map<OrganizationId, String> names) throws SQLException {
        var activity = ActivityReader.activity(row);
        var path = row.getString("path");
        var id = Paths.community(path);
        var community = new Community(id, names.getOrDefault(id, id.value()));
        int place = List.copyOf(names.keySet()).indexOf(id);
        return new Row(activity, row.getString("organization_name"), path, community, place);
    }
}
