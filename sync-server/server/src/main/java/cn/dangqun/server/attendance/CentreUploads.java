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
        handle.createQuery("SELECT o.path, " + Stand.COLUMNS + """
                        FROM kiosk_stand p
                        JOIN kiosk k ON k.street = 1 AND k.id = p.kiosk
                        JOIN site s ON s.street = 1 AND s.id = p.site
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE p.street = 1""")
                .map((row, ignored) -> Map.entry(Paths.community(row.getString("path")), Stand.read(row)))
                .forEach(each -> found.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return found;
    }
}
