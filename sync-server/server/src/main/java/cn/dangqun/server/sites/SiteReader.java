package cn.dangqun.server.sites;

import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads sites inside a [Scope], and those that serve a community inside it: a district has a few hundred.
record SiteReader(Handle handle, Scope scope) {
    /// `serves` names the other communities served now; `inside`: the site itself belongs inside the scope.
    record Row(
            String id,
            String name,
            String organization,
            String organizationName,
            int kiosks,
            List<String> serves,
            boolean inside) {
        Row {
            serves = List.copyOf(serves);
        }
    }

    /// A community that a site serves beside its own, or served.
    record Serving(String community, String name, Instant from, Optional<Instant> until) {}

    List<Row> all() {
        var serves = serves();
        return handle.createQuery("""
                        SELECT s.id, s.name, s.organization, o.name AS organization_name,
                          (SELECT count(*) FROM kiosk k
                            WHERE k.street = 1 AND k.site = s.id AND k.revoked_at IS NULL) AS kiosks,
                          (o.path >= :prefix AND o.path < :after) AS inside
                        FROM site s JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE s.street = 1 AND ((o.path >= :prefix AND o.path < :after) OR EXISTS (
                          SELECT 1 FROM site_serving v JOIN organization c ON c.street = 1 AND c.id = v.organization
                          WHERE v.street = 1 AND v.site = s.id AND v.until_at IS NULL
                            AND c.path >= :prefix AND c.path < :after))
                        ORDER BY o.place, s.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> row(row, serves))
                .list();
    }

    private static Row row(ResultSet row, Map<String, List<String>> serves) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("name"),
                row.getString("organization"),
                row.getString("organization_name"),
                row.getInt("kiosks"),
                serves.getOrDefault(row.getString("id"), List.of()),
                row.getBoolean("inside"));
    }

    private Map<String, List<String>> serves() {
        var found = new HashMap<String, List<String>>();
        handle.createQuery("""
                        SELECT v.site, coalesce(o.name, v.organization) AS name FROM site_serving v
                        LEFT JOIN organization o ON o.street = 1 AND o.id = v.organization
                        WHERE v.street = 1 AND v.until_at IS NULL ORDER BY o.place""")
                .map((row, ignored) -> Map.entry(row.getString("site"), row.getString("name")))
                .forEach(each -> found.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return found;
    }

    /// Of one site: those served now first, then the latest.
    List<Serving> servings(String site) {
        return handle.createQuery("""
                        SELECT v.organization, coalesce(o.name, v.organization) AS name, v.from_at, v.until_at
                        FROM site_serving v LEFT JOIN organization o ON o.street = 1 AND o.id = v.organization
                        WHERE v.street = 1 AND v.site = ?
                        ORDER BY CASE WHEN v.until_at IS NULL THEN 0 ELSE 1 END, v.from_at DESC, v.organization""")
                .bind(0, site)
                .map((row, ignored) -> {
                    long until = row.getLong("until_at");
                    var ended = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(until));
                    var from = Instant.ofEpochMilli(row.getLong("from_at"));
                    return new Serving(row.getString("organization"), row.getString("name"), from, ended);
                })
                .list();
    }
}
