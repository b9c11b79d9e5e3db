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
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

    /// So many are within reach; beside the buttons that turn the pages one less.
    private static final int ROWS_PORTRAIT = 7;
    private static final int ROWS_LANDSCAPE = 4;

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
        this.paper = new WallPaper(look, model::picture, model::fit);
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
                            case WallState.Shared(var frame) -> shared(frame);
                            case WallState.Reading(var page, var shared) -> reader(page, shared);
                        });
    }

    private Node list(WallState.Listed listed) {
        var list = rows(listed.frames(), this::row);
        var page = new Page(look, texts.get("wall.list.title"), texts.get("wall.list.subtitle"));
        list.takeTurner().ifPresent(page::beside);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var body = look.isPortrait() ? new VBox(space, list, groups(listed)) : new VBox(list, space, groups(listed));
        body.getStyleClass().add("gap-24");
        return page.body(body).foot(button("home", "ui.home", home));
    }

    /// The branches of a frame in which each has its own.
    private Node shared(WallRow frame) {
        var list = rows(frame.pieces(), this::row);
        if (look.isPortrait()) {
            list.setAlignment(Pos.BOTTOM_LEFT);
        }
        return new Page(look, frame.slot().title(), texts.get("wall.shared.subtitle"))
                .list(list)
                .foot(button("wall-back", "wall.page.back", model::back));
    }

    /// Side by side in landscape.
    private <T> PagedList<List<T>> rows(List<T> all, Function<T, Node> row) {
        int columns = look.isPortrait() ? 1 : 2;
        var lines = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += columns) {
            lines.add(all.subList(i, Math.min(i + columns, all.size())));
        }
        int portrait = lines.size() > ROWS_PORTRAIT ? ROWS_PORTRAIT - 1 : ROWS_PORTRAIT;
        return new PagedList<>(
                texts, lines, look.isPortrait() ? portrait : ROWS_LANDSCAPE, line -> line(line, columns, row));
    }

    private static <T> Node line(List<T> line, int columns, Function<T, Node> row) {
        var grid = new GridPane();
        grid.getStyleClass().add("gap-16");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < line.size(); i++) {
            grid.add(row.apply(line.get(i)), i, 0);
        }
        return grid;
    }

    private Node row(WallRow frame) {
        var id = frame.slot().id();
        var detail = frame.isShared()
                ? texts.get("wall.shared.count", frame.pieces().size())
                : WallWords.row(frame.pieces().getFirst(), look);
        var row = row(frame.slot().title(), detail, () -> model.read(id));
        row.setId("wall-" + id);
        return row;
    }

    private Node row(Hanging hanging) {
        var id = hanging.piece().id();
        var row = row(hanging.owner(), WallWords.detail(hanging, look), () -> model.read(id));
        row.setId("piece-" + id);
        return row;
    }

    private FaceButton row(String name, String detail, Runnable chosen) {
        var words = new VBox(Labels.of(name, "type-44", "bold", "ink"), Labels.of(detail, "type-24", "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(words, new Icon(Glyph.FORWARD, 1.6, "glyph-red"));
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER);
        return new FaceButton(face, name, chosen, "tile", "wall-row");
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

    private Node reader(WallPage page, boolean shared) {
        paper.show(page);
        var frame = new BorderPane(paper);
        frame.getStyleClass().addAll("page", look.isPortrait() ? "wall-portrait" : "wall-landscape");
        frame.setMinSize(0, 0);
        frame.setBottom(turner(page, shared));
        return frame;
    }

    private Node turner(WallPage page, boolean shared) {
        var back = button("wall-back", shared ? "wall.shared.back" : "wall.page.back", model::back);
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
