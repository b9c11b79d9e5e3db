package cn.dangqun.server.trail;

import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads the record inside a [Scope]: deeds of accounts and unlocks at kiosks that lie in it. Call it inside one read
/// transaction.
record TrailReader(Handle handle, Scope scope, ZoneId zone) {
    static final int PER_PAGE = 100;

    /// One deed. `person` is empty where no such account exists; `place` is a network address or a kiosk's name.
    record Entry(Instant at, String person, String name, String action, String subject, String place) {
        boolean isUnlock() {
            return action.equals(Question.UNLOCKED);
        }
    }

    private static final String ALL = """
            FROM (
              SELECT e.id, e.at, coalesce(e.login, '') AS person, coalesce(a.display_name, '') AS name, e.action,
                e.subject, e.remote AS place, o.path
              FROM audit_entry e
              LEFT JOIN account a ON a.street = 1 AND a.login = e.login
              LEFT JOIN organization o ON o.street = 1 AND o.id = a.scope
              WHERE e.street = 1
              UNION ALL
              SELECT c.kiosk || c.epoch || u.seq, u.at, u.staff, coalesce(p.name, ''), 'STAFF_UNLOCKED', c.kiosk,
                coalesce(k.name, c.kiosk), o.path
              FROM staff_unlock u
              JOIN chain c ON c.street = 1 AND c.number = u.chain
              LEFT JOIN staff p ON p.street = 1 AND p.id = u.staff
              LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
              LEFT JOIN site s ON s.street = 1 AND s.id = k.site
              LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
            ) r
            WHERE r.at >= :from AND r.at < :until
              AND (:person = '' OR r.person = :person) AND (:action = '' OR r.action = :action) AND\s""";

    private String inside() {
        return ALL + scope.inside("r.path");
    }

    int count(Question question) {
        return bind(handle.createQuery("SELECT count(*) " + inside()), question)
                .mapTo(Integer.class)
                .one();
    }

    List<Entry> page(Question question) {
        var order = question.oldestFirst() ? "ASC" : "DESC";
        return bind(
                        handle.createQuery("SELECT r.* " + inside() + " ORDER BY r.at " + order + ", r.id " + order
                                + " LIMIT :most OFFSET :skipped"),
                        question)
                .bind("most", PER_PAGE)
                .bind("skipped", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> entry(row))
                .list();
    }

    private Query bind(Query query, Question question) {
        return query.bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("person", question.person())
                .bind("action", question.action())
                .bind(
                        "from",
                        question.day()
                                .map(day -> day.atStartOfDay(zone).toInstant().toEpochMilli())
                                .orElse(0L))
                .bind(
                        "until",
                        question.day()
                                .map(day -> day.plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()
                                        .toEpochMilli())
                                .orElse(Long.MAX_VALUE));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("person"),
                row.getString("name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("place"));
    }

    /// Everybody who stands in the record of this scope, for the filter.
    List<String> people() {
        var everybody = new Question("", "", Optional.empty(), false, 1);
        return bind(
                        handle.createQuery(
                                "SELECT DISTINCT r.person " + inside() + " AND r.person <> '' ORDER BY r.person"),
                        everybody)
                .mapTo(String.class)
                .list();
    }
}
