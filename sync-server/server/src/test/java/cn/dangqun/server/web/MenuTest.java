package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MenuTest {
    private static final Pattern MENU = Pattern.compile("<nav class=\"menu\"[^>]*>(.*?)</nav>", Pattern.DOTALL);
    private static final Pattern CURRENT = Pattern.compile("href=\"([^\"]+)\" aria-current=\"page\"");
    private static final Pattern ENTRY = Pattern.compile("href=\"([^\"]+)\"");

    @Test
    void leadsNobodyToARefusal(@TempDir Path directory) {
        var shut = new ArrayList<String>();
        try (var console = new ConsoleUnderTest(directory)) {
            for (var role : Role.values()) {
                for (var scope : List.of(
                        Scope.wholeStreet(),
                        new Scope(Optional.of(new OrganizationId("c1"))),
                        new Scope(Optional.of(new OrganizationId("c1-b1"))))) {
                    var visitor = console.visitor(role, scope);
                    for (var entry : entries(visitor)) {
                        int status = visitor.get(entry).statusCode();
                        if (status != 200) {
                            shut.add(role + " of " + scope + ": " + entry + " " + status);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), shut);
    }

    @Test
    void marksWhereAPageBelongs(@TempDir Path directory) {
        try (var console = new ConsoleUnderTest(directory)) {
            var visitor = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
            var entryOf = Map.of(
                    "/life",
                    "/life",
                    "/attendance",
                    "/life",
                    "/attendance/absent",
                    "/life",
                    "/calendar",
                    "/life",
                    "/tasks",
                    "/plan",
                    "/activities",
                    "/activities");
            entryOf.forEach((page, entry) -> {
                var menu = MENU.matcher(visitor.get(page).body());
                assertTrue(menu.find(), page);
                var current = CURRENT.matcher(menu.group(1));
                assertTrue(current.find(), page);
                assertEquals(entry, current.group(1), page);
                assertFalse(current.find(), page);
            });
        }
    }

    private static List<String> entries(Visitor visitor) {
        var menu = MENU.matcher(visitor.get("/activities").body());
        assertTrue(menu.find());
        var entries = ENTRY.matcher(menu.group(1))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertTrue(entries.size() > 1, entries::toString);
        return entries;
    }
}
