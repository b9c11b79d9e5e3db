package cn.dangqun.server.life;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what was held or is planned inside a [Scope]: three statements, however many organisations there are. Call
/// it inside one read transaction.
record LifeReader(Handle handle, Scope scope) {
    /// With a lecture anywhere a leader meets what is owed.
    private static final String CONCERNS = """
            (o.path >= :prefix AND o.path < :after OR (a.type = 'PARTY_LECTURE' AND d.chair IS NOT NULL)
              OR EXISTS (SELECT 1 FROM roll_freezing f JOIN organization fo ON fo.street = 1 AND fo.id = f.organization
                WHERE f.street = 1 AND f.activity = a.id AND fo.path >= :prefix AND fo.path < :after))""";

    private static final String PRESENT = "('PRESENT', 'LATE', 'MAKEUP_SIGNED')";

    /// Only who came makes an activity one that was held (OQ-36); the figures are asked of 支委会 alone.
    private static final String CAME = "('PRESENT', 'LATE', 'MAKEUP_SIGNED', 'CHECKED_IN_UNSIGNED')";

    record Place(OrganizationId id, String name, String path) {}

    /// Of the whole street, by id.
    Map<OrganizationId, Place> places() {
        var places = new LinkedHashMap<OrganizationId, Place>();
        handle.createQuery("SELECT id, name, path FROM organization WHERE street = 1 ORDER BY place, path")
                .map((row, ignored) -> new Place(
                        new OrganizationId(row.getString("id")), row.getString("name"), row.getString("path")))
                .forEach(each -> places.put(each.id(), each));
        return places;
    }

    /// From a day to a day, both included, in the order of time.
    List<LifeActivity> between(LocalDate from, LocalDate to) {
        var rolls = rolls(from, to);
        var quorums = quorums(from, to);
        var all = new ArrayList<LifeActivity>();
        bound("""
                SELECT i.record, o.path, d.chair,
                  EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id) AS cancelled
                FROM activity a
                JOIN reference_item i ON i.street = 1 AND i.kind = 'ACTIVITY' AND i.id = a.id
                JOIN organization o ON o.street = 1 AND o.id = a.organization
                LEFT JOIN activity_detail d ON d.street = 1 AND d.activity = a.id
                WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to AND %s
                ORDER BY a.held_on, a.starts_at, a.id""".formatted(CONCERNS), from, to)
                .map((row, ignored) -> activity(row, rolls, quorums))
                .forEach(all::add);
        return all;
    }

    private Query bound(String sql, LocalDate from, LocalDate to) {
        return handle.createQuery(sql)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle));
    }

    private static LifeActivity activity(
            ResultSet row,
            Map<ActivityId, Map<OrganizationId, LifeActivity.Roll>> rolls,
            Map<Of, LifeActivity.Roll> sums)
            throws SQLException {
        var activity = activity(row);
        var own = new HashMap<>(rolls.getOrDefault(activity.id(), Map.of()));
        own.replaceAll((organization, roll) -> sums.getOrDefault(new Of(activity.id(), organization), roll));
        return new LifeActivity(
                activity,
                row.getString("path"),
                row.getBoolean("cancelled"),
                own,
                Optional.ofNullable(row.getString("chair")));
    }

    private static Activity activity(ResultSet row) throws SQLException {
        try {
            var item = ReferenceCodec.decode(row.getBytes("record")).item().orElseThrow();
            return ((ReferenceItem.ActivityItem) item).activity();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a reference item of our own cannot be read", e);
        }
    }

    private record Of(ActivityId activity, OrganizationId organization) {}

    private Map<ActivityId, Map<OrganizationId, LifeActivity.Roll>> rolls(LocalDate from, LocalDate to) {
        var rolls = new HashMap<ActivityId, Map<OrganizationId, LifeActivity.Roll>>();
        bound("""
                SELECT f.activity, f.organization, o.path, EXISTS (
                  SELECT 1 FROM attendance_line l WHERE l.street = 1 AND l.activity = f.activity
                    AND l.organization = f.organization AND l.state IN %s) AS came
                FROM activity a CROSS JOIN roll_freezing f
                JOIN organization o ON o.street = 1 AND o.id = f.organization
                WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                  AND f.street = 1 AND f.activity = a.id
                  AND (o.path >= :prefix AND o.path < :after OR a.type = 'PARTY_LECTURE')
                GROUP BY f.activity, f.organization, o.path""".formatted(CAME), from, to)
                .map((row, ignored) -> Map.entry(
                        of(row), new LifeActivity.Roll(row.getString("path"), row.getBoolean("came"), 0, 0, 0, 0)))
                .forEach(each -> rolls.computeIfAbsent(each.getKey().activity(), fresh -> new HashMap<>())
                        .put(each.getKey().organization(), each.getValue()));
        return rolls;
    }

    /// Of 支委会, which some rules ask for half present at all (RULES §4).
    private Map<Of, LifeActivity.Roll> quorums(LocalDate from, LocalDate to) {
        var sums = new HashMap<Of, LifeActivity.Roll>();
        bound("""
                SELECT l.activity, l.organization, o.path,
                  max(CASE WHEN l.state IN %1$s THEN 1 ELSE 0 END) AS came,
                  sum(CASE WHEN l.voting = 1 AND l.state <> 'NOT_COUNTED' THEN 1 ELSE 0 END) AS voting_due,
                  sum(CASE WHEN l.voting = 1 AND l.state IN %2$s THEN 1 ELSE 0 END) AS voting_present,
                  sum(CASE WHEN l.state <> 'NOT_COUNTED' THEN 1 ELSE 0 END) AS due,
                  sum(CASE WHEN l.state IN %2$s THEN 1 ELSE 0 END) AS present
                FROM activity a CROSS JOIN attendance_line l
                JOIN organization o ON o.street = 1 AND o.id = l.organization
                WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to AND a.type = 'COMMITTEE_MEETING'
                  AND l.street = 1 AND l.activity = a.id AND o.path >= :prefix AND o.path < :after
                GROUP BY l.activity, l.organization, o.path""".formatted(CAME, PRESENT), from, to)
                .map((row, ignored) -> Map.entry(
                        of(row),
                        new LifeActivity.Roll(
                                row.getString("path"),
                                row.getBoolean("came"),
                                row.getInt("voting_due"),
                                row.getInt("voting_present"),
                                row.getInt("due"),
                                row.getInt("present"))))
                .forEach(each -> sums.put(each.getKey(), each.getValue()));
        return sums;
    }

    private static Of of(ResultSet row) throws SQLException {
        return new Of(new ActivityId(row.getString("activity")), new OrganizationId(row.getString("organization")));
    }
}
