package cn.dangqun.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailPageTest {
    private ConsoleUnderTest console;
    private Visitor auditor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void saysWhoLookedAtWhoseNames() {
        var activity = console.open().getFirst().id();
        console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet()).get("/activities/" + activity + "?names=full");

        var row = row(auditor.get("/trail?action=FULL_NAMES_SHOWN").body());

        assertTrue(row.contains("test-street-reviewer2"), row);
        assertTrue(row.contains("查看全名"));
        assertTrue(row.contains(activity.value()));
        assertTrue(row.contains("127.0.0.1"));
    }

    @Test
    void keepsNothingOfWhatWasTypedWhereNoAccountIs() {
        console.visitor().signIn("secret-typed-here", "wrong");

        var page = auditor.get("/trail?action=SIGN_IN_FAILED").body();

        assertTrue(row(page).contains("没有这个账号"));
        assertFalse(page.contains("secret-typed-here"));
    }

    @Test
    void saysWhoUnlockedWhichKiosk() {
        unlocked(1);

        var row = row(auditor.get("/trail?action=STAFF_UNLOCKED").body());

        assertTrue(row.contains("进入一体机值守界面"), row);
        assertTrue(row.contains("大厅一体机1"));
        assertTrue(row.contains("S-77"));
    }

    @Test
    void findsOnePersonsDeedsOfOneDay() {
        unlocked(1);

        assertEquals(1, rows(auditor.get("/trail?person=S-77&day=2026-11-23").body()));
        assertTrue(auditor.get("/trail?person=S-77&day=2026-11-22").body().contains("没有符合条件的记录"));
    }

    @Test
    void showsTheOldestFirstWhenAsked() {
        unlocked(1);

        assertTrue(row(auditor.get("/trail?order=oldest").body()).contains("登录"));
        assertTrue(row(auditor.get("/trail").body()).contains("S-77"));
    }

    @Test
    void showsNothingOfAnotherCommunity() {
        unlocked(1);
        var elsewhere = console.visitor(Role.AUDITOR, new Scope(Optional.of(new OrganizationId("c2"))));

        var page = elsewhere.get("/trail").body();

        assertFalse(page.contains("S-77"));
        assertEquals(1, rows(page), "the own sign-in");
    }

    @Test
    void isForAuditorsAndAdministratorsOnly() {
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        assertEquals(403, reviewer.get("/trail").statusCode());
        assertFalse(reviewer.get("/activities").body().contains("href=\"/trail\""));
        assertEquals(200, admin.get("/trail").statusCode());
        assertTrue(admin.get("/activities").body().contains("href=\"/trail\""));
    }

    @Test
    void findsWhatWasDoneToOneThing() {
        unlocked(1);
        var activity = console.open().getFirst().id();
        console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet()).get("/activities/" + activity + "?names=full");

        var page = auditor.get("/trail?subject=" + activity).body();

        assertEquals(1, rows(page));
        assertTrue(row(page).contains("查看全名"));
        assertEquals(1, rows(auditor.get("/trail?subject=kiosk-1-1").body()));
        assertEquals(0, rows(auditor.get("/trail?subject=kiosk-1").body()), "the whole id");
    }

    @Test
    void offersEverybodyOfTheRecordToChooseFrom() {
        unlocked(1);
        console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));

        var page = auditor.get("/trail?person=nobody-here").body();

        for (var person : List.of("S-77", "test-auditor1", "test-site-admin2", "nobody-here")) {
            assertTrue(page.contains("<option value=\"" + person + "\""), person);
        }
    }

    @Test
    void turnsPages() {
        for (int i = 0; i < TrailReader.PER_PAGE + 1; i++) {
            unlocked(1);
        }

        var first = auditor.get("/trail?person=S-77").body();

        assertTrue(first.contains("第 1 页，共 2 页"));
        assertEquals(1, rows(auditor.get("/trail?person=S-77&page=2").body()));
    }

    private void unlocked(int site) {
        var kiosk = console.kiosk(site);
        console.database.write((handle, changes) -> {
            handle.execute(
                    "INSERT INTO chain (number, kiosk, epoch, last_seq, last_hash, started_at)"
                            + " SELECT coalesce(max(number), 0) + 1, ?, 'e', 1, x'', 0 FROM chain",
                    kiosk.value());
            return handle.execute(
                    "INSERT INTO staff_unlock (chain, seq, staff, at) SELECT max(number), 1, 'S-77', ? FROM chain",
                    console.clock.millis() + 1);
        });
    }

    private static String row(String page) {
        var body = page.substring(page.indexOf("<tbody>"));
        return body.substring(body.indexOf("<tr"), body.indexOf("</tr>"));
    }

    private static int rows(String page) {
        return page.split("<td class=\"c-when", -1).length - 1;
    }
}
