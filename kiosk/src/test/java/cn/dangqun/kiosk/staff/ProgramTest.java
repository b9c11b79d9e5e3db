package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramTest {
    /// Else the unit would start what staff have ended.
    @Test
    void theUnitLeavesAProgramEndedThatStaffEnded() throws IOException {
        var unit = Files.readString(Path.of("../packaging/kiosk/dangqun-kiosk.service"));

        assertTrue(unit.lines().anyMatch(("RestartPreventExitStatus=" + Program.ENDED)::equals), unit);
    }
}
