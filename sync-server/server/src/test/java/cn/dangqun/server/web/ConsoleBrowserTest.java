package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.reference.ReferenceLedger;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// The console in a real browser. Screenshots of every page go to `target/console`.
@Tag("real-time")
class ConsoleBrowserTest {
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);
    private static final Dimension LARGE = new Dimension(1920, 1080);

    private ConsoleUnderTest console;
    private static TestBrowser browser;

    @BeforeAll
    static void startBrowser(@TempDir Path profile) {
        browser = TestBrowser.start(profile);
    }

    @AfterAll
    static void endBrowser() {
        browser.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        Files.createDirectories(SHOTS);
        console = new ConsoleUnderTest(directory);
        browser.forget();
        console.account("shiyuan", Role.STREET_REVIEWER, Scope.wholeStreet());
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsACheckInWithinASecondWithoutReloading() {
        var activity = console.open().getFirst();
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        signIn("shiyuan");
        browser.runs("window.untouched = true");
        until(() -> browser.status().equals("on"));
        assertEquals("0", cell(activity, "present"));

        checkIn(kiosk, activity, console.roll(activity.organization()).getFirst(), false);
        long committed = System.nanoTime();
        until(() -> cell(activity, "present").equals("1"));
        var took = Duration.ofNanos(System.nanoTime() - committed);

        assertTrue(took.toMillis() < 1_000, () -> "took " + took);
        assertEquals(true, browser.answers("return window.untouched"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void saysThatItIsOfflineAndHealsByItself() {
        var activity = console.open().getFirst();
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        signIn("shiyuan");
        until(() -> browser.status().equals("on"));

        console.stop();
        until(() -> browser.status().equals("lost"));
        shot("offline", SMALL);
        console.fact(
                kiosk, checkedIn(activity, console.roll(activity.organization()).getFirst(), false));
        console.startAgain();

        until(() -> browser.status().equals("on"));
        until(() -> cell(activity, "present").equals("1"));
    }

    @Test
    void saysWhatToDoWhenTheSessionHasEnded() {
        signIn("shiyuan");
        until(() -> browser.status().equals("on"));

        console.database.write((handle, changes) -> {
            changes.note(Topic.Street.ACCOUNTS);
            return handle.execute("DELETE FROM console_session");
        });

        until(() -> browser.status().equals("closed"));
        assertTrue(browser.text("#live-status").contains("重新登录"));
    }

    @Test
    void staysSignedInWhileSomebodyTypesAndWaitsForWholeDates() {
        signIn("yunwei");
        browser.size(SMALL);
        page("/activities");
        assertTrue(
                Integer.parseInt(String.valueOf(browser.answers("return document.querySelector('.menu').offsetHeight")))
                        < 60,
                "the menu is one line");
        assertEquals(
                "true",
                String.valueOf(
                        browser.answers(
                                "const menu = document.querySelector('.menu');"
                                        + "return menu.scrollWidth <= menu.clientWidth && document.documentElement.scrollWidth <= innerWidth")),
                "and all of it is seen");
        browser.runs("window.untouched = true; const box = document.querySelector('[name=date]');"
                + "box.dispatchEvent(new KeyboardEvent('keydown', {key: '2', bubbles: true}));"
                + "box.value = '0002-11-23'; box.dispatchEvent(new Event('change', {bubbles: true}));"
                + "box.value = '2026-11-22'; box.dispatchEvent(new Event('change', {bubbles: true}));");
        until(() -> browser.text("h1").contains("11月22日"));

        page("/kiosks");
        console.clock.advance(Duration.ofMinutes(20));
        browser.runs("const later = Date.now() + 20 * 60 * 1000; Date.now = () => later");
        browser.type("[name=kiosk]", "new-one");
        until(() -> console.database.read(
                        handle -> handle.createQuery("SELECT max(seen_at) FROM console_session WHERE street = 1")
                                .mapTo(Long.class)
                                .one())
                == console.clock.millis());
        console.clock.advance(Duration.ofMinutes(20));
        browser.type("[name=name]", "新一体机");
        browser.leaveBy("#create-code");
        assertTrue(browser.text("h1").contains("登记码"), browser.text("h1"));
    }

    @Test
    void looksRightOnEveryPage() {
        browser.visit(console.address.resolve("/login"));
        shots("login");
        fill("shiyuan", "wrong");
        shots("login-refused");
        fill("shiyuan", ConsoleUnderTest.PASSWORD);
        until(() -> browser.status().equals("on"));
        shots("today-without-data");

        busyMorning();
        until(() -> !browser.text("#summary").contains("0\n实到"));
        shots("today");
        var activity = console.open().getFirst();
        page("/activities/" + activity.id());
        shots("activity");
        page("/activities/" + activity.id() + "?names=full");
        shots("activity-full-names");
        browser.printing(true);
        shot("activity-print", SMALL);
        browser.printing(false);
        page("/activities?date=2026-11-22");
        shots("empty-day");
        page("/activities/no-such");
        shots("not-found");
        browser.visit(console.address.resolve("/kiosks"));
        until(() -> browser.status().equals("on"));
        shots("kiosks-reviewer");

        browser.leaveBy("#sign-out");
        fill("yunwei", ConsoleUnderTest.PASSWORD);
        page("/kiosks");
        shots("kiosks");
        browser.type("[name=kiosk]", "new-one");
        browser.type("[name=name]", "新一体机");
        browser.click("#create-code");
        shots("code");
        page("/password");
        shots("password");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void looksRightWhereAForkedLedgerIsEnded() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE kiosk SET ledger_damaged = 1, salvaged = 214, unreadable = 3, rival_at = ?",
                console.clock.millis()));
        new Ledger(console.database, console.clock, List.of())
                .notedFork(kiosk, new Epoch("0123456789abcdef0123456789abcdef"), 118);
        console.database.write((handle, changes) -> 0); // after what was noted
        signIn("yunwei");
        page("/kiosks");
        shots("kiosks-forked");
        browser.leaveBy("tr[data-kiosk] a.button");
        shots("fork");
        browser.type("[name=reason]", "7 月 9 日换硬盘，恢复了备份");
        browser.leaveBy("#allow-restart");
        shots("fork-allowed");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void looksRightWhereMemberCodesAreIssued() {
        var branch = branchWithUnusualNames();
        signIn("shiyuan");
        page("/codes");
        shots("codes-without-any");
        page("/codes/branches/" + branch + "?names=full");
        shots("codes-branch-without-any");
        for (int row = 1; row <= 8; row++) {
            browser.click("tr[data-member]:nth-child(" + row + ") input");
        }
        browser.leaveBy("#issue");
        shots("codes-sheet");
        browser.pdf(SHOTS.resolve("codes-sheet.pdf"));
        browser.leaveBy("#back");
        shots("codes-branch");
        browser.leaveBy("tr[data-member]:nth-child(1) a");
        shots("codes-card");
        console.kiosk(1);
        console.heartbeat(console.kiosk(2));
        browser.runs("window.confirm = question => { document.title = question; return false; }");
        browser.click("[name=reason][value=LOST]");
        browser.click("#revoke");
        assertTrue(String.valueOf(browser.answers("return document.title")).contains("确定作废"));
        browser.runs("window.confirm = () => true");
        browser.leaveBy("#revoke");
        until(() -> browser.status().equals("on"));
        shots("codes-card-revoked");
        console.database.write((handle, changes) -> {
            changes.reference();
            return handle.execute("UPDATE kiosk SET reference_site = site,"
                    + " reference_applied = (SELECT max(revocation) FROM code_card) WHERE site = 'site-1'");
        });
        until(() -> browser.attribute(".delivery", "data-received").equals("1"));
        page("/codes/find?serial=12345678");
        shots("codes-not-found");
        browser.leaveBy("#sign-out");

        fill("yunwei", ConsoleUnderTest.PASSWORD);
        page("/codes");
        browser.click("[name=sure]");
        browser.leaveBy("#rotate");
        shots("codes-key-rotated");
        page("/codes/branches/" + branch);
        shots("codes-branch-administrator");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void looksRightWhereRecordsWaitAndDeedsAreRead() {
        console.account("jiandu", Role.AUDITOR, Scope.wholeStreet());
        browser.visit(console.address.resolve("/login"));
        fill("jiandu", "wrong");
        fill("jiandu", ConsoleUnderTest.PASSWORD);
        page("/records");
        shots("records-empty");
        setAside();
        until(() -> browser.text("#records").contains("撤销签到"));
        shots("records");
        browser.printing(true);
        browser.pdf(SHOTS.resolve("records.pdf"));
        browser.printing(false);
        page("/trail");
        shots("trail");
        browser.printing(true);
        browser.pdf(SHOTS.resolve("trail.pdf"));
        browser.printing(false);
        browser.leaveBy("#sign-out");
        fill("shiyuan", ConsoleUnderTest.PASSWORD);
        page("/records");
        browser.leaveBy("tr[data-record=IMPOSSIBLE] .button");
        shots("record");
        browser.type("[name=reason]", "问过值守人员，当天误点了两次撤销");
        browser.leaveBy("#settle");
        shots("records-settled");
        assertEquals(List.of(), browser.complaints());
    }

    private void setAside() {
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        var activity = console.open().getFirst();
        var ledger = new TestLedger(kiosk)
                .checkIn("M-1")
                .voiding(7)
                .addBytes(ByteString.copyFromUtf8("noise"))
                .add(
                        new AttendanceFact.CheckInVoided(activity.id(), 99, AttendanceFact.VoidReason.STAFF_CORRECTION),
                        console.clock.instant().minus(Duration.ofHours(20)));
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
        console.ledger.notedFork(console.kiosk(2), TestLedger.EPOCH, 118);
        console.ledger.notedFork(console.kiosk(2), TestLedger.EPOCH, 118);
    }

    /// A branch of the demonstration with more people in it, whose names are long, short or rare.
    private OrganizationId branchWithUnusualNames() {
        var branch = console.open().getFirst().organization();
        var names = List.of("阿卜杜热合曼·买买提依明·样例", "欧阳样例", "王䶮", "㛃样𬺈", "样例古丽努尔·阿不都克里木江·玉素甫艾力·吾守尔", "李犇");
        new ReferenceLedger(console.database, console.clock)
                .publish(IntStream.range(0, names.size())
                        .<ReferenceItem>mapToObj(i -> new ReferenceItem.MemberItem(new Member(
                                new MemberId("A-" + i),
                                new PersonName(names.get(i)),
                                MemberStatus.FULL,
                                RelationKind.HOME,
                                branch,
                                Optional.empty())))
                        .toList());
        return branch;
    }

    private void busyMorning() {
        var kiosk = console.kiosk(1);
        var second = console.kiosk(2);
        var third = console.kiosk(3);
        var fourth = console.kiosk(4);
        console.heartbeat(third);
        console.clock.advance(Duration.ofMinutes(12));
        console.heartbeat(fourth, 7, Optional.of(console.clock.instant().minus(Duration.ofHours(30))));
        console.clock.advance(Duration.ofMinutes(1));
        var activity = console.open().getFirst();
        var roll = console.roll(activity.organization());
        for (int i = 0; i < roll.size() - 9; i++) {
            console.clock.advance(Duration.ofSeconds(7));
            checkIn(kiosk, activity, roll.get(i), i > 15);
        }
        checkIn(kiosk, activity, roll.get(3), false);
        var undone = checkIn(kiosk, activity, roll.getLast(), false);
        console.fact(
                kiosk, new AttendanceFact.CheckInVoided(activity.id(), undone, AttendanceFact.VoidReason.SELF_UNDO));
        console.fact(kiosk, new AttendanceFact.GuestCheckedIn(activity.id(), GuestKind.REPORTED_IN, Optional.empty()));
        console.fact(kiosk, new AttendanceFact.GuestCheckedIn(activity.id(), GuestKind.RESIDENT, Optional.empty()));
        console.open().stream()
                .skip(1)
                .limit(3)
                .forEach(each -> console.roll(each.organization()).stream()
                        .limit(6)
                        .forEach(member -> checkIn(second, each, member, false)));
        console.heartbeat(kiosk);
        console.heartbeat(second);
    }

    private long checkIn(KioskId kiosk, Activity activity, Member member, boolean late) {
        return console.fact(kiosk, checkedIn(activity, member, late));
    }

    private static Fact checkedIn(Activity activity, Member member, boolean late) {
        return new AttendanceFact.CheckedIn(
                activity.id(), member.id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, late);
    }

    private void signIn(String login) {
        browser.visit(console.address.resolve("/login"));
        fill(login, ConsoleUnderTest.PASSWORD);
    }

    private void fill(String login, String password) {
        browser.type("#login", login);
        browser.type("#password", password);
        browser.leaveBy("#sign-in");
    }

    private void page(String path) {
        browser.visit(console.address.resolve(path));
    }

    private String cell(Activity activity, String name) {
        return browser.attribute("tr[data-activity='" + activity.id() + "']", "data-" + name);
    }

    private void shots(String name) {
        shot(name, SMALL);
        shot(name, LARGE);
    }

    private void shot(String name, Dimension size) {
        browser.shot(SHOTS.resolve(name + "-" + size.getWidth() + ".png"), size);
    }

    private static void until(BooleanSupplier condition) {
        TestBrowser.until(condition);
    }
}
