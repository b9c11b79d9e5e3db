package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 上墙内容: frames in groups, and a page of one of them in large type, turned with two big buttons.
final class WallScreen extends StackPane {
    private static final Logger log = LoggerFactory.getLogger(WallScreen.class);

    private final WallViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable home;
    private final WallPaper paper;

    public WallScreen(WallViewModel model, Look look, Runnable home) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.home = home;
        this.paper = new WallPaper(look, model::fit);
        setId("wall");
        Theme.addSheet(this, WallFeature.class, "wall.css");
        model.state().addListener((_, _, now) -> render(now));
        sceneProperty().addListener(_ -> note(model.state().get()));
        render(model.state().get());
    }

    /// For whoever asks what a screen shows; pages speak for themselves.
    private void note(WallState state) {
        if (getScene() != null && state instanceof WallState.Listed listed) {
            log.info(
                    "wall: list of {}",
                    listed.frames().stream().map(each -> each.slot().id()).toList());
        }
    }

    private void render(WallState state) {
        note(state);
        getChildren()
                .setAll(
                        switch (state) {
                            case WallState.Listed listed -> list(listed);
                            case WallState.Reading(var page) -> reader(page);
                        });
    }

    private Node list(WallState.Listed listed) {
        int columns = look.isPortrait() ? 1 : 2;
        var rows = new GridPane();
        rows.getStyleClass().add("gap-16");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            rows.getColumnConstraints().add(column);
        }
        for (int i = 0; i < listed.frames().size(); i++) {
            rows.add(row(listed.frames().get(i)), i % columns, i / columns);
        }
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var body = look.isPortrait() ? new VBox(space, rows, groups(listed)) : new VBox(rows, space, groups(listed));
        body.getStyleClass().add("gap-24");
        return new Page(look, texts.get("wall.list.title"), texts.get("wall.list.subtitle"))
                .body(body)
                .foot(button("home", "ui.home", home));
    }

    private Node row(Hanging hanging) {
        var words = new VBox(
                Labels.of(hanging.slot().title(), "type-44", "bold", "ink"),
                Labels.of(WallWords.detail(hanging, look), "type-24", "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(words, new Icon(Glyph.FORWARD, 1.6, "glyph-red"));
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER);
        var id = hanging.slot().id();
        var row = new FaceButton(face, hanging.slot().title(), () -> model.read(id), "tile", "wall-row");
        row.setId("wall-" + id);
        return row;
    }

    private Node groups(WallState.Listed listed) {
        var row = new HBox();
        row.getStyleClass().add("gap-16");
        for (var group : listed.groups()) {
            row.getChildren().add(group(group, group == listed.group()));
        }
        return row;
    }

    private Node group(WallGroup group, boolean current) {
        var name = WallWords.group(group, texts);
        var button = current
                ? new ActionButton(name, () -> model.show(group), "primary", "wall-group")
                : new ActionButton(name, () -> model.show(group), "wall-group");
        button.setId("group-" + group.name().toLowerCase(Locale.ROOT));
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private Node reader(WallPage page) {
        paper.show(page);
        var frame = new BorderPane(paper);
        frame.getStyleClass().addAll("page", look.isPortrait() ? "wall-portrait" : "wall-landscape");
        frame.setMinSize(0, 0);
        frame.setBottom(turner(page));
        return frame;
    }

    private Node turner(WallPage page) {
        var back = button("wall-back", "wall.page.back", model::back);
        var all = page.sheets().size() == 1
                ? List.of(back)
                : List.of(
                        turn("page-previous", "ui.page.previous", page, -1),
                        back,
                        turn("page-next", "ui.page.next", page, 1));
        var row = new HBox();
        row.getStyleClass().addAll("gap-24", "page-foot");
        all.forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        row.getChildren().setAll(all);
        return row;
    }

    private ActionButton turn(String id, String key, WallPage page, int by) {
        var button = new ActionButton(texts.get(key), () -> model.turn(by), by > 0 ? "primary" : "outline");
        button.setId(id);
        button.setDisable(by < 0 ? page.number() == 0 : page.isLast());
        return button;
    }

    private ActionButton button(String id, String key, Runnable action) {
        var button = new ActionButton(texts.get(key), action);
        button.setId(id);
        return button;
    }
}
