package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// The plan of a month inside a [Scope]: it reads the activities of that month.
record PlanReader(Handle handle, Scope scope) {

    record Row(
            ActivityId id,
            ActivityType type,
            String title,
            String organization,
            String organizationId,
            String place,
            LocalDate heldOn,
            Instant starts,
            Instant ends,
            boolean cancelled,
            int partners) {}

    /// In the order of time.
    List<Row> of(YearMonth month, ListQuestion question) {
        var search = question.filter("search").toLowerCase(Locale.ROOT);
        return handle
                .createQuery("""
                        SELECT a.*, o.name AS organization_name,
                          EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id) AS cancelled
                        FROM activity a JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND o.path >= :prefix AND o.path < :after
                        ORDER BY a.held_on, a.starts_at, a.id""")
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Row(
                        new ActivityId(row.getString("id")),
                        ActivityType.valueOf(row.getString("type")),
                        row.getString("title"),
                        row.getString("organization_name"),
                        row.getString("organization"),
                        row.getString("place"),
                        LocalDate.parse(row.getString("held_on")),
                        Instant.ofEpochMilli(row.getLong("starts_at")),
                        Instant.ofEpochMilli(row.getLong("ends_at")),
                        row.getBoolean("cancelled"),
                        row.getInt("partners")))
                .stream()
                .filter(each -> (each.title() + each.place() + each.organization())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .filter(each ->
                        question.filter("type").isEmpty() || each.type().name().equals(question.filter("type")))
                .filter(each -> question.filter("organization").isEmpty()
                        || each.organizationId().equals(question.filter("organization")))
                .toList();
    }
}
