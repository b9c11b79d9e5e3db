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

/// Reads, per community, how complete its kiosks' reports are. A revoked kiosk no longer counts.
final class CentreUploads {

    Map<OrganizationId, Uploads> byCommunity(Handle handle) {
        var found = new HashMap<OrganizationId, List<Optional<Instant>>>();
        handle.createQuery("""
                        SELECT c.id AS community, k.health_at, k.unsent, k.oldest_unsent_at
                        FROM kiosk k
                        JOIN site s ON s.street = 1 AND s.id = k.site
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        JOIN organization c ON c.street = 1 AND o.path >= c.path
                          AND o.path < substr(c.path, 1, length(c.path) - 1) || '0'
                        LEFT JOIN organization p ON p.street = 1 AND p.id = c.parent
                        WHERE k.street = 1 AND k.revoked_at IS NULL
                          AND ((c.parent IS NOT NULL AND p.parent IS NULL) OR (c.parent IS NULL AND o.id = c.id))""")
                .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("community")), completeUntil(row)))
                .forEach(each -> found.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        var out = new HashMap<OrganizationId, Uploads>();
        found.forEach((community, kiosks) -> out.put(community, new Uploads(kiosks)));
        return out;
    }

    /// A kiosk that had nothing unsent was complete at that report; otherwise it is complete up to its oldest unsent
    /// fact.
    static Optional<Instant> completeUntil(ResultSet row) throws SQLException {
        long reported = row.getLong("health_at");
        if (row.wasNull()) {
            return Optional.empty();
        }
        long oldest = row.getLong("oldest_unsent_at");
        boolean allSent = row.wasNull() || row.getLong("unsent") == 0;
        return Optional.of(Instant.ofEpochMilli(allSent ? reported : Math.min(oldest, reported)));
    }
}
