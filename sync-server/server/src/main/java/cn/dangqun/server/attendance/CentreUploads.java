package cn.dangqun.server.attendance;

import cn.dangqun.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads, per community, which kiosks receive or received its people, at its own sites and at those that serve it
/// beside another, and how complete their reports are.
final class CentreUploads {
    private static final String OWN = """
             FROM kiosk_stand p
            JOIN kiosk k ON k.street = 1 AND k.id = p.kiosk
            JOIN site s ON s.street = 1 AND s.id = p.site
            JOIN organization o ON o.street = 1 AND o.id = s.organization
            WHERE p.street = 1""";
    private static final String SERVED = """
             FROM kiosk_stand p
            JOIN kiosk k ON k.street = 1 AND k.id = p.kiosk
            JOIN site_serving v ON v.street = 1 AND v.site = p.site
            JOIN organization o ON o.street = 1 AND o.id = v.organization
            WHERE p.street = 1 AND (v.until_at IS NULL OR v.until_at > p.from_at)
              AND (p.until_at IS NULL OR p.until_at > v.from_at)""";

    Map<OrganizationId, List<Stand>> byCommunity(Handle handle) {
        var found = new HashMap<OrganizationId, List<Stand>>();
        handle.createQuery("SELECT o.path, " + Stand.COLUMNS + OWN)
                .map((row, ignored) -> Map.entry(Paths.community(row.getString("path")), Stand.read(row)))
                .forEach(each -> add(found, each));
        handle.createQuery("SELECT o.path, v.from_at AS served_from, v.until_at AS served_until, " + Stand.COLUMNS
                        + SERVED)
                .map((row, ignored) -> Map.entry(Paths.community(row.getString("path")), served(row)))
                .forEach(each -> add(found, each));
        return found;
    }

    private static void add(Map<OrganizationId, List<Stand>> found, Map.Entry<OrganizationId, Stand> each) {
        found.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>()).add(each.getValue());
    }

    private static Stand served(ResultSet row) throws SQLException {
        var stand = Stand.read(row);
        var from = Instant.ofEpochMilli(row.getLong("served_from"));
        long until = row.getLong("served_until");
        return stand.serving(from, row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }
}
