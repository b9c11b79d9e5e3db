package cn.dangqun.server.kiosks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.ledger.EpochDecisions;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkPageTest {
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");

    private ConsoleUnderTest console;
    private KioskId kiosk;
    private Visitor admin;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        forkIsNoted();
        admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void leadsFromTheKioskToWhatHappened() {
        assertTrue(kiosks().contains("href=\"" + address() + "\""));

        var page = admin.get(address()).body();

        assertTrue(page.contains("恢复成了以前的备份"));
        assertTrue(page.contains("双方至少到第 117 条是一致的"));
        assertTrue(page.contains("准许重新立账"));
    }

    @Test
    void letsAnAdministratorDecideOnceWithAReason() {
        assertEquals(
                303,
                admin.post(address(), address(), Map.of("reason", "换硬盘，恢复了备份")).statusCode());

        assertEquals(1, count("SELECT count(*) FROM epoch_decision WHERE reason = '换硬盘，恢复了备份'"));
        assertEquals(1, count("SELECT count(*) FROM audit_entry WHERE action = 'LEDGER_RESTART_ALLOWED'"));
        var page = admin.get(address()).body();
        assertTrue(page.contains("等一体机下次联系"));
        assertFalse(page.contains("id=\"allow-restart\""));
        assertTrue(kiosks().contains("已准许重新立账"));
    }

    @Test
    void decidesNothingWithoutAReason() {
        assertEquals(
                422, admin.post(address(), address(), Map.of("reason", "  ")).statusCode());

        assertEquals(0, count("SELECT count(*) FROM epoch_decision"));
    }

    @Test
    void isForAdministratorsOfThatKioskOnly() {
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var elsewhere = new Scope(Optional.of(console.communities().get(1).id()));
        var foreign = console.visitor(Role.STREET_ADMIN, elsewhere);

        assertEquals(403, reviewer.get(address()).statusCode());
        assertEquals(404, foreign.get(address()).statusCode());
        assertEquals(
                403,
                reviewer.post("/activities", address(), Map.of("reason", "换硬盘")).statusCode());
    }

    @Test
    void isSettledOnceTheKioskHasBegunAnew() {
        console.database.write((handle, changes) -> {
            new EpochDecisions(handle).allow(kiosk, EPOCH, console.clock.instant(), "admin", "换硬盘");
            return handle.execute(
                    "UPDATE epoch_decision SET successor = ?, used_at = ?",
                    "ab".repeat(16),
                    console.clock.millis() + 1);
        });

        assertFalse(kiosks().contains("href=\"" + address() + "\""));
        assertTrue(admin.get(address()).body().contains("目前没有台账冲突"));
        console.clock.advance(Duration.ofMinutes(5));
        forkIsNoted();
        assertTrue(kiosks().contains("href=\"" + address() + "\""), "the same old image once more");
    }

    @Test
    void namesTwoMachinesAndTheOnlyWayOut() {
        var registry = new KioskRegistry(console.database, console.clock);
        for (var boot : List.of("boot-a", "boot-b", "boot-a")) {
            registry.notedBoot(kiosk, boot);
        }
        awaitWriter();

        assertTrue(kiosks().contains("两台机器在用同一个身份"));
        assertTrue(admin.get(address()).body().contains("用不同的编号重新登记"));
    }

    @Test
    void saysHowManyFactsWereSavedAndHowManyNobodyCanRead() {
        console.database.write((handle, changes) ->
                handle.execute("UPDATE kiosk SET ledger_damaged = 1, salvaged = 214, unreadable = 3"));

        assertTrue(kiosks().contains("接续 214 条，3 条读不出"));
    }

    @Test
    void saysHowManyFactsAreInNoFileAnyMore() {
        console.database.write((handle, changes) ->
                handle.execute("UPDATE kiosk SET ledger_damaged = 0, salvaged = 0, unreadable = 3"));

        assertTrue(kiosks().contains("有 3 条记录不见了"));
    }

    private void forkIsNoted() {
        new Ledger(console.database, console.clock, List.of()).notedFork(kiosk, EPOCH, 118);
        awaitWriter();
    }

    /// What was noted before is written before.
    private void awaitWriter() {
        console.database.write((handle, changes) -> 0);
    }

    private String address() {
        return "/kiosks/" + kiosk + "/fork";
    }

    private String kiosks() {
        return admin.get("/kiosks").body();
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
