package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F-82: what the roster's list finds as a table, which can be brought again.
class RosterExportTest {
    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Clerk clerk;
    private Bringer bringer;
    private String branch;

    @BeforeEach
    void open() {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        bringer = new Bringer(clerk);
        branch = clerk.organization("c1", "BRANCH", "样例一支部");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private byte[] export(String query) {
        try {
            var answer = clerk.keeper.client.send(
                    clerk.keeper.request("/roster/export/full?" + query).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void people() {
        var group = clerk.organization(branch, "GROUP", "样例一组");
        var full = new HashMap<>(Map.of(
                "group", group,
                "sex", "FEMALE",
                "born", "1950-02-03",
                "ethnic", "汉族",
                "education", "大专（函授）",
                "phone", "+86 (371) 0000-0001",
                "joined", "1975-07-01",
                "confirmed", "1976-07-01",
                "post", "-",
                "remark", "=1+2，请核实"));
        full.put("categories.FRAIL", "yes");
        full.put("categories.RETIRED", "yes");
        full.put("categories.FLOATING_OUT", "yes");
        clerk.person("样例甲", branch, full);
        clerk.person("欧 样", branch, Map.of("remark", "@样例\"，\""));
        clerk.person("样例同名", branch, Map.of("status", "PROBATIONARY"));
        clerk.person("样例同名", branch, Map.of("relation", "REPORTED_IN"));
        clerk.person("阿样•买例提", branch, Map.of("number", "990000195001010019", "born", "1951-01-01"));
    }

    @Test
    void bringsBackNoChangeAsAWorkbookAndAsText() {
        people();

        var workbook = bringer.read("名册.xlsx", export("branch=" + branch));
        var text = bringer.read("名册.csv", export("form=csv&branch=" + branch));

        for (var address : List.of(workbook, text)) {
            assertEquals(5, bringer.rows(address, "SAME"), () -> clerk.page(address));
        }
    }

    @Test
    void bringsBackWholeStreetWithoutAChange() {
        assertEquals(members(), bringer.rows(bringer.read("名册.xlsx", export("")), "SAME"));
    }

    private int members() {
        var found = Pattern.compile("共 (\\d+) 人").matcher(clerk.page("/roster"));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    @Test
    void leavesNoFormulaToAnyProgram() {
        people();

        var text = new String(export("form=csv&branch=" + branch), StandardCharsets.UTF_8);

        assertTrue(text.contains("\"'=1+2，请核实\""));
        assertTrue(text.contains("\"'@样例\"\"，\"\"\""));
        assertTrue(text.contains("\"'+86 (371) 0000-0001\""));
        assertFalse(Pattern.compile("(?:^|,)\"?[=+@-]", Pattern.MULTILINE)
                .matcher(text)
                .find());
    }

    @Test
    void hasWhatTheListFindsAndNoMore() {
        people();

        var text = new String(
                export("form=csv&branch=" + branch + "&status=PROBATIONARY&search=yl"), StandardCharsets.UTF_8);

        assertEquals(2, text.lines().count(), text);
        assertTrue(text.contains("样例同名"));
    }

    @Test
    void changesOnlyTheOneWhoseIdIsMeant() {
        people();
        var text =
                new String(export("form=csv&branch=" + branch), StandardCharsets.UTF_8).replace("\"预备党员\"", "\"正式党员\"");

        var address = bringer.read(text);

        assertEquals(1, bringer.rows(address, "CHANGED"));
        assertEquals(4, bringer.rows(address, "SAME"));
    }

    @Test
    void doubtsRowsThatSlippedAgainstTheirIds() {
        people();
        var text =
                new String(export("form=csv&branch=" + branch), StandardCharsets.UTF_8).replace("\"样例甲\"", "\"样例乙\"");

        var address = bringer.read(text);

        assertEquals(1, bringer.rows(address, "DOUBTFUL"));
        assertTrue(clerk.page(address + "?outcome=DOUBTFUL").contains("核对表格里是否错行"));
    }

    @Test
    void hidesNamesFromWhoMayNotSeeThemAndRecordsBoth() {
        people();
        var auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());

        var masked = auditor.get("/roster/export?form=csv&branch=" + branch);

        assertEquals(200, masked.statusCode());
        assertTrue(masked.body().contains("样*甲"));
        assertFalse(masked.body().contains("样例甲"));
        assertFalse(masked.body().contains("0000-0001"));
        assertEquals(403, auditor.get("/roster/export/full").statusCode());
        assertTrue(clerk.page(bringer.read(masked.body())).contains("没有找到名册"));
        export("branch=" + branch);
        var left = console.database.read(handle -> handle.createQuery(
                        "SELECT action FROM audit_entry WHERE action LIKE 'ROSTER_EXP%' ORDER BY action")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("ROSTER_EXPORTED", "ROSTER_EXPORTED_MASKED"), left);
    }
}
