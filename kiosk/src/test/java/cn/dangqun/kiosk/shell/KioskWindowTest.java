package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Toolkit;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KioskWindowTest {
    private Stage stage;
    private boolean closed;
    private final List<Orientation> hung = new ArrayList<>();

    @AfterEach
    void close() {
        Toolkit.run(stage::close);
    }

    @Test
    void coversTheScreenWithoutACursor() {
        open(true, 1080, 1920);

        assertEquals(1920, stage.getScene().getWidth());
        assertEquals(1920, stage.getScene().getHeight());
        assertEquals(Cursor.NONE, stage.getScene().getCursor());
    }

    /// Issue 15: the settings' default is a standing panel, and a screen may change while the kiosk runs.
    @Test
    void followsTheScreenThatIsThereAndNotTheSettings() {
        open(true, 1080, 1920);

        cover(1024, 768);
        assertEquals(Orientation.LANDSCAPE, hung.getLast());
        assertEquals(768 / 1080.0 * 24, fontSize(), 0.1);
        cover(1920, 1080);
        assertEquals(1920, stage.getScene().getWidth());
        assertEquals(1080, stage.getScene().getHeight());
        assertEquals(24, fontSize(), 0.1);
        cover(1080, 1920);

        assertEquals(Orientation.PORTRAIT, hung.getLast());
        assertEquals(24, fontSize(), 0.1);
    }

    private double fontSize() {
        var style = stage.getScene().getRoot().getStyle();
        return Double.parseDouble(style.replaceAll("[^0-9.]", ""));
    }

    private void cover(int width, int height) {
        Toolkit.run(() -> KioskWindow.cover(stage, new Rectangle2D(0, 0, width, height)));
        Toolkit.pulses(stage.getScene(), 2);
    }

    @Test
    void aWindowHangsAsItsShapeIs() {
        open(false, 1600, 900);

        assertEquals(List.of(Orientation.LANDSCAPE), hung);
    }

    @Test
    void cannotBeClosedFromOutside() {
        open(true, 1080, 1920);

        Toolkit.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        assertTrue(stage.isShowing());
        assertFalse(closed);
    }

    @Test
    void ignoresEscape() {
        open(true, 1080, 1920);

        Toolkit.run(() -> new Robot().keyType(KeyCode.ESCAPE));
        Toolkit.pulses(stage.getScene(), 2);

        assertTrue(stage.isShowing());
        assertEquals(1920, stage.getScene().getHeight());
    }

    @Test
    void opensNoContextMenu() {
        open(true, 1080, 1920);
        var field = new TextField();
        Toolkit.run(() -> ((StackPane) stage.getScene().getRoot()).getChildren().add(field));
        Toolkit.pulses(stage.getScene(), 2);

        Toolkit.run(() -> field.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null)));

        assertEquals(
                1,
                Toolkit.call(() ->
                        Window.getWindows().stream().filter(Window::isShowing).count()));
    }

    @Test
    void keepsItsShapeInAWindowOnASmallerScreen() {
        open(false, 2160, 3840);

        var scene = stage.getScene();
        assertTrue(scene.getHeight() <= 1920, "height " + scene.getHeight());
        assertEquals(2160 / 3840.0, scene.getWidth() / scene.getHeight(), 0.01);
        Toolkit.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(closed);
    }

    private Parent shown(Look look) {
        hung.add(look.orientation());
        return new StackPane();
    }

    private void open(boolean fullScreen, int width, int height) {
        Toolkit.start();
        var look = new Look(Texts.chinese(), Orientation.of(width, height), ZoneOffset.UTC, 1);
        stage = Toolkit.call(() -> KioskWindow.open(
                        this::shown, new KioskSettings.Screen(width, height, fullScreen), look, () -> closed = true))
                .stage();
        Toolkit.pulses(stage.getScene(), 2);
    }
}
