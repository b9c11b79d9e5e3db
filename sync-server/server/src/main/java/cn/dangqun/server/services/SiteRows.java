package cn.dangqun.server.services;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.SiteReach;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads centres inside a [Scope], and what is offered at them. A district has a few hundred.
record SiteRows(Handle handle, Scope scope) {
    static final Scope ALL = Scope.wholeStreet();

    /// `path` is its organisation's.
    record Site(String id, String name, String organizationName, String path) {}

    List<Site> all() {
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
                        new Site(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("organization_name"),
                                row.getString("path"))))
                .stream());
    }

    Optional<Site> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The street's services and those of the communities that the centre serves.
    List<ReferenceItem.Service> offeredAt(Site site) {
        var paths = Stream.concat(
                        Stream.of(site.path()),
                        SiteReach.of(handle, site.id(), LocalDate.EPOCH).communities().values().stream())
                .toList();
        return new Entries(handle)
                .services().stream()
                        .filter(each -> pathOf(each.organization().value())
                                .filter(path -> paths.stream().anyMatch(at -> at.startsWith(path)))
                                .isPresent())
                        .toList();
    }

    private Optional<String> pathOf(String organization) {
        return handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                .bind(0, organization)
                .mapTo(String.class)
                .findOne();
    }
}
