package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Theme;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The one window. On a kiosk it covers the screen, has no border, no cursor and no way out (F-96); elsewhere it is an
/// ordinary window of the configured shape, smaller when the screen is. Size and orientation follow the real screen,
/// also while it runs: what is shown is built anew when the panel turns. FX thread.
final class KioskWindow {
    private final Stage stage;
    private final Scene scene;
    private final Look look;
    private Function<Look, Parent> shown;
    private Orientation hangs;

    private KioskWindow(Stage stage, Scene scene, Look look, Function<Look, Parent> shown) {
        this.stage = stage;
        this.scene = scene;
        this.look = look;
        this.shown = shown;
        this.hangs = Orientation.of(scene.getWidth(), scene.getHeight());
    }

    /// `shown` builds what the window shows on a panel that hangs so; `closed` runs when an ordinary window is closed;
    /// a kiosk's never is.
    static KioskWindow open(Function<Look, Parent> shown, KioskSettings.Screen wanted, Look look, Runnable closed) {
        var screen = Screen.getPrimary();
        boolean covers = wanted.fullScreen() || sameSize(screen.getBounds(), wanted);
        var stage = new Stage(covers ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        var scene = covers ? covering(screen.getBounds()) : ordinary(wanted, screen);
        var window = new KioskWindow(stage, scene, look, shown);
        window.follow();
        Theme.apply(scene, look.magnification());
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, Event::consume);
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        if (covers) {
            cover(stage, screen.getBounds());
            Screen.getScreens().addListener((ListChangeListener<Screen>)
                    _ -> cover(stage, Screen.getPrimary().getBounds()));
        }
        if (wanted.fullScreen()) {
            scene.setCursor(Cursor.NONE);
            stage.setAlwaysOnTop(true);
            stage.setOnCloseRequest(Event::consume);
        } else {
            stage.setOnCloseRequest(_ -> closed.run());
        }
        stage.show();
        return window;
    }

    /// Shows something else from now on.
    void show(Function<Look, Parent> other) {
        shown = other;
        build();
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    private void build() {
        scene.setRoot(shown.apply(look.hanging(hangs)));
    }

    /// The shape of the scene decides, whatever the settings say.
    private void follow() {
        build();
        InvalidationListener resized = _ -> {
            var turned = Orientation.of(scene.getWidth(), scene.getHeight());
            if (turned != hangs) {
                hangs = turned;
                build();
            }
        };
        scene.widthProperty().addListener(resized);
        scene.heightProperty().addListener(resized);
    }

    /// Over all of a screen that may have changed.
    static void cover(Stage stage, Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    private static boolean sameSize(Rectangle2D bounds, KioskSettings.Screen wanted) {
        return bounds.getWidth() == wanted.width() && bounds.getHeight() == wanted.height();
    }

    private static Scene covering(Rectangle2D bounds) {
        return new Scene(new StackPane(), bounds.getWidth(), bounds.getHeight());
    }

    private static Scene ordinary(KioskSettings.Screen wanted, Screen screen) {
        var free = screen.getVisualBounds();
        double fit = Math.min(1, 0.92 * Math.min(free.getWidth() / wanted.width(), free.getHeight() / wanted.height()));
        return new Scene(new StackPane(), wanted.width() * fit, wanted.height() * fit);
    }
}
