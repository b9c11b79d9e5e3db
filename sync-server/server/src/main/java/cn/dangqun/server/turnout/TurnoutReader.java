package cn.dangqun.server.turnout;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads who came and who did not, on the rolls of organisations inside a [Scope]: what was frozen, whatever the
/// roster says now. What was cancelled is left out. Call it inside one read transaction.
record TurnoutReader(Handle handle, Scope scope, Watermarks watermarks) {

    /// Of a few organisations each is looked for; of all, whatever there is.
    private static final String ALL = "o.path >= :prefix AND o.path < :after";

    private static final String SOME = "l.organization IN (SELECT s.id FROM organization s WHERE s.street = 1"
            + " AND s.path >= :prefix AND s.path < :after)";

    /// An activity of the days; `path` is that of who holds it.
    record Held(ActivityId id, ActivityType type, String title, LocalDate day, CheckInWindow window, String path) {}

    /// `order` is where it stands in the tree.
    record Roll(OrganizationId id, String name, String path, int order) {}

    /// One roll of one activity with its figures. `known`: what has come so far, whether or not all has.
    record Count(Held held, Roll roll, Turnout turnout, Turnout known) {}

    /// In the order of time, and within that of the tree.
    List<Count> counts(Asking asking) {
        var rolls = rolls();
        var sums = sums(asking, rolls);
        var counts = new ArrayList<Count>();
        for (var held : held(asking).values()) {
            boolean complete = watermarks.isComplete(held.path(), held.window());
            sums.getOrDefault(held.id(), Map.of())
                    .forEach((roll, turnout) ->
                            counts.add(new Count(held, roll, turnout.asOne(complete), turnout.asOne(true))));
        }
        return counts;
    }

    private Map<OrganizationId, Roll> rolls() {
        var rolls = new LinkedHashMap<OrganizationId, Roll>();
        handle.createQuery("SELECT id, name, path FROM organization WHERE street = 1 AND path >= :prefix"
                        + " AND path < :after ORDER BY place, path")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Roll(
                        new OrganizationId(row.getString("id")), row.getString("name"), row.getString("path"), 0))
                .forEach(each -> rolls.put(each.id(), new Roll(each.id(), each.name(), each.path(), rolls.size())));
        return rolls;
    }

    /// Of the whole street: a branch may be on the roll of what its community holds.
    Map<ActivityId, Held> held(Asking asking) {
        var held = new LinkedHashMap<ActivityId, Held>();
        handle.createQuery("""
                        SELECT a.*, o.path FROM activity a JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND (:type = '' OR a.type = :type) AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.held_on, a.starts_at, a.id""")
                .bind("from", asking.from().toString())
                .bind("to", asking.to().toString())
                .bind("type", asking.type().map(ActivityType::name).orElse(""))
                .map((row, ignored) -> held(row))
                .forEach(each -> held.put(each.id(), each));
        return held;
    }

    static Held held(ResultSet row) throws SQLException {
        return new Held(
                new ActivityId(row.getString("id")),
                ActivityType.valueOf(row.getString("type")),
                row.getString("title"),
                LocalDate.parse(row.getString("held_on")),
                new CheckInWindow(instant(row, "opens_at"), instant(row, "late_after_at"), instant(row, "closes_at")),
                row.getString("path"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private Map<ActivityId, Map<Roll, Turnout>> sums(Asking asking, Map<OrganizationId, Roll> rolls) {
        var sums = new HashMap<ActivityId, Map<Roll, Turnout>>();
        handle.createQuery("""
                        SELECT l.activity, l.organization, l.state, count(*) AS people
                        FROM activity a CROSS JOIN attendance_line l
                        JOIN organization o ON o.street = 1 AND o.id = l.organization
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND l.street = 1 AND l.activity = a.id AND %s
                        GROUP BY l.activity, l.organization, l.state""".formatted(scope.top().isEmpty() ? ALL : SOME))
                .bind("from", asking.from().toString())
                .bind("to", asking.to().toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Sum(
                        new ActivityId(row.getString("activity")),
                        new OrganizationId(row.getString("organization")),
                        Turnout.ofPeople(AttendanceState.valueOf(row.getString("state")), row.getInt("people"))))
                .forEach(each -> {
                    var roll = rolls.get(each.roll());
                    if (roll != null) {
                        sums.computeIfAbsent(each.activity(), fresh -> new HashMap<>())
                                .merge(roll, each.turnout(), Turnout::plus);
                    }
                });
        return sums;
    }

    private record Sum(ActivityId activity, OrganizationId roll, Turnout turnout) {}
}
