package cn.dangqun.server.kiosks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.vault.OneTimeCode;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskPagesTest {
    private static final Epoch ANOTHER = new Epoch("ffeeddccbbaa99887766554433221100");

    private ConsoleUnderTest console;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void tellsAKioskThatTalksFromOneThatNeverDid() {
        var talking = console.kiosk(1);
        var silent = console.kiosk(2);
        console.heartbeat(talking);

        assertTrue(row(talking).contains("data-level=\"CALM\" data-state=\"ONLINE\""));
        assertTrue(row(silent).contains("data-level=\"CALM\" data-state=\"NEVER\""));
    }

    @Test
    void growsMoreUrgentTheLongerAKioskIsSilent() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);

        console.clock.advance(Duration.ofHours(25));
        assertTrue(row(kiosk).contains("data-level=\"ATTENTION\" data-state=\"SILENT\""));
        console.clock.advance(Duration.ofDays(7));
        assertTrue(row(kiosk).contains("data-level=\"URGENT\""));
        assertTrue(row(kiosk).contains("请检查电源和网络"));
    }

    @Test
    void saysUpToWhenAKioskHoldsWhatTheStreetGave() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        assertFalse(admin.get("/kiosks/" + kiosk).body().contains("为止下发的都已收到"));

        console.database.write((handle, changes) -> handle.execute(
                "UPDATE kiosk SET reference_site = site,"
                        + " reference_applied = (SELECT max(number) FROM reference_change) WHERE id = ?",
                kiosk.value()));

        assertTrue(admin.get("/kiosks/" + kiosk).body().contains("为止下发的都已收到"));
    }

    /// A street whose line was cut: sixty kiosks, thirteen minutes.
    @Test
    void needsSomebodyWhenKiosksAreSilentForMinutes() {
        var kiosks = List.of(console.kiosk(1), console.kiosk(2));
        kiosks.forEach(console::heartbeat);
        console.clock.advance(Duration.ofMinutes(8));
        kiosks.forEach(kiosk -> assertTrue(row(kiosk).contains("data-level=\"CALM\"")));

        console.clock.advance(Duration.ofMinutes(5));

        kiosks.forEach(kiosk -> assertTrue(row(kiosk).contains("data-level=\"ATTENTION\" data-state=\"SILENT\"")));
        assertTrue(row(kiosks.getFirst()).contains("已 13 分钟没有联系"), row(kiosks.getFirst()));
    }

    @Test
    void saysWhenFactsWaitOnAKiosk() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 12, Optional.of(console.clock.instant().minus(Duration.ofDays(2))));

        assertTrue(row(kiosk).contains("最早的未上传记录已等待 2 天"));
    }

    @Test
    void namesADeviceThatFails() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO kiosk_device VALUES (1, ?, 'reader-1', 'CARD_READER', 'FAILED', 'DISCONNECTED')",
                kiosk.value()));

        assertTrue(row(kiosk).contains("读卡器故障"));
    }

    @Test
    void asksNothingOfARevokedKiosk() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        console.clock.advance(Duration.ofDays(30));
        new KioskRegistry(console.database, console.clock).revoke(kiosk);

        assertTrue(row(kiosk).contains("data-level=\"CALM\" data-state=\"REVOKED\""));
    }

    @Test
    void revokesAKioskForAReasonOnceSomebodyHasHeardWhatItHolds() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 3, Optional.of(console.clock.instant()));
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var page = "/kiosks/" + kiosk;

        var refused = admin.post(page, page + "/revocation", Map.of("reason", "报废"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("还有 3 条记录没有传来"));
        assertFalse(row(kiosk).contains("data-state=\"REVOKED\""));

        assertEquals(
                303,
                admin.post(page, page + "/revocation", Map.of("reason", "报废", "anyway", "yes"))
                        .statusCode());
        assertTrue(row(kiosk).contains("data-state=\"REVOKED\""));
        assertTrue(admin.get(page).body().contains("停用原因：报废"));
    }

    @Test
    void replacesAKioskInOneAct() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 3, Optional.of(console.clock.instant()));
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var page = "/kiosks/" + kiosk;
        var successor = "kiosk-1-2";
        assertTrue(admin.get(page).body().contains("name=\"kiosk\" value=\"" + successor + "\""));

        assertEquals(
                422,
                admin.post(page, page + "/replacement", Map.of("kiosk", kiosk.value(), "anyway", "yes"))
                        .statusCode());
        assertEquals(
                422,
                admin.post(page, page + "/replacement", Map.of("kiosk", successor))
                        .statusCode());
        assertFalse(row(kiosk).contains("data-state=\"REVOKED\""));

        var answer = admin.post(page, page + "/replacement", Map.of("kiosk", successor, "anyway", "yes"))
                .body();

        assertTrue(row(kiosk).contains("data-state=\"REVOKED\""));
        assertTrue(admin.get(page).body().contains("换成新机器 " + successor));
        assertTrue(answer.contains("enrolment-qr"), answer);
        var code = console.database.read(
                handle -> handle.createQuery("SELECT kiosk || ' ' || name || ' ' || site FROM enrolment_code")
                        .mapTo(String.class)
                        .one());
        assertEquals(successor + " 大厅一体机1 site-1", code);
    }

    @Test
    void movesAKioskToAnotherCentre() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 3, Optional.of(console.clock.instant()));
        console.clock.advance(Duration.ofMinutes(1));
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var page = "/kiosks/" + kiosk;

        assertEquals(
                404, admin.post(page, page + "/site", Map.of("site", "nowhere")).statusCode());
        assertEquals(
                303, admin.post(page, page + "/site", Map.of("site", "site-2")).statusCode());

        var stands = console.database.read(
                handle -> handle.createQuery("SELECT site FROM kiosk_stand WHERE kiosk = ? AND until_at IS NULL")
                        .bind(0, kiosk.value())
                        .mapTo(String.class)
                        .list());
        assertEquals(List.of("site-2"), stands);
        var owner = console.communities().get(1);
        var seen = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(owner.id())))
                .get("/kiosks")
                .body();
        assertTrue(seen.contains("data-kiosk=\"" + kiosk + "\""));
        assertEquals(1, audited("KIOSK_MOVED"));
    }

    @Test
    void namesWhereTheWindowsOfACentreFindAKiosk() {
        var kiosk = console.kiosk(1);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var page = "/kiosks/" + kiosk;

        for (var wrong : List.of("8.8.8.8", "kiosk.example.com", "http://10.0.0.5", "10.0.0.999", "kiosk")) {
            assertEquals(
                    422,
                    admin.post(page, page + "/window", Map.of("address", wrong)).statusCode(),
                    wrong);
        }
        for (var good : List.of("10.0.0.5", "hall-1.centre.lan", "192.168.1.20")) {
            assertEquals(
                    303,
                    admin.post(page, page + "/window", Map.of("address", good)).statusCode(),
                    good);
        }
        assertTrue(admin.get(page).body().contains("value=\"192.168.1.20\""));
        assertTrue(admin.get("/window-authority").body().startsWith("-----BEGIN CERTIFICATE-----"));
        assertEquals(3, audited("KIOSK_WINDOW_SET"));

        admin.post(page, page + "/window", Map.of("address", ""));
        assertFalse(admin.get(page).body().contains("192.168.1.20\""));
    }

    @Test
    void renamesAKiosk() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        admin.post("/kiosks/" + kiosk, "/kiosks/" + kiosk + "/name", Map.of("name", "二楼一体机"));

        assertTrue(row(kiosk).contains("二楼一体机"));
    }

    @Test
    void showsOnlyKiosksOfTheOwnCommunity() {
        var own = console.kiosk(1);
        var foreign = console.kiosk(2);
        var community = console.communities().getFirst();

        var page = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(community.id())))
                .get("/kiosks")
                .body();

        assertTrue(page.contains("data-kiosk=\"" + own + "\""));
        assertFalse(page.contains("data-kiosk=\"" + foreign + "\""));
    }

    @Test
    void findsAKioskAmongMany() {
        for (int i = 1; i <= 103; i++) {
            console.heartbeat(console.kiosk(1));
        }
        var waiting = console.kiosk(1);
        console.heartbeat(waiting, 12, Optional.of(console.clock.instant().minus(Duration.ofDays(2))));
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        var first = reviewer.get("/kiosks").body();
        assertEquals(100, rows(first));
        assertTrue(first.contains("<dd>104</dd>"), "the summary is of all");
        assertEquals(4, rows(reviewer.get("/kiosks?page=2").body()));
        assertEquals(1, rows(reviewer.get("/kiosks?search=kiosk-1-77").body()));
        var needy = reviewer.get("/kiosks?state=needy").body();
        assertEquals(1, rows(needy));
        assertTrue(needy.contains("data-kiosk=\"" + waiting + "\""));
        assertTrue(needy.contains("/live/kiosks?state=needy"), "goes on as it was asked");
        var none = reviewer.get("/kiosks?search=zzz").body();
        assertEquals(0, rows(none));
        assertTrue(none.contains("没有找到"));
    }

    private static int rows(String page) {
        return page.split("data-kiosk=", -1).length - 1;
    }

    @Test
    void givesAnAdministratorACodeThatLetsAKioskIn() {
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        var answer =
                admin.post("/kiosks", "/kiosks/codes", Map.of("kiosk", "new-one", "name", "新一体机", "site", "site-1"));

        var code = Pattern.compile("id=\"enrolment-code\">([0-9A-Z-]{14})<").matcher(answer.body());
        assertTrue(code.find(), answer.body());
        var stored = console.database.read(
                handle -> handle.createQuery("SELECT kiosk FROM enrolment_code WHERE code_hash = ?")
                        .bind(0, new OneTimeCode(code.group(1)).hash())
                        .mapTo(String.class)
                        .one());
        assertEquals("new-one", stored);
        assertEquals(1, audited("ENROLMENT_CODE_CREATED"));
    }

    @Test
    void asksTwiceBeforeACodeReplacesAKioskThatIsThere() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 12, Optional.of(console.clock.instant()));
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var form = new HashMap<>(Map.of("kiosk", kiosk.value(), "name", "新一体机", "site", "site-2"));

        var warning = admin.post("/kiosks", "/kiosks/codes", form);

        assertEquals(409, warning.statusCode());
        assertTrue(warning.body().contains("“大厅一体机1”"), warning.body());
        assertTrue(warning.body().contains("还有 12 条记录没有传来"), warning.body());
        assertFalse(warning.body().contains("enrolment-code"));
        assertEquals(0, audited("ENROLMENT_CODE_CREATED"));
        form.put("replace", kiosk.value());
        assertTrue(admin.post("/kiosks", "/kiosks/codes", form).body().contains("enrolment-code"));
    }

    @Test
    void saysWhatARevokedKioskTookAlongAndLetsItDeliver() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk, 12, Optional.of(console.clock.instant()));
        new KioskRegistry(console.database, console.clock).revoke(kiosk);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var address = "/kiosks/" + kiosk + "/leaving";

        assertTrue(row(kiosk).contains("还有 12 条记录没有传来"), row(kiosk));
        assertTrue(row(kiosk).contains("href=\"" + address + "\""));
        assertEquals(303, admin.post(address, address + "/late", Map.of()).statusCode());
        assertTrue(admin.get(address).body().contains("已准许补传"));
        assertEquals(1, audited("LATE_DELIVERY_ALLOWED"));
        assertEquals(
                422,
                admin.post(address, address + "/lost", Map.of("reason", " ")).statusCode());
        assertEquals(
                303,
                admin.post(address, address + "/lost", Map.of("reason", "烧毁")).statusCode());
        assertTrue(admin.get(address).body().contains("没有留下未传来的记录"));
        assertEquals(1, audited("KIOSK_FACTS_LOST"));
    }

    @Test
    void saysWhatAFormerLedgerHadThatTheKioskNoLongerSpeaksOf() {
        var kiosk = console.kiosk(1);
        var former =
                new TestLedger(kiosk).checkIn("M-1", console.clock.instant()).checkIn("M-2");
        push(kiosk, former, 1);
        says(kiosk, former, 1);
        assertFalse(row(kiosk).contains("没有传来"), row(kiosk));

        console.clock.advance(Duration.ofSeconds(30));
        var anew = new TestLedger(kiosk, ANOTHER);
        says(kiosk, anew, 0);

        assertTrue(row(kiosk).contains("换用新台账时还有 1 条记录没有传来"), row(kiosk));
        var page = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet())
                .get("/kiosks/" + kiosk + "/leaving")
                .body();
        assertTrue(page.contains("街道收到第 1 条为止；最后签到的是"), page);
        says(kiosk, anew, 0);
        assertTrue(row(kiosk).contains("还有 1 条记录没有传来"), "it stays until somebody acts");
        anew.carry(former, 1, 2);
        push(kiosk, anew, 2);
        says(kiosk, anew, 0);
        assertFalse(row(kiosk).contains("没有传来"), row(kiosk));
    }

    @Test
    void saysThatNobodyKnowsWhatAFormerLedgerHadSinceItsLastWord() {
        var kiosk = console.kiosk(1);
        var former = new TestLedger(kiosk).checkIn("M-1");
        push(kiosk, former, 1);
        says(kiosk, former, 0);
        console.clock.advance(Duration.ofMinutes(10));

        says(kiosk, new TestLedger(kiosk, ANOTHER), 0);

        assertTrue(row(kiosk).contains("在那以后有没有记录，街道不知道"), row(kiosk));
    }

    private void push(KioskId kiosk, TestLedger ledger, long through) {
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.push(1, through))
                .orElseThrow()
                .join();
    }

    private void says(KioskId kiosk, TestLedger ledger, int unsent) {
        var health = Health.newBuilder()
                .setUnsent(unsent)
                .setOldestUnsentWallMillis(unsent == 0 ? 0 : console.clock.millis())
                .setFreeDiskBytes(1L << 40)
                .build();
        new KioskRegistry(console.database, console.clock)
                .notedHealth(kiosk, ledger.epoch(), health, console.clock.millis());
        console.database.write((handle, changes) -> 0);
    }

    @Test
    void refusesCodesToOthersAndForImpossibleKiosks() {
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var form = Map.of("kiosk", "new-one", "name", "新一体机", "site", "site-1");

        assertEquals(403, reviewer.post("/activities", "/kiosks/codes", form).statusCode());
        var impossible = Map.of("kiosk", "NEW ONE", "name", "新一体机", "site", "site-1");
        assertEquals(400, admin.post("/kiosks", "/kiosks/codes", impossible).statusCode());
        var elsewhere = Map.of("kiosk", "new-one", "name", "新一体机", "site", "site-99");
        assertEquals(404, admin.post("/kiosks", "/kiosks/codes", elsewhere).statusCode());
        assertEquals(0, audited("ENROLMENT_CODE_CREATED"));
    }

    private String row(KioskId kiosk) {
        var body = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet())
                .get("/kiosks")
                .body();
        int at = body.indexOf("data-kiosk=\"" + kiosk + "\"");
        assertTrue(at > 0, "no row of " + kiosk);
        return body.substring(at, body.indexOf("</tr>", at));
    }

    private int audited(String action) {
        return console.database.read(handle -> handle.createQuery("SELECT count(*) FROM audit_entry WHERE action = ?")
                .bind(0, action)
                .mapTo(Integer.class)
                .one());
    }
}
