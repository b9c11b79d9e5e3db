package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.accounts.TestAccounts;
import cn.dangqun.server.web.RouteExamples.Example;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Walks every route that hangs in the real console, as everybody who could come, and holds it to its declaration.
@Tag("proof")
class RoutePolicyTest {
    private static final String OWN = "c1";
    private static final String FOREIGN = "c2";

    /// One by lot in the gate, all of them with `-Dproof.seeds`; what fails names its role.
    private static final List<Role> ROLES = roles();

    private static List<Role> roles() {
        var all = new ArrayList<>(List.of(Role.values()));
        Collections.shuffle(all, new SecureRandom());
        return Integer.getInteger("proof.seeds", 0) > 0 ? all : all.subList(0, 1);
    }

    private ConsoleUnderTest console;
    private RouteExamples examples;
    private final Map<String, Visitor> visitors = new HashMap<>();

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        examples = new RouteExamples(console);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @TestFactory
    Stream<DynamicTest> letsInNobodyWhoIsNotSignedIn() {
        return each(route -> {
            var answer = call(console.visitor(), route, examples.of(route, OWN));

            int closed = Set.of(Route.Kind.LIVE, Route.Kind.DATA).contains(route.kind()) ? 401 : 303;
            var open = route.policy().right() instanceof Right.Anybody;
            assertEquals(open ? unknownPerson(route) : closed, answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> holdsEveryRoleToRightSubtreeAndRecord() {
        return each(route -> {
            for (var role : ROLES) {
                walk(route, role, scope(OWN), OWN);
                walk(route, role, scope(OWN), FOREIGN);
                walk(route, role, Scope.wholeStreet(), OWN);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> answersWhatIsUnknownAsWhatIsForeign() {
        return each(Route.Kind.PAGE, route -> {
            if (!(route.policy().subtree() instanceof Subtree.Named)) {
                return;
            }
            var example = examples.of(route, FOREIGN);
            for (var role : ROLES) {
                var visitor = visitor(role, scope(OWN));

                var foreign = visitor.get(example.path());
                var unknown = visitor.get(example.unknown());

                assertEquals(foreign.statusCode(), unknown.statusCode(), example.unknown());
                assertEquals(foreign.body(), unknown.body());
                assertTrue(foreign.statusCode() >= 400);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesEveryFormWithoutItsToken() {
        return each(Route.Kind.ACTION, route -> {
            var example = examples.of(route, OWN);
            for (var role : ROLES) {
                var visitor = visitor(role, Scope.wholeStreet());
                int before = trail().size();

                assertEquals(
                        403, visitor.postBare(example.path(), example.form()).statusCode());
                assertEquals(before, trail().size());
            }
        });
    }

    private void walk(Route route, Role role, Scope scope, String community) {
        var example = examples.of(route, community);
        walk(route, role, scope, community, example, false);
        if (route.policy().trace() instanceof Trace.FullNames) {
            walk(route, role, scope, community, example.byFullNames(), true);
        }
    }

    private void walk(Route route, Role role, Scope scope, String community, Example example, boolean fullNames) {
        var visitor = visitor(role, scope);
        var where = "%s of %s at %s %s".formatted(role, scope, route.kind(), example.path());
        var before = trail().keySet();

        int status = call(visitor, route, example);

        forget(route);
        var left = trail();
        left.keySet().removeAll(before);
        var refusal = refusal(route, role, fullNames)
                .or(() -> Optional.of(404).filter(ignored -> isForeign(route, scope, community, example)));
        refusal.ifPresentOrElse(
                expected -> {
                    assertEquals(expected, status, where);
                    assertEquals(Map.of(), left, where);
                },
                () -> {
                    if (isIncomplete(route)) {
                        assertEquals(422, status, where);
                        assertEquals(Map.of(), left, where);
                        return;
                    }
                    assertTrue(status < 400 || isFailedSignIn(route), where + " answered " + status);
                    assertTrace(route.policy().trace(), fullNames, List.copyOf(left.values()), where);
                });
    }

    private static Optional<Integer> refusal(Route route, Role role, boolean fullNames) {
        var viewer = new Viewer("", "", "", Scope.wholeStreet(), TestAccounts.permissions(role), false);
        if (route.kind() == Route.Kind.DATA) {
            // a cookie is not even looked at
            return route.policy().right() instanceof Right.Anybody ? Optional.empty() : Optional.of(401);
        }
        boolean may = route.policy().right().isOf(viewer) && (!fullNames || viewer.may(Permission.SEE_FULL_NAMES));
        return may ? Optional.empty() : Optional.of(403);
    }

    private static boolean isForeign(Route route, Scope scope, String community, Example example) {
        return route.policy().subtree() instanceof Subtree.Named
                && scope.top().isPresent()
                && (example.ofStreet() || !community.equals(OWN));
    }

    /// What a page that is open to everybody answers. A link needs nothing but itself.
    private static int unknownPerson(Route route) {
        if (route.kind() == Route.Kind.PAGE || route.kind() == Route.Kind.DATA) {
            return 200;
        }
        return isFailedSignIn(route) ? 401 : 303;
    }

    /// Nobody knows the right figures but the person's telephone: what is tried here fails, and is recorded.
    private static boolean isFailedSignIn(Route route) {
        return List.of("/login", "/login/second", "/account/second-factor").contains(route.path())
                && route.kind() == Route.Kind.ACTION;
    }

    /// A street is begun once; and a walk brings no file.
    private static boolean isIncomplete(Route route) {
        return route.kind() == Route.Kind.ACTION
                && Set.of(
                                "/organizations",
                                "/roster/intakes",
                                "/activities/:id/minutes/pages",
                                "/staff/:id/photo",
                                "/wall/versions/:id/pictures")
                        .contains(route.path());
    }

    /// Signed in once, until a route may have ended sessions.
    private Visitor visitor(Role role, Scope scope) {
        return visitors.computeIfAbsent(role + " " + scope, fresh -> console.visitor(role, scope));
    }

    private void forget(Route route) {
        if (route.kind() == Route.Kind.ACTION && route.path().matches("/(log|pass|account|invit).*")) {
            visitors.clear();
        }
    }

    private static int call(Visitor visitor, Route route, Example example) {
        return switch (route.kind()) {
            case PAGE, DATA -> visitor.get(example.path()).statusCode();
            case LIVE -> visitor.status(example.path());
            case ACTION -> {
                var form = new HashMap<>(example.form());
                form.put("_csrf", visitor.token(visitor.get("/password").statusCode() == 200 ? "/password" : "/login"));
                yield visitor.postBare(example.path(), form).statusCode();
            }
        };
    }

    private Stream<DynamicTest> each(Route.Kind kind, Consumer<Route> walk) {
        return console.console().routes().stream()
                .filter(route -> route.kind() == kind)
                .map(route -> DynamicTest.dynamicTest(route.kind() + " " + route.path(), () -> walk.accept(route)));
    }

    private Stream<DynamicTest> each(Consumer<Route> walk) {
        return Stream.of(Route.Kind.values()).flatMap(kind -> each(kind, walk));
    }

    private static Scope scope(String community) {
        return new Scope(Optional.of(new OrganizationId(community)));
    }

    /// Every entry of the record, by its id.
    private Map<String, String> trail() {
        return console.database.read(handle -> new HashMap<>(handle.createQuery("SELECT id, action FROM audit_entry")
                .map((row, ignored) -> Map.entry(row.getString("id"), row.getString("action")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    private static void assertTrace(Trace trace, boolean fullNames, List<String> left, String where) {
        switch (trace) {
            case Trace.None(var because) -> {
                assertEquals(List.of(), left, where);
                assertFalse(because.isBlank(), where);
            }
            case Trace.Daily(var ignored) -> throw new AssertionError(where + " was read with a cookie");
            case Trace.Look(var action, var ignored) -> assertEquals(List.of(action.name()), left, where);
            case Trace.FullNames(var action, var ignored) ->
                assertEquals(fullNames ? List.of(action.name()) : List.of(), left, where);
            case Trace.Deed(var actions) -> {
                var declared = actions.stream().map(Auditable::name).collect(Collectors.toSet());
                assertFalse(left.isEmpty(), where + " left no record");
                assertTrue(declared.containsAll(left), where + " left " + left);
            }
        }
    }
}
