package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// Lists of members inside a [Scope]. Call it inside one read transaction. A search reads the range of words
/// that begin with what was typed; without one, branches in the order of the tree, which the cross join says.
/// Each reads as many index entries as it finds.
record RosterReader(Handle handle, Scope scope, LocalDate today) {
    static final int PER_PAGE = 50;
    static final String BY_NAME = "name";
    static final String BY_STATUS = "status";

    private static final String DETAIL = " LEFT JOIN member_detail d ON d.street = 1 AND d.member = m.id";

    /// As far as somebody has come, as the filter lists it.
    private static final String STATUS =
            "CASE m.status WHEN 'FULL' THEN 0 WHEN 'PROBATIONARY' THEN 1 WHEN 'ACTIVIST' THEN 2 ELSE 3 END";

    /// What comes after every character that can be in a word.
    private static final String AFTER_ALL = "\uFFFF";

    /// `until` is the first day on which the membership is over.
    record Row(
            MemberId id,
            PersonName name,
            MemberStatus status,
            RelationKind relation,
            OrganizationId branch,
            String branchName,
            Optional<String> groupName,
            Optional<LocalDate> until) {}

    record Entry(Row row, MemberDetail detail) {}

    static Owner owner(Handle handle, String id) {
        return Owner.of(handle.createQuery("SELECT branch FROM member WHERE street = 1 AND id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    String masked(MemberId member) {
        return handle.createQuery("SELECT name FROM member WHERE street = 1 AND id = ?")
                .bind(0, member.value())
                .mapTo(String.class)
                .findOne()
                .map(name -> new PersonName(name).masked())
                .orElse(member.value());
    }

    int count(ListQuestion question) {
        return bound(question, "SELECT count(DISTINCT m.id) FROM " + from(question))
                .mapTo(Integer.class)
                .one();
    }

    List<Row> page(ListQuestion question) {
        return bound(question, """
                        SELECT DISTINCT m.id, m.name, m.status, m.relation, m.branch, m.until, o.name AS branch_name,
                          o.place, m.reading, (SELECT g.name FROM organization g WHERE g.street = 1 AND g.id = m.grp) AS group_name
                        FROM %s ORDER BY %s LIMIT :limit OFFSET :offset""".formatted(from(question), order(question)))
                .bind("limit", PER_PAGE)
                .bind("offset", (question.page() - 1) * PER_PAGE)
                .map((row, ignored) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new MemberId(row.getString("id")),
                new PersonName(row.getString("name")),
                MemberStatus.valueOf(row.getString("status")),
                RelationKind.valueOf(row.getString("relation")),
                new OrganizationId(row.getString("branch")),
                row.getString("branch_name"),
                Optional.ofNullable(row.getString("group_name")),
                Optional.ofNullable(row.getString("until")).map(LocalDate::parse));
    }

    /// One after another, in the order of the list.
    void each(ListQuestion question, Consumer<Entry> reading) {
        bound(question, """
                        SELECT DISTINCT m.id, m.name, m.status, m.relation, m.branch, m.until, o.name AS branch_name,
                          o.place, m.reading, (SELECT g.name FROM organization g WHERE g.street = 1 AND g.id = m.grp) AS group_name,
                          d.sex, d.born, d.ethnic_group, d.education, d.phone, d.joined, d.confirmed, d.post,
                          coalesce(d.categories, '') AS categories, d.verified_on, d.remark
                        FROM %s ORDER BY %s""".formatted(from(question, DETAIL), order(question)))
                .map((row, ignored) -> new Entry(row(row), RosterStore.detail(row)))
                .useIterator(found -> found.forEachRemaining(reading));
    }

    private static String order(ListQuestion question) {
        return switch (question.filter(ListQuestion.ORDER)) {
            case BY_NAME -> "m.reading, o.place, m.id";
            case BY_STATUS -> STATUS + ", o.place, m.reading, m.id";
            default -> "o.place, m.reading, m.id";
        };
    }

    private String from(ListQuestion question) {
        return from(question, "");
    }

    private String from(ListQuestion question, String besides) {
        var members = question.filter("search").isEmpty()
                ? "organization o CROSS JOIN member m"
                : "member_word w JOIN member m ON m.street = 1 AND m.id = w.member"
                        + " JOIN organization o ON o.street = 1 AND o.id = m.branch";
        return members
                + besides
                + " WHERE m.street = 1 AND m.branch = o.id AND o.street = 1 AND o.path >= :prefix AND o.path < :after"
                + (question.filter("search").isEmpty()
                        ? ""
                        : " AND w.street = 1 AND w.word >= :word AND w.word < :word_after")
                + (question.filter("branch").isEmpty() ? "" : " AND m.branch = :branch")
                + (question.filter("status").isEmpty() ? "" : " AND m.status = :status")
                + (question.filter("relation").isEmpty() ? "" : " AND m.relation = :relation")
                + (question.filter("state").equals("gone")
                        ? " AND m.until <= :today"
                        : " AND (m.until IS NULL OR m.until > :today)");
    }

    private Query bound(ListQuestion question, String sql) {
        var word = Pinyin.plain(question.filter("search"));
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("word", word)
                .bind("word_after", word + AFTER_ALL)
                .bind("branch", question.filter("branch"))
                .bind("status", question.filter("status"))
                .bind("relation", question.filter("relation"))
                .bind("today", today.toString());
    }
}
