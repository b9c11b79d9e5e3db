package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// SQL of fees. Of a few people theirs is looked up; of more than [#MANY] the months are read once. Call it inside a
/// read or write.
record FeeStore(Handle handle) {
    private static final int MANY = 5000;
    private static final int AT_ONCE = 500;

    record Termed(MemberId member, FeeTerm term, int number, String reason, String login, Instant at) {}

    /// `granted` is empty while it waits.
    record Asked(
            String id,
            MemberId member,
            FeeRelief relief,
            String reason,
            String askedBy,
            Instant askedAt,
            Optional<Boolean> granted,
            String answer,
            String decidedBy,
            Optional<Instant> decidedAt) {}

    record Paid(MemberId member, YearMonth month) {}

    /// The last word on one month from one place; `staff` is a name, empty where a kiosk had no part in it.
    record Entry(
            YearMonth month,
            String source,
            String title,
            boolean paid,
            Instant at,
            String staff,
            String login,
            String reason) {}

    void terms(Collection<MemberId> members, YearMonth from, YearMonth to, Consumer<Termed> each) {
        var sql = "SELECT * FROM fee_term WHERE street = 1 AND from_month >= :from AND from_month <= :to%s"
                + " ORDER BY from_month, number";
        asked(
                sql,
                members,
                from,
                to,
                query -> query.map((row, ignored) -> termed(row)).useIterator(found -> found.forEachRemaining(each)));
    }

    /// Granted ones that end in these months or later and begin before their end.
    void reliefs(Collection<MemberId> members, YearMonth from, YearMonth to, Consumer<Asked> each) {
        var sql = "SELECT * FROM fee_relief WHERE street = 1 AND to_month >= :from AND from_month <= :to%s"
                + " AND granted = 1 ORDER BY asked_at, id";
        asked(
                sql,
                members,
                from,
                to,
                query -> query.map((row, ignored) -> asked(row)).useIterator(found -> found.forEachRemaining(each)));
    }

    void paid(Collection<MemberId> members, YearMonth from, YearMonth to, Consumer<Paid> each) {
        var sql = "SELECT member, month FROM fee_month"
                + " WHERE street = 1 AND month >= :from AND month <= :to%s AND paid = 1";
        asked(
                sql,
                members,
                from,
                to,
                query -> query.map((row, ignored) -> new Paid(
                                new MemberId(row.getString("member")), YearMonth.parse(row.getString("month"))))
                        .useIterator(found -> found.forEachRemaining(each)));
    }

    /// The last word on a paid month, and who said it: a name of the street's staff, or a login.
    record Mark(MemberId member, YearMonth month, Instant at, String by) {}

    /// In order of time.
    void marks(Collection<MemberId> members, int year, Consumer<Mark> each) {
        var sql = "SELECT f.member, f.month, f.at, coalesce(s.name, f.login, f.staff, '') AS said_by FROM fee_month f"
                + " LEFT JOIN staff s ON s.street = 1 AND s.id = f.staff"
                + " WHERE f.street = 1 AND f.month >= :from AND f.month <= :to%s AND f.paid = 1 ORDER BY f.at, f.source";
        asked(
                sql,
                "f.member",
                members,
                YearMonth.of(year, 1),
                YearMonth.of(year, 12),
                query -> query.map((row, ignored) -> new Mark(
                                new MemberId(row.getString("member")),
                                YearMonth.parse(row.getString("month")),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("said_by")))
                        .useIterator(found -> found.forEachRemaining(each)));
    }

    private void asked(
            String sql, Collection<MemberId> members, YearMonth from, YearMonth to, Consumer<Query> reading) {
        asked(sql, "member", members, from, to, reading);
    }

