package cn.dangqun.server.contact;

import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What people said of how they were served, by centre and month, and of nobody who served them. Call it
/// inside one read transaction.
record SatisfactionReader(Handle handle, Scope scope) {
    static final int PER_PAGE = 50;

    /// `month` is when somebody came; four and five stars are `satisfied`, one and two `unhappy`.
    record Rated(String month, String organization, int rated, int satisfied, int unhappy) {}

    /// Of one year; the last month first, in it in the order of the tree.
    List<Rated> year(int year) {
        return handle.createQuery("""
                        SELECT substr(r.day, 1, 7) AS month, o.name, o.place, count(*) AS rated,
                          sum(CASE WHEN r.stars >= 4 THEN 1 ELSE 0 END) AS satisfied,
                          sum(CASE WHEN r.stars <= 2 THEN 1 ELSE 0 END) AS unhappy
                        FROM organization o CROSS JOIN request r
                        WHERE o.street = 1 AND r.street = 1 AND r.organization = o.id AND o.path >= :prefix
                          AND o.path < :after AND r.day BETWEEN :first AND :last AND r.stars IS NOT NULL
                        GROUP BY substr(r.day, 1, 7), o.id, o.name, o.place ORDER BY month DESC, o.place""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("first", year + "-01-01")
                .bind("last", year + "-12-31")
                .map((row, ignored) -> new Rated(
                        row.getString("month"),
                        row.getString("name"),
                        row.getInt("rated"),
                        row.getInt("satisfied"),
                        row.getInt("unhappy")))
                .list();
    }
}
