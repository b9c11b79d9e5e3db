package cn.dangqun.server.life;

import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.Reschedule;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.server.accounts.Colleagues;
import cn.dangqun.server.web.ListQuestion;
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

/// SQL of days that are moved. Call it inside one transaction.
public record RescheduleStore(Handle handle) {
    static final int PER_PAGE = 50;
    static final String BY_ORGANIZATION = "organization";
    static final String NEWEST = "newest";

    private static final String COLUMNS = "SELECT m.*, o.name AS organization_name, " + Colleagues.called("m.asked_by")
            + " AS asker, " + Colleagues.called("m.decided_by") + " AS decider";

    private static final String FROM = """
             FROM organization o CROSS JOIN reschedule m
            WHERE o.street = 1 AND m.street = 1 AND m.organization = o.id AND o.path >= :prefix AND o.path < :after""";

    /// `granted` is empty while nobody has answered. `askedBy` is a login; `asker` and `decider` are how people are
    /// called.
    record Move(
            String id,
            OrganizationId organization,
            String organizationName,
            DutyCode duty,
            Period period,
            String title,
            LocalDate originalDay,
            LocalDate newDay,
            String reason,
            String askedBy,
            String asker,
            Instant askedAt,
            Optional<Boolean> granted,
            String answer,
            String decider,
            Optional<LocalDate> decidedOn) {
        static Move asked(
                String id,
                OrganizationId organization,
                LifeBoard.Cell cell,
                LocalDate originalDay,
                LocalDate newDay,
                String reason,
                String login,
                Instant at) {
            return new Move(
                    id,
                    organization,
                    "",
                    cell.rule().code(),
                    cell.period(),
                    DutyExplanation.nameOf(cell.period()) + DutyExplanation.nameOf(cell.rule()),
                    originalDay,
                    newDay,
                    reason,
                    login,
                    "",
                    at,
                    Optional.empty(),
                    "",
                    "",
                    Optional.empty());
        }

        boolean waits() {
            return granted.isEmpty();
        }
    }

    /// What was granted in a year, of the whole street: a few thousand at most.
    public List<Reschedule> granted(int year) {
        return handle.createQuery("SELECT * FROM reschedule WHERE street = 1 AND granted = 1"
                        + " AND new_day BETWEEN :first AND :last")
                .bind("first", year + "-01-01")
                .bind("last", year + "-12-31")
                .map((row, ignored) -> new Reschedule(
                        new OrganizationId(row.getString("organization")),
                        new DutyCode(row.getString("duty")),
                        Period.parse(row.getString("period")).orElseThrow(),
                        LocalDate.parse(row.getString("new_day")),
                        Optional.ofNullable(row.getString("decided_on")).map(LocalDate::parse)))
                .list();
    }

    /// The newest first.
    List<Move> of(OrganizationId organization, DutyCode duty, Period period) {
        return handle.createQuery(COLUMNS + """
                         FROM reschedule m
                        LEFT JOIN organization o ON o.street = 1 AND o.id = m.organization
                        WHERE m.street = 1 AND m.organization = :organization AND m.duty = :duty AND m.period = :period
                        ORDER BY m.asked_at DESC, m.id""")
                .bind("organization", organization.value())
                .bind("duty", duty.value())
                .bind("period", period.toString())
                .map((row, ignored) -> move(row))
                .list();
    }

    Optional<Move> find(OrganizationId organization, String id) {
        return handle.createQuery(COLUMNS + """
                         FROM reschedule m
                        LEFT JOIN organization o ON o.street = 1 AND o.id = m.organization
                        WHERE m.street = 1 AND m.organization = ? AND m.id = ?""")
                .bind(0, organization.value())
                .bind(1, id)
                .map((row, ignored) -> move(row))
                .findOne();
    }

    int count(ListQuestion question, Scope scope) {
        return asked("SELECT count(*)" + FROM + filter(question), question, scope)
                .mapTo(Integer.class)
                .one();
    }

    int waiting(Scope scope) {
        return bound("SELECT count(*)" + FROM + " AND m.granted IS NULL", scope)
                .mapTo(Integer.class)
                .one();
    }

    /// What waits first, unless asked otherwise.
    List<Move> page(ListQuestion question, Scope scope) {
        return asked(
                        COLUMNS + FROM + filter(question) + " ORDER BY " + order(question)
                                + " LIMIT :limit OFFSET :offset",
                        question,
                        scope)
                .bind("limit", PER_PAGE)
                .bind("offset", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> move(row))
                .list();
    }

    private static String order(ListQuestion question) {
        return switch (question.filter(ListQuestion.ORDER)) {
            case BY_ORGANIZATION -> "o.place, m.original_day, m.id";
            case NEWEST -> "m.asked_at DESC, m.id";
            default -> "m.granted IS NOT NULL, m.original_day DESC, m.asked_at, m.id";
        };
    }

    private static String filter(ListQuestion question) {
        var state = switch (question.filter("state")) {
            case "waiting" -> " AND m.granted IS NULL";
            case "granted" -> " AND m.granted = 1";
            case "refused" -> " AND m.granted = 0";
            default -> "";
        };
        return question.filter("search").isEmpty()
                ? state
                : state + " AND (replace(o.name, :search, '') <> o.name OR replace(m.title, :search, '') <> m.title)";
    }

    private Query asked(String sql, ListQuestion question, Scope scope) {
        return bound(sql, scope).bind("search", question.filter("search"));
    }

    private Query bound(String sql, Scope scope) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle));
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getString("id"),
                new OrganizationId(row.getString("organization")),
                Optional.ofNullable(row.getString("organization_name")).orElse(row.getString("organization")),
                new DutyCode(row.getString("duty")),
                Period.parse(row.getString("period")).orElseThrow(),
                row.getString("title"),
                LocalDate.parse(row.getString("original_day")),
                LocalDate.parse(row.getString("new_day")),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getString("asker"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Optional.ofNullable(row.getObject("granted")).map(each -> ((Number) each).intValue() == 1),
                Optional.ofNullable(row.getString("answer")).orElse(""),
                Optional.ofNullable(row.getString("decider")).orElse(""),
                Optional.ofNullable(row.getString("decided_on")).map(LocalDate::parse));
    }

    void ask(Move move) {
        handle.execute(
                "INSERT INTO reschedule (street, organization, id, duty, period, title, original_day, new_day, reason,"
                        + " asked_by, asked_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                move.organization().value(),
                move.id(),
                move.duty().value(),
                move.period().toString(),
                move.title(),
                move.originalDay().toString(),
                move.newDay().toString(),
                move.reason(),
                move.askedBy(),
                move.askedAt().toEpochMilli());
    }

    void decide(OrganizationId organization, String id, boolean granted, String answer, String login, LocalDate on) {
        handle.execute(
                "UPDATE reschedule SET granted = ?, answer = ?, decided_by = ?, decided_on = ?"
                        + " WHERE street = 1 AND organization = ? AND id = ? AND granted IS NULL",
                granted ? 1 : 0,
                answer,
                login,
                on.toString(),
                organization.value(),
                id);
    }
}
