package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// Reads requests and visits, for the pages, the book 联系服务群众记录簿 and reports. Nothing it gives names a resident:
/// that is [ResidentNotes]'. Call it inside one read transaction.
public record ContactReader(Handle handle) {
    static final int PER_PAGE = 50;
    static final String NEWEST = "newest";
    static final String BY_ORGANIZATION = "organization";

    private static final String ROWS =
            "SELECT r.*, o.name AS organization_name, o.parent, coalesce(v.name, '') AS service_name";

    /// By organisation first: the indexes of requests begin with it.
    private static final String FROM = """
             FROM organization o CROSS JOIN request r LEFT JOIN service v ON v.street = 1 AND v.id = r.service
            WHERE o.street = 1 AND r.street = 1 AND r.organization = o.id AND o.path >= :prefix AND o.path < :after""";

    /// A request or a visit; `day` is when somebody came or was visited, `stars` what they said of how they were
    /// served, `ofStreet` whether it stands in the register of the street itself.
    public record Request(
            String id,
            RequestKind kind,
            OrganizationId organization,
            String organizationName,
            String service,
            LocalDate day,
            Answerer responder,
            RequestState state,
            Instant filedAt,
            OptionalInt stars,
            Optional<SealedId> applicant,
            boolean ofStreet) {}

    /// How many of a span: `received` and `closed` in it, `overdue` of those that are open now.
    public record Counts(int received, int closed, int overdue) {}

    static Owner owner(Handle handle, String id) {
        return Owner.of(handle.createQuery("SELECT organization FROM request WHERE street = 1 AND request = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    Optional<Request> find(String id) {
        return handle.createQuery(ROWS + """
                         FROM request r LEFT JOIN organization o ON o.street = 1 AND o.id = r.organization
                        LEFT JOIN service v ON v.street = 1 AND v.id = r.service
                        WHERE r.street = 1 AND r.request = ?""")
                .bind(0, id)
                .map((row, ignored) -> request(row))
                .findOne();
    }

    /// What stands in the register of that organisation alone, from `from` to `to`, both included, in the
    /// order of time.
    public List<Request> book(OrganizationId organization, LocalDate from, LocalDate to) {
        return handle.createQuery(ROWS + """
                         FROM request r LEFT JOIN organization o ON o.street = 1 AND o.id = r.organization
                        LEFT JOIN service v ON v.street = 1 AND v.id = r.service
                        WHERE r.street = 1 AND r.organization = :organization AND r.day BETWEEN :from AND :to
                        ORDER BY r.day, r.filed_at, r.request""")
                .bind("organization", organization.value())
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, ignored) -> request(row))
                .list();
    }

