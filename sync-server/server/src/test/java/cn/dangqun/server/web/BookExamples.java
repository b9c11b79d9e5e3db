package cn.dangqun.server.web;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.web.RouteExamples.Example;
import java.util.Map;
import java.util.Optional;

/// Examples of the routes of 三册四簿: each time the branch's year stands as the form asks.
final class BookExamples {
    private final ConsoleUnderTest console;
    private final RouteExamples all;

    BookExamples(ConsoleUnderTest console, RouteExamples all) {
        this.console = console;
        this.all = all;
    }

    Optional<Example> of(Route route, String community) {
        if (!route.path().startsWith("/books/:id")) {
            return Optional.empty();
        }
        var branch = all.branch(community);
        if (route.kind() == Route.Kind.ACTION) {
            stands(branch, route.path().endsWith("/closing"));
            return Optional.of(
                    RouteExamples.at(route, "id", branch, "nothing", Map.of("year", "2026", "reason", "样例")));
        }
        var at = RouteExamples.at(route, "id", branch, "nothing", Map.of());
        return Optional.of(new Example(
                at.path().replace(":book", "members"), Map.of(), at.unknown().replace(":book", "members")));
    }

    /// Open, or closed by somebody else.
    private void stands(String branch, boolean open) {
        console.database.write((handle, changes) -> {
            for (var table : new String[] {"book_year", "book_line", "book_lack"}) {
                handle.execute("DELETE FROM " + table + " WHERE organization = ?", branch);
            }
            return open
                    ? 0
                    : handle.execute(
                            "INSERT INTO book_year (year, organization, filing, login, reason, at, closed_at,"
                                    + " closed_by) VALUES (2026, ?, 'CLOSED', 'somebody', '样例', 1, 1, 'somebody')",
                            branch);
        });
    }
}
