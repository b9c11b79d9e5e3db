package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.queue.CallStrip;
import cn.dangqun.kiosk.sync.SyncChip;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Home: name board with date and clock, one leading card, four quiet tiles, who is on duty and how fresh the link is
/// (DESIGN §11). The tiles stay the same nodes while the rest is renewed, so that no press is lost.
final class HomeScreen extends BorderPane {
    private static final int DUTY_SHOWN = 2;
    private static final double LEAD_SHARE = 57;

    private final Look look;
    private final Texts texts;
    private final NameBoard name;
    private final Label time = Labels.fixed("", "type-64", "bold", "ink");
    private final Label date = Labels.fixed("", "type-32", "ink");
    private final StackPane lead = new StackPane();
    private final HBox duty = new HBox();
    private final HBox sync = new HBox();
    private final Lead leads;

    HomeScreen(HomeViewModel model, ShellViewModel shell, CallStrip calls, Look look) {
        this.look = look;
        this.texts = look.texts();
        this.leads = Lead.inviting(look, shell::help);
        this.name = look.isPortrait() ? new NameBoard(look, 41.6, 3.8) : new NameBoard(look, 54, 3.8);
        setId("home-screen");
        getStyleClass().addAll("page", look.isPortrait() ? "home-portrait" : "home-landscape");
        setMinSize(0, 0);
        lead.setMinSize(0, 0);
        duty.getStyleClass().add("gap-24");
        duty.setAlignment(Pos.CENTER_LEFT);
        sync.setAlignment(Pos.CENTER_LEFT);
        var tiles = tiles(shell);
        if (look.isPortrait()) {
            portrait(tiles);
        } else {
            landscape(tiles);
        }
        setBottom(foot(
                calls,
                quiet("foot-privacy", Glyph.SHIELD, "shell.foot.privacy", shell::privacy),
                quiet("foot-staff", Glyph.KEY, "shell.foot.staff", shell::staff)));
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void portrait(GridPane tiles) {
        var clock = new HBox(date, space(), time);
        clock.setAlignment(Pos.CENTER);
        clock.getStyleClass().add("home-clock");
        setTop(new VBox(name, clock));
        var middle = new VBox(lead, tiles);
        middle.getStyleClass().add("gap-24");
        VBox.setVgrow(lead, Priority.ALWAYS);
        setCenter(middle);
    }

    private void landscape(GridPane tiles) {
        var clock = new VBox(time, date);
        clock.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(clock, Priority.ALWAYS);
        var top = new HBox(name, clock);
        top.setAlignment(Pos.CENTER);
        top.getStyleClass().addAll("home-top", "gap-40");
        setTop(top);
        var middle = new GridPane();
        middle.getStyleClass().add("gap-40");
        middle.add(lead, 0, 0);
        middle.add(tiles, 1, 0);
        middle.getColumnConstraints().setAll(share(LEAD_SHARE), share(100 - LEAD_SHARE));
        var row = new RowConstraints();
        row.setPercentHeight(100);
        middle.getRowConstraints().add(row);
        middle.setMinSize(0, 0);
        setCenter(middle);
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }

    private GridPane tiles(ShellViewModel shell) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "tiles");
        grid.add(tile("tile-wall", Glyph.WALL, "shell.tile.wall", shell::wall), 0, 0);
        grid.add(tile("tile-queue", Glyph.TICKET, "shell.tile.queue", shell::takeNumber), 1, 0);
        grid.add(tile("tile-activities", Glyph.CALENDAR, "shell.tile.activities", shell::activities), 0, 1);
        grid.add(tile("tile-help", Glyph.BELL, "shell.tile.help", shell::help), 1, 1);
        for (int i = 0; i < 2; i++) {
            grid.getColumnConstraints().add(share(50));
            var row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        grid.setMinSize(0, 0);
        return grid;
    }

    private FaceButton tile(String id, Glyph glyph, String key, Runnable action) {
        var words = new VBox(
                Labels.of(texts.get(key), "type-44", "bold", "ink"),
                Labels.of(texts.get(key + ".means"), "type-24", "quiet"));
        words.getStyleClass().add("gap-8");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var icon = new Icon(glyph, 3, "glyph-red");
        Pane face = look.isPortrait() ? row(icon, words) : column(icon, words);
        face.getStyleClass().add("gap-24");
        var tile = new FaceButton(face, texts.get(key), action, "tile");
        tile.setId(id);
        return tile;
    }

    private static HBox row(Icon icon, VBox words) {
        var row = new HBox(icon, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox column(Icon icon, VBox words) {
        var column = new VBox(icon, words);
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private void render(HomeState state) {
        var board = state.board();
        name.show(board.siteName());
        time.setText(texts.time(board.now(), look.zone()));
        date.setText(texts.date(board.now(), look.zone()) + "  " + texts.weekday(board.now(), look.zone()));
        lead.getChildren().setAll(leads.of(state));
        duty.getChildren().setAll(duty(board));
        sync.getChildren().setAll(SyncChip.of(board.sync(), board.now(), texts));
    }

    /// What is seldom needed stands small beside who is on duty.
    private ActionButton quiet(String id, Glyph glyph, String key, Runnable action) {
        var button = new ActionButton(texts.get(key), action, "outline", "home-quiet").withIcon(glyph);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// While numbers are called, they stand where otherwise the duty staff do.
    private Pane foot(CallStrip calls, ActionButton... quiet) {
        duty.visibleProperty().bind(calls.visibleProperty().not());
        duty.managedProperty().bind(calls.visibleProperty().not());
        var buttons = new HBox(quiet);
        buttons.getStyleClass().add("gap-16");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var line = look.isPortrait() ? new HBox(sync, space(), buttons) : new HBox(calls, duty, sync, space(), buttons);
        line.getStyleClass().add(look.isPortrait() ? "gap-16" : "gap-40");
        line.setAlignment(Pos.CENTER_LEFT);
        Pane foot = look.isPortrait() ? new VBox(calls, duty, line) : line;
        foot.getStyleClass().add("home-foot");
        return foot;
    }

    private List<Label> duty(HomeState.Board board) {
        if (board.onDuty().isEmpty()) {
            return List.of(Labels.fixed(texts.get("shell.duty.nobody"), "type-24", "ink"));
        }
        var words = new ArrayList<Label>();
        words.add(Labels.fixed(texts.get("shell.duty"), "type-24", "quiet"));
        for (var person : board.onDuty().stream().limit(DUTY_SHOWN).toList()) {
            words.add(Labels.fixed(
                    texts.get("shell.duty.person", person.name(), person.duty()), "type-24", "bold", "ink"));
        }
        return words;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
