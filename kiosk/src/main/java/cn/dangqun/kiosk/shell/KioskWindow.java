package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Theme;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The one window. On a kiosk it covers the screen, has no border, no cursor and no way out (F-96); elsewhere it is an
/// ordinary window of the configured shape, smaller when the screen is. FX thread.
final class KioskWindow {
    private KioskWindow() {}

    /// `closed` runs when an ordinary window is closed; a kiosk's never is.
    static Stage open(Parent root, KioskSettings.Screen wanted, Look look, Runnable closed) {
        var screen = Screen.getPrimary();
        boolean covers = wanted.fullScreen() || sameSize(screen.getBounds(), wanted);
        var stage = new Stage(covers ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        var scene = covers ? covering(stage, root, screen.getBounds()) : ordinary(root, wanted, screen);
        Theme.apply(scene, look.magnification());
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, Event::consume);
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        if (wanted.fullScreen()) {
            scene.setCursor(Cursor.NONE);
            stage.setAlwaysOnTop(true);
            stage.setOnCloseRequest(Event::consume);
        } else {
            stage.setOnCloseRequest(_ -> closed.run());
        }
        stage.show();
        return stage;
    }

    private static boolean sameSize(Rectangle2D bounds, KioskSettings.Screen wanted) {
        return bounds.getWidth() == wanted.width() && bounds.getHeight() == wanted.height();
    }

    private static Scene covering(Stage stage, Parent root, Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        return new Scene(root, bounds.getWidth(), bounds.getHeight());
    }

    private static Scene ordinary(Parent root, KioskSettings.Screen wanted, Screen screen) {
        var free = screen.getVisualBounds();
        double fit = Math.min(1, 0.92 * Math.min(free.getWidth() / wanted.width(), free.getHeight() / wanted.height()));
        return new Scene(root, wanted.width() * fit, wanted.height() * fit);
    }
}
