package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.ActivityCount.Community;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads what the street's attendance page shows, always inside a [Scope]. Call it inside one read transaction, so
/// that counts and lists agree.
final class AttendanceBoard {
    private final CentreUploads centreUploads = new CentreUploads();

    /// Activities held on `date`, by community, then by time.
    List<ActivityCount> heldOn(Handle handle, Scope scope, LocalDate date, Optional<OrganizationId> community) {
        var rows = handle.createQuery(ACTIVITIES + " AND a.held_on = :date" + ORDER)
                .bind("prefix", scope.pathPrefix(handle))
                .bind("date", date.toString())
                .map((row, ignored) -> row(row))
                .list();
        return counted(handle, rows, "a.held_on = :key", date.toString()).stream()
                .filter(each -> community.isEmpty()
                        || community.get().equals(each.community().id()))
                .toList();
    }

    Optional<ActivityCount> find(Handle handle, Scope scope, ActivityId id) {
        var rows = handle.createQuery(ACTIVITIES + " AND a.id = :id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("id", id.value())
                .map((row, ignored) -> row(row))
                .list();
        return counted(handle, rows, "a.id = :key", id.value()).stream().findFirst();
    }

    /// Communities that hold anything the viewer may see, for the filter.
    List<Community> communities(Handle handle, Scope scope) {
        var prefix = scope.pathPrefix(handle);
        return handle.createQuery("""
                        SELECT DISTINCT c.id, c.name, c.path
                        FROM organization o
                        JOIN organization c ON substr(o.path, 1, length(c.path)) = c.path
                        JOIN organization s ON c.parent = s.id AND s.parent IS NULL
                        WHERE substr(o.path, 1, length(:prefix)) = :prefix
                        ORDER BY c.path""")
                .bind("prefix", prefix)
                .map((row, ignored) -> new Community(new OrganizationId(row.getString("id")), row.getString("name")))
                .list();
    }

    /// `path` has the ids from the street down; the community is the second, or the street itself.
    private static final String ACTIVITIES = """
            SELECT a.*, o.name AS organization_name, c.id AS community_id, c.name AS community_name, c.path AS c_path
            FROM activity a
            JOIN organization o ON o.id = a.organization
            JOIN organization c ON substr(o.path, 1, length(c.path)) = c.path
            LEFT JOIN organization s ON s.id = c.parent
            WHERE substr(o.path, 1, length(:prefix)) = :prefix
              AND ((c.parent IS NOT NULL AND s.parent IS NULL) OR (c.parent IS NULL AND o.id = c.id))""";
    private static final String ORDER = " ORDER BY c.path, a.starts_at, a.id";

    private record Row(Activity activity, String organizationName, Community community) {}

    private record Counts(int due, int present, int late) {
        static final Counts NOBODY = new Counts(0, 0, 0);
    }

    private List<ActivityCount> counted(Handle handle, List<Row> rows, String which, String key) {
        var counts = counts(handle, which, key);
        var guests = guests(handle, which, key);
        var uploads = centreUploads.byCommunity(handle);
        return rows.stream()
                .map(row -> {
                    var count = counts.getOrDefault(row.activity.id(), Counts.NOBODY);
                    return new ActivityCount(
                            row.activity,
                            row.organizationName,
                            row.community,
                            new Tally(count.due, count.present),
                            count.late,
                            guests.getOrDefault(row.activity.id(), 0),
                            uploads.getOrDefault(row.community.id(), new Uploads(List.of())));
                })
                .toList();
    }

    private static Map<ActivityId, Counts> counts(Handle handle, String which, String key) {
        return handle.createQuery(Roll.of(which) + """
                        SELECT r.activity, count(*) AS due, count(t.member) AS present, coalesce(sum(t.late), 0) AS late
                        FROM roll r
                        LEFT JOIN attendance t
                          ON t.activity = r.activity AND t.member = r.member AND t.counted = 1 AND t.role = 'MEMBER'
                        GROUP BY r.activity""")
                .bind("key", key)
                .map((row, ignored) -> Map.entry(
                        new ActivityId(row.getString("activity")),
                        new Counts(row.getInt("due"), row.getInt("present"), row.getInt("late"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Counted people outside the roll, and walk-ins.
    private static Map<ActivityId, Integer> guests(Handle handle, String which, String key) {
        return handle.createQuery(Roll.of(which) + """
                        SELECT activity, count(*) AS guests FROM (
                          SELECT g.activity FROM guest g JOIN activity a ON a.id = g.activity
                          WHERE g.counted = 1 AND %1$s
                          UNION ALL
                          SELECT t.activity FROM attendance t JOIN activity a ON a.id = t.activity
                          WHERE t.counted = 1 AND %1$s
                            AND (t.role <> 'MEMBER' OR NOT EXISTS (
                              SELECT 1 FROM roll r WHERE r.activity = t.activity AND r.member = t.member))
                        ) seen GROUP BY activity""".formatted(which))
                .bind("key", key)
                .map((row, ignored) -> Map.entry(new ActivityId(row.getString("activity")), row.getInt("guests")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Row row(ResultSet row) throws SQLException {
        var activity = new Activity(
                new ActivityId(row.getString("id")),
                ActivityType.valueOf(row.getString("type")),
                new OrganizationId(row.getString("organization")),
                row.getString("title"),
                row.getString("place"),
                LocalDate.parse(row.getString("held_on")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                new CheckInWindow(instant(row, "opens_at"), instant(row, "late_after_at"), instant(row, "closes_at")));
        var community =
                new Community(new OrganizationId(row.getString("community_id")), row.getString("community_name"));
        return new Row(activity, row.getString("organization_name"), community);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
