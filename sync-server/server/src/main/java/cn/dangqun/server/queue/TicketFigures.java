package cn.dangqun.server.queue;

import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// How many numbers were taken at each centre inside a [Scope], and what became of them, for reports. Call it
/// inside one read transaction.
public record TicketFigures(Handle handle, Scope scope) {
    /// `gone`: called and not there, or given back.
    public record Line(String site, String name, int taken, int served, int gone) {}

    /// Days both included, as the index of days serves them.
    public List<Line> between(LocalDate from, LocalDate to) {
        return handle.createQuery("""
                        SELECT s.id, s.name, count(*) AS taken,
                          sum(CASE t.state WHEN 'SERVED' THEN 1 ELSE 0 END) AS served,
                          sum(CASE WHEN t.state IN ('NO_SHOW', 'WITHDRAWN') THEN 1 ELSE 0 END) AS gone
                        FROM ticket t JOIN kiosk k ON k.street = 1 AND k.id = t.kiosk
                        JOIN site s ON s.street = 1 AND s.id = k.site
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE t.street = 1 AND t.day >= :from AND t.day <= :to AND t.state <> 'LAPSED'
                          AND o.path >= :prefix AND o.path < :after
                        GROUP BY s.id, s.name, o.place ORDER BY o.place, s.id""")
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Line(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("taken"),
                        row.getInt("served"),
                        row.getInt("gone")))
                .list();
    }
}
