package cn.dangqun.server.web;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.web.RouteExamples.Example;
import java.util.Map;
import java.util.Optional;

/// Days of theme days that somebody wants moved, each of a month of its own.
final class MoveExamples {
    private static final int MONTHS = 12;

    private final ConsoleUnderTest console;
    private final RouteExamples others;
    private int made;

    MoveExamples(ConsoleUnderTest console, RouteExamples others) {
        this.console = console;
        this.others = others;
    }

    /// Empty for a route of others.
    Optional<Example> of(Route route, String community) {
        return switch (route.path()) {
            case "/moves" -> Optional.of(new Example("/moves", Map.of(), "/moves"));
            case "/life/:organization/:duty/:period/moves" -> {
                var month = "%d-%02d".formatted(2027 + made / MONTHS, 1 + made % MONTHS);
                made++;
                var branch = others.branch(community);
                ruled(branch);
                yield Optional.of(new Example(
                        "/life/" + branch + "/THEME_DAY/" + month + "/moves",
                        Map.of("newDay", month + "-21", "reason", "样例"),
                        "/life/nothing/THEME_DAY/" + month + "/moves"));
            }
            case "/moves/:organization/:id" -> {
                var branch = others.branch(community);
                yield Optional.of(new Example(
                        "/moves/" + branch + "/" + asked(branch),
                        Map.of("answer", "样例", "decision", "grant"),
                        "/moves/" + branch + "/nothing"));
            }
            default -> Optional.empty();
        };
    }

    /// By rules that name a day.
    private void ruled(String branch) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO organization_rules (organization, since, profile, params, committee, theme_day, reason,"
                        + " login, at) VALUES (?, '2026-01-01', 'STREET_STANDARD', '', NULL, NULL, '', '', 0)"
                        + " ON CONFLICT DO NOTHING",
                branch));
    }

    private String asked(String branch) {
        var id = "m-" + made++;
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO reschedule (organization, id, duty, period, title, original_day, new_day, reason, asked_by,"
                        + " asked_at) VALUES (?, ?, 'THEME_DAY', '2027-01', '样例', '2027-01-10', '2027-01-21', '样例',"
                        + " 'somebody', 1)",
                branch,
                id));
        return id;
    }
}
