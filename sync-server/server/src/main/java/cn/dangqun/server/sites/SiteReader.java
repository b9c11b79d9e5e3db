package cn.dangqun.server.sites;

import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads sites inside a [Scope]: a district has a few hundred.
record SiteReader(Handle handle, Scope scope) {
    record Row(String id, String name, String organization, String organizationName, int kiosks) {}

    List<Row> all() {
        return handle.createQuery("""
                        SELECT s.id, s.name, s.organization, o.name AS organization_name, (
                          SELECT count(*) FROM kiosk k
                          WHERE k.street = 1 AND k.site = s.id AND k.revoked_at IS NULL) AS kiosks
                        FROM site s JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY o.place, s.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Row(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("organization"),
                        row.getString("organization_name"),
                        row.getInt("kiosks")))
                .list();
    }
}
