package cn.dangqun.server.turnout;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/// Finds members of the rosters inside a [Scope]: branch by branch in the order of the tree, and within a branch as
/// names are read. Call it inside one read transaction.
record MemberFinder(Handle handle, Scope scope, LocalDate today, Pinyin pinyin) {
    private static final String AFTER_ALL = "\uFFFF";

    record Found(MemberId id, PersonName name, String branch) {}

    static Owner owner(Handle handle, String member) {
        return Owner.of(handle.createQuery("SELECT branch FROM member WHERE street = 1 AND id = :id")
                .bind("id", member)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    /// How many there are, and those of the page. Names are put into order in branches that have a row on it.
    record Page(int found, List<Found> rows) {
        Page {
            rows = List.copyOf(rows);
        }
    }

    private record Row(String id, String name, String branch) {
        Found found() {
            return new Found(new MemberId(id), new PersonName(name), branch);
        }
    }

    Page page(ListQuestion question, int perPage) {
        var rows = rows(question);
        int first = (question.within(rows.size(), perPage).page() - 1) * perPage;
        var branches = new LinkedHashMap<String, List<Row>>();
        rows.forEach(each -> branches.computeIfAbsent(each.branch(), fresh -> new ArrayList<>())
                .add(each));
        var all = new ArrayList<Row>();
        for (var branch : branches.values()) {
            if (all.size() + branch.size() > first && all.size() < first + perPage) {
                branch.sort(Comparator.comparing((Row each) -> pinyin.syllables(each.name()))
                        .thenComparing(Row::id));
            }
            all.addAll(branch);
        }
        return new Page(
                all.size(),
                all.stream().skip(first).limit(perPage).map(Row::found).toList());
    }

    private List<Row> rows(ListQuestion question) {
        var word = Pinyin.plain(question.filter("search"));
        var sql = "SELECT DISTINCT m.id, m.name, o.name AS branch_name, o.path FROM "
                + (word.isEmpty()
                        ? "organization o CROSS JOIN member m"
                        : "member_word w JOIN member m ON m.street = 1 AND m.id = w.member"
                                + " JOIN organization o ON o.street = 1 AND o.id = m.branch")
                + " WHERE m.street = 1 AND m.branch = o.id AND o.street = 1 AND o.path >= :prefix AND o.path < :after"
                + (word.isEmpty() ? "" : " AND w.street = 1 AND w.word >= :word AND w.word < :word_after")
                + (question.filter("organization").isEmpty() ? "" : " AND m.branch = :branch")
                + " AND (m.until IS NULL OR m.until > :today) ORDER BY o.path, m.id";
        return handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("word", word)
                .bind("word_after", word + AFTER_ALL)
                .bind("branch", question.filter("organization"))
                .bind("today", today.toString())
                .map((row, ignored) ->
                        new Row(row.getString("id"), row.getString("name"), row.getString("branch_name")))
                .list();
    }
}
