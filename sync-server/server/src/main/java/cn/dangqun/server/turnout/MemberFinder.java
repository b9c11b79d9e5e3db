package cn.dangqun.server.turnout;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// Finds members of the rosters inside a [Scope]: branch by branch in the order of the tree, and within a branch as
/// names are read, unless asked for by name. Call it inside one read transaction.
record MemberFinder(Handle handle, Scope scope, LocalDate today) {
    static final String BY_NAME = "name";
    private static final String AFTER_ALL = "\uFFFF";

    record Found(MemberId id, PersonName name, String branch) {}

    static Owner owner(Handle handle, String member) {
        return Owner.of(handle.createQuery("SELECT branch FROM member WHERE street = 1 AND id = :id")
                .bind("id", member)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    /// How many there are, and those of the page.
    record Page(int found, List<Found> rows) {
        Page {
            rows = List.copyOf(rows);
        }
    }

    Page page(ListQuestion question, int perPage) {
        int found = bound(question, "SELECT count(DISTINCT m.id) FROM " + from(question))
                .mapTo(Integer.class)
                .one();
        var rows = bound(question, """
                SELECT DISTINCT m.id, m.name, o.name AS branch_name, o.place, m.reading
                FROM %s ORDER BY %s LIMIT :limit OFFSET :offset""".formatted(from(question), order(question)))
                .bind("limit", perPage)
                .bind("offset", (question.within(found, perPage).page() - 1) * perPage)
                .map((row, ignored) -> new Found(
                        new MemberId(row.getString("id")),
                        new PersonName(row.getString("name")),
                        row.getString("branch_name")))
                .list();
        return new Page(found, rows);
    }

    private static String order(ListQuestion question) {
        return question.filter(ListQuestion.ORDER).equals(BY_NAME)
                ? "m.reading, o.place, m.id"
                : "o.place, m.reading, m.id";
    }

    private static String from(ListQuestion question) {
        return (question.filter("search").isEmpty()
                        ? "organization o CROSS JOIN member m"
                        : "member_word w JOIN member m ON m.street = 1 AND m.id = w.member"
                                + " JOIN organization o ON o.street = 1 AND o.id = m.branch")
                + " WHERE m.street = 1 AND m.branch = o.id AND o.street = 1 AND o.path >= :prefix AND o.path < :after"
                + (question.filter("search").isEmpty()
                        ? ""
                        : " AND w.street = 1 AND w.word >= :word AND w.word < :word_after")
                + (question.filter("organization").isEmpty() ? "" : " AND m.branch = :branch")
                + " AND (m.until IS NULL OR m.until > :today)";
    }

    private Query bound(ListQuestion question, String sql) {
        var word = Pinyin.plain(question.filter("search"));
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("word", word)
                .bind("word_after", word + AFTER_ALL)
                .bind("branch", question.filter("organization"))
                .bind("today", today.toString());
    }
}
