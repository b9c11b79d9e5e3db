package cn.dangqun.server.contact;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.server.accounts.Colleagues;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The names of those who answer for requests, and who could. A district has some hundreds. Call it inside one read
/// transaction.
@OneProcess("What one page has read of names, gone with the page.")
final class Answerers {
    private final Handle handle;
    private final Map<Answerer, String> names = new HashMap<>();
    private final Map<Answerer, String> duties = new HashMap<>();

    Answerers(Handle handle) {
        this.handle = handle;
        handle.createQuery("""
                        SELECT s.id, s.name, s.duty, coalesce(o.name, '') AS organization FROM staff s
                        LEFT JOIN staff_detail d ON d.street = 1 AND d.id = s.id
                        LEFT JOIN organization o ON o.street = 1 AND o.id = d.organization WHERE s.street = 1""")
                .map((row, ignored) -> new Known(
                        Answerer.staff(row.getString("id")),
                        row.getString("name"),
                        Stream.of(row.getString("organization"), row.getString("duty"))
                                .filter(each -> !each.isBlank())
                                .collect(Collectors.joining("，"))))
                .forEach(each -> {
                    names.put(each.who(), each.name());
                    duties.put(each.who(), each.does());
                });
        handle.createQuery("SELECT login, display_name FROM account WHERE street = 1")
                .map((row, ignored) ->
                        Map.entry(Answerer.account(row.getString("login")), row.getString("display_name")))
                .forEach(each -> names.put(each.getKey(), each.getValue()));
    }

    private record Known(Answerer who, String name, String does) {}

    /// Somebody who is not on any list any more is named as facts name them.
    String name(Answerer answerer) {
        return Optional.ofNullable(names.get(answerer)).orElseGet(answerer::name);
    }

    /// Whoever could answer for what stands in that organisation's register: accounts whose part of the street has it,
    /// and people on duty there.
    List<Choice> around(OrganizationId organization, String chosen) {
        var choices = new ArrayList<Choice>();
        Colleagues.with(handle, Permission.HANDLE_REQUESTS).stream()
                .filter(each -> each.scope().holds(handle, organization))
                .map(each -> Answerer.account(each.login()))
                .forEach(each -> choices.add(choice(each, chosen)));
        staff(organization).forEach(each -> choices.add(choice(each, chosen)));
        return choices;
    }

    /// People on duty of the communities inside, and of the whole street.
    List<Choice> staffInside(Scope scope, String chosen) {
        return handle
                .createQuery("SELECT s.id FROM staff s LEFT JOIN staff_detail d ON d.street = 1 AND d.id = s.id"
                        + " LEFT JOIN organization o ON o.street = 1 AND o.id = d.organization"
                        + " WHERE s.street = 1 AND (o.path IS NULL OR " + scope.inside("o.path") + ") ORDER BY s.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(String.class)
                .stream()
                .map(id -> choice(Answerer.staff(id), chosen))
                .toList();
    }

    /// With what they do, since two of one name may serve.
    private Choice choice(Answerer answerer, String chosen) {
        var does = Optional.ofNullable(duties.get(answerer)).orElse("");
        return new Choice(
                answerer.text(),
                does.isEmpty() ? name(answerer) : name(answerer) + "（" + does + "）",
                answerer.text().equals(chosen));
    }

    /// Of its community, or of the whole street.
    private List<Answerer> staff(OrganizationId organization) {
        var own = new Scope(Optional.of(organization)).pathPrefix(handle);
        return handle
                .createQuery("""
                        SELECT s.id, coalesce(o.path, '/') AS path FROM staff s
                        LEFT JOIN staff_detail d ON d.street = 1 AND d.id = s.id
                        LEFT JOIN organization o ON o.street = 1 AND o.id = d.organization
                        WHERE s.street = 1 ORDER BY s.id""")
                .map((row, ignored) -> Map.entry(row.getString("path"), Answerer.staff(row.getString("id"))))
                .stream()
                .filter(each -> own.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean isAround(OrganizationId organization, Answerer answerer) {
        return around(organization, "").stream().anyMatch(each -> each.value().equals(answerer.text()));
    }
}
