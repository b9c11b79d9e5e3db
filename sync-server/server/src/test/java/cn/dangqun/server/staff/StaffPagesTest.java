package cn.dangqun.server.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may open the staff corner, as the street enters them.
class StaffPagesTest {
    private static final Map<String, String> SOMEBODY =
            Map.of("name", "值守样例丙", "duty", "周六值守", "role", "SCAN_ONLY", "community", "c1");

    private ConsoleUnderTest console;
    private Clerk clerk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static String found(String pattern, String body) {
        var found = Pattern.compile(pattern).matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private boolean accepts(String id, String pin) {
        var verifier = console.database
                .read(handle -> new Entries(handle).staff(id))
                .orElseThrow()
                .pinVerifier();
        return SecretVerifier.parse(verifier).orElseThrow().accepts(pin);
    }

    @Test
    void showsAPinOnceAndSendsItsVerifierToTheKiosksOfTheCommunity() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var pin = found("id=\"pin\">(\\d{6})<", answer);
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);

        assertTrue(accepts(id, pin));
        assertFalse(clerk.page("/staff/" + id).contains(pin));
        assertTrue(clerk.page("/staff?search=周六").contains("data-staff=\"" + id + "\""));
        assertEquals(
                "org:c1",
                console.database.read(handle -> handle.createQuery(
                                "SELECT scope FROM reference_item WHERE street = 1 AND kind = 'STAFF' AND id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .one()));
    }

    @Test
    void drawsAnotherPinAndRemoves() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);
        var first = found("id=\"pin\">(\\d{6})<", answer);

        var second = found(
                "id=\"pin\">(\\d{6})<",
                clerk.keeper.post("/staff", "/staff/" + id + "/pin", Map.of()).body());

        assertNotEquals(first, second);
        assertFalse(accepts(id, first));
        assertTrue(accepts(id, second));
        clerk.made("/staff/" + id + "/removal", Map.of());
        assertEquals(Optional.empty(), console.database.read(handle -> new Entries(handle).staff(id)));
    }

    @Test
    void keepsThePinWhenSomethingElseChanges() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);
        var pin = found("id=\"pin\">(\\d{6})<", answer);

        clerk.made("/staff/" + id, Map.of("name", "值守样例丙", "duty", "周日值守", "role", "DUTY_STAFF", "community", "c2"));

        assertTrue(accepts(id, pin));
        assertTrue(clerk.page("/staff?search=周日").contains(id));
    }

    @Test
    void showsOnlyPeopleOfTheOwnCommunity() {
        clerk.keeper.post("/staff", "/staff/new", SOMEBODY);
        var other = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));

        assertFalse(other.get("/staff").body().contains("值守样例丙"));
        assertEquals(404, other.post("/staff", "/staff/new", SOMEBODY).statusCode());
    }
}
