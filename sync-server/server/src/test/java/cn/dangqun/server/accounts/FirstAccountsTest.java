package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.text.Texts;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountsTest {
    private final Passwords passwords = new Passwords(new SecretVerifier.Cost(64, 1));
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
    void makesTheFirstAdministratorOnce() {
        var first = accounts.ensureAdmin().orElseThrow();

        assertEquals(
                303, console.visitor().signIn(first.login(), first.password()).statusCode());
        assertEquals(Optional.empty(), accounts.ensureAdmin());
        assertFalse(first.toString().contains(first.password()));
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
