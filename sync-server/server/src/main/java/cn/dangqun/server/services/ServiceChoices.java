package cn.dangqun.server.services;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The services that a form inside a [Scope] may name, by name: the street's own are offered everywhere. Call it inside
/// one read transaction.
public record ServiceChoices(Handle handle, Scope scope) {
    public List<Choice> all(String chosen) {
        return handle.createQuery("SELECT v.id, v.name FROM service v JOIN organization o ON o.street = 1"
                        + " AND o.id = v.organization WHERE v.street = 1 AND (o.parent IS NULL OR "
                        + scope.inside("o.path") + ") ORDER BY v.name, v.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Choice(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("id").equals(chosen)))
                .list();
    }
}
