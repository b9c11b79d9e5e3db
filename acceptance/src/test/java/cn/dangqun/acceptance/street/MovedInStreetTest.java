package cn.dangqun.acceptance.street;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Browser;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.devices.drivers.qr.CodeReader;
import cn.dangqun.devices.drivers.qr.Effort;
import cn.dangqun.devices.drivers.qr.GrayImage;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.shell.KioskCore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// A street office moves in: from an empty server to the figures that people read, in a browser, with a sheet and a
/// kiosk. Nothing is made up but the people, whose numbers are of a region that is none. The gate runs it with the
/// packages, as they are installed; without them it runs on the class path.
@Tag("real-time")
@Tag("packages")
class MovedInStreetTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String PASSWORD = "four words for the street";
    private static final Path PICTURES = Path.of("target", "pictures");
    /// Of 样例丙, whose number the sheet does not have
    private static final String CARD = "04a1b2c3d4e5f6";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Path settings;
    private StreetProcess street;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        settings = StreetProcess.settings(folder.resolve("office"), 0, false);
        street = StreetProcess.start(folder.resolve("office"), settings);
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.close();
        street.close();
    }

    private void go(String path) {
        browser.open(street.console() + path);
    }

    private void type(String field, String text) {
        var input = browser.await("[name='" + field + "']", SOON);
        input.clear();
        input.sendKeys(text);
    }

    private void choose(String field, String value) {
        browser.await("[name='" + field + "'] option[value='" + value + "']", SOON)
                .click();
    }

    private void chooseNamed(String field, String name) {
        var option = browser.await("[name='" + field + "']", SOON).findElements(By.tagName("option")).stream()
                .filter(each -> each.getText().strip().equals(name))
                .findFirst();
        option.orElseThrow(() -> new AssertionError("no " + name + " in " + field))
                .click();
    }

    private void press(String id) {
        browser.leaveBy("#" + id, SOON);
    }

    private String last() {
        return browser.address().replaceFirst(".*/", "");
    }

    private void picture(String name) throws Exception {
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    @Test
    void fromAnEmptyServerToTheFiguresOfThreeKindsOfMeetings() throws Exception {
        signInForTheFirstTime();
        isLedToWhatIsMissing(5);
        var committee = organizations();
        bringRoster();
        var dozen = bringFiveThousand();
        seat();
        var site = site(committee);
        desks(site);
        var pinCode = rota(site);
        isLedToWhatIsMissing(2);
        var theme = plan("THEME_DAY", "样例一支部", "样例主题党日");
        var group = plan("GROUP_MEETING", "样例第一党小组", "样例党小组会");
        var committeeMeeting = plan("COMMITTEE_MEETING", "样例三支部", "样例支委会");

        Path kioskSettings;
        try (var kiosk = MovedInKiosk.start(folder.resolve("kiosk"), street)) {
            kioskSettings = kiosk.settings();
            enrol(kiosk, site);
            kiosk.choosePin(pinCode);
            kiosk.bind(MovedInKiosk.INITIALS, CARD);
            kiosk.hold(CARD);
            for (int person : List.of(1, 4, 6)) {
                kiosk.hold(number(person));
            }
            isOnThePage(theme, 3 + HostileSheets.ENTERED_OF_FIRST_BRANCH, 2);
            isOnThePage(group, 1, 1);
            isOnThePage(committeeMeeting, 1, 1);
            for (var number : dozen) {
                kiosk.hold(number);
            }
            isOnThePage(theme, 3 + HostileSheets.ENTERED_OF_FIRST_BRANCH, 2 + dozen.size());
        }
        offersItsServices(kioskSettings);
        go("/activities");
        picture("moved-in-activities");
        go("/roster");
        picture("moved-in-roster");
        go("/plan");
        picture("moved-in-plan");
        go("/roster?search=" + URLEncoder.encode("样例己", StandardCharsets.UTF_8));
        browser.leaveBy("table.roster a.title", SOON);
        picture("moved-in-member");
        go("/kiosks/kiosk-1");
        picture("moved-in-kiosk");
    }

    private void signInForTheFirstTime() throws Exception {
        var password = street.firstPassword();
        go("/");
        type("username", "admin");
        type("password", password);
        press("sign-in");
        type("current", password);
        type("wanted", PASSWORD);
        type("repeated", PASSWORD);
        press("change-password");
    }

    private void isLedToWhatIsMissing(int steps) throws Exception {
        go("/");
        browser.await("ol[data-missing='" + steps + "']", SOON);
        picture("moved-in-start");
    }

    private void desks(String site) throws Exception {
        go("/services");
        press("starter");
        picture("moved-in-services");
        browser.leaveBy("table.services a.title", SOON);
        picture("moved-in-service");
        go("/services/windows/" + site);
        type("window1.number", "1");
        type("window1.name", "综合窗口");
        type("window2.number", "2");
        type("window2.name", "综合窗口");
        picture("moved-in-windows");
        press("save");
        go("/services/calendar");
        browser.date("[name=from]", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40));
        type("note", "样例节");
        press("add");
        picture("moved-in-calendar");
    }

    /// The code by which the person on duty chooses a PIN.
    private String rota(String site) throws Exception {
        go("/staff/new");
        type("name", "值守样例甲");
        type("duty", "工作日上午值守");
        chooseNamed("community", "样例社区党委");
        press("save");
        var code = browser.await("#code", SOON).getText();
        picture("moved-in-staff-code");
        go("/staff");
        picture("moved-in-staff");
        go("/staff/rota/" + site);
        chooseNamed("staff", "值守样例甲 工作日上午值守");
        for (var day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
            browser.await("[name='days." + day + "']", SOON).click();
        }
        press("add");
        picture("moved-in-rota");
        return code;
    }

    private String organizations() throws Exception {
        go("/organizations");
        type("name", "中共样例市样例区样例街道工作委员会");
        picture("moved-in-first-step");
        press("begin");
        var streetCommittee = last();
        var committee = organization(streetCommittee, "COMMITTEE", "样例社区党委");
        organization(committee, "BRANCH", "样例一支部");
        var second = organization(committee, "BRANCH", "样例二支部");
        organization(committee, "BRANCH", "样例三支部");
        organization(second, "GROUP", "样例第一党小组");
        go("/organizations");
        picture("moved-in-organizations");
        return committee;
    }

    private String organization(String above, String level, String name) {
        go("/organizations/" + above + "/new");
        type("name", name);
        choose("level", level);
        press("save");
        return last();
    }

    /// Of the n-th person.
    private static String number(int person) {
        var body = "990000195001" + "%02d".formatted(person) + "001";
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = (sum + Character.digit(body.charAt(i), 10)) * 2 % 11;
        }
        return body + "10X98765432".charAt(sum);
    }

    private void bringRoster() throws Exception {
        var sheet = Files.writeString(
                folder.resolve("党员名册.csv"),
                String.join(
                        "\n",
                        "样例街道党员花名册,,,,",
                        "姓名,公民身份号码,所在党支部,党小组,人员类别",
                        "样例甲," + number(1) + ",样例一支部,,正式党员",
                        "样例乙," + number(2) + ",样例一支部,,正式党员",
                        "样例丙,,样例一支部,,预备党员",
                        "样例丁," + number(4) + ",样例二支部,样例第一党小组,正式党员",
                        "样例戊," + number(5) + ",样例二支部,,正式党员",
                        "样例己," + number(6) + ",样例三支部,,正式党员",
                        "样例庚," + number(7) + ",样例三支部,,正式党员",
                        "合计,7,,,"));
        bring(sheet, "共 7 人，比对完成", "moved-in-preview");
    }

    /// Three workbooks of other programs, with their dirt. Returns the numbers of a dozen of the first branch.
    private List<String> bringFiveThousand() throws Exception {
        var sheets = HostileSheets.write(
                Files.createDirectories(folder.resolve("hostile")), List.of("样例一支部", "样例二支部", "样例三支部"));
        for (var sheet : sheets) {
            bring(sheet, "比对完成", "moved-in-hostile");
        }
        return HostileSheets.dozenOfFirstBranch();
    }

    private void bring(Path sheet, String said, String name) throws Exception {
        go("/roster/intakes");
        browser.await("input[type=file]", SOON).sendKeys(sheet.toString());
        press("bring");
        browser.await("[data-state=READY]", LONG);
        picture(name);
        assertTrue(browser.text().contains(said), browser.text());
        press("apply");
        browser.await("[data-state=DONE]", LONG);
    }

    private void seat() {
        go("/roster?search=" + URLEncoder.encode("样例己", StandardCharsets.UTF_8));
        browser.leaveBy("table.roster a.title", SOON);
        chooseNamed("organization", "样例三支部");
        choose("seat", "SECRETARY");
        press("seat");
    }

    private String site(String committee) {
        go("/sites/new");
        type("name", "样例社区党群服务中心");
        choose("organization", committee);
        press("save");
        return String.valueOf(browser.await("tr[data-site]", SOON).getDomAttribute("data-site"));
    }

    /// Begins this minute, so that people may check in.
    private String plan(String type, String organization, String title) {
        var now = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        go("/plan/new");
        choose("type", type);
        chooseNamed("organization", organization);
        type("title", title);
        type("place", "样例活动室");
        browser.date("[name=day]", LocalDate.now(ZoneId.of("Asia/Shanghai")));
        browser.time("[name=starts]", now);
        browser.time("[name=ends]", LocalTime.of(23, 59));
        press("save");
        return last();
    }

    /// The picture on the page is held before the scanner of the new kiosk.
    private void enrol(MovedInKiosk kiosk, String site) throws Exception {
        go("/kiosks");
        choose("site", site);
        type("kiosk", "kiosk-1");
        type("name", "样例一体机");
        press("create-code");
        browser.await(".enrolment-qr", SOON);
        picture("moved-in-code");
        var code = new CodeReader().read(GrayImage.of(browser.pictureOf(".enrolment-qr")), Effort.GLANCE);
        kiosk.enrol(code.orElseThrow());
    }

    /// What it was sent is read from its disk, as it would be at its next start.
    private void offersItsServices(Path kioskSettings) throws Exception {
        try (var kiosk = KioskCore.open(SettingsFile.loadKiosk(kioskSettings), Clock.systemUTC())) {
            var queue = kiosk.features().all().stream()
                    .filter(QueueFeature.class::isInstance)
                    .map(QueueFeature.class::cast)
                    .findFirst()
                    .orElseThrow();
            var taken = queue.services()
                    .desk()
                    .take(new ServiceId("elderly"), false)
                    .join();
            assertFalse(taken instanceof TakeOutcome.NotOffered, "whatever the hour");
        }
    }

    private void isOnThePage(String activity, int due, int present) {
        go("/activities");
        // the page is live: what is found may be drawn anew
        browser.await(
                "tr[data-activity='" + activity + "'][data-due='" + due + "'][data-present='" + present + "']", SOON);
    }
}