    /// Those that somebody was the first to take, both days included, newest first.
    List<Request> of(Answerer responder, LocalDate from, LocalDate to) {
        return handle.createQuery(ROWS + """
                         FROM request r LEFT JOIN organization o ON o.street = 1 AND o.id = r.organization
                        LEFT JOIN service v ON v.street = 1 AND v.id = r.service
                        WHERE r.street = 1 AND r.responder = :responder AND r.day BETWEEN :from AND :to
                        ORDER BY r.day DESC, r.filed_at DESC, r.request""")
                .bind("responder", responder.text())
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, ignored) -> request(row))
                .list();
    }

    /// Of that organisation and all below it; `start` and `end` are the span's first instant and the first behind it.
    public Counts counts(Scope scope, LocalDate from, LocalDate to, Instant start, Instant end, LocalDate today) {
        int received = bound("SELECT count(*)" + FROM + " AND r.day BETWEEN :from AND :to", scope)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .mapTo(Integer.class)
                .one();
        int closed = bound("""
                        SELECT count(*) FROM request r JOIN organization o ON o.street = 1 AND o.id = r.organization
                        WHERE r.street = 1 AND r.closed_at >= :start AND r.closed_at < :end
                          AND o.path >= :prefix AND o.path < :after""", scope)
                .bind("start", start.toEpochMilli())
                .bind("end", end.toEpochMilli())
                .mapTo(Integer.class)
                .one();
        return new Counts(received, closed, overdue(scope, today));
    }

    /// Those that should be done by now.
    int overdue(Scope scope, LocalDate today) {
        return bound("SELECT count(*)" + FROM + " AND r.closed_at IS NULL AND r.due < :today", scope)
                .bind("today", today.toString())
                .mapTo(Integer.class)
                .one();
    }

    /// Overdue, or handed over to somebody who has not said anything yet.
    int waiting(Scope scope, Answerer own, LocalDate today) {
        return bound(
                        "SELECT count(*)" + FROM + " AND r.closed_at IS NULL AND (r.due < :today OR r.offered = :own)",
                        scope)
                .bind("today", today.toString())
                .bind("own", own.text())
                .mapTo(Integer.class)
                .one();
    }

    int count(ListQuestion question, Scope scope, Answerer own, LocalDate today) {
        return asked("SELECT count(*)" + FROM + filter(question), question, scope, own, today)
                .mapTo(Integer.class)
                .one();
    }

    List<Request> page(ListQuestion question, Scope scope, Answerer own, LocalDate today) {
        return asked(
                        ROWS + FROM + filter(question) + " ORDER BY " + order(question)
                                + " LIMIT :limit OFFSET :offset",
                        question,
                        scope,
                        own,
                        today)
                .bind("limit", PER_PAGE)
                .bind("offset", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> request(row))
                .list();
    }

    private static String order(ListQuestion question) {
        return switch (question.filter(ListQuestion.ORDER)) {
            case NEWEST -> "r.filed_at DESC, r.request";
            case BY_ORGANIZATION -> "o.place, r.filed_at, r.request";
            default -> "r.due IS NULL, r.due, r.filed_at, r.request";
        };
    }

    /// What is closed is read of one year.
    private static String filter(ListQuestion question) {
        var state = switch (question.filter("state")) {
            case "overdue" -> " AND r.closed_at IS NULL AND r.due < :today";
            case "own" -> " AND r.closed_at IS NULL AND (r.answers = :own OR r.offered = :own)";
            case "street" -> " AND r.closed_at IS NULL AND r.escalated = 1";
            case "closed" -> " AND r.closed_at IS NOT NULL AND r.day BETWEEN :first AND :last";
            case "all" -> " AND r.day BETWEEN :first AND :last";
            default -> " AND r.closed_at IS NULL";
        };
        var kind = question.filter("kind").isEmpty() ? "" : " AND r.kind = :kind";
        var search = question.filter("search").isEmpty()
                ? ""
                : " AND (replace(r.request, :search, '') <> r.request"
                        + " OR replace(r.receipt, :digits, '') <> r.receipt"
                        + " OR replace(coalesce(v.name, ''), :search, '') <> coalesce(v.name, '')"
                        + " OR replace(o.name, :search, '') <> o.name)";
        return state + kind + search;
    }

    private Query asked(String sql, ListQuestion question, Scope scope, Answerer own, LocalDate today) {
        int year = year(question, today);
        return bound(sql, scope)
                .bind("kind", question.filter("kind"))
                .bind("search", question.filter("search"))
                .bind("digits", question.filter("search").replaceAll("[ -]", ""))
                .bind("own", own.text())
                .bind("today", today.toString())
                .bind("first", year + "-01-01")
                .bind("last", year + "-12-31");
    }

    static int year(ListQuestion question, LocalDate today) {
        var typed = question.filter("year");
        return typed.matches("20\\d\\d") ? Integer.parseInt(typed) : today.getYear();
    }

    private Query bound(String sql, Scope scope) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle));
    }

    private static Request request(ResultSet row) throws SQLException {
        long closed = row.getLong("closed_at");
        var ended = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(closed));
        int stars = row.getInt("stars");
        var rated = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(stars);
        return new Request(
                row.getString("request"),
                RequestKind.valueOf(row.getString("kind")),
                new OrganizationId(row.getString("organization")),
                Optional.ofNullable(row.getString("organization_name")).orElse(row.getString("organization")),
                row.getString("service_name"),
                LocalDate.parse(row.getString("day")),
                new Answerer(row.getString("responder")),
                new RequestState(
                        RequestStage.valueOf(row.getString("stage")),
                        new Answerer(row.getString("answers")),
                        Optional.ofNullable(row.getString("offered")).map(Answerer::new),
                        RequestStore.day(row.getString("due")),
                        ended,
                        row.getInt("reopened"),
                        row.getBoolean("escalated")),
                Instant.ofEpochMilli(row.getLong("filed_at")),
                rated,
                RequestStore.sealed(row.getBytes("applicant")),
                row.getString("parent") == null);
    }
}
