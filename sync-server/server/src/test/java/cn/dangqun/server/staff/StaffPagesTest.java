package cn.dangqun.server.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
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

    private ReferenceItem.Staff staff(String id) {
        return console.database.read(handle -> new Entries(handle).staff(id)).orElseThrow();
    }

    private boolean accepts(String id, String code) {
        return staff(id)
                .code()
                .flatMap(each -> SecretVerifier.parse(each.verifier()))
                .filter(each -> each.accepts(code))
                .isPresent();
    }

    private static String code(String answer) {
        return found("id=\"code\">(\\d{8})<", answer);
    }

    /// Who is on duty hangs on the board of the centre; only those who keep them see whether they have a PIN.
    @Test
    void showsEverybodyWhoIsOnDutyAndLetsOnlyKeepersChangeIt() {
        clerk.keeper.post("/staff", "/staff/new", SOMEBODY);
        var administrator = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        var page = administrator.get("/staff").body();
        assertTrue(administrator.get("/activities").body().contains("href=\"/staff\""), "the menu leads there");
        assertTrue(page.contains("值守样例丙"));
        assertFalse(page.contains("href=\"/staff/"), "nothing to change, no rota");
        assertTrue(clerk.page("/staff").contains("href=\"/staff/new\""));
        assertEquals(403, administrator.get("/staff/new").statusCode());
    }

    @Test
    void showsACodeOnceAndSendsItsVerifierToTheKiosksOfTheCommunity() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);

        assertTrue(accepts(id, code(answer)));
        assertEquals("", staff(id).pinVerifier());
        assertFalse(clerk.page("/staff/" + id).contains(code(answer)));
        var list = clerk.page("/staff?search=周六");
        assertTrue(list.contains("data-staff=\"" + id + "\""));
        assertTrue(list.contains("等本人设置"));
        assertEquals("org:c1", scope(id));
        console.clock.advance(Duration.ofDays(4));
        assertTrue(new Clerk(console).page("/staff?search=周六").contains("启用码已过期"));
    }

    private String scope(String id) {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT scope FROM reference_item WHERE street = 1 AND kind = 'STAFF' AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .one());
    }

    /// The first that arrives with a code counts, and no other.
    @Test
    void publishesThePinThatWasChosenAtAKioskOnce() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);
        var code = staff(id).code().orElseThrow().id();
        var one = console.kiosk(1);
        var another = console.kiosk(1);

        console.fact(one, new StaffFact.PinChosen(id, "another", verifier("271828")));
        assertEquals("", staff(id).pinVerifier());
        console.fact(one, new StaffFact.PinChosen(id, code, verifier("802715")));
        console.fact(another, new StaffFact.PinChosen(id, code, verifier("314159")));

        assertTrue(SecretVerifier.parse(staff(id).pinVerifier()).orElseThrow().accepts("802715"));
        assertEquals(Optional.empty(), staff(id).code());
        assertEquals("org:c1", scope(id));
        assertTrue(clerk.page("/staff?search=周六").contains("已设置"));
        int noted = console.database.read(
                handle -> handle.createQuery("SELECT count(*) FROM audit_entry WHERE action = 'STAFF_PIN_CHOSEN'")
                        .mapTo(Integer.class)
                        .one());
        assertEquals(1, noted);
    }

    private static String verifier(String pin) {
        return SecretVerifier.encode(pin, new SecretVerifier.Cost(64, 1), new SecureRandom());
    }

    @Test
    void drawsAnotherCodeThatEndsThePinAndRemoves() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);
        console.fact(
                console.kiosk(1),
                new StaffFact.PinChosen(id, staff(id).code().orElseThrow().id(), verifier("802715")));

        var second = code(
                clerk.keeper.post("/staff", "/staff/" + id + "/pin", Map.of()).body());

        assertNotEquals(code(answer), second);
        assertFalse(accepts(id, code(answer)));
        assertTrue(accepts(id, second));
        assertEquals("", staff(id).pinVerifier());
        clerk.made("/staff/" + id + "/removal", Map.of());
        assertEquals(Optional.empty(), console.database.read(handle -> new Entries(handle).staff(id)));
    }

    @Test
    void keepsPinAndCodeWhenSomethingElseChanges() {
        var answer = clerk.keeper.post("/staff", "/staff/new", SOMEBODY).body();
        var id = found("action=\"/staff/([^/\"]+)/pin\"", answer);

        clerk.made("/staff/" + id, Map.of("name", "值守样例丙", "duty", "周日值守", "role", "DUTY_STAFF", "community", "c2"));

        assertTrue(accepts(id, code(answer)));
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
