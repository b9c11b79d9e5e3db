package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.Await;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F-81: a roster from a file, from the form to the pages. Numbers are of a region that is none.
class IntakePagesTest {
    private static final String HEAD = "姓名,身份证号码,所在党支部,人员类别,联系电话\n";
    private static final String FIRST = "990000195001010019";
    private static final String SECOND = "990000195001020014";

    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Clerk clerk;
    private Bringer bringer;
    private String one;
    private String two;

    @BeforeEach
    void open() {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        bringer = new Bringer(clerk);
        one = clerk.organization("c1", "BRANCH", "样例一支部");
        two = clerk.organization("c1", "BRANCH", "样例二支部");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void entersWhoIsNewAndChangesNothingTheSecondTime() {
        var rows = HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,0371-0000001\n样例乙,,样例一支部,预备党员,\n" + "样例丙,,样例二支部,正式党员,\n";
        var address = bringer.read(rows);
        assertEquals(3, bringer.rows(address, "NEW"));
        assertTrue(
                clerk.page(address + "?outcome=NEW").contains("样例二支部，正式党员"),
                "where everybody goes is there to be checked");
        assertEquals(0, bringer.members(one));

        bringer.apply(address);

        assertEquals(2, bringer.members(one));
        assertEquals(1, bringer.members(two));
        var again = bringer.read(rows);
        assertEquals(3, bringer.rows(again, "SAME"));
        assertTrue(clerk.page(again).contains("没有需要导入的内容"));
    }

    @Test
    void knowsWhoMovedByTheNumberAndKeepsThePast() {
        bringer.apply(bringer.read(HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,\n"));

        var address = bringer.read(HEAD + "样例甲," + FIRST + ",样例二支部,正式党员,0371-0000002\n");
        assertEquals(1, bringer.rows(address, "MOVED"));
        bringer.apply(address);

        assertEquals(0, bringer.members(one));
        assertEquals(1, bringer.members(two));
        var member = Pattern.compile("data-member=\"([^\"]+)\"").matcher(clerk.page("/roster?branch=" + two));
        assertTrue(member.find());
        var page = clerk.page("/roster/members/" + member.group(1));
        assertTrue(page.contains("样例一支部"), "where the person was");
        assertTrue(page.contains("2026-11-20 起"));
        assertTrue(page.contains("value=\"0371-0000002\""));
        assertTrue(page.contains("名册.csv 第 2 行"));
    }

    @Test
    void saysAnotherNameOnlyToWhoAsksForNames() {
        bringer.apply(bringer.read(HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,\n"));

        var address = bringer.read(HEAD + "样例改," + FIRST + ",样例一支部,正式党员,\n") + "?outcome=CHANGED";

        assertFalse(clerk.page(address).contains("样例甲"));
        assertTrue(clerk.page(address).contains("姓名有改动"));
        assertTrue(clerk.page(address + "&names=full").contains("样例甲 → 样例改"));
    }

    @Test
    void leavesToAPersonWhatItCannotKnow() {
        bringer.apply(bringer.read(HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,\n样例乙,,样例一支部,正式党员,\n"));

        var address = bringer.read(HEAD
                + "样例甲," + SECOND + ",样例一支部,正式党员,\n" // another number
                + "样例乙,,样例二支部,正式党员,\n" // the same name elsewhere
                + "样例丁,,样例一支部,正式党员,\n样例丁,,样例一支部,正式党员,\n" // twice
                + "样例戊,,没有的支部,正式党员,\n" // no such branch
                + "样例己,123,样例一支部,正式党员,\n");

        assertEquals(2, bringer.rows(address, "DOUBTFUL"));
        assertEquals(1, bringer.rows(address, "DUPLICATE"));
        assertEquals(2, bringer.rows(address, "WRONG"));
        assertEquals(1, bringer.rows(address, "NEW"));
        assertTrue(clerk.page(address + "?outcome=WRONG").contains("没有名为“没有的支部”的党支部"));
        assertTrue(clerk.page(address + "?outcome=DOUBTFUL").contains("身份证号码不同"));
        bringer.apply(address);
        assertEquals(3, bringer.members(one));
    }

    @Test
    void takesNobodyAwayWhoIsNotInTheFile() {
        bringer.apply(bringer.read(HEAD + "样例甲,,样例一支部,正式党员,0371-0000003\n样例乙,,样例一支部,正式党员,\n"));

        var address = bringer.read(HEAD + "样例甲,,样例一支部,预备党员,\n");
        assertEquals(1, bringer.rows(address, "CHANGED"));
        bringer.apply(address);

        assertEquals(2, bringer.members(one));
        assertTrue(clerk.page("/roster?branch=" + one + "&status=PROBATIONARY").contains("共 1 人"));
    }

    @Test
    void doesWhatWasShownOrNothing() {
        var address = bringer.read(HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,\n");
        clerk.person("样例甲", two, Map.of("number", FIRST));

        bringer.apply(address);

        assertEquals(0, bringer.members(one));
        assertTrue(clerk.page(address + "?outcome=DOUBTFUL").contains("比对之后名册有了变动"));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        assertTrue(clerk.page(bringer.read("名册.xls", old)).contains("旧版 Excel"));
        assertTrue(clerk.page(bringer.read("名册.csv", "日期,收入\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .contains("没有找到名册"));
    }

    @Test
    void keepsNoFileAndNoNumber() throws IOException {
        var address = bringer.read(HEAD + "样例甲," + FIRST + ",样例一支部,正式党员,\n样例乙," + SECOND + "0,样例一支部,,\n");
        Await.until("the page says so", () -> filesLeft() == 0);

        var said = console.database.read(handle -> handle.createQuery("SELECT said || words FROM roster_intake_row")
                .mapTo(String.class)
                .list());
        assertEquals(2, said.size());
        assertFalse(said.toString().contains(FIRST));
        assertFalse(said.toString().contains(SECOND));
        assertFalse(clerk.page(address + "?outcome=WRONG&names=full").contains(SECOND));
    }

    private long filesLeft() {
        try (Stream<Path> files = Files.walk(directory.resolve("rosters"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void letsGoOfWhatIsGivenUp() {
        var address = bringer.read(HEAD + "样例甲,,样例一支部,正式党员,\n");

        clerk.made(address + "/cancellation", Map.of());

        assertTrue(clerk.page(address).contains("已放弃"));
        clerk.made(address + "/application", Map.of("moved-on", "2026-11-20"));
        assertEquals(0, bringer.members(one));
    }

    @Test
    void readsNoFileOfWhoMayNotBringOne() throws IOException {
        var secretary = console.visitor(Role.BRANCH_SECRETARY, Scope.wholeStreet());
        var token = secretary.token("/password");

        assertEquals(
                403,
                bringer.bring(
                                secretary,
                                "名册.csv",
                                HEAD.getBytes(StandardCharsets.UTF_8),
                                Map.of("_csrf", token, "status", "FULL"))
                        .statusCode());
        assertEquals(
                403,
                bringer.bring(
                                clerk.keeper,
                                "名册.csv",
                                HEAD.getBytes(StandardCharsets.UTF_8),
                                Map.of("_csrf", "x", "status", "FULL"))
                        .statusCode());
        Await.until("the page says so", () -> filesLeft() == 0);
    }

    @Test
    void refusesWhatIsTooLarge() {
        var token = clerk.keeper.token("/roster/intakes");
        var answer = bringer.bring(
                clerk.keeper, "名册.csv", new byte[(33 << 20) + 1], Map.of("_csrf", token, "status", "FULL"));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("内容过大"));
    }

    @Test
    void goesOnAfterARestart() {
        var rows = new StringBuilder(HEAD);
        for (int i = 0; i < 60; i++) {
            rows.append("样例").append((char) ('一' + i)).append(",,样例一支部,正式党员,\n");
        }
        var address = bringer.read(rows.toString());
        var id = address.substring(address.lastIndexOf('/') + 1);
        console.stop();
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE roster_intake SET state = 'APPLYING', moved_on = '2026-11-20' WHERE id = ?", id));

        console.startAgain();
        clerk = new Clerk(console);
        bringer = new Bringer(clerk);

        Await.until("the page says so", () -> clerk.page(address).contains("data-state=\"DONE\""));
        assertEquals(60, bringer.members(one));
    }
}
