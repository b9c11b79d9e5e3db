package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A number taken with a finger on a kiosk in a real window, called with a finger by duty staff, and seen by the street
/// in a browser: real presses, a real server, real TLS.
@Tag("real-time")
class QueueByTouchTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Pattern TAKEN = Pattern.compile("number ([A-Z][0-9]{3}) taken");
    private static final Pattern CALLED = Pattern.compile("number ([A-Z][0-9]{3}) called to window 1");

    // where things stand on a screen of 1080 by 1920
    private static final String NAME_BOARD = "540,90";
    private static final String QUEUE_TILE = "794,1446";
    private static final String STAFF_ENTRANCE = "947,1845";
    private static final String CONVENIENCE = "281,959";
    private static final String TAKE = "540,1408";
    private static final String HOME = "540,1823";
    private static final String FIRST_OF_TWO = "537,1484";
    private static final String CALLING = "669,1725";
    private static final String CALL_NEXT = "537,1670";
    /// 2 4 6 8 1 0 and 确定, the demonstration's PIN
    private static final List<String> PIN =
            List.of("545,1236", "293,1380", "785,1380", "545,1525", "293,1236", "545,1670", "785,1670");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aNumberIsTakenCalledAndSeenByTheStreet() throws Exception {
        try (var display = VirtualDisplay.open(1080, 1920, folder);
                var street = StreetProcess.start(folder, StreetProcess.settings(folder, 0, true));
                var browser = new Browser(folder.resolve("profile"))) {
            int control = KioskProcess.freePort();
            var settings = KioskProcess.write(new KioskProcess.Plan(
                    folder.resolve("kiosk-1"),
                    street.syncPort(),
                    street.fingerprint(),
                    street.enrolmentCode("kiosk-1", "site-1"),
                    1080,
                    1920,
                    KioskProcess.simulatedDevices(control)));
            try (var kiosk = KioskProcess.start(settings, control, display.environment(), List.of())) {
                kiosk.awaitRoster();
                logIn(browser, street);

                display.press(NAME_BOARD, QUEUE_TILE);
                display.picture(PICTURES.resolve("queue-services.png"));
                display.press(CONVENIENCE, TAKE);

                var number = kiosk.process().await(TAKEN, 0, SOON).group(1);
                display.picture(PICTURES.resolve("queue-number.png"));
                browser.open(street.console() + "/queue?site=site-1");
                browser.await("dl[data-taken='1'][data-waiting='1']", SOON);

                // a look before the first key: the page that has just come ignores a finger meant for the one before
                display.press(HOME, STAFF_ENTRANCE, FIRST_OF_TWO, PIN.getFirst());
                display.type(PIN.subList(1, PIN.size()).toArray(String[]::new));
                kiosk.process().await("unlocked the staff corner", SOON);
                display.picture(PICTURES.resolve("staff-corner.png"));
                display.press(CALLING, FIRST_OF_TWO, CALL_NEXT);

                assertEquals(number, kiosk.process().await(CALLED, 0, SOON).group(1));
                browser.await("tr[data-number='" + number + "']", SOON);
                display.picture(PICTURES.resolve("queue-called.png"));
                browser.picture(PICTURES.resolve("queue-console.png"));
            }
        }
    }

    private static void logIn(Browser browser, StreetProcess street) {
        browser.open(street.console());
        browser.await("input[name=username]", SOON).sendKeys(street.login());
        browser.find("input[name=password]").sendKeys(street.password());
        browser.find("button[type=submit]").click();
        browser.await("table", SOON);
    }
}
