package cn.dangqun.server.web;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.RouteExamples.Example;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Requests that somebody of the staff answers for, so that every account of the centre may act for them.
final class RequestExamples {
    private static final Map<String, String> HANDED_OVER = Map.of("step", "TRANSFERRED", "handler", "staff:staff-1b");

    private final ConsoleUnderTest console;
    private int made;

    RequestExamples(ConsoleUnderTest console) {
        this.console = console;
    }

    /// Empty for a route of others.
    Optional<Example> of(Route route, String community) {
        return switch (route.path()) {
            case "/requests", "/requests/forgotten", "/requests/diary", "/requests/satisfaction", "/households" ->
                Optional.of(new Example(route.path(), Map.of(), route.path()));
            case "/requests/new" -> Optional.of(new Example(route.path(), filed(community), route.path()));
            case "/requests/:id", "/requests/:id/resident" -> Optional.of(at(route, community, Map.of()));
            case "/requests/:id/steps" -> Optional.of(at(route, community, HANDED_OVER));
            case "/households/new" -> Optional.of(new Example(route.path(), paired(community), route.path()));
            case "/households/:id", "/households/:id/who" -> Optional.of(household(route, community, Map.of()));
            case "/households/:id/visits" ->
                Optional.of(household(route, community, Map.of("day", "2026-11-23", "words", "样例", "done", "yes")));
            case "/households/:id/helper" ->
                Optional.of(household(route, community, Map.of("helper", "staff:staff-1b")));
            case "/households/:id/end" -> Optional.of(household(route, community, Map.of("ended", "样例原因")));
            default -> Optional.empty();
        };
    }

    private static Map<String, String> paired(String community) {
        return Map.of(
                "organization", community,
                "helper", "staff:staff-1a",
                "since", "2026-11-01",
                "name", "样例户");
    }

    private Example household(Route route, String community, Map<String, String> form) {
        var answer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId(community))))
                .post("/households/new", "/households/new", paired(community));
        var id = answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
        return new Example(route.path().replace(":id", id), form, route.path().replace(":id", "nothing"));
    }

    private static Map<String, String> filed(String community) {
        return Map.of(
                "kind", "OPINION",
                "organization", community,
                "responder", "staff:staff-1a",
                "day", "2026-11-23",
                "words", "样例");
    }

    private Example at(Route route, String community, Map<String, String> form) {
        var id = "%016x".formatted(0x5eed0000L + made++);
        console.fact(
                console.kiosk(1),
                new RequestFact.Filed(
                        id,
                        RequestKind.OPINION,
                        new OrganizationId(community),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2026, 11, 23),
                        Optional.empty(),
                        Answerer.staff("staff-1a"),
                        Optional.empty()));
        return new Example(route.path().replace(":id", id), form, route.path().replace(":id", "0123456789abcdef"));
    }
}
