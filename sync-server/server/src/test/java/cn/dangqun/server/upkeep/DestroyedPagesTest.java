package cn.dangqun.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.AccountDesk.Newcomer;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A street's database of which single pages are gone: whoever answers for the street reads so, and no kiosk is told
/// that something is kept which is not.
@Timeout(120)
class DestroyedPagesTest {
    private static final int FACTS = 1500;

    @TempDir
    static Path whole;

    private static TestKiosk kiosk;
    private static TestLedger ledger;
    private static NewLogin login;

    @TempDir
    Path directory;

    /// What is destroyed, and under which table it is named.
    enum Victim {
        LEDGER_ROOT("fact", "fact"),
        LEDGER_LEAF("fact", "fact"),
        ATTENDANCE_LEAF("attendance", "attendance"),
        ATTENDANCE_INDEX("attendance_once", "attendance"),
        ORGANIZATION("organization", "organization");

        private final String tree;
        private final String table;

        Victim(String tree, String table) {
            this.tree = tree;
            this.table = table;
        }

        private void destroy(Pages pages) throws Exception {
            int root = pages.root(tree);
            var leaves = pages.leaves(root);
            if (this == LEDGER_ROOT) {
                assertFalse(pages.isLeaf(root));
                pages.destroy(root);
            } else {
                pages.destroy(leaves.get(leaves.size() / 2));
            }
        }
    }

    @BeforeAll
    static void fill() throws Exception {
        try (var street = new TestStreet(whole).withTwoCommunities()) {
            login = new NewLogin("admin", "correct horse 42");
            street.server()
                    .accounts()
                    .add(
                            new Newcomer("admin", "样例管理员", Role.STREET_ADMIN, Scope.wholeStreet()),
                            login.password(),
                            new Actor("test", "-"));
            kiosk = street.enrol("kiosk-1", "site-1");
            ledger = new TestLedger(kiosk.id());
            for (int member = 1; member <= FACTS; member++) {
                ledger.checkIn("M-" + member);
            }
            street.server()
                    .ledger()
                    .append(kiosk.id(), ledger.epoch(), ledger.pushAll())
                    .orElseThrow()
                    .join();
        }
    }

    private Path street() throws Exception {
        try (var files = Files.list(whole)) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, directory.resolve(each.getFileName()));
            }
        }
        return directory.resolve("street.db");
    }

    @Test
    void saysNothingOfASoundOne() throws Exception {
        street();
        try (var street = new TestStreet(directory)) {
            street.server().watch().thoroughly();

            assertFalse(kiosksPage(street).contains("id=\"alarm\""));
            assertTrue(doctor(street).contains("[正常] 数据库："), doctor(street));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsOnThePageAndToTheDoctor(Victim victim) throws Exception {
        victim.destroy(new Pages(street()));
        try (var street = new TestStreet(directory)) {
            var page = kiosksPage(street);

            assertTrue(page.contains("id=\"alarm\""), page);
            assertTrue(page.contains("数据库有损坏"), page);
            assertEquals(victim != Victim.ORGANIZATION, page.contains("样例一体机"), page);
            assertTrue(page.contains("损坏处：" + victim.table + "）"), page);
            assertTrue(page.contains("street-copy.db"), page);
            assertTrue(doctor(street).contains("[请处理] 数据库：有损坏，损坏处：" + victim.table), doctor(street));
        }
    }

    @Test
    void tellsWhatSomebodyMetWhoOnlyWantedToWork() throws Exception {
        var file = street();
        try (var street = new TestStreet(directory)) {
            Victim.LEDGER_LEAF.destroy(new Pages(file));
            assertThrows(CompletionException.class, street.server().ledger()::rebuild);

            assertTrue(kiosksPage(street).contains("读写时发现"));
            street.server().watch().thoroughly();
            assertTrue(kiosksPage(street).contains("损坏处：fact）"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LEDGER_ROOT", "ATTENDANCE_LEAF"})
    void tellsNoKioskThatAFactIsKeptWhichIsNot(Victim victim) throws Exception {
        victim.destroy(new Pages(street()));
        var more = ledger.copy();
        for (int member = 1; member <= FACTS; member++) {
            more.voiding(member);
        }
        try (var street = new TestStreet(directory);
                var line = kiosk.trusting(street).connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());
            var answer = line.read();
            if (answer.hasWelcome()) {
                line.applied(line.page().getThrough());
                line.send(more.push(FACTS + 1, more.size()));
                answer = line.read();
            }
            while (answer.hasStreetCount()) {
                answer = line.read();
            }

            assertEquals(Frame.BodyCase.REFUSAL, answer.getBodyCase());
            assertEquals(Refusal.Reason.BUSY, answer.getRefusal().getReason());
            assertTrue(kiosksPage(street).contains("id=\"alarm\""));
        }
    }

    private static String kiosksPage(TestStreet street) {
        var visitor = Visitor.of(street.server().openConsole());
        visitor.signIn(login.login(), login.password());
        var page = visitor.get("/kiosks");
        return page.body();
    }

    private static String doctor(TestStreet street) {
        var said = new ByteArrayOutputStream();
        Doctor.of(street.settings(), street.clock).look(new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
