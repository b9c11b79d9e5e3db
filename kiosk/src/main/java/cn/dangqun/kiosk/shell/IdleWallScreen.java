package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.queue.CallStrip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import cn.dangqun.kiosk.wall.WallPaper;
import cn.dangqun.kiosk.wall.WallTurn;
import cn.dangqun.kiosk.wall.WallTurnsViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Idle, when it is the wall's turn: the name board, one sheet, the hour, and that a touch or a card is enough. Nothing
/// moves between two turns.
final class IdleWallScreen extends BorderPane {
    private final Look look;
    private final NameBoard name;
    private final Label time = Labels.fixed("", "type-44", "bold", "ink");
    private final WallPaper paper;

    IdleWallScreen(HomeViewModel home, WallTurnsViewModel turns, CallStrip calls, Look look) {
        this.look = look;
        this.name = look.isPortrait() ? new NameBoard(look, 41.6, 3.2) : new NameBoard(look, 76, 2.6);
        this.paper = new WallPaper(look, turns::fit);
        setId("idle-wall");
        getStyleClass().addAll("page", look.isPortrait() ? "wall-idle-portrait" : "wall-idle-landscape");
        setMinSize(0, 0);
        setTop(name);
        var middle = new StackPane(paper);
        middle.getStyleClass().add("wall-idle-middle");
        middle.setMinSize(0, 0);
        setCenter(middle);
        setBottom(foot(calls));
        home.state().addListener((_, _, now) -> render(now));
        render(home.state().get());
        turns.state().addListener((_, _, now) -> show(now));
        show(turns.state().get());
    }

    private void render(HomeState state) {
        name.show(state.board().siteName());
        time.setText(look.texts().time(state.board().now(), look.zone()));
    }

    private void show(WallTurn turn) {
        if (turn instanceof WallTurn.Show(var page)) {
            paper.show(page);
        }
    }

    private Pane foot(CallStrip calls) {
        var words = Labels.of(look.texts().get("shell.idle.wall"), "type-32", "bold", "ink");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(new Icon(Glyph.CONTACTLESS, 2, "glyph-red"), words, time);
        foot.getStyleClass().addAll("gap-24", "wall-idle-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        var rule = new Region();
        rule.getStyleClass().add("gold-rule");
        var all = new VBox(calls, rule, foot);
        all.getStyleClass().add("gap-16");
        return all;
    }
}
