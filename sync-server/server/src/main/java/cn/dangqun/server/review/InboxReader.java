package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.review.InboxQuestion.State;
import cn.dangqun.server.review.Waiting.Decided;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what waits for reviewers inside a [Scope], oldest first, and what was decided, newest first. Call it inside
/// one read transaction.
record InboxReader(Handle handle, Scope scope, Instant now) {
    static final int PER_PAGE = 20;

    private static final String WHERE_IT_IS = """
            LEFT JOIN activity a ON a.street = 1 AND a.id = w.activity
            LEFT JOIN organization o ON o.street = 1 AND o.id = a.organization
            LEFT JOIN kiosk k ON w.activity = '' AND k.street = 1 AND k.id = w.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN organization p ON p.street = 1 AND p.id = s.organization
            """;

    static final String WAITING = " FROM (" + WaitingSql.EVERYTHING + ") w "
            + " LEFT JOIN review_decision d ON d.street = 1 AND d.kind = w.kind AND d.item = w.item "
            + " LEFT JOIN returned_answer r ON r.street = 1 AND r.kind = w.kind AND r.item = w.item AND r.at >= d.at "
            + WHERE_IT_IS;

    static final String IS_OPEN =
            "(d.item IS NULL OR d.answer = 'REOPENED' OR (d.answer = 'RETURNED' AND r.item IS NOT NULL))";
    static final String IS_RETURNED = "(d.answer = 'RETURNED' AND r.item IS NULL)";

    private static final String DECIDED = """
             FROM (
              SELECT kind, item, activity, coalesce(member, '') AS member, coalesce(kiosk, '') AS kiosk, at AS since_at,
                answer, login, reason, chain, seq
              FROM review_decision WHERE street = 1 AND answer <> 'REOPENED' AND answer <> 'RETURNED'
              UNION ALL
              SELECT 'PARKED', kiosk || '/' || epoch || '/' || CAST(seq AS TEXT), '', '', kiosk, at,
                CASE settlement WHEN 'DISREGARDED' THEN 'SET_ASIDE' ELSE 'COUNTS' END, login, reason, at, 0
              FROM parked_settled WHERE street = 1
            ) w
            """ + WHERE_IT_IS;

    private static final String ASKED = """
             AND (:kind = '' OR w.kind = :kind) AND (:kiosk = '' OR w.kiosk = :kiosk)
              AND (:organization = '' OR (coalesce(o.path, p.path) >= :organization AND coalesce(o.path, p.path) < :behind))
              AND (:month_from = '' OR a.held_on BETWEEN :month_from AND :month_to)
            """;

    /// The menu's number, on every page: beyond so many it is not counted on.
    int open() {
        var everything = InboxQuestion.everything();
        return bind(
                        handle.createQuery(
                                "SELECT count(*) FROM (SELECT 1 AS one" + from(everything) + " LIMIT 1000) many"),
                        everything)
                .mapTo(Integer.class)
                .one();
    }

    int count(InboxQuestion question) {
        return bind(handle.createQuery("SELECT count(*) " + from(question)), question)
                .mapTo(Integer.class)
                .one();
    }

    List<Waiting> page(InboxQuestion question) {
        boolean decided = question.state() == State.DECIDED;
        var columns = decided
                ? "SELECT w.kind, w.item, w.kiosk, w.since_at, w.answer, w.login, w.reason, w.since_at AS at, w.chain, w.seq"
                : "SELECT w.kind, w.item, w.kiosk, w.since_at, d.answer, d.login, d.reason, d.at, d.chain, d.seq";
        return bind(
                        handle.createQuery(columns + from(question) + " ORDER BY w.since_at "
                                + (decided ? "DESC" : "ASC") + ", w.kind, w.item LIMIT :most OFFSET :skipped"),
                        question)
                .bind("most", PER_PAGE)
                .bind("skipped", (question.list().page() - 1) * PER_PAGE)
                .map((row, ignored) -> waiting(row))
                .list();
    }

    /// What kinds wait, and how often.
    List<Tally> tallies(InboxQuestion question) {
        return bind(
                        handle.createQuery("SELECT w.kind, count(*) AS many" + from(question) + " GROUP BY w.kind"),
                        question)
                .map((row, ignored) -> new Tally(Kind.valueOf(row.getString("kind")), row.getInt("many")))
                .list();
    }

    record Tally(Kind kind, int many) {}

    private String from(InboxQuestion question) {
        var state = switch (question.state()) {
            case OPEN -> WAITING + " WHERE " + IS_OPEN;
            case RETURNED -> WAITING + " WHERE " + IS_RETURNED;
            case DECIDED -> DECIDED + " WHERE 1 = 1";
        };
        return state + " AND " + scope.inside("coalesce(o.path, p.path)") + ASKED;
    }

    private Query bind(Query query, InboxQuestion question) {
        if (question.state() != State.DECIDED) {
            query.bind("now", now.toEpochMilli());
        }
        return query.bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("kind", question.kind().map(Enum::name).orElse(""))
                .bind("kiosk", question.kiosk())
                .bind("organization", pathOf(question.organization()))
                .bind("behind", behind(pathOf(question.organization())))
                .bind(
                        "month_from",
                        question.month().map(each -> each.atDay(1).toString()).orElse(""))
                .bind(
                        "month_to",
                        question.month()
                                .map(each -> each.atEndOfMonth().toString())
                                .orElse(""));
    }

    private String pathOf(String organization) {
        return organization.isEmpty()
                ? ""
                : handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                        .bind(0, organization)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("//");
    }

    /// The first path behind a subtree: a slash is followed by a zero.
    private static String behind(String path) {
        return path.isEmpty() ? "" : path.substring(0, path.length() - 1) + '0';
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new ReviewItem(Kind.valueOf(row.getString("kind")), row.getString("item")),
                row.getString("kiosk"),
                Instant.ofEpochMilli(row.getLong("since_at")),
                decided(row));
    }

    static Optional<Decided> decided(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return answer == null
                ? Optional.empty()
                : Optional.of(new Decided(
                        Answer.valueOf(answer),
                        row.getString("login"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getLong("chain") + "-" + row.getLong("seq")));
    }
}
