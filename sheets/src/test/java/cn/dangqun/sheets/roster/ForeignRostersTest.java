package cn.dangqun.sheets.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.sheets.SheetException;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.SheetLimits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One roster as LibreOffice, openpyxl and XlsxWriter write it: merged titles, a rich text, hidden rows, days as days
/// and as texts, an empty sheet before it, a formula at the foot.
class ForeignRostersTest {
    private static final Path FOREIGN = Path.of("src/test/resources/foreign");

    @TempDir
    Path folder;

    private static void isTheRoster(Path file) throws Exception {
        var lines = new ArrayList<RosterLine>();
        var found = RosterSheet.read(file, SheetLimits.ROSTER, lines::add);

        assertEquals(
                List.of("张样", "阿样·买例提", "𬺈样例"),
                lines.stream().map(RosterLine::name).toList());
        assertEquals(
                Optional.of("990000195001010019"), lines.getFirst().number().map(ResidentNumber::characters));
        assertEquals(
                List.of(MemberStatus.FULL, MemberStatus.PROBATIONARY, MemberStatus.FULL),
                lines.stream().map(line -> line.status().orElseThrow()).toList());
        assertEquals(
                List.of(LocalDate.of(1975, 7, 1), LocalDate.of(2025, 12, 20), LocalDate.of(1999, 1, 5)),
                lines.stream().map(line -> line.joined().orElseThrow()).toList());
        assertEquals(List.of(4, 5, 6), lines.stream().map(RosterLine::row).toList());
        assertEquals(
                List.of(),
                lines.stream().flatMap(line -> line.problems().stream()).toList());
        assertEquals(1, found.passedOver());
    }

    @Test
    void readsWhatLibreOfficeWrites() throws Exception {
        isTheRoster(FOREIGN.resolve("libreoffice.xlsx"));
        isTheRoster(FOREIGN.resolve("roster.csv"));
    }

    @Test
    void readsWhatPythonsLibrariesWrite() throws Exception {
        var made = new ProcessBuilder(
                        "/usr/bin/python3", FOREIGN.resolve("make-rosters.py").toString(), folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor(), "python3-openpyxl and python3-xlsxwriter are needed");

        isTheRoster(folder.resolve("openpyxl.xlsx"));
        isTheRoster(folder.resolve("xlsxwriter.xlsx"));
    }

    @Test
    void knowsAnOldWorkbook() {
        var thrown = assertThrows(
                SheetException.class,
                () -> RosterSheet.read(FOREIGN.resolve("libreoffice.xls"), SheetLimits.ROSTER, line -> true));

        assertEquals(SheetFault.OLD_EXCEL, thrown.fault());
    }
}
