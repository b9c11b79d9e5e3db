package cn.dangqun.kiosk.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.ui.Toolkit;
import com.sun.glass.ui.headless.BigHeadless;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Labeled;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// F-101 in the real toolkit with two screens: a television beside the kiosk's own.
class SecondDisplayTest {
    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeMeetings desk = new FakeMeetings();
    private final HallModel hall =
            new HallModel(desk, new SecondDisplay(ZoneId.of("Asia/Shanghai")), time, Runnable::run);

    @BeforeEach
    void plug() {
        Toolkit.start();
        assertFalse(Toolkit.call(hall::isPossible), "there is one screen");
        Toolkit.run(() -> BigHeadless.plugSecond(true));
        assertTrue(Toolkit.call(hall::isPossible));
        Toolkit.run(() -> hall.show(desk.view(Samples.MEETING.id()).orElseThrow()));
    }

    @AfterEach
    void unplug() {
        Toolkit.run(() -> {
            hall.takeDown();
            BigHeadless.plugSecond(false);
        });
    }

    private List<Stage> onTheTelevision() {
        return Toolkit.call(() -> {
            var television = Screen.getScreens().getLast().getBounds();
            return Window.getWindows().stream()
                    .filter(Window::isShowing)
                    .filter(each -> television.contains(
                            new Rectangle2D(each.getX(), each.getY(), each.getWidth(), each.getHeight())))
                    .map(Stage.class::cast)
                    .toList();
        });
    }

    private void passes(Duration duration) {
        Toolkit.run(() -> time.pass(duration));
    }

    @Test
    void coversTheTelevisionAndNothingOfTheKiosk() {
        var windows = onTheTelevision();
        assertEquals(1, windows.size());
        var window = windows.getFirst();
        assertEquals(
                List.of(1920.0, 0.0, (double) BigHeadless.TELEVISION_WIDTH, (double) BigHeadless.TELEVISION_HEIGHT),
                List.of(window.getX(), window.getY(), window.getWidth(), window.getHeight()));
        Toolkit.pulses(window.getScene(), 2);
        assertTrue(
                Toolkit.call(() -> window.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(each -> ((Labeled) each).getText().contains(Samples.MEETING.title()))),
                "the room reads what meeting it is");
    }

    @Test
    void closesAMinuteAfterTheSession() {
        desk.recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));
        passes(HallModel.FRESH);
        assertEquals(1, onTheTelevision().size(), "the end is read");

        passes(HallModel.LAST_LOOK);

        assertEquals(List.of(), onTheTelevision());
    }

    @Test
    void goesWithTheCable() {
        var window = onTheTelevision().getFirst();
        Toolkit.run(() -> BigHeadless.plugSecond(false));

        passes(HallModel.FRESH);

        assertFalse(Toolkit.call(window::isShowing));
    }
}
