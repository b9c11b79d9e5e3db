package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The main job on real input: a card on a real PC/SC stack, a kiosk in a real window, a server, a browser on the
/// console.
@Tag("real-time")
class OneTapTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "pictures");
    // a member of the first community's first branch, whose activity is open in the demonstration street
    private static final String CARD = "04DE3000000180";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void showsSuccessOnTheKioskAndTheRowOnTheConsole() throws Exception {
        try (var pcsc = PcscDaemon.acquire(Duration.ofMinutes(5));
                var display = VirtualDisplay.open(1080, 1920, folder);
                var street = StreetProcess.start(folder, StreetProcess.settings(folder, 0, true));
                var browser = new Browser(folder.resolve("profile"))) {
            pcsc.start();
            var settings = KioskProcess.write(new KioskProcess.Plan(
                    folder.resolve("kiosk-1"),
                    street.syncPort(),
                    street.fingerprint(),
                    street.enrolmentCode("kiosk-1", "site-1"),
                    1080,
                    1920,
                    "[[device]]\nname = \"读卡器\"\ndriver = \"pcsc\"\n"));
            try (var kiosk = KioskProcess.start(settings, 0, display.environment(), List.of())) {
                kiosk.awaitRoster();
                logIn(browser, street);
                browser.await("#live-status[data-state='on']", SOON);
                browser.await("tr[data-activity^='c1-b1-theme-day'][data-present='0']", SOON);

                int before = kiosk.process().lineCount();
                pcsc.reader(0).insert(VirtualCard.contactless(CARD));

                var shown = kiosk.process().await(KioskProcess.SHOWN, before, SOON);
                assertEquals("CHECKED_IN", shown.group(1));
                browser.await("tr[data-activity^='c1-b1-theme-day'][data-present='1']", SOON);
                System.out.println("from the kiosk's screen to the console's row: "
                        + sinceShown(kiosk).toMillis() + " ms");
                display.picture(PICTURES.resolve("one-tap-kiosk.png"));
                browser.picture(PICTURES.resolve("one-tap-console.png"));

                leavesTheCardAndTapsAgain(pcsc, kiosk);
                browser.await("tr[data-activity^='c1-b1-theme-day'][data-present='1']", SOON);
            }
        }
    }

    /// Left on the reader the card is read once; laid on again it is answered calmly and counted no second time.
    private static void leavesTheCardAndTapsAgain(PcscDaemon pcsc, KioskProcess kiosk) throws Exception {
        var reader = pcsc.reader(0);
        int asked = reader.commands();
        int shownSoFar = shown(kiosk);
        Thread.sleep(Duration.ofSeconds(3)); // the time itself is under test: a card lying there for three seconds
        assertEquals(asked, reader.commands(), "a card left on the reader is asked nothing more");
        assertEquals(shownSoFar, shown(kiosk));

        reader.remove();
        Thread.sleep(Duration.ofSeconds(3)); // beyond the reader's hold-off
        int before = kiosk.process().lineCount();
        reader.insert(VirtualCard.contactless(CARD));

        assertEquals(
                "ALREADY_CHECKED_IN",
                kiosk.process().await(KioskProcess.SHOWN, before, SOON).group(1));
    }

    private static Duration sinceShown(KioskProcess kiosk) {
        var line = kiosk.process().lines().stream()
                .filter(each -> KioskProcess.SHOWN.matcher(each.text()).find())
                .findFirst()
                .orElseThrow();
        return Duration.ofNanos(System.nanoTime() - line.nanos());
    }

    private static int shown(KioskProcess kiosk) {
        return (int) kiosk.process().lines().stream()
                .filter(each -> KioskProcess.SHOWN.matcher(each.text()).find())
                .count();
    }

    private static void logIn(Browser browser, StreetProcess street) {
        browser.open(street.console());
        browser.await("input[name=username]", SOON).sendKeys(street.login());
        browser.find("input[name=password]").sendKeys(street.password());
        browser.find("button[type=submit]").click();
        browser.await("table", SOON);
        assertTrue(browser.text().contains("今日活动"), browser::text);
    }
}
