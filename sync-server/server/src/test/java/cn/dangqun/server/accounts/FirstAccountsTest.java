package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.text.Texts;
import cn.dangqun.store.SecretVerifier;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountsTest {
    private final Passwords passwords = new Passwords(new SecretVerifier.Cost(64, 1));
    private static final Actor AT_THE_MACHINE = new Actor("root", "-");

    private ConsoleUnderTest console;
    private FirstAccounts accounts;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        accounts = new FirstAccounts(console.database, console.clock, passwords, new Texts());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void makesTheFirstAdministrator() {
        var first = accounts.password(AT_THE_MACHINE).orElseThrow();

        assertEquals(
                303, console.visitor().signIn(first.login(), first.password()).statusCode());
        assertFalse(first.toString().contains(first.password()));
    }

    @Test
    void letsWhoeverHasAGivenPasswordDoNothingButSetAnother() {
        var first = accounts.password(AT_THE_MACHINE).orElseThrow();
        var admin = console.visitor();
        admin.signIn(first.login(), first.password());

        for (var path : List.of("/", "/activities", "/kiosks", "/accounts", "/account", "/trail")) {
            var answer = admin.get(path);
            assertEquals(303, answer.statusCode(), path);
            assertEquals("/password", answer.headers().firstValue("Location").orElse(""), path);
        }
        assertEquals(303, admin.status("/live/activities"));
        assertEquals(
                303,
                admin.post("/password", "/kiosks/codes", Map.of("kiosk", "k", "name", "n", "site", "site-1"))
                        .statusCode());
        var codes = console.database.read(handle -> handle.createQuery("SELECT code_hash FROM enrolment_code")
                .mapTo(String.class)
                .list());
        assertEquals(List.of(), codes);
        assertTrue(admin.get("/password").body().contains("一次性密码"));

        assertEquals(422, change(admin, first.password(), "1234567890").statusCode());
        assertEquals(422, change(admin, first.password(), first.password()).statusCode());
        assertEquals(
                303,
                change(admin, first.password(), "four words for the street").statusCode());
        assertEquals(200, admin.get("/accounts").statusCode());
    }

    @Test
    void givesAnotherFirstPasswordUntilSomebodyHasChangedIt() {
        var lost = accounts.password(AT_THE_MACHINE).orElseThrow();
        var given = accounts.password(AT_THE_MACHINE).orElseThrow();
        assertEquals(401, console.visitor().signIn("admin", lost.password()).statusCode());

        var admin = console.visitor();
        admin.signIn("admin", given.password());
        change(admin, given.password(), "four words for the street");

        assertEquals(Optional.empty(), accounts.password(AT_THE_MACHINE));
        assertEquals(
                List.of("root FIRST_PASSWORD_GIVEN", "root FIRST_PASSWORD_GIVEN"),
                console.database.read(handle -> handle.createQuery(
                                "SELECT login || ' ' || action FROM audit_entry WHERE action = 'FIRST_PASSWORD_GIVEN'")
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void keepsNoGivenPasswordAnywhere() {
        var first = accounts.password(AT_THE_MACHINE).orElseThrow();

        var tables = console.database.read(handle -> List.of("account", "audit_entry").stream()
                .map(table -> handle.createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .list()
                        .toString())
                .toList()
                .toString());

        assertFalse(tables.contains(first.password()));
        assertTrue(tables.contains("argon2id"));
    }

    private static HttpResponse<String> change(Visitor who, String current, String wanted) {
        return who.post("/password", "/password", Map.of("current", current, "wanted", wanted, "repeated", wanted));
    }

    @Test
    void readsVerifiersMadeByAnotherProgram() {
        var staff = console.items.stream()
                .filter(ReferenceItem.Staff.class::isInstance)
                .map(ReferenceItem.Staff.class::cast)
                .findFirst();

        var verifier = staff.map(ReferenceItem.Staff::pinVerifier).orElseThrow();

        assertTrue(passwords.matches(verifier, DemoStreet.STAFF_PIN));
    }

    @Test
    void saltsEveryVerifierAndRefusesForeignOnes() {
        var one = passwords.verifier("the same");
        var other = passwords.verifier("the same");

        assertNotEquals(one, other);
        assertTrue(one.startsWith("$argon2id$v=19$m=64,t=1,p=1$"));
        assertTrue(passwords.matches(one, "the same") && passwords.matches(other, "the same"));
        assertFalse(passwords.matches(one, "the Same"));
        assertThrows(IllegalArgumentException.class, () -> passwords.matches("$2y$10$abc", "x"));
    }
}
