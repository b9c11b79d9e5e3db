package cn.dangqun.server.web;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.RouteExamples.Example;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a street that moves in enters: its first steps, services, windows and holidays.
final class MovingInExamples {
    private final ConsoleUnderTest console;
    private final Visitor writer;
    private int made;

    MovingInExamples(ConsoleUnderTest console) {
        this.console = console;
        this.writer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    /// Empty for a route of others.
    Optional<Example> of(Route route, String community) {
        return switch (route.path()) {
            case "/start", "/start/authority", "/start/later", "/services/starter" ->
                Optional.of(new Example(route.path(), Map.of(), route.path(), true));
            case "/services/new" -> Optional.of(plain(route, service(community)));
            case "/services/:id", "/services/:id/removal" -> {
                var form = service(community);
                yield Optional.of(at(route, "id", entered(form), "nothing", form));
            }
            case "/services/windows/:site", "/services/windows/:site/removal" ->
                Optional.of(at(route, "site", site(community), "nothing", windows()));
            case "/staff/rota/:site", "/staff/rota/:site/removal" ->
                Optional.of(at(
                        route,
                        "site",
                        site(community),
                        "nothing",
                        Map.of(
                                "staff",
                                "staff-" + community.substring(1) + "a",
                                "day",
                                tomorrow(),
                                "from",
                                "09:00",
                                "to",
                                "11:00")));
            case "/services/calendar", "/services/calendar/removal" ->
                Optional.of(plain(
                        route,
                        route.kind() == Route.Kind.ACTION
                                ? Map.of("site", site(community), "from", tomorrow(), "kind", "CLOSED")
                                : Map.of()));
            case "/services/appointments" ->
                Optional.of(plain(route, route.kind() == Route.Kind.ACTION ? appointment(community) : Map.of()));
            case "/services/appointments/calling-off", "/services/appointments/removal" ->
                Optional.of(
                        plain(route, Map.of("site", site(community), "id", appointed(community), "reason", "样例原因")));
            default -> Optional.empty();
        };
    }

    /// For a service of the community's own, at its centre with windows.
    private Map<String, String> appointment(String community) {
        var service = entered(service(community));
        writer.post("/services", "/services/windows/" + site(community), windows());
        return Map.of(
                "site",
                site(community),
                "service",
                service,
                "day",
                tomorrow(),
                "opens",
                "14:00",
                "closes",
                "17:00",
                "minutes",
                "20",
                "places",
                "1",
                "host",
                "党代表 样例甲");
    }

    private String appointed(String community) {
        var form = appointment(community);
        writer.post("/services", "/services/appointments", form);
        return console.database.read(
                handle -> handle.createQuery("SELECT id FROM appointment_day WHERE street = 1 AND service = ?")
                        .bind(0, form.get("service"))
                        .mapTo(String.class)
                        .one());
    }

    private static String site(String community) {
        return community.replace("c", "site-");
    }

    private static String tomorrow() {
        return LocalDate.of(2026, 11, 24).toString();
    }

    private static Example plain(Route route, Map<String, String> form) {
        return new Example(route.path(), form, route.path());
    }

    private static Example at(Route route, String variable, String id, String unknown, Map<String, String> form) {
        return new Example(
                route.path().replace(":" + variable, id), form, route.path().replace(":" + variable, unknown));
    }

    private Map<String, String> service(String community) {
        var form = new HashMap<String, String>();
        form.put("name", "样例事项" + ++made);
        form.put("category", "SERVICES");
        form.put("organization", community);
        form.put("audience.RESIDENTS", "yes");
        form.put("letter", "Q");
        form.put("cap", "50");
        form.put("usual", "8");
        form.put("shift1.MONDAY", "yes");
        form.put("shift1.from", "08:30");
        form.put("shift1.to", "11:30");
        return form;
    }

    private String entered(Map<String, String> form) {
        writer.post("/services", "/services/new", form);
        return console.database.read(
                handle -> handle.createQuery("SELECT id FROM service WHERE street = 1 AND name = ?")
                        .bind(0, form.get("name"))
                        .mapTo(String.class)
                        .one());
    }

    private static Map<String, String> windows() {
        return Map.of(
                "window1.number",
                "1",
                "window1.name",
                "综合窗口",
                "maxCalls",
                "3",
                "reinsertAfter",
                "3",
                "preferredInARow",
                "2");
    }
}
