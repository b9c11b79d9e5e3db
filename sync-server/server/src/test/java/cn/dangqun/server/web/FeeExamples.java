package cn.dangqun.server.web;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.RouteExamples.Example;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Examples of the routes of 党费, each of a fresh member of one community's branch.
final class FeeExamples {
    private final ConsoleUnderTest console;
    private final RouteExamples all;
    private Optional<Visitor> collector = Optional.empty();

    FeeExamples(ConsoleUnderTest console, RouteExamples all) {
        this.console = console;
        this.all = all;
    }

    Optional<Example> of(Route route, String community) {
        if (route.path().startsWith("/fees/branches/:id")) {
            return Optional.of(
                    RouteExamples.at(route, "id", all.branch(community), "nothing", ofBranch(route, community)));
        }
        if (route.path().startsWith("/fees/members/:id")) {
            var member = all.entered(community);
            return Optional.of(RouteExamples.at(route, "id", member, "NOBODY", ofMember(route, member, community)));
        }
        return Optional.empty();
    }

    private Map<String, String> ofBranch(Route route, String community) {
        if (route.kind() != Route.Kind.ACTION) {
            return Map.of();
        }
        var member = all.entered(community);
        return route.path().endsWith("/payments")
                ? paid(member)
                : Map.of(
                        "year",
                        "2026",
                        "from",
                        "2026-11",
                        "reason",
                        "样例",
                        "group." + member,
                        "RETIRED",
                        "base." + member,
                        "4321",
                        "pattern." + member,
                        "MONTHLY");
    }

    private static Map<String, String> paid(String member) {
        return Map.of("month", "2026-11", "paid." + member, "yes", "reason", "样例");
    }

    private Map<String, String> ofMember(Route route, String member, String community) {
        if (route.kind() != Route.Kind.ACTION) {
            return Map.of();
        }
        var page = "/fees/members/" + member;
        if (route.path().endsWith("/undoing")) {
            var branch = "/fees/branches/" + all.branch(community);
            collector().post(branch, branch + "/payments", paid(member));
            return Map.of("month", "2026-11", "source", "street", "reason", "样例");
        }
        var asked = new HashMap<>(Map.of("kind", "EXEMPT", "from", "2026-11", "to", "2026-12", "reason", "样例"));
        if (!route.path().endsWith("/reliefs")) {
            collector().post(page, page + "/reliefs", asked);
            asked.put("relief", relief(member));
        }
        return asked;
    }

    private String relief(String member) {
        return console.database.read(handle -> handle.createQuery("SELECT id FROM fee_relief WHERE member = ?")
                .bind(0, member)
                .mapTo(String.class)
                .one());
    }

    private Visitor collector() {
        var visitor = collector.orElseGet(() -> console.visitor(Role.FEE_OFFICER, Scope.wholeStreet()));
        collector = Optional.of(visitor);
        return visitor;
    }
}
