package cn.dangqun.server.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the queues inside a [Scope]. Call it inside one read transaction.
final class QueueReader {

    record Site(String id, String name) {}

    List<Site> sites(Handle handle, Scope scope) {
        return Placed.inOrder(handle
                .createQuery("""
                        SELECT s.id, s.name, o.place FROM site s
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY s.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        row.getLong("place"),
                        row.getString("name"),
                        new Site(row.getString("id"), row.getString("name"))))
                .stream());
    }

    /// Those that stand at the site.
    List<KioskId> kiosks(Handle handle, Site site) {
        return handle.createQuery("SELECT id FROM kiosk WHERE street = 1 AND site = :site")
                .bind("site", site.id())
                .mapTo(String.class)
                .map(KioskId::new)
                .list();
    }

    /// Of the kiosks that stand at the site, by the time they were taken; each once, however many kiosks tell of it.
    List<TicketLine> tickets(Handle handle, Site site, LocalDate day) {
        return handle.createQuery("""
                        SELECT t.*, coalesce(s.name, t.service) AS service_name
                        FROM ticket t
                        JOIN kiosk k ON k.street = 1 AND k.id = t.kiosk
                        LEFT JOIN service s ON s.street = 1 AND s.id = t.service
                        WHERE t.street = 1 AND k.site = :site AND t.day = :day AND t.state <> 'LAPSED'
                        ORDER BY t.taken_at, t.number""")
                .bind("site", site.id())
                .bind("day", day.toString())
                .map((row, ignored) -> line(row))
                .list();
    }

    /// A number of any day; `taken` by its kiosk's clock.
    record Told(LocalDate day, Instant taken, TicketLine line) {}

    /// Days both included. A centre gives out a hundred or two a day.
    List<Told> between(Handle handle, Site site, LocalDate since, LocalDate until) {
        return handle.createQuery("""
                        SELECT t.*, coalesce(s.name, t.service) AS service_name
                        FROM kiosk k
                        JOIN ticket t ON t.street = 1 AND t.kiosk = k.id AND t.day >= :since AND t.day <= :until
                          AND t.state <> 'LAPSED'
                        LEFT JOIN service s ON s.street = 1 AND s.id = t.service
                        WHERE k.street = 1 AND k.site = :site""")
                .bind("site", site.id())
                .bind("since", since.toString())
                .bind("until", until.toString())
                .map((row, ignored) -> new Told(
                        LocalDate.parse(row.getString("day")),
                        Instant.ofEpochMilli(row.getLong("taken_at")),
                        line(row)))
                .list();
    }

    private static TicketLine line(ResultSet row) throws SQLException {
        int window = row.getInt("at_window");
        var at = row.wasNull() ? Optional.<Integer>empty() : Optional.of(window);
        long called = row.getLong("called_at");
        var waited = row.wasNull()
                ? Optional.<Duration>empty()
                : Optional.of(Duration.ofMillis(Math.max(0, called - row.getLong("taken_at"))));
        long took = row.getLong("took");
        var served = row.wasNull() ? Optional.<Duration>empty() : Optional.of(Duration.ofMillis(took));
        return new TicketLine(
                row.getString("number"),
                row.getString("service_name"),
                Stage.valueOf(row.getString("state")),
                at,
                waited,
                served);
    }
}
