package cn.dangqun.server.attendance;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads, per community, which kiosks stand or stood there and how complete their reports are.
final class CentreUploads {

    Map<OrganizationId, List<Stand>> byCommunity(Handle handle) {
        var found = new HashMap<OrganizationId, List<Stand>>();
        handle.createQuery("SELECT c.id AS community, " + Stand.COLUMNS + """
                        FROM kiosk_stand p
                        JOIN kiosk k ON k.street = 1 AND k.id = p.kiosk
                        JOIN site s ON s.street = 1 AND s.id = p.site
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        JOIN organization c ON c.street = 1 AND o.path >= c.path
                          AND o.path < substr(c.path, 1, length(c.path) - 1) || '0'
                        LEFT JOIN organization q ON q.street = 1 AND q.id = c.parent
                        WHERE p.street = 1
                          AND ((c.parent IS NOT NULL AND q.parent IS NULL) OR (c.parent IS NULL AND o.id = c.id))""")
                .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("community")), Stand.read(row)))
                .forEach(each -> found.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return found;
    }
}
