package cn.dangqun.server.trail;

import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads the record inside a [Scope]: deeds of accounts and unlocks at kiosks that lie in it. Each question asks an
/// index for what it names, so that a million deeds answer as a thousand do: see TrailCostTest. Call it inside one
/// read transaction.
record TrailReader(Handle handle, Scope scope, ZoneId zone, List<String> logins) {
    private static final int MOST_PARTS = 100;
    static final int PER_PAGE = 100;

    /// More are not counted, and no page lies beyond: whoever looks further names a day or a person.
    static final int MOST = 10_000;

    /// One deed. `person` is empty where no such account exists; `place` is a network address or a kiosk's name.
    record Entry(Instant at, String person, String name, String action, String subject, String place) {
        boolean isUnlock() {
            return action.equals(Question.UNLOCKED);
        }
    }

    static TrailReader of(Handle handle, Scope scope, ZoneId zone) {
        return new TrailReader(handle, scope, zone, scope.top().isEmpty() ? List.of() : logins(handle, scope));
    }

    private static List<String> logins(Handle handle, Scope scope) {
        return handle.createQuery("""
                        SELECT a.login FROM account a JOIN organization o ON o.street = 1 AND o.id = a.scope
                        WHERE a.street = 1 AND\s""" + scope.inside("o.path"))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(String.class)
                .list();
    }

    private static final String DEEDS = """
            SELECT e.id, e.at, coalesce(e.login, '') AS person, coalesce(a.display_name, '') AS name, e.action,
              e.subject, e.remote AS place
            FROM audit_entry e
            LEFT JOIN account a ON a.street = 1 AND a.login = e.login
            WHERE e.street = 1""";

    private static final String UNLOCKS = """
            SELECT c.kiosk || c.epoch || u.seq AS id, u.at, u.staff AS person, coalesce(p.name, '') AS name,
              'STAFF_UNLOCKED' AS action, c.kiosk AS subject, coalesce(k.name, c.kiosk) AS place
            FROM staff_unlock u
            JOIN chain c ON c.street = 1 AND c.number = u.chain
            LEFT JOIN staff p ON p.street = 1 AND p.id = u.staff
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
            WHERE u.street = 1""";

    /// Each login of the record by one look into its index, not all the deeds.
    private static final String LOGINS = """
            WITH RECURSIVE known(login) AS (
              SELECT min(login) FROM audit_entry WHERE street = 1 AND login > ''
              UNION ALL
              SELECT (SELECT min(e.login) FROM audit_entry e WHERE e.street = 1 AND e.login > known.login) FROM known
              WHERE known.login IS NOT NULL
            )
            SELECT known.login FROM known
            LEFT JOIN account a ON a.street = 1 AND a.login = known.login
            LEFT JOIN organization o ON o.street = 1 AND o.id = a.scope
            WHERE known.login IS NOT NULL AND\s""";

    private static final String STAFF = """
            SELECT DISTINCT u.staff FROM staff_unlock u
            JOIN chain c ON c.street = 1 AND c.number = u.chain
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
            WHERE u.street = 1 AND\s""";

    /// Not more than [#MOST] and one.
    int count(Question question) {
        return parts(question).stream()
                .mapToInt(part -> bind(
                                handle.createQuery("SELECT count(*) FROM (" + part + " LIMIT :most) counted"), question)
                        .bind("most", MOST + 1)
                        .mapTo(Integer.class)
                        .one())
                .reduce(0, (one, other) -> Math.min(one + other, MOST + 1));
    }

    /// Of each part no more than the page can need.
    List<Entry> page(Question question) {
        var order = question.oldestFirst() ? " ASC" : " DESC";
        var sorted = " ORDER BY at" + order + ", id" + order;
        var parts = parts(question).stream()
                .map(part -> "SELECT * FROM (" + part + sorted + " LIMIT :reach) part")
                .toList();
        return parts.isEmpty()
                ? List.of()
                : bind(
                                handle.createQuery("SELECT * FROM (" + String.join(" UNION ALL ", parts) + ") r"
                                        + sorted + " LIMIT :most OFFSET :skipped"),
                                question)
                        .bind("reach", question.page() * PER_PAGE)
                        .bind("most", PER_PAGE)
                        .bind("skipped", (question.page() - 1) * PER_PAGE)
                        .map((row, ignored) -> entry(row))
                        .list();
    }

    /// Each is served by an index in the order of time, so that a page reads no more than it needs: of a part of the
    /// street, the deeds of each of its accounts.
    private List<String> parts(Question question) {
        var parts = new ArrayList<String>();
        if (!question.action().equals(Question.UNLOCKED)) {
            owners(question)
                    .forEach(owner -> parts.add(DEEDS
                            + owner
                            + (question.action().isEmpty() ? "" : " AND e.action = :action")
                            + (question.subject().isEmpty() ? "" : " AND e.subject = :subject")
                            + " AND e.at >= :from AND e.at < :until"));
        }
        if (question.action().isEmpty() || question.action().equals(Question.UNLOCKED)) {
            parts.add(UNLOCKS
                    + (question.person().isEmpty() ? "" : " AND u.staff = :person")
                    + (question.subject().isEmpty() ? "" : " AND c.kiosk = :subject")
                    + " AND u.at >= :from AND u.at < :until"
                    + (scope.top().isEmpty() ? "" : " AND " + scope.inside("o.path")));
        }
        return parts;
    }

    /// Whose deeds: everybody's, one person's, or those of each account of the scope.
    private Stream<String> owners(Question question) {
        if (scope.top().isEmpty()) {
            return Stream.of(question.person().isEmpty() ? "" : " AND e.login = :person");
        }
        if (!question.person().isEmpty()) {
            return logins.contains(question.person()) ? Stream.of(" AND e.login = :person") : Stream.of();
        }
        return logins.size() > MOST_PARTS
                ? Stream.of(" AND e.login IN (" + String.join(", ", places()) + ")")
                : places().stream().map(place -> " AND e.login = " + place);
    }

    private List<String> places() {
        return IntStream.range(0, logins.size()).mapToObj(i -> ":own" + i).toList();
    }

    /// Everybody who stands in the record of this scope, for the filter.
    List<String> people() {
        var logins = scoped(handle.createQuery(LOGINS + scope.inside("o.path")))
                .mapTo(String.class)
                .list();
        var staff = scoped(handle.createQuery(STAFF + scope.inside("o.path")))
                .mapTo(String.class)
                .list();
        return Stream.concat(logins.stream(), staff.stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Query scoped(Query query) {
        return query.bind("prefix", scope.pathPrefix(handle)).bind("after", scope.pathAfter(handle));
    }

    private Query bind(Query query, Question question) {
        var day = question.day();
        query.bind("from", day.map(this::start).orElse(0L))
                .bind("until", day.map(each -> start(each.plusDays(1))).orElse(Long.MAX_VALUE));
        if (scope.top().isPresent()) {
            scoped(query);
            for (int i = 0; i < logins.size(); i++) {
                query.bind("own" + i, logins.get(i));
            }
        }
        if (!question.person().isEmpty()) {
            query.bind("person", question.person());
        }
        if (!question.action().isEmpty() && !question.action().equals(Question.UNLOCKED)) {
            query.bind("action", question.action());
        }
        if (!question.subject().isEmpty()) {
            query.bind("subject", question.subject());
        }
        return query;
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
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
}