    private void asked(
            String sql,
            String column,
            Collection<MemberId> members,
            YearMonth from,
            YearMonth to,
            Consumer<Query> reading) {
        if (members.size() > MANY) {
            reading.accept(bound(sql.formatted(""), from, to));
            return;
        }
        var all = List.copyOf(members);
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            var some = all.subList(first, Math.min(all.size(), first + AT_ONCE));
            reading.accept(bound(sql.formatted(" AND " + column + " IN (<members>)"), from, to)
                    .bindList("members", some.stream().map(MemberId::value).toList()));
        }
    }

    private Query bound(String sql, YearMonth from, YearMonth to) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("from", from.toString())
                .bind("to", to.toString());
    }

    private static Termed termed(ResultSet row) throws SQLException {
        return new Termed(
                new MemberId(row.getString("member")),
                new FeeTerm(
                        YearMonth.parse(row.getString("from_month")),
                        FeeGroup.valueOf(row.getString("fee_group")),
                        amount(row, "base"),
                        new FeeAmount(row.getLong("monthly")),
                        FeePattern.valueOf(row.getString("pattern"))),
                row.getInt("number"),
                row.getString("reason"),
                row.getString("login"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Optional<FeeAmount> amount(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column)).map(each -> new FeeAmount(((Number) each).longValue()));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getString("id"),
                new MemberId(row.getString("member")),
                new FeeRelief(
                        YearMonth.parse(row.getString("from_month")),
                        YearMonth.parse(row.getString("to_month")),
                        amount(row, "reduced")),
                row.getString("reason"),
                row.getString("asked_by"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Optional.ofNullable(row.getObject("granted")).map(each -> ((Number) each).intValue() == 1),
                Optional.ofNullable(row.getString("answer")).orElse(""),
                Optional.ofNullable(row.getString("decided_by")).orElse(""),
                Optional.ofNullable(row.getObject("decided_at"))
                        .map(each -> Instant.ofEpochMilli(((Number) each).longValue())));
    }

    /// All of one member's, the newest first.
    List<Asked> reliefs(MemberId member) {
        return handle.createQuery("SELECT * FROM fee_relief WHERE street = 1 AND member = ? ORDER BY asked_at DESC, id")
                .bind(0, member.value())
                .map((row, ignored) -> asked(row))
                .list();
    }

    /// What waits for the superior, of the whole street, the oldest first.
    List<Asked> waiting() {
        return handle.createQuery(
                        "SELECT * FROM fee_relief WHERE street = 1 AND asked_at > 0 AND granted IS NULL ORDER BY asked_at, id")
                .map((row, ignored) -> asked(row))
                .list();
    }

    /// All that was said of one member's months of a year, also what was taken back.
    List<Entry> entries(MemberId member, int year) {
        return handle.createQuery("""
                        SELECT f.*, coalesce(a.title, f.source) AS title, coalesce(s.name, f.staff, '') AS staff_name
                        FROM fee_month f LEFT JOIN activity a ON a.street = 1 AND a.id = f.source
                        LEFT JOIN staff s ON s.street = 1 AND s.id = f.staff
                        WHERE f.street = 1 AND f.member = :member AND f.month >= :from AND f.month <= :to
                        ORDER BY f.month, f.at""")
                .bind("member", member.value())
                .bind("from", YearMonth.of(year, 1).toString())
                .bind("to", YearMonth.of(year, 12).toString())
                .map((row, ignored) -> new Entry(
                        YearMonth.parse(row.getString("month")),
                        row.getString("source"),
                        row.getString("title"),
                        row.getInt("paid") == 1,
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("staff_name"),
                        Optional.ofNullable(row.getString("login")).orElse(""),
                        row.getString("reason")))
                .list();
    }

    void fix(MemberId member, FeeTerm term, String reason, String login, Instant at) {
        handle.execute(
                "INSERT INTO fee_term (street, member, from_month, number, fee_group, base, monthly, pattern, reason,"
                        + " login, at) SELECT 1, ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM fee_term WHERE street = 1 AND member = ? AND from_month = ?",
                member.value(),
                term.from().toString(),
                term.group().name(),
                term.base().map(FeeAmount::cents).orElse(null),
                term.monthly().cents(),
                term.pattern().name(),
                reason,
                login,
                at.toEpochMilli(),
                member.value(),
                term.from().toString());
    }

    void ask(String id, MemberId member, FeeRelief relief, String reason, String login, Instant at) {
        handle.execute(
                "INSERT INTO fee_relief (street, member, id, from_month, to_month, reduced, reason, asked_by, asked_at)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
                member.value(),
                id,
                relief.from().toString(),
                relief.to().toString(),
                relief.reduced().map(FeeAmount::cents).orElse(null),
                reason,
                login,
                at.toEpochMilli());
    }

    void decide(MemberId member, String id, boolean granted, String answer, String login, Instant at) {
        handle.execute(
                "UPDATE fee_relief SET granted = ?, answer = ?, decided_by = ?, decided_at = ?"
                        + " WHERE street = 1 AND member = ? AND id = ? AND granted IS NULL",
                granted ? 1 : 0,
                answer,
                login,
                at.toEpochMilli(),
                member.value(),
                id);
    }
}
