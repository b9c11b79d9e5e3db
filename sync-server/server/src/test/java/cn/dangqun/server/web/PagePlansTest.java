package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.db.Plans;
import cn.dangqun.server.reference.Feed;
import cn.dangqun.server.reference.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page in each of its orders, as somebody of the whole street and as somebody of one community sees it, at the
/// size of a district: no statement reads a large table from end to end.
class PagePlansTest {
    private static final String OWN = "c1";

    /// Tables that grow with people and years.
    private static final Set<String> LARGE = Set.of(
            "member",
            "member_word",
            "roster_intake_row",
            "member_detail",
            "member_change",
            "member_identity",
            "member_exemption",
            "card_history",
            "card_retired",
            "activity_change",
            "activity_cancelled",
            "activity_detail",
            "former_member",
            "card_binding",
            "activity",
            "reference_change",
            "reference_item",
            "fact",
            "attendance",
            "attendance_line",
            "review_decision",
            "roll_freezing",
            "study_note",
            "fee_month",
            "fee_term",
            "fee_relief",
            "member_growth",
            "book_line",
            "book_lack",
            "guest",
            "ticket",
            "audit_entry",
            "code_card",
            "code_sheet",
            "code_sheet_card",
            "wall_step",
            "wall_picture",
            "content_file",
            "reference_content",
            "staff_photo",
            "wall_writer",
            "console_session");

    private ConsoleUnderTest console;
    private RouteExamples examples;
    private Plans plans;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        examples = new RouteExamples(console);
        grow();
        plans = new Plans(console.database);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void readsNoLargeTableFromEndToEndForTheWholeStreet() {
        assertEquals(List.of(), scans(Scope.wholeStreet()));
    }

    @Test
    void readsNoLargeTableFromEndToEndForOneCommunity() {
        assertEquals(List.of(), scans(new Scope(Optional.of(new OrganizationId(OWN)))));
    }

    @Test
    void tellsAKioskWhomItKnowsWithoutReadingALargeTableFromEndToEnd() {
        var newest = console.reference.publish(List.of());
        plans.take();
        var own = everythingAt("site-1");
        var other = everythingAt("site-2");
        for (var before : List.of(own, other)) {
            // the one goes on where it is, the other forgets one community and learns another
            var held = new Held("site-1", ProtocolVersion.NEWEST, "", before.scopes());
            var feed = console.reference.feed(own.held(), Optional.of(held), newest);
            assertEquals(before.equals(other), console.reference.next(feed).isPresent());
        }

        var found = plans.take().stream()
                .flatMap(sql -> plans.scans(sql, LARGE).stream().map(step -> step + " in " + sql))
                .distinct()
                .toList();
        assertEquals(List.of(), found);
    }

    @Test
    void seesAScan() {
        var sql = "SELECT m.id FROM member m JOIN card_binding c ON c.street = 1 AND c.member = m.id WHERE m.name = ?";

        assertFalse(plans.scans(sql, LARGE).isEmpty());
        assertTrue(plans.scans("SELECT id FROM member WHERE street = 1 AND branch = ?", LARGE)
                .isEmpty());
    }

    private Feed everythingAt(String site) {
        var feed = console.reference.feed(new Held(site, ProtocolVersion.NEWEST, ""), Optional.empty(), 0);
        return console.reference.next(feed).orElseThrow().feed();
    }

    private List<String> scans(Scope scope) {
        var found = new ArrayList<String>();
        var asked = new HashSet<String>();
        var statements = 0;
        var visitors = Stream.of(Role.values())
                .map(role -> console.visitor(role, scope))
                .toList();
        var machine = console.visitor();
        var token = "Bearer " + new AccountExamples(console).secret(scope);
        for (var route : console.console().routes()) {
            if (route.kind() == Route.Kind.DATA) {
                var request = machine.request(examples.of(route, OWN).path()).header("Authorization", token);
                plans.take();
                assertEquals(200, machine.send(request).statusCode(), route.path());
                for (var sql : plans.take()) {
                    statements++;
                    plans.scans(sql, LARGE).forEach(step -> found.add(route.path() + ": " + step + " in " + sql));
                }
            }
            if (route.kind() == Route.Kind.PAGE) {
                var example = examples.of(route, OWN);
                plans.take();
                for (var visitor : visitors) {
                    var page = visitor.get(example.path()).body();
                    if (asked.add(route.path() + OrderedLists.addresses("", page))) {
                        OrderedLists.addresses(example.path(), page).forEach(visitor::get);
                    }
                }
                for (var sql : plans.take()) {
                    statements++;
                    plans.scans(sql, LARGE).forEach(step -> found.add(route.path() + ": " + step + " in " + sql));
                }
            }
        }
        assertTrue(statements > 100, statements + " statements");
        return found.stream().distinct().sorted().toList();
    }

    /// 20 communities of 50 branches of 50 members, each with a card, and a year of deeds.
    private void grow() {
        console.database.write((handle, changes) -> {
            var numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";
            handle.execute(numbers.formatted(19)
                    + "INSERT INTO organization (id, parent, level, org_class, name, path, place)"
                    + " SELECT 'd' || i, 'street', 'COMMITTEE', 'COMMUNITY', 'd' || i, '/street/d' || i || '/',"
                    + " 1000 + i * 51 FROM n");
            handle.execute(numbers.formatted(999)
                    + "INSERT INTO organization (id, parent, level, org_class, name, path, place)"
                    + " SELECT 'd' || (i / 50) || 'b' || i, 'd' || (i / 50), 'BRANCH', 'COMMUNITY', 'b' || i,"
                    + " '/street/d' || (i / 50) || '/d' || (i / 50) || 'b' || i || '/',"
                    + " 1001 + i / 50 + i FROM n");
            handle.execute(
                    numbers.formatted(49_999)
                            + "INSERT INTO member (id, name, reading, status, relation, branch)"
                            + " SELECT 'DM' || i, '某某', 'mou mou', 'FULL', 'HOME', 'd' || (i / 2500) || 'b' || (i / 50) FROM n");
            handle.execute(numbers.formatted(49_999)
                    + "INSERT INTO card_binding (card, member) SELECT 'dc' || i, 'DM' || i FROM n");
            return handle.execute(numbers.formatted(99_999)
                    + "INSERT INTO audit_entry (id, at, login, action, subject, remote)"
                    + " SELECT 'da' || i, 1700000000000 + i * 300000, NULL, 'SIGNED_IN', '', '' FROM n");
        });
    }
}
