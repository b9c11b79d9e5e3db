package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// Before anything can be asked of this kiosk: whose it is, and that it is about to open.
final class OpeningScreen extends BorderPane {
    OpeningScreen(Look look, String site) {
        setId("opening");
        getStyleClass().addAll("page", look.isPortrait() ? "idle-portrait" : "idle-landscape");
        setMinSize(0, 0);
        var name = look.isPortrait() ? new NameBoard(look, 41.6, 4) : new NameBoard(look, 76, 5);
        name.show(site);
        setTop(name);
        var words = new StackPane(Labels.centred(look.texts().get("shell.start.opening"), "type-44", "quiet"));
        words.setAlignment(Pos.CENTER);
        setCenter(words);
    }
}
