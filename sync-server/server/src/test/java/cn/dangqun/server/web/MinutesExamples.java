package cn.dangqun.server.web;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.web.RouteExamples.Example;
import cn.dangqun.store.SealedBytes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Minutes of a session that is planned, and what was decided there.
final class MinutesExamples {
    private static final Map<String, String> WRITTEN =
            Map.of("base", "0", "chair", "样例", "recorder", "样例", "topic", "样例", "dissent", "NONE", "resolutions", "样例");
    private static final Map<String, String> ORDERED = Map.of("content", "样例", "owner", "样例", "due", "2026-12-31");

    private final ConsoleUnderTest console;
    private final RouteExamples others;
    private int made;

    MinutesExamples(ConsoleUnderTest console, RouteExamples others) {
        this.console = console;
        this.others = others;
    }

    /// Empty for a route of others.
    Optional<Example> of(Route route, String community) {
        return switch (route.path()) {
            case "/activities/:id/minutes" -> Optional.of(at(route, others.plan(community), WRITTEN));
            case "/activities/:id/minutes/tasks" -> Optional.of(at(route, others.plan(community), ORDERED));
            case "/activities/:id/minutes/pages" -> Optional.of(at(route, others.plan(community), Map.of()));
            case "/activities/:id/minutes/pages/:number" -> {
                var example = at(route, scanned(community), Map.of());
                yield Optional.of(new Example(
                        example.path().replace(":number", "1"),
                        Map.of(),
                        example.unknown().replace(":number", "1")));
            }
            case "/activities/:id/pictures/:picture" -> {
                var activity = others.plan(community);
                var picture = pictured(activity);
                var example = at(route, activity, Map.of());
                yield Optional.of(new Example(
                        example.path().replace(":picture", picture),
                        Map.of(),
                        example.unknown().replace(":picture", picture)));
            }
            case "/tasks/:id/outcome" -> Optional.of(at(route, task(community), Map.of("outcome", "样例")));
            default -> Optional.empty();
        };
    }

    private static Example at(Route route, String id, Map<String, String> form) {
        return new Example(route.path().replace(":id", id), form, route.path().replace(":id", "nothing"));
    }

    private String scanned(String community) {
        var activity = others.plan(community);
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO minutes_scan (activity, number, picture, added_by, added_at) VALUES (?, 1, ?, 'somebody', 1)",
                activity,
                new byte[] {1}));
        return activity;
    }

    private String pictured(String activity) {
        var sealed = SealedBytes.seal(new byte[] {1}, new SecureRandom());
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO attachment (id, sealed, secret, kiosk, received_at) VALUES (?, ?, ?, 'kiosk-1', 1)",
                HexFormat.of().parseHex(sealed.id()),
                sealed.sealed(),
                sealed.key()));
        console.fact(
                console.kiosk(1),
                new AttendanceFact.PaperSheetKept(new ActivityId(activity), new SealedId(sealed.id()), "s-1"));
        return sealed.id();
    }

    private String task(String community) {
        var activity = others.plan(community);
        var id = "t-" + ++made;
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO decision_task (id, activity, organization, content, owner, due_on, made_by, made_at)"
                        + " SELECT ?, id, organization, '样例', '样例', '2026-12-31', 'somebody', 1 FROM activity WHERE id = ?",
                id,
                activity));
        return id;
    }
}
