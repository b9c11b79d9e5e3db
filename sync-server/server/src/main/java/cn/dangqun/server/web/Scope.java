package cn.dangqun.server.web;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The part of the street a person may see (F-79): the subtree below `top`, or all of it when empty.
public record Scope(Optional<OrganizationId> top) {
    /// A path no organisation has, for a `top` that is gone: its holder sees nothing rather than everything.
    private static final String NOWHERE = "//";

    public static Scope wholeStreet() {
        return new Scope(Optional.empty());
    }

    /// Whether what belongs to `owner` is inside.
    public boolean holds(Handle handle, Owner owner) {
        return switch (owner) {
            case Owner.Organization(var id) -> holds(handle, id);
            case Owner.Street() -> top.isEmpty();
            case Owner.Nobody() -> false;
            case Owner.Unnamed() -> true;
        };
    }

    /// Whether that organisation is inside.
    public boolean holds(Handle handle, OrganizationId id) {
        return top.isEmpty()
                || handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne()
                        .filter(path -> path.startsWith(pathPrefix(handle)))
                        .isPresent();
    }

    /// A condition for SQL: the path in `column` is inside, as a range that its index serves. What has no path is the
    /// whole street's alone. Both [#pathPrefix] as `:prefix` and [#pathAfter] as `:after` are bound with it.
    public String inside(String column) {
        return top.isEmpty()
                ? "(:prefix = '/' AND :after = '0')"
                : "(" + column + " >= :prefix AND " + column + " < :after)";
    }

    /// What the paths of all organisations inside begin with. Compare as a range up to [#pathAfter], never with LIKE:
    /// an id may contain its wildcards.
    public String pathPrefix(Handle handle) {
        return top.map(id -> handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(NOWHERE))
                .orElse("/");
    }

    /// The first path behind all that [#pathPrefix] begins: a range of paths uses their index. Before `/` nothing
    /// ends, and a slash is followed by a zero.
    public String pathAfter(Handle handle) {
        var prefix = pathPrefix(handle);
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) + '0' : prefix;
    }
}
