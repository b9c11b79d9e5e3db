package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.card.FakeCards;
import cn.dangqun.kiosk.queue.QueueDesk;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.ui.FingerGuard;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A finger that taps twice, or comes down just as the page changes, presses what was meant and nothing else.
class FingerGuardTest {
    private TestKiosk kiosk;

    @AfterEach
    void close() {
        kiosk.close();
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void aDoubleTapCallsTheNextAndThrowsNobodyAway(Orientation orientation) {
        atWindow(orientation);
        var spot = middle("#call-next");

        tap(spot);
        tap(spot);

        assertTrue(state() instanceof TicketState.Called, state().toString());
        assertEquals("刚才：叫了 A001", remark());
    }

    /// Later than the guard reaches, wherever on 叫下一位.
    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 0, 0.4})
    void whereTheNextWasCalledNothingEndsANumber(double across) {
        atWindow(Orientation.PORTRAIT);
        var spot = middle("#call-next").add(across * width("#call-next"), 0);

        tap(spot);
        settle();
        tap(spot);

        assertTrue(state() instanceof TicketState.Called || state() instanceof TicketState.Held, state().toString());
    }

    @Test
    void asksBeforeANumberIsGoneForGood() {
        atWindow(Orientation.PORTRAIT);
        touch("#call-next");

        touch("#withdraw");
        assertTrue(state() instanceof TicketState.Called);
        touch("#no");
        assertTrue(state() instanceof TicketState.Called);
        touch("#withdraw");
        touch("#yes");

        assertTrue(state() instanceof TicketState.Closed, state().toString());
        assertEquals("刚才：A001 本人放弃", remark());
    }

    /// 办结 of the wrong person, 过号 of one who stands there: ten seconds to say so, at the place of before.
    @ParameterizedTest
    @ValueSource(strings = {"#serve", "#pass", "#hold"})
    void takesBackASlipOfTheFingerForTenSeconds(String slip) {
        atWindow(Orientation.PORTRAIT);
        touch("#call-next");
        assertFalse(works("#undo"), "a call is recalled, not taken back");
        touch(slip);
        assertFalse(state() instanceof TicketState.Called);

        touch("#undo");

        assertTrue(state() instanceof TicketState.Called, state().toString());
        assertEquals("刚才：A001 已撤销，回到窗口", remark());
        assertFalse(works("#undo"));

        touch(slip);
        assertTrue(works("#undo"));
        kiosk.does(() -> kiosk.time.pass(QueueDesk.TAKE_BACK));
        assertFalse(works("#undo"), "ten seconds are over");
    }

    @Test
    void aDoubleTapOnIdleOpensHomeOnly() {
        open(Orientation.PORTRAIT);
        kiosk.does(kiosk::home);
        var tile = middle("#tile-wall");
        kiosk.does(() -> Scenes.idle(kiosk));

        tap(tile);
        tap(tile);
        assertNotNull(find("#home-screen"));

        settle();
        tap(tile);
        assertNull(find("#home-screen"));
    }

    @Test
    void keysThatStandStillTakeAFastHand() {
        open(Orientation.PORTRAIT);
        kiosk.does(kiosk::home);
        touch("#foot-staff");
        touch("#person-s-1");
        settle();

        for (var key : List.of("#key-2", "#key-2", "#key-4", "#key-6")) {
            tap(middle(key));
        }
        settle();
        tap(middle("#confirm"));

        assertEquals(List.of("unlock s-1 2246"), kiosk.services.asked);
    }

    /// Drawn anew at each press, with the same words where it was.
    @Test
    void turnsPagesAsFastAsSomebodyPresses() {
        open(Orientation.PORTRAIT);
        kiosk.services.cards.people =
                Stream.generate(() -> FakeCards.person("样例")).limit(50).toList();
        kiosk.does(() -> kiosk.shell().admit(Samples.staff().getFirst()));
        kiosk.does(() -> kiosk.shell().go("cards"));
        settle();
        var next = middle("#page-next");

        tap(next);
        tap(next);

        assertTrue(words().contains("第 3 页"), words());
    }

    @Test
    void aFingerOnAPageThatGoesPressesNothing() {
        open(Orientation.PORTRAIT);
        kiosk.does(kiosk::home);
        settle();
        Toolkit.press(find("#tile-wall"));
        kiosk.does(() -> kiosk.shell().go("privacy"));

        Toolkit.release();
        Toolkit.pulses(kiosk.scene(), 2);

        assertNotNull(find("#privacy"));
    }

    private void open(Orientation orientation) {
        kiosk = new TestKiosk(orientation, 1, Scenes::ordinaryDay);
    }

    private void atWindow(Orientation orientation) {
        open(orientation);
        kiosk.services.queue.take(QueueStreet.CARE, false);
        kiosk.does(() -> kiosk.shell().admit(Samples.staff().getFirst()));
        kiosk.does(() -> kiosk.shell().go("calling"));
        touch("#window-1");
        settle();
    }

    private boolean works(String id) {
        return Toolkit.call(() -> !find(id).isDisabled());
    }

    private TicketState state() {
        return kiosk.services.queue.queue.tickets().getFirst().state();
    }

    private String remark() {
        return words().lines().filter(line -> line.startsWith("刚才")).findFirst().orElse("");
    }

    private String words() {
        return Toolkit.call(() -> String.join(
                "\n",
                kiosk.scene().getRoot().lookupAll(".label").stream()
                        .filter(javafx.scene.control.Labeled.class::isInstance)
                        .map(label -> ((javafx.scene.control.Labeled) label).getText())
                        .toList()));
    }

    private void settle() {
        kiosk.does(() -> kiosk.time.pass(FingerGuard.SETTLING));
    }

    private void touch(String id) {
        settle();
        tap(middle(id));
    }

    private void tap(Point2D spot) {
        Toolkit.run(() -> {
            var finger = new Robot();
            finger.mouseMove(spot);
            finger.mousePress(MouseButton.PRIMARY);
            finger.mouseRelease(MouseButton.PRIMARY);
        });
        Toolkit.pulses(kiosk.scene(), 2);
    }

    private Point2D middle(String id) {
        return Toolkit.call(() -> {
            var node = find(id);
            var bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private double width(String id) {
        return Toolkit.call(() -> find(id).getBoundsInLocal().getWidth());
    }

    private Node find(String id) {
        return kiosk.scene().getRoot().lookup(id);
    }
}
