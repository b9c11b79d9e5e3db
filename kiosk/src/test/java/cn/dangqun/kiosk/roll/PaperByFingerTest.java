package cn.dangqun.kiosk.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the roll to the camera and back, and to the guests and back, by a finger on the real screens.
class PaperByFingerTest {
    private TestKiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new TestKiosk(Orientation.PORTRAIT, 1, Scenes::ordinaryDay);
        kiosk.does(() -> {
            kiosk.shell().admit(Samples.staff().getFirst());
            kiosk.shell().go("roll");
        });
        tap("#activity-" + Samples.THEME_DAY.id());
    }

    @AfterEach
    void close() {
        kiosk.close();
    }

    @Test
    void aSheetIsTakenBetweenTheTicksAndTheRecord() {
        tap("#roll-paper");
        tap("#person-M-3");
        tap("#roll-scan");
        tap("#scan-take");
        tap("#scan-keep");
        tap("#scan-back");
        tap("#roll-paper-keep");

        var staff = Samples.staff().getFirst().id();
        assertEquals(List.of(staff + " " + Samples.THEME_DAY.id() + " 1280x720"), kiosk.services.scans.kept);
        assertEquals(List.of(staff + " Paper[members=[M-3]]"), kiosk.services.rolls.asked);
    }

    @Test
    void guestsAreRegisteredFromTheRollAndOneComesBackToIt() {
        tap("#roll-guests");
        tap("#guest-OBSERVER");
        for (var pad : List.of("#guest-hand-name", "#guest-hand-belongs")) {
            looks();
            Toolkit.draw(node(pad));
        }
        tap("#guest-written");
        tap("#guest-answer-0");
        tap("#guest-back");

        assertEquals(List.of(Samples.staff().getFirst().id() + " Name 没有带证件"), kiosk.services.guests.asked);
        assertInstanceOf(
                RollState.Listed.class,
                Toolkit.call(() ->
                        kiosk.services.place(RollPlace.class).model().state().get()));
    }

    private void tap(String selector) {
        looks();
        Toolkit.tap(node(selector));
        Toolkit.pulses(kiosk.scene(), 2);
    }

    /// A page is guarded from a finger meant for the one before.
    private void looks() {
        Toolkit.pulses(kiosk.scene(), 2);
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(1)));
    }

    private Node node(String selector) {
        return Toolkit.call(() -> kiosk.scene().getRoot().lookup(selector));
    }
}
