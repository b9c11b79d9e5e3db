package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTest {
    @Test
    void givesAnAuditorNothingButTheRecord() {
        assertEquals(Set.of(Permission.READ_AUDIT), Role.AUDITOR.permissions());
    }

    @Test
    void givesTheAdministratorNoNames() {
        assertFalse(Role.STREET_ADMIN.permissions().contains(Permission.SEE_FULL_NAMES));
    }

    @Test
    void letsAnAccountOfDutyStaffFromBeforeSignInAndReadCounts(@TempDir Path directory) {
        try (var console = new ConsoleUnderTest(directory)) {
            var visitor = console.visitor(Role.DUTY_STAFF, Scope.wholeStreet());

            assertTrue(visitor.get("/activities").body().contains("值守"));
        }
    }
}
