package cn.dangqun.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.protocol.wire.CheckedIn;
import cn.dangqun.protocol.wire.ClockStamp;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.web.Scope;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsPageTest {
    /// A record whose fact is of a kind that nobody has yet
    private static final ByteString UNKNOWN = FactRecord.newBuilder()
            .setSeq(1)
            .setClock(ClockStamp.newBuilder().setWallMillis(1_795_397_000_000L).setBootId("boot"))
            .build()
            .toByteString()
            .concat(ByteString.fromHex("c20600"));

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private ConsoleUnderTest console;
    private KioskId kiosk;
    private Visitor auditor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        kiosk = console.kiosk(1);
        auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void isCalmWhenNothingWaits() {
        var page = auditor.get("/records").body();

        assertTrue(page.contains("没有待处理的记录"));
        assertFalse(page.contains("waiting-count"));
    }

    @Test
    void showsWhatContradictsTheLedgerWithTheWayOut() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));

        var page = auditor.get("/records").body();

        assertTrue(page.contains("撤销签到"), page);
        assertTrue(page.contains("第 7 条"));
        assertTrue(page.contains("对不上"));
        assertTrue(page.contains("请向当天的值守人员核实"));
        assertTrue(page.contains("大厅一体机1"));
    }

    @Test
    void showsWhatNobodyCanRead() {
        push(new TestLedger(kiosk).addBytes(ByteString.copyFromUtf8("noise")));

        var page = auditor.get("/records").body();

        assertTrue(page.contains("内容读不出"));
        assertTrue(page.contains("对照当天的纸质签到"));
    }

    @Test
    void takesNothingThatAKioskCarriesFromAnothersDiskUntilAnAdministratorAllowsIt() {
        var victim = new TestLedger(kiosk).checkIn("M-1");
        push(victim);
        var thief = console.kiosk(1);
        var copied = victim.copy().checkIn("M-3").voiding(1);
        var carried = new TestLedger(thief).carry(copied, 1, 2, 3);
        console.ledger
                .append(thief, carried.epoch(), carried.pushAll())
                .orElseThrow()
                .join();

        assertEquals(1, counted("M-1"), "nobody but its own kiosk undoes a check-in");
        assertEquals(0, counted("M-3"));
        victim.checkIn("M-2");
        push(victim);
        assertEquals(1, counted("M-2"), "its own ledger goes on");
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var address = "/kiosks/" + thief + "/carrying";
        var page = admin.get("/records").body();
        assertTrue(page.contains("没有准许这台接续那一台的台账"), page);
        assertTrue(page.contains("href=\"" + address + "\""), page);
        assertFalse(auditor.get("/records").body().contains(address));

        assertTrue(admin.get(address).body().contains("出自 " + kiosk + "：3 条"));
        var form = Map.of("from", kiosk.value(), "reason", "同一台机器换了编号");
        assertEquals(303, admin.post(address, address, form).statusCode());

        assertEquals(0, counted("M-1"));
        assertEquals(1, counted("M-2"));
        assertEquals(1, counted("M-3"));
        assertTrue(admin.get("/records").body().contains("没有待处理的记录"));
        console.ledger.rebuild();
        assertEquals(1, counted("M-3"));
    }

    @Test
    void takesWhatAMachineEnrolledAnewCarriesFromTheKioskThatWasRevoked() {
        new KioskRegistry(console.database, console.clock).revoke(kiosk);
        var anew = console.kiosk(1);
        var carried = new TestLedger(anew).carry(new TestLedger(kiosk).checkIn("M-1"), 1);
        console.ledger
                .append(anew, carried.epoch(), carried.pushAll())
                .orElseThrow()
                .join();

        assertEquals(1, counted("M-1"));
        console.database.write((handle, changes) -> handle.execute("UPDATE kiosk SET revoked_at = NULL"));
        console.ledger.rebuild();
        assertEquals(1, counted("M-1"), "what was counted stays counted");
    }

    @Test
    void setsAsideTheOneRecordItFailsOverAndCountsThoseBehindIt() {
        var ticket = new TicketId("00000000000000aa");
        push(new TestLedger(kiosk)
                .add(
                        new QueueFact.TicketTaken(
                                ticket,
                                TicketNumber.parse("A001"),
                                new ServiceId("care"),
                                LocalDate.of(2026, 11, 23),
                                false),
                        console.clock.instant())
                .add(new QueueFact.TicketHandled(ticket, new TicketAct.Call(1), "s"), FIRST)
                .add(new QueueFact.TicketHandled(ticket, new TicketAct.Serve(), "s"), LAST)
                .checkIn("M-1"));

        var page = auditor.get("/records").body();

        assertTrue(page.contains("没能处理"), page);
        assertTrue(page.contains("第 3 条"), page);
        assertTrue(page.contains("后面的记录不受影响"), page);
        assertEquals(1, counted("M-1"));
        console.ledger.rebuild();
        assertEquals(page, auditor.get("/records").body());
        assertEquals(1, counted("M-1"));
    }

    @Test
    void asksForARenewedServerWhenAChoiceWithinAKnownKindIsUnknown() {
        push(new TestLedger(kiosk)
                .addBytes(FactRecord.newBuilder()
                        .setSeq(1)
                        .setClock(ClockStamp.newBuilder()
                                .setWallMillis(1_795_397_000_000L)
                                .setBootId("boot"))
                        .setCheckedIn(CheckedIn.newBuilder()
                                .setActivity("day-1")
                                .setMember("M-1")
                                .setRole(CheckedIn.Role.MEMBER)
                                .setMethodValue(99))
                        .build()
                        .toByteString()));

        var page = auditor.get("/records").body();

        assertTrue(page.contains("更新后自动重新读取"), page);
        assertFalse(page.contains("对照当天的纸质签到"), page);
    }

    private int counted(String member) {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM attendance WHERE street = 1 AND member = ? AND counted = 1")
                .bind(0, member)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void asksForARenewedServerWhenTheKindIsUnknown() {
        push(new TestLedger(kiosk).addBytes(UNKNOWN));

        var page = auditor.get("/records").body();

        assertTrue(page.contains("新种类的记录"), page);
        assertTrue(page.contains("更新后自动重新读取"));
    }

    @Test
    void leadsWhoMayDecideFromAForkToItsKiosk() {
        fork(118);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        var link = "href=\"/kiosks/" + kiosk + "/fork\"";

        assertTrue(admin.get("/records").body().contains(link));
        assertFalse(auditor.get("/records").body().contains(link));
    }

    @Test
    void countsWhatWaitsInTheMenu() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));
        fork(118);

        assertTrue(auditor.get("/activities").body().contains("<span class=\"waiting-count\">2</span>"));
    }

    @Test
    void showsNothingOfAnotherCommunity() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));

        var elsewhere = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        var own = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));

        assertTrue(elsewhere.get("/records").body().contains("没有待处理的记录"));
        assertTrue(own.get("/records").body().contains("撤销签到"));
    }

    @Test
    void findsByKioskAndByKind() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));

        assertTrue(auditor.get("/records?search=" + kiosk).body().contains("撤销签到"));
        assertTrue(auditor.get("/records?search=nowhere").body().contains("没有符合条件的记录"));
        assertTrue(auditor.get("/records?kind=UNREADABLE").body().contains("没有符合条件的记录"));
        assertTrue(auditor.get("/records?kind=IMPOSSIBLE&order=oldest").body().contains("撤销签到"));
    }

    @Test
    void turnsPages() {
        var ledger = new TestLedger(kiosk).checkIn("M-1");
        for (int i = 0; i < SetAsideReader.PER_PAGE + 1; i++) {
            ledger.voiding(1000 + i);
        }
        push(ledger);

        var first = auditor.get("/records").body();
        assertTrue(first.contains("第 1 页，共 2 页") && first.contains("href=\"/records?page=2\""));
        var second = auditor.get("/records?page=99").body();
        assertEquals(1, second.split("<tr data-record=", -1).length - 1);
    }

    @Test
    void keepsAForkThatIsSettledUnderItsFilter() {
        fork(118);
        console.clock.advance(Duration.ofMinutes(1));
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO epoch_decision (id, kiosk, epoch, decided_at, decided_by, reason, successor, used_at)"
                        + " VALUES ('d', ?, ?, 1, 'admin', '换硬盘', 'e', ?)",
                kiosk.value(),
                TestLedger.EPOCH.hex(),
                console.clock.millis()));

        assertTrue(auditor.get("/records").body().contains("没有待处理的记录"));
        assertTrue(auditor.get("/records?state=settled").body().contains("已经重新立账"));
    }

    @Test
    void takesADecisionWithItsReasonAndKeepsItOverARebuild() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var form = Map.of("settlement", "DISREGARDED", "reason", "问过值守人员，误点");

        assertTrue(reviewer.get("/records").body().contains("href=\"" + address() + "\""));
        assertEquals(303, reviewer.post(address(), address(), form).statusCode());
        console.ledger.rebuild();

        assertTrue(reviewer.get("/records").body().contains("没有待处理的记录"));
        var settled = reviewer.get("/records?state=settled").body();
        assertTrue(settled.contains("已核实，不予计入。理由：问过值守人员，误点"), settled);
    }

    @Test
    void decidesNothingWithoutAReason() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        var answer = reviewer.post(address(), address(), Map.of("settlement", "DISREGARDED", "reason", " "));

        assertEquals(422, answer.statusCode());
        assertTrue(auditor.get("/records").body().contains("撤销签到"));
    }

    @Test
    void letsTheFirstDecisionStand() {
        push(new TestLedger(kiosk).checkIn("M-1").voiding(7));
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        for (var settlement : new String[] {"DISREGARDED", "RECORDED_OTHERWISE"}) {
            reviewer.post("/password", address(), Map.of("settlement", settlement, "reason", settlement));
        }

        assertTrue(auditor.get("/records?state=settled").body().contains("理由：DISREGARDED"));
    }

    @Test
    void namesThePersonToWhoeverMayDecideAndRecordsThatItDid() {
        var person = console.database.read(
                handle -> handle.createQuery("SELECT id, name FROM member WHERE street = 1 ORDER BY id LIMIT 1")
                        .map((row, ignored) -> Map.entry(row.getString("id"), row.getString("name")))
                        .one());
        var thief = console.kiosk(1);
        var carried = new TestLedger(thief).carry(new TestLedger(kiosk).checkIn(person.getKey()), 1);
        console.ledger
                .append(thief, carried.epoch(), carried.pushAll())
                .orElseThrow()
                .join();
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var address = "/records/" + thief + "/" + TestLedger.EPOCH.hex() + "/1";

        assertFalse(reviewer.get(address).body().contains(person.getValue()));
        assertTrue(reviewer.get(address).body().contains("names=full"));
        assertTrue(reviewer.get(address + "?names=full").body().contains(person.getValue()));
        var looked = console.database.read(handle -> handle.createQuery(
                        "SELECT subject FROM audit_entry WHERE street = 1 AND action = 'FULL_NAMES_SHOWN'")
                .mapTo(String.class)
                .list());
        assertEquals(List.of(thief + " " + TestLedger.EPOCH.hex() + " 1"), looked);
    }

    private String address() {
        return "/records/" + kiosk + "/" + TestLedger.EPOCH.hex() + "/2";
    }

    private void push(TestLedger ledger) {
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
    }

    private void fork(long seq) {
        console.ledger.notedFork(kiosk, TestLedger.EPOCH, seq);
        console.database.write((handle, changes) -> 0);
    }
}
