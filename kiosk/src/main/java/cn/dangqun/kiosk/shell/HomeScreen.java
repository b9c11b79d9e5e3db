package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.Door;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.sync.SyncChip;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import cn.dangqun.kiosk.ui.Texts;
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

/// Home: name board with date and clock, one leading card, the tiles of the features, what stands at
/// the foot, and how fresh the link is (DESIGN §11). The tiles stay the same nodes while the rest is renewed, so that
/// no press is lost.
final class HomeScreen extends BorderPane {
    private static final double LEAD_SHARE = 57;
    private static final int COLUMNS = 2;

    private final Look look;
    private final Texts texts;
    private final PublicClock clock;
    private final NameBoard name;
    private final Label time = Labels.fixed("", "type-64", "bold", "ink");
    private final Label date = Labels.fixed("", "type-32", "ink");
    private final HBox sync = new HBox();

    HomeScreen(KioskModels models, Look look) {
        this.look = look;
        this.texts = look.texts();
        this.clock = new PublicClock(look);
        this.name = look.isPortrait() ? new NameBoard(look, 41.6, 3.8) : new NameBoard(look, 54, 3.8);
        setId("home-screen");
        getStyleClass().addAll("page", look.isPortrait() ? "home-portrait" : "home-landscape");
        setMinSize(0, 0);
        sync.setAlignment(Pos.CENTER_LEFT);
        var shell = models.shell();
        Region lead = models.lead()
                .map(leading -> leading.inviting(look, shell::help))
                .orElseGet(StackPane::new);
        var tiles = tiles(shell.doors(Tile.Where.HOME));
        if (look.isPortrait()) {
            portrait(lead, tiles);
        } else {
            landscape(lead, tiles);
        }
        setBottom(foot(models, shell.doors(Tile.Where.FOOT)));
        models.home().state().addListener((_, _, now) -> render(now));
        render(models.home().state().get());
    }

    private void portrait(Region lead, GridPane tiles) {
        var hour = new HBox(date, space(), time);
        hour.setAlignment(Pos.CENTER);
        hour.getStyleClass().add("home-clock");
        setTop(new VBox(name, hour));
        var middle = new VBox(lead, tiles);
        middle.getStyleClass().add("gap-24");
        VBox.setVgrow(lead, Priority.ALWAYS);
        setCenter(middle);
    }

    private void landscape(Region lead, GridPane tiles) {
        var hour = new VBox(time, date);
        hour.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(hour, Priority.ALWAYS);
        var top = new HBox(name, hour);
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

    private GridPane tiles(List<Door> doors) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "tiles");
        int rows = (doors.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < doors.size(); i++) {
            grid.add(tile(doors.get(i)), i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            grid.getColumnConstraints().add(share(100.0 / COLUMNS));
        }
        for (int i = 0; i < rows; i++) {
            var row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
        grid.setMinSize(0, 0);
        return grid;
    }

    private FaceButton tile(Door door) {
        var key = door.tile().key();
        var words = new VBox(
                Labels.of(texts.get(key), "type-44", "bold", "ink"),
                Labels.of(texts.get(key + ".means"), "type-24", "quiet"));
        words.getStyleClass().add("gap-8");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var icon = new Icon(door.tile().glyph(), 3, "glyph-red");
        Pane face = look.isPortrait() ? row(icon, words) : column(icon, words);
        face.getStyleClass().add("gap-24");
        var tile = new FaceButton(face, texts.get(key), door.open(), "tile");
        tile.setId("tile-" + door.place());
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
        name.show(state.siteName());
        time.setText(clock.time(state));
        date.setText(clock.date(state));
        sync.getChildren().setAll(SyncChip.of(state.sync(), state.now(), texts));
    }

    /// What is seldom needed stands small at the foot.
    private ActionButton quiet(Door door) {
        var button = new ActionButton(texts.get(door.tile().key()), door.open(), "outline", "home-quiet")
                .withIcon(door.tile().glyph());
        button.setId("foot-" + door.place());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Pane foot(KioskModels models, List<Door> doors) {
        var buttons = new HBox(doors.stream().map(this::quiet).toArray(ActionButton[]::new));
        buttons.getStyleClass().add("gap-16");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var standing = Strips.home(models, look);
        var line = look.isPortrait() ? new HBox() : new HBox(standing.toArray(Region[]::new));
        line.getChildren().addAll(sync, space(), buttons);
        line.getStyleClass().add(look.isPortrait() ? "gap-16" : "gap-40");
        line.setAlignment(Pos.CENTER_LEFT);
        if (!look.isPortrait()) {
            line.getStyleClass().add("home-foot");
            return line;
        }
        var foot = new VBox(standing.toArray(Region[]::new));
        foot.getChildren().add(line);
        foot.getStyleClass().add("home-foot");
        return foot;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
