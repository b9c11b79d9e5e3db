package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.IdleTurn;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Idle, when it is a feature's turn: the name board, one sheet, the hour, and that a touch shows more: nobody is
/// invited to check in.
/// Nothing moves between two turns.
final class IdleTurnScreen extends BorderPane {
    private final Look look;
    private final NameBoard name;
    private final Label time = Labels.fixed("", "type-44", "bold", "ink");

    IdleTurnScreen(KioskModels models, IdleTurn turn, Look look) {
        this.look = look;
        this.name = look.isPortrait() ? new NameBoard(look, 41.6, 3.2) : new NameBoard(look, 76, 2.6);
        setId("idle-turn");
        getStyleClass().addAll("page", look.isPortrait() ? "idle-turn-portrait" : "idle-turn-landscape");
        setMinSize(0, 0);
        setTop(name);
        var middle = new StackPane(turn.sheet(look));
        middle.getStyleClass().add("idle-turn-middle");
        middle.setMinSize(0, 0);
        setCenter(middle);
        setBottom(foot(models));
        models.home().state().addListener((_, _, now) -> render(now));
        render(models.home().state().get());
    }

    private void render(HomeState state) {
        name.show(state.siteName());
        time.setText(new PublicClock(look).time(state));
    }

    private Pane foot(KioskModels models) {
        var words = Labels.of(look.texts().get("shell.idle.touch"), "type-32", "bold", "ink");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(new Icon(Glyph.INFORMATION, 2, "glyph-red"), words, time);
        foot.getStyleClass().addAll("gap-24", "idle-turn-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        var rule = new Region();
        rule.getStyleClass().add("gold-rule");
        var all = new VBox();
        all.getChildren().addAll(Strips.idle(models, look));
        all.getChildren().addAll(rule, foot);
        all.getStyleClass().add("gap-16");
        return all;
    }
}
