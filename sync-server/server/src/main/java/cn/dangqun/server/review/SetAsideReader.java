package cn.dangqun.server.review;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.StreetFact.Settlement;
import cn.dangqun.server.db.Dialect;
import cn.dangqun.server.ledger.EpochDecisions;
import cn.dangqun.server.web.Scope;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what was set aside at the kiosks inside a [Scope]. Call it inside one read transaction.
record SetAsideReader(Handle handle, Scope scope) {
    static final int PER_PAGE = 50;

    /// A kiosk at a site nobody knows is the whole street's.
    private static final String ALL = """
            FROM (
              SELECT q.reason AS kind, c.kiosk, c.epoch, q.seq, f.received_at AS first_at, f.received_at AS last_at,
                1 AS times, CASE WHEN d.seq IS NULL THEN 0 ELSE 1 END AS settled, f.record,
                d.settlement, d.login, d.reason, d.at AS decided_at
              FROM fact_quarantine q
              JOIN chain c ON c.street = 1 AND c.number = q.chain
              JOIN fact f ON f.street = 1 AND f.chain = q.chain AND f.seq = q.seq
              LEFT JOIN parked_settled d
                ON d.street = 1 AND d.kiosk = c.kiosk AND d.epoch = c.epoch AND d.seq = q.seq
              WHERE q.street = 1
              UNION ALL
              SELECT l.kind, l.kiosk, l.epoch, l.seq, l.first_seen_at, l.last_seen_at, l.times,
                CASE WHEN %s THEN 0 ELSE 1 END, NULL, NULL, NULL, NULL, NULL
              FROM ledger_conflict l
            ) r
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = r.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
            WHERE\s""".formatted(EpochDecisions.CONFLICT_IS_OPEN);
    private static final String ASKED = """
             AND r.settled = :settled AND (:kind = '' OR r.kind = :kind)
              AND (:search = '' OR %s OR %s OR %s)
            """.formatted(
                    Dialect.contains("coalesce(k.name, '')", ":search"),
                    Dialect.contains("r.kiosk", ":search"),
                    Dialect.contains("coalesce(s.name, '')", ":search"));
    private static final String COLUMNS =
            "SELECT r.*, coalesce(k.name, r.kiosk) AS kiosk_name, coalesce(s.name, k.site, '') AS site_name ";

    private String inside() {
        return ALL + scope.inside("o.path");
    }

    int open() {
        return count(new Question(Optional.empty(), "", false, false, 1));
    }

    int count(Question question) {
        return bind(handle.createQuery("SELECT count(*) " + inside() + ASKED), question)
                .mapTo(Integer.class)
                .one();
    }

    List<SetAside> page(Question question) {
        var order = question.oldestFirst() ? "ASC" : "DESC";
        return bind(
                        handle.createQuery(COLUMNS + inside() + ASKED
                                + " ORDER BY r.last_at " + order + ", r.kiosk, r.epoch, r.seq " + order
                                + " LIMIT :most OFFSET :skipped"),
                        question)
                .bind("most", PER_PAGE)
                .bind("skipped", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> setAside(row))
                .list();
    }

    /// One record that was set aside; ledgers are dealt with at their kiosk.
    Optional<SetAside> find(FactId id) {
        return handle.createQuery(COLUMNS + inside() + " AND r.record IS NOT NULL AND r.kiosk = :kiosk"
                        + " AND r.epoch = :epoch AND r.seq = :seq")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("kiosk", id.kiosk().value())
                .bind("epoch", id.epoch().hex())
                .bind("seq", id.seq())
                .map((row, ignored) -> setAside(row))
                .findOne();
    }

    static boolean isOpen(Handle handle, FactId id) {
        return new SetAsideReader(handle, Scope.wholeStreet())
                .find(id)
                .filter(found -> !found.settled())
                .isPresent();
    }

    private Query bind(Query query, Question question) {
        return query.bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("settled", question.settled() ? 1 : 0)
                .bind("kind", question.kind().map(Enum::name).orElse(""))
                .bind("search", question.search());
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        return new SetAside(
                SetAside.Kind.valueOf(row.getString("kind")),
                row.getString("kiosk"),
                row.getString("kiosk_name"),
                row.getString("site_name"),
                row.getString("epoch"),
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                row.getLong("times"),
                row.getBoolean("settled"),
                decision(row),
                Optional.ofNullable(row.getBytes("record")).map(ByteString::copyFrom));
    }

    private static Optional<SetAside.Decision> decision(ResultSet row) throws SQLException {
        var settlement = row.getString("settlement");
        return settlement == null
                ? Optional.empty()
                : Optional.of(new SetAside.Decision(
                        Settlement.valueOf(settlement),
                        row.getString("login"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("decided_at"))));
    }

    /// What a record may name, in words; empty when the street does not know it.
    Optional<String> name(String table, String column, String id) {
        return handle.createQuery("SELECT " + column + " FROM " + table + " WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }
}
