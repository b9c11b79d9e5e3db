package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What hangs on the wall, on whole processes: written, with a picture, and approved by two people in the street's
/// browser, read on a kiosk in a real window, taken down from screen and disk; what else hangs is there without the
/// street.
@Tag("real-time")
class WallTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String FRAME = "/wall/frames/room-rules?place=c1";
    private static final String FIRST_VERSION = "wall: room-rules version 1, page 1";
    private static final String SECOND_VERSION = "wall: room-rules version 2, page 1 of 2, picture [0-9a-f]{64}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private StreetProcess street;
    private KioskProcess kiosk;
    private Browser browser;
    private VirtualDisplay display;

    @Test
    void hangsWhatTwoPeopleApprovedUntilItIsTakenDown() throws Exception {
        try (var screen = VirtualDisplay.open(1080, 1920, folder);
                var server = StreetProcess.start(folder, StreetProcess.settings(folder, 0, true));
                var chromium = new Browser(folder.resolve("profile"))) {
            display = screen;
            street = server;
            browser = chromium;
            int controlPort = KioskProcess.freePort();
            var settings = settings(controlPort);
            try (var process = KioskProcess.start(settings, controlPort, screen.environment(), List.of())) {
                kiosk = process;
                kiosk.awaitRoster();
                publishedAndTakenDown();
            }
            street.stop();
            try (var again = KioskProcess.start(settings, controlPort, screen.environment(), List.of())) {
                kiosk = again;
                kiosk.awaitRoster();
                readsWithoutTheStreet();
            }
        }
    }

    private void publishedAndTakenDown() throws Exception {
        var version = write();
        approveAndPublish(version);
        browser.await(".delivery[data-down='no'][data-kiosks='1'][data-confirmed='1']", SOON);
        browser.picture(PICTURES.resolve("wall-published.png"));

        openRules();
        var shown = expect(SECOND_VERSION, this::touchRoomRules);
        display.picture(PICTURES.resolve("wall-kiosk.png"));
        var file = onDisk(shown.substring(shown.lastIndexOf(' ') + 1));
        assertTrue(Files.exists(file));

        int before = kiosk.process().lineCount();
        browser.find("input[name=reason]").sendKeys("写错了开放时间");
        browser.leaveByConfirming("#withdraw", SOON);
        browser.await(".delivery[data-down='yes'][data-kiosks='1'][data-confirmed='1']", SOON);
        browser.picture(PICTURES.resolve("wall-taken-down.png"));
        kiosk.process().await(Pattern.compile("wall: list of"), before, SOON);
        kiosk.process().await(Pattern.compile("Nothing names " + file.getFileName() + " any more"), before, SOON);
        assertFalse(Files.exists(file));
        expect(FIRST_VERSION, this::touchRoomRules);
    }

    /// The community's administrator writes and hands in.
    private String write() throws Exception {
        logIn("demo-site");
        browser.open(street.console() + FRAME);
        browser.leaveBy("#write", SOON);
        browser.await("input[name=title]", SOON).clear();
        browser.find("input[name=title]").sendKeys("活动室管理制度（验收）");
        browser.find("textarea[name=body]").clear();
        browser.find("textarea[name=body]").sendKeys("第一条　每天开放\n第二条　保持整洁");
        browser.find("input[value=PUBLIC_RULE]").click();
        browser.leaveBy("#save", SOON);
        browser.await("#submit", SOON);
        var version = browser.address();
        bringPicture();
        browser.open(version);
        browser.leaveBy("#submit", SOON);
        browser.await("dl[data-stage='SUBMITTED']", SOON);
        browser.leaveBy("#sign-out", SOON);
        return version;
    }

    private void bringPicture() throws Exception {
        var file = folder.resolve("plan.png");
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 1600, 1200, Color.RED));
        pen.fillRect(0, 0, 1600, 1200);
        pen.dispose();
        ImageIO.write(picture, "png", file.toFile());
        browser.find("input[name=file]").sendKeys(file.toAbsolutePath().toString());
        browser.leaveBy("#add-picture", SOON);
        browser.await("textarea[name=words-1]", SOON).sendKeys("活动室平面图（验收）");
        browser.picture(PICTURES.resolve("wall-picture-brought.png"));
        browser.leaveBy("#save-words", SOON);
        browser.await("img[alt='活动室平面图（验收）']", SOON);
    }

    private Path onDisk(String name) {
        return folder.resolve("kiosk-1").resolve("kiosk").resolve("content").resolve(name);
    }

    /// The street's reviewer finds it among what waits.
    private void approveAndPublish(String version) throws Exception {
        logIn(street.login());
        browser.open(street.console() + "/wall");
        browser.await("tr[data-waiting='SUBMITTED']", SOON);
        browser.picture(PICTURES.resolve("wall-overview.png"));
        assertTrue(browser.text().contains("活动室管理制度（验收）"));
        browser.open(version);
        browser.await("input[name=secrecy]", SOON).click();
        browser.leaveBy("#approve", SOON);
        browser.await("#publish", SOON);
        browser.leaveBy("#publish", SOON);
        browser.await("dl[data-stage='PUBLISHED']", SOON);
    }

    /// The finance column is published and stored here, and has ended: the kiosk's own clock hides it.
    private void readsWithoutTheStreet() throws Exception {
        assertEquals(
                1,
                Ledgers.number(
                        street.database(),
                        "SELECT count(*) FROM wall_version WHERE slot = 'publicity-finance' AND place = 'c1'"
                                + " AND state = 'PUBLISHED'"));
        openWall();
        var columns = expect("wall: list of \\[publicity-party[^\\]]*\\]", () -> display.press("360,1683"));
        assertFalse(columns.contains("publicity-finance"), columns);
        assertTrue(columns.contains("publicity-residents"), columns);
        expect("wall: list of \\[admission", () -> display.press("780,1683"));
        expect(FIRST_VERSION, this::touchRoomRules);
        display.picture(PICTURES.resolve("wall-kiosk-offline.png"));
    }

    // places on a screen of 1080 by 1920: the name board, where nothing is pressed, and the first tile; below, the
    // fourth
    // group and the second of three rows
    private void openWall() throws Exception {
        display.press("540,120");
        expect("wall: list of \\[oath, rights\\]", () -> display.press("284,1468"));
    }

    private void openRules() throws Exception {
        openWall();
        expect("wall: list of \\[admission", () -> display.press("780,1683"));
    }

    private void touchRoomRules() throws Exception {
        display.press("500,1390");
    }

    private interface Touch {
        void now() throws Exception;
    }

    /// Touches, and waits for what the kiosk says it shows then.
    private String expect(String shown, Touch touch) throws Exception {
        int before = kiosk.process().lineCount();
        touch.now();
        return kiosk.process().await(Pattern.compile(shown), before, SOON).group();
    }

    private void logIn(String login) {
        browser.open(street.console());
        browser.await("input[name=username]", SOON).sendKeys(login);
        browser.find("input[name=password]").sendKeys(street.password());
        browser.leaveBy("button[type=submit]", SOON);
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
}
