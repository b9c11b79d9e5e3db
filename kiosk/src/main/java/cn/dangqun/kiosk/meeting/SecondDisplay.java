package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// The display that is not the kiosk's: a television or a projector on the second output. Unplugged, it takes its
/// window with it.
final class SecondDisplay implements Projector {
    private final ZoneId zone;
    private @Nullable Stage stage;

    SecondDisplay(ZoneId zone) {
        this.zone = zone;
    }

    private static Optional<Screen> other() {
        var own = Screen.getPrimary();
        return Screen.getScreens().stream().filter(each -> !each.equals(own)).findFirst();
    }

    @Override
    public boolean isThere() {
        return other().isPresent();
    }

    @Override
    public void show(Function<Look, Parent> screen) {
        clear();
        other().ifPresent(display -> {
            var bounds = display.getBounds();
            var look = new Look(
                    Texts.chinese(), Orientation.of((int) bounds.getWidth(), (int) bounds.getHeight()), zone, 1);
            var scene = new Scene(screen.apply(look), bounds.getWidth(), bounds.getHeight());
            Theme.apply(scene, look.magnification());
            scene.setCursor(Cursor.NONE);
            var covering = new Stage(StageStyle.UNDECORATED);
            covering.setX(bounds.getMinX());
            covering.setY(bounds.getMinY());
            covering.setWidth(bounds.getWidth());
            covering.setHeight(bounds.getHeight());
            covering.setFullScreenExitHint("");
            covering.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            covering.setTitle(look.texts().get("meeting.hall.title"));
            covering.setScene(scene);
            covering.show();
            stage = covering;
        });
    }

    @Override
    public void clear() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }
}
