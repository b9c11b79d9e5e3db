package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import cn.dangqun.kiosk.wall.Frames;
import cn.dangqun.kiosk.wall.WallTurnsViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The real screens in the real toolkit, touched by a robot.
class KioskScreensTest {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final CheckInOutcome.CheckedIn IN = Samples.checkedIn(NAME, AttendanceRole.MEMBER, false);

    private TestKiosk kiosk;
    private final ListAppender<ILoggingEvent> shown = new ListAppender<>();

    @BeforeEach
    void open() {
        kiosk = new TestKiosk(Orientation.PORTRAIT, 1, Scenes::ordinaryDay);
        var log = (Logger) LoggerFactory.getLogger("cn.dangqun.kiosk.checkin.Shown");
        log.setLevel(Level.INFO);
        shown.start();
        log.addAppender(shown);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger("cn.dangqun.kiosk.checkin.Shown")).detachAppender(shown);
        kiosk.close();
    }

    @Test
    void showsSuccessWithMaskedNameAndCountAfterATap() {
        tap(IN);

        var words = words();
        assertTrue(words.contains("签到成功"), words);
        assertTrue(words.contains("样*甲"), words);
        assertFalse(words.contains("样例甲"), words);
        assertTrue(words.contains("应到 32 实到 19"), words);
        assertTrue(words.contains("撤销 样*甲 的签到\n10 秒内有效"), words);
    }

    @Test
    void logsTheFactOfWhatWasShownAndNothingPersonal() {
        tap(IN);

        assertEquals(List.of("shown CHECKED_IN fact=kiosk-07/0123456789abcdef0123456789abcdef/42"), lines());
    }

    @Test
    void lightsGreenAndSpeaksOnceForEachAnswer() {
        tap(IN);
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(3)));

        assertEquals(List.of(Signal.Lamp.GREEN), kiosk.services.signals.lit);
        assertEquals(List.of(Announcement.Prompt.CHECKED_IN), kiosk.services.signals.said);
    }

    @Test
    void staysDarkAndSilentUntilTheAnswerIsThere() {
        kiosk.services.slow = true;
        kiosk.does(() -> kiosk.shell().presented(Samples.CARD));
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(2)));
        assertEquals(List.of(), kiosk.services.signals.lit);

        kiosk.does(() -> kiosk.services.pending.getFirst().complete(new CheckInOutcome.NotSaved()));

        assertEquals(List.of(Signal.Lamp.RED), kiosk.services.signals.lit);
        assertEquals(List.of(Announcement.Prompt.ASK_STAFF), kiosk.services.signals.said);
    }

    @Test
    void logsEachShowingOnceAlthoughTheSecondsRun() {
        tap(IN);
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(3)));
        tap(new CheckInOutcome.AlreadyCheckedIn(Samples.THEME_DAY, Optional.of(NAME), Samples.NOW, new Tally(32, 19)));

        assertEquals(
                List.of(
                        "shown CHECKED_IN fact=kiosk-07/0123456789abcdef0123456789abcdef/42",
                        "shown ALREADY_CHECKED_IN fact=-"),
                lines());
    }

    @Test
    void takesACheckInBackAtAPress() {
        tap(IN);

        settle();
        touch("#undo");

        assertTrue(words().contains("本次签到不计入"), words());
        assertEquals(List.of("present", "undo 42"), kiosk.services.asked);
        assertEquals("shown UNDONE fact=-", lines().getLast());
    }

    @Test
    void keepsTheUndoButtonUnderTheFingerWhileTheSecondsRun() {
        tap(IN);
        var before = find("#undo");

        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(4)));

        assertEquals(before, find("#undo"));
        assertEquals("撤销 样*甲 的签到\n6 秒内有效", ((Labeled) before).getText());
    }

    @Test
    void saysCalmlyThatSomebodyIsInAlready() {
        tap(IN);
        tap(new CheckInOutcome.AlreadyCheckedIn(
                Samples.THEME_DAY, Optional.of(NAME), Samples.NOW.minusSeconds(80), new Tally(32, 19)));

        assertTrue(words().contains("您已于 09:02 签到"), words());
        assertNull(find("#undo"));
    }

    @Test
    void leadsAnUnknownCardToAGuestsCheckIn() {
        tap(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
        kiosk.services.next = new CheckInOutcome.GuestCheckedIn(
                Samples.THEME_DAY, GuestKind.FLOATING, Samples.NOW, Samples.FACT, new Tally(32, 18));

        settle();
        touch("#guest-FLOATING");

        assertTrue(words().contains("签到成功 流动党员"), words());
        assertEquals(List.of("present", "guest FLOATING of a-1"), kiosk.services.asked);
    }

    @Test
    void leadsAStrangerToTheBranchIntoTheActivityAsObserver() {
        tap(new CheckInOutcome.OtherBranch(
                new cn.dangqun.domain.member.MemberId("M-2"), NAME, "样例社区第三党支部", List.of(Samples.THEME_DAY)));
        kiosk.services.next = Samples.checkedIn(NAME, AttendanceRole.OBSERVER, false);

        settle();
        touch("#activity-a-1");

        assertTrue(words().contains("签到成功 样*甲 列席"), words());
        assertEquals(List.of("present", "for a-1"), kiosk.services.asked);
    }

    @Test
    void neverSaysSuccessWhenTheDiskDidNotTakeIt() {
        tap(new CheckInOutcome.NotSaved());

        assertTrue(words().contains("没有保存成功"), words());
        assertFalse(words().contains("签到成功"), words());
    }

    @Test
    void returnsHomeAndThenToIdle() {
        tap(IN);
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(10)));
        assertNotNull(find("#home-screen"));

        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(60)));
        assertNotNull(find("#idle-screen"));
    }

    @Test
    void opensHomeFromIdleWithoutPressingWhatLiesBelow() {
        Toolkit.tap(kiosk.scene().getRoot());
        Toolkit.pulses(kiosk.scene(), 2);

        assertNotNull(find("#home-screen"));
    }

    @Test
    void opensEveryTile() {
        kiosk.does(kiosk::home);
        touch("#tile-wall");
        assertNotNull(find("#wall"));
        touch("#home");
        touch("#tile-activities");
        assertNotNull(find("#activities"));
        touch("#home");
        touch("#tile-help");
        assertNotNull(find("#help-screen"));
        touch("#home");
        touch("#foot-privacy");
        assertNotNull(find("#privacy"));
        touch("#home");
        touch("#foot-staff");
        assertNotNull(find("#staff-unlock"));
    }

    @Test
    void readsThePagesOfWhatHangsAndGoesBackToTheList() {
        kiosk.does(kiosk::home);
        touch("#tile-wall");
        touch("#wall-rights");
        assertTrue(words().contains("第 1 页，共 2 页"), words());
        assertTrue(words().contains("（一）参加党的有关会议"), words());

        touch("#page-next");
        assertTrue(words().contains("党的任何一级组织直至中央都无权剥夺"), words());
        assertTrue(words().contains("中国共产党章程》第四条"), words());
        touch("#wall-back");

        assertNotNull(find("#wall-oath"));
    }

    /// Issue 15: a minute was not enough, and anybody's tap led home.
    @Test
    void aPageStaysAsLongAsItTakesToReadItAndThroughAnothersTap() {
        kiosk.does(kiosk::home);
        touch("#tile-wall");
        touch("#wall-rights");
        touch("#page-next");
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(80)));
        assertTrue(words().contains("第 2 页，共 2 页"), words());

        tap(IN);
        assertTrue(words().contains("签到成功"), words());
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(10)));
        assertTrue(words().contains("第 2 页，共 2 页"), words());

        kiosk.does(() -> kiosk.time.pass(Duration.ofMinutes(3)));
        assertNotNull(find("#idle-screen"));
    }

    @Test
    void asksWhetherSomebodyStillReadsAndShowsThePageAgain() {
        kiosk.does(kiosk::home);
        touch("#foot-privacy");
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(50)));
        assertTrue(words().contains("还在看吗？"), words());

        Toolkit.tap(kiosk.scene().getRoot());
        Toolkit.pulses(kiosk.scene(), 2);

        assertNotNull(find("#privacy"));
        assertFalse(words().contains("还在看吗？"), words());
    }

    @Test
    void takesAWithdrawnPageOffTheScreenAtOnce() {
        kiosk.does(kiosk::home);
        touch("#tile-wall");
        touch("#wall-rights");

        kiosk.does(() -> kiosk.services.wall(Frames.only(Frames.LIBRARY.lastResort())));

        assertNull(find("#page-next"));
        assertNull(find("#wall-rights"));
        assertNotNull(find("#wall-oath"));
    }

    @Test
    void showsTheWallWhileNobodyIsHereAndNoCheckInIsOpen() {
        kiosk.services.activities = List.of(Samples.evening());
        kiosk.does(kiosk::home);
        kiosk.does(() -> kiosk.time.pass(ShellViewModel.IDLE_AFTER));
        assertNotNull(find("#idle-screen"));

        kiosk.does(() -> kiosk.time.pass(WallTurnsViewModel.TURN));
        assertNotNull(find("#idle-turn"));
        assertTrue(words().contains("我志愿加入中国共产党"), words());

        Toolkit.tap(kiosk.scene().getRoot());
        Toolkit.pulses(kiosk.scene(), 2);
        assertNotNull(find("#home-screen"));
    }

    @Test
    void leavesTheInvitationStandingWhileCheckInIsOpen() {
        kiosk.does(kiosk::home);
        kiosk.does(() -> kiosk.time.pass(ShellViewModel.IDLE_AFTER.plus(WallTurnsViewModel.TURN.multipliedBy(5))));

        assertNotNull(find("#idle-screen"));
    }

    /// On idle and at home (issue 15).
    @Test
    void invitesToNothingThatIsUnpluggedAndNobodyWhileNothingIsOpen() {
        for (Runnable where : List.<Runnable>of(kiosk::home, () -> Scenes.idle(kiosk))) {
            kiosk.does(where);
            assertTrue(words().contains("二维码"), words());
            kiosk.does(() -> kiosk.services.devices(Samples.readers(true, false)));
            assertFalse(words().contains("二维码 ") || words().contains("出示"), words());
            assertTrue(words().contains("请刷身份证或党员卡"), words());
            kiosk.does(() -> kiosk.services.devices(Samples.readers(false, false)));
            assertFalse(words().contains("请刷"), words());
            assertTrue(words().contains("请到服务台签到"), words());
            kiosk.does(() -> kiosk.services.devices(Samples.readers(true, true)));
        }
        kiosk.services.activities = List.of(Samples.evening());
        kiosk.does(kiosk::home);
        kiosk.does(() -> Scenes.idle(kiosk));
        assertFalse(words().contains("请刷") || words().contains("刷卡"), words());
    }

    @Test
    void opensTheStaffCornerToTheRightPinOnly() {
        kiosk.does(kiosk::home);
        touch("#foot-staff");
        touch("#person-s-1");
        kiosk.services.verdict = new StaffDesk.Unlock.WrongPin(4);
        type("1111");
        assertTrue(words().contains("密码不对，还可以试 4 次"), words());

        kiosk.services.verdict = new StaffDesk.Unlock.Unlocked(Samples.staff().getFirst());
        type("2468");

        assertNotNull(find("#staff-corner"));
        assertTrue(words().contains("软件版本 0.1.0"), words());
        assertEquals(List.of("unlock s-1 1111", "unlock s-1 2468"), kiosk.services.asked);
    }

    @Test
    void staffRestartOrEndTheProgramAfterAQuestion() {
        kiosk.does(() -> kiosk.shell().admit(Samples.staff().getFirst()));
        touch("#care-open");
        touch("#program-open");

        touch("#restart");
        touch("#no");
        touch("#end");
        assertEquals(List.of(), kiosk.services.program.done);
        touch("#yes");
        assertEquals(List.of("end"), kiosk.services.program.done);

        kiosk.does(() -> kiosk.shell().corner());
        touch("#care-open");
        touch("#program-open");
        touch("#restart");
        touch("#yes");
        assertEquals(List.of("end", "restart"), kiosk.services.program.done);
    }

    @Test
    void locksOutAfterTooManyWrongPins() {
        kiosk.does(kiosk::home);
        touch("#foot-staff");
        touch("#person-s-1");
        kiosk.services.verdict = new StaffDesk.Unlock.LockedOut(Samples.NOW.plus(Duration.ofMinutes(5)));
        type("1111");

        assertTrue(words().contains("09:08 以后再试"), words());
        assertNull(find("#key-1"));
    }

    @Test
    void neverShowsThePin() {
        kiosk.does(kiosk::home);
        touch("#foot-staff");
        touch("#person-s-1");
        touch("#key-7");
        touch("#key-7");

        assertEquals(1, words().chars().filter(sign -> sign == '7').count(), words());
    }

    @Test
    void acceptsACheckInFromAnyScreen() {
        kiosk.does(() -> kiosk.shell().go("privacy"));

        tap(IN);

        assertTrue(words().contains("签到成功"), words());
    }

    /// 撤销 of the first person under a finger that comes down on the second person's page (issue 16).
    @Test
    void leavesTheNextPersonInWhenAFingerComesDownJustAfterTheirPage() {
        tap(IN);
        kiosk.does(() -> kiosk.time.pass(Duration.ofMillis(500)));
        tap(next());

        kiosk.does(() -> kiosk.time.pass(Duration.ofMillis(120)));
        dab("#undo");
        dab("#home");

        assertTrue(words().contains("签到成功 样*乙"), words());
        assertTrue(words().contains("撤销 样*乙 的签到"), words());
        assertEquals(List.of("present", "present"), kiosk.services.asked);

        settle();
        touch("#undo");
        assertEquals(List.of("present", "present", "undo 43"), kiosk.services.asked);
    }

    /// The finger came down on the first person's page and goes up on the second's.
    @Test
    void undoesNobodyByAFingerThatLiesOnTheScreenWhileThePageChanges() {
        tap(IN);
        settle();
        Toolkit.press(find("#undo"));
        tap(next());
        settle();

        Toolkit.release();
        Toolkit.pulses(kiosk.scene(), 2);

        assertTrue(words().contains("签到成功 样*乙"), words());
        assertEquals(List.of("present", "present"), kiosk.services.asked);
    }

    @Test
    void choosesNothingForTheNextPersonByAFingerMeantForTheLastPage() {
        tap(IN);
        tap(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));

        dab("#guest-FLOATING");
        dab("#help");

        assertTrue(words().contains("这张卡没有登记"), words());
        assertEquals(List.of("present", "present"), kiosk.services.asked);
    }

    /// The next person's tap leaves the question where it is, to the pixel (issue 17).
    @Test
    void keepsTheQuestionUnderTheFingerWhileTheNextPersonTaps() {
        tap(new CheckInOutcome.ChooseActivity(
                new cn.dangqun.domain.member.MemberId("M-1"), NAME, List.of(Samples.THEME_DAY, Samples.LECTURE)));
        settle();
        var choice = find("#activity-a-1");
        var place = place(choice);

        kiosk.services.next = next();
        kiosk.does(() -> kiosk.shell().presented(Samples.NEXT_CARD));

        assertEquals(choice, find("#activity-a-1"));
        assertEquals(place, place(choice));
        assertTrue(find("#others-wait").isVisible());
        assertEquals(List.of(Signal.Lamp.AMBER, Signal.Lamp.AMBER), kiosk.services.signals.lit);
        kiosk.services.next = IN;
        touch("#activity-a-1");
        assertTrue(words().contains("签到成功 样*甲"), words());
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(3)));
        assertTrue(words().contains("签到成功 样*乙"), words());
        assertEquals(List.of("present", "present", "for a-1"), kiosk.services.asked);
    }

    @Test
    void staffPrintTheSignInSheetOfTheRollAndComeBackToIt() {
        kiosk.does(() -> kiosk.shell().admit(Samples.staff().getFirst()));
        kiosk.does(() -> kiosk.shell().go("roll"));
        if (find("#roll-print") == null) {
            touch("#activity-" + Samples.THEME_DAY.id());
        }

        touch("#roll-print");
        touch("#print-sheet-1");
        touch("#print-to-1");
        touch("#print-go");

        assertEquals(List.of(Samples.THEME_DAY.heldOn() + "-主题党日-已签签到表 to U盘"), kiosk.services.printing.ordered);
        assertTrue(words().contains("U盘：已打印"), words());

        touch("#print-back");

        assertNotNull(find("#roll-print"));
    }

    private static javafx.geometry.Bounds place(Node node) {
        return Toolkit.call(() -> node.localToScene(node.getBoundsInLocal()));
    }

    private static CheckInOutcome next() {
        return new CheckInOutcome.CheckedIn(
                IN.activity(),
                new cn.dangqun.domain.member.MemberId("M-2"),
                new PersonName("样例乙"),
                AttendanceRole.MEMBER,
                false,
                Samples.NOW,
                new FactId(Samples.FACT.kiosk(), Samples.FACT.epoch(), 43),
                IN.tally());
    }

    /// The page has stood long enough for a finger to be meant for it.
    private void settle() {
        kiosk.does(() -> kiosk.time.pass(Duration.ofMillis(800)));
    }

    private void tap(CheckInOutcome outcome) {
        kiosk.does(() -> kiosk.tapped(outcome));
    }

    /// Where the page has stood for a while.
    private void touch(String id) {
        settle();
        dab(id);
    }

    /// At once.
    private void dab(String id) {
        Toolkit.tap(find(id));
        Toolkit.pulses(kiosk.scene(), 2);
    }

    private void type(String digits) {
        digits.codePoints().forEach(digit -> touch("#key-" + Character.toString(digit)));
        touch("#confirm");
    }

    private Node find(String id) {
        return Toolkit.call(() -> kiosk.scene().getRoot().lookup(id));
    }

    private List<String> lines() {
        return shown.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private String words() {
        return Toolkit.call(() -> all(kiosk.scene().getRoot())
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(KioskScreensTest::all))
                : Stream.of(node);
    }
}
