package cn.dangqun.server.rota;

import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads centres and people on duty inside a [Scope]. A district has a few hundred of either.
record RotaReader(Handle handle, Scope scope) {
    /// `path` is its organisation's.
    record Centre(String id, String name, String organizationName, String path) {}

    record Person(String id, String name, String duty) {}

    List<Centre> centres() {
        return Placed.inOrder(handle
                .createQuery("""
                        SELECT s.id, s.name, o.name AS organization_name, o.path, o.place
                        FROM site s JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY s.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        row.getLong("place"),
                        row.getString("name"),
                        new Centre(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("organization_name"),
                                row.getString("path"))))
                .stream());
    }

    /// Whom the kiosks of that centre know: its community's people, and those of the whole street.
    List<Person> people(Centre centre) {
        return handle
                .createQuery("""
                        SELECT s.id, s.name, s.duty, o.path FROM staff s
                        LEFT JOIN staff_detail d ON d.street = 1 AND d.id = s.id
                        LEFT JOIN organization o ON o.street = 1 AND o.id = d.organization
                        WHERE s.street = 1 ORDER BY s.id""")
                .map((row, ignored) -> Map.entry(
                        Optional.ofNullable(row.getString("path")).orElse("/"),
                        new Person(row.getString("id"), row.getString("name"), row.getString("duty"))))
                .list()
                .stream()
                .filter(each -> centre.path().startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
