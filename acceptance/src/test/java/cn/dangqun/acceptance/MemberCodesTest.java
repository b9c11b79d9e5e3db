package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.acceptance.process.PaperSheet;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import cn.dangqun.devices.drivers.qr.CodeReader;
import cn.dangqun.devices.drivers.qr.Effort;
import cn.dangqun.devices.drivers.qr.GrayImage;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A member code's life on whole processes: issued in the street's browser, printed, held to a kiosk, revoked, and
/// replaced under a new key. What the kiosk is shown is read from the printed sheet.
@Tag("real-time")
class MemberCodesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    // a branch whose activity is open in the demonstration street
    private static final String BRANCH = "/codes/branches/c1-b1";
    private static final String DEMO_ADMIN = "demo-admin";
    private static final double SIDE = 25;
    private static final double TOLERANCE = 0.3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final CodeReader reader = new CodeReader();
    private StreetProcess street;
    private KioskProcess kiosk;
    private KioskProcess.Hand hand;
    private Browser browser;
    private VirtualDisplay display;
    private int sheets;

    @Test
    void worksFromThePrinterUntilItIsRevokedOrItsKeyHasEnded() throws Exception {
        int controlPort = KioskProcess.freePort();
        try (var screen = VirtualDisplay.open(1080, 1920, folder);
                var server = StreetProcess.start(folder, StreetProcess.settings(folder, 0, true));
                var chromium = new Browser(folder.resolve("profile"))) {
            display = screen;
            street = server;
            browser = chromium;
            try (var process =
                    KioskProcess.start(settings(controlPort), controlPort, screen.environment(), List.of())) {
                kiosk = process;
                kiosk.awaitRoster();
                try (var holding = kiosk.hand()) {
                    hand = holding;
                    lifeOfACode();
                }
            }
        }
    }

    private void lifeOfACode() throws Exception {
        logIn(street.login());
        var printed = issue(1, 2);
        assertEquals("CHECKED_IN", show(printed.get(0)));
        assertEquals(1, checkIns());

        revoke(serialOf(2));
        assertEquals("CODE_REVOKED", show(printed.get(1)));
        display.picture(PICTURES.resolve("member-code-revoked.png"));
        assertEquals(1, checkIns());
        assertEquals("ALREADY_CHECKED_IN", show(printed.get(0)), "the other card is as good as before");

        endKeyAtOnce();
        logIn(street.login());
        var replaced = issue(2);
        assertEquals("CHECKED_IN", show(replaced.getFirst()));
        assertEquals(2, checkIns());
        assertEquals("CODE_EXPIRED", show(printed.get(0)));
        display.picture(PICTURES.resolve("member-code-ended.png"));
    }

    private Path settings(int controlPort) throws Exception {
        return KioskProcess.write(new KioskProcess.Plan(
                folder.resolve("kiosk-1"),
                street.syncPort(),
                street.fingerprint(),
                street.enrolmentCode("kiosk-1", "site-1"),
                1080,
                1920,
                KioskProcess.simulatedDevices(controlPort)));
    }

    /// Issues cards to members by their place on the list; returns what the codes on the printed sheet say.
    private List<String> issue(int... rows) throws Exception {
        browser.open(street.console() + BRANCH);
        for (int row : rows) {
            browser.find("tr[data-member]:nth-child(" + row + ") input").click();
        }
        browser.leaveBy("#issue", SOON);
        browser.await(".face", SOON);
        var pdf = PICTURES.resolve("member-codes-" + ++sheets + ".pdf");
        browser.pdf(pdf);
        awaitReference();
        var paper = PaperSheet.of(pdf);
        assertEquals(210, paper.width(), 0.5);
        assertEquals(297, paper.height(), 0.5);
        return IntStream.range(0, rows.length)
                .mapToObj(column -> read(paper, column))
                .toList();
    }

    private String read(PaperSheet paper, int column) {
        var code = codeOf(paper, column);
        var side = PaperSheet.codeSide(code);
        System.out.printf("the printed code measures %.2f mm with its quiet zone%n", side);
        assertEquals(SIDE, side, TOLERANCE);
        return reader.read(GrayImage.of(code), Effort.GLANCE).orElseThrow();
    }

    /// The right part of a card in the first row, with more white than its code needs.
    private static BufferedImage codeOf(PaperSheet paper, int column) {
        return paper.part(19.4 + 85.6 * column + 53, 13.5 + 11.4, 31, 27);
    }

    private void revoke(String serial) throws Exception {
        browser.open(street.console() + "/codes");
        browser.find("#serial").sendKeys(serial);
        browser.leaveBy("#find", SOON);
        browser.await("input[value=LOST]", SOON).click();
        browser.leaveByConfirming("#revoke", SOON);
        // the page learns by itself that the kiosk has it
        browser.await(".delivery[data-kiosks='1'][data-received='1']", SOON);
        browser.picture(PICTURES.resolve("member-code-delivered.png"));
    }

    /// The administrator replaces the key; cards of the former one ended yesterday.
    private void endKeyAtOnce() {
        logOut();
        logIn(DEMO_ADMIN);
        browser.open(street.console() + "/codes");
        browser.date(
                "input[name=last-day]",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
        browser.find("input[name=sure]").click();
        browser.leaveBy("#rotate", SOON);
        browser.await("li[data-state='FORMER']", SOON);
        logOut();
    }

    private String serialOf(int row) {
        browser.open(street.console() + BRANCH);
        return browser.await("tr[data-member]:nth-child(" + row + ") a", SOON).getText();
    }

    private void logIn(String login) {
        browser.open(street.console());
        browser.await("input[name=username]", SOON).sendKeys(login);
        browser.find("input[name=password]").sendKeys(street.password());
        browser.leaveBy("button[type=submit]", SOON);
    }

    private void logOut() {
        browser.leaveBy("#sign-out", SOON);
    }

    /// Holds a code to the kiosk's scanner and says what stood on its screen.
    private String show(String text) throws Exception {
        int before = kiosk.process().lineCount();
        hand.showCode(text);
        return kiosk.process().await(KioskProcess.SHOWN, before, SOON).group(1);
    }

    /// How many check-ins by code are on the kiosk's disk.
    private long checkIns() throws Exception {
        var ledger = folder.resolve("kiosk-1").resolve("kiosk").resolve("ledger.db");
        return Ledgers.ofKiosk(ledger, new KioskId("kiosk-1")).stream()
                .filter(each -> each.fact() instanceof AttendanceFact.CheckedIn checkedIn
                        && checkedIn.method() == CheckInMethod.QR)
                .count();
    }

    /// Until the kiosk has everything the street has published.
    private void awaitReference() throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (Ledgers.number(
                        street.database(),
                        "SELECT count(*) FROM kiosk WHERE reference_applied >="
                                + " (SELECT max(number) FROM reference_change WHERE scope = 'street')")
                == 0) {
            assertTrue(System.nanoTime() < end, "the kiosk did not receive the key");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
