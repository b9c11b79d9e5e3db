package cn.dangqun.server.minutes;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// Tasks of sessions. Call it inside one transaction.
record TaskStore(Handle handle) {
    static final int PER_PAGE = 50;
    static final String BY_ORGANIZATION = "organization";
    static final String NEWEST = "newest";

    private static final String FROM = """
            FROM organization o CROSS JOIN decision_task t
            JOIN activity a ON a.street = 1 AND a.id = t.activity
            WHERE o.street = 1 AND t.street = 1 AND t.organization = o.id
              AND o.path >= :prefix AND o.path < :after""";

    static Owner owner(Handle handle, String id) {
        return Owner.of(handle.createQuery("SELECT organization FROM decision_task WHERE street = 1 AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    void add(String id, ActivityId activity, Minutes.Order order, String login, Instant now) {
        handle.execute(
                "INSERT INTO decision_task (id, activity, organization, content, owner, due_on, made_by, made_at)"
                        + " SELECT ?, id, organization, ?, ?, ?, ?, ? FROM activity WHERE street = 1 AND id = ?",
                id,
                order.content(),
                order.owner(),
                order.due().toString(),
                login,
                now.toEpochMilli(),
                activity.value());
    }

    /// False when it was done already.
    boolean done(String id, Minutes.Done done) {
        return handle.execute(
                        "UPDATE decision_task SET done_on = ?, done_by = ?, outcome = ?"
                                + " WHERE street = 1 AND id = ? AND done_on IS NULL",
                        done.on().toString(),
                        done.by(),
                        done.outcome(),
                        id)
                > 0;
    }

    List<Minutes.Task> of(ActivityId activity) {
        return handle.createQuery("""
                        SELECT t.*, a.title, coalesce(o.name, t.organization) AS organization_name FROM decision_task t
                        JOIN activity a ON a.street = 1 AND a.id = t.activity
                        LEFT JOIN organization o ON o.street = 1 AND o.id = t.organization
                        WHERE t.street = 1 AND t.activity = :activity ORDER BY t.due_on, t.id""")
                .bind("activity", activity.value())
                .map((row, ignored) -> task(row))
                .list();
    }

    int count(ListQuestion question, Scope scope, LocalDate today) {
        return bound("SELECT count(*) " + FROM + filter(question), question, scope, today)
                .mapTo(Integer.class)
                .one();
    }

    private static String order(ListQuestion question) {
        return switch (question.filter(ListQuestion.ORDER)) {
            case BY_ORGANIZATION -> "o.place, t.due_on, t.id";
            case NEWEST -> "t.made_at DESC, t.id";
            default -> "t.due_on, t.id";
        };
    }

    /// The most urgent first, unless asked otherwise.
    List<Minutes.Task> page(ListQuestion question, Scope scope, LocalDate today) {
        return bound(
                        "SELECT t.*, a.title, o.name AS organization_name " + FROM + filter(question) + " ORDER BY "
                                + order(question) + " LIMIT :limit OFFSET :offset",
                        question,
                        scope,
                        today)
                .bind("limit", PER_PAGE)
                .bind("offset", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> task(row))
                .list();
    }

    private static String filter(ListQuestion question) {
        var state = switch (question.filter("state")) {
            case "done" -> " AND t.done_on IS NOT NULL";
            case "overdue" -> " AND t.done_on IS NULL AND t.due_on < :today";
            case "all" -> "";
            default -> " AND t.done_on IS NULL";
        };
        return question.filter("search").isEmpty()
                ? state
                : state
                        + " AND (replace(t.content, :search, '') <> t.content OR replace(t.owner, :search, '') <> t.owner)";
    }

    private Query bound(String sql, ListQuestion question, Scope scope, LocalDate today) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("search", question.filter("search"))
                .bind("today", today.toString());
    }

    private static Minutes.Task task(ResultSet row) throws SQLException {
        var on = Optional.ofNullable(row.getString("done_on")).map(LocalDate::parse);
        var by = Optional.ofNullable(row.getString("done_by")).orElse("");
        var outcome = Optional.ofNullable(row.getString("outcome")).orElse("");
        return new Minutes.Task(
                row.getString("id"),
                new ActivityId(row.getString("activity")),
                row.getString("title"),
                row.getString("organization_name"),
                row.getString("content"),
                row.getString("owner"),
                LocalDate.parse(row.getString("due_on")),
                on.map(day -> new Minutes.Done(day, by, outcome)));
    }
}
