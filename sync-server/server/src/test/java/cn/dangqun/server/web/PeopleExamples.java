package cn.dangqun.server.web;

import cn.dangqun.server.web.RouteExamples.Example;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Examples of rosters, plans and the rules that organisations go by.
final class PeopleExamples {
    private final RouteExamples others;

    PeopleExamples(RouteExamples others) {
        this.others = others;
    }

    /// Empty for what is none of theirs.
    Optional<Example> of(Route route, String community) {
        return Optional.ofNullable(
                switch (route.path()) {
                    case "/organizations/:id/rules" ->
                        RouteExamples.at(
                                route,
                                "id",
                                others.unused(community),
                                "nothing",
                                Map.of("since", TODAY.toString(), "reason", "样例", "theme-day", "5"));
                    case "/plan/year" ->
                        route.kind() == Route.Kind.PAGE
                                ? new Example(route.path() + "?organization=" + others.branch(community), Map.of(), "")
                                : new Example(route.path(), year(others.branch(community)), "");
                    case "/plan/activities/:id/notice" -> {
                        others.entered(community);
                        yield RouteExamples.at(
                                route,
                                "id",
                                others.plan(community),
                                "nothing",
                                Map.of("how", "PHONE", "everybody", "yes"));
                    }
                    case "/plan/activities/:id/notice/removal" ->
                        RouteExamples.at(route, "id", others.plan(community), "nothing", Map.of("member", "NOBODY"));
                    case "/plan/activities/:id/invited" ->
                        RouteExamples.at(
                                route,
                                "id",
                                others.training(community),
                                "nothing",
                                Map.of("organization", others.branch(community)));
                    case "/plan/activities/:id/invited/removal" ->
                        RouteExamples.at(
                                route, "id", others.training(community), "nothing", Map.of("member", "NOBODY"));
                    case "/roster/members/:id/growth" ->
                        RouteExamples.at(route, "id", others.entered(community), "NOBODY", Map.of("contacts", "样例"));
                    case "/roster/members/:id/exemptions" ->
                        RouteExamples.at(route, "id", others.entered(community), "NOBODY", asking());
                    case "/roster/members/:id/exemptions/consent", "/roster/members/:id/exemptions/refusal" -> {
                        var at = others.asked(community, asking());
                        yield new Example(
                                route.path().replace(":id", at.member()),
                                Map.of("asked", at.id(), "reason", "样例"),
                                route.path().replace(":id", "NOBODY"),
                                true);
                    }
                    case "/roster/members/:id/exemptions/end" -> {
                        var at = others.asked(community, asking());
                        others.consented(at);
                        yield RouteExamples.at(
                                route,
                                "id",
                                at.member(),
                                "NOBODY",
                                Map.of(
                                        "asked",
                                        at.id(),
                                        "exempt-last",
                                        TODAY.plusDays(9).toString(),
                                        "reason",
                                        "样例"));
                    }
                    case "/roster/members/:id/cards/retirement" -> {
                        var member = others.entered(community);
                        yield RouteExamples.at(
                                route,
                                "id",
                                member,
                                "NOBODY",
                                Map.of(
                                        "card", others.carded(member),
                                        "card-since", TODAY.toString(),
                                        "reason", "遗失"));
                    }
                    default -> null;
                });
    }

    private Map<String, String> year(String branch) {
        return Map.of(
                "organization", branch,
                "row.0", "THEME_DAY " + branch,
                "day.0", TODAY.plusDays(30 + ++made).toString(),
                "starts.0", "09:30",
                "ends.0", "11:30",
                "title.0", "样例主题党日",
                "place.0", "样例活动室");
    }

    private static Map<String, String> asking() {
        return Map.of("exemption", "BEDRIDDEN", "meeting", TODAY.minusDays(3).toString(), "reason", "样例");
    }

    /// An exemption that waits for a consent.
    record Asked(String member, String id) {}

    private int made;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
}
