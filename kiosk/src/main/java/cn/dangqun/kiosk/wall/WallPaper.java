package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sheet as it hangs: title in Song, large text, source and edition or date at the foot. Tells `room` how much it
/// holds whenever that changes.
final class WallPaper extends VBox {
    private static final Logger log = LoggerFactory.getLogger(WallPaper.class);
    private static final String TYPE = "type-44";
    private static final int LONG_TITLE = 14;
    /// Height of a line of the house's fonts, in em
    private static final double PITCH = 1.448;

    private final Look look;
    private final Function<ContentId, Optional<byte[]>> files;
    private final VBox lines = new VBox();
    private final PictureView picture = new PictureView();
    private final Pane measure = new Pane();
    private final Label probe = Labels.fixed("国", TYPE);

    /// `files` gives what a picture's file holds; it may wait for the disk.
    public WallPaper(Look look, Function<ContentId, Optional<byte[]>> files, Consumer<Paper> room) {
        this.look = look;
        this.files = files;
        getStyleClass().addAll("sheet", "wall-paper", "gap-24");
        Theme.addSheet(this, WallFeature.class, "wall.css");
        probe.setVisible(false);
        probe.setManaged(false);
        measure.getChildren().setAll(lines, picture, probe);
        measure.setMinSize(0, 0);
        VBox.setVgrow(measure, Priority.ALWAYS);
        measure.layoutBoundsProperty().addListener(_ -> afterLayout(() -> measured(room)));
        measure.widthProperty().addListener((_, _, _) -> fill());
        measure.heightProperty().addListener((_, _, _) -> fill());
        setMinSize(0, 0);
    }

    private void fill() {
        picture.fill(measure.getWidth(), measure.getHeight());
    }

    /// What is shown must not change while it is being laid out.
    private void afterLayout(Runnable task) {
        var scene = getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    task.run();
                }
            });
        }
    }

    private void measured(Consumer<Paper> room) {
        probe.applyCss();
        double size = probe.getFont().getSize();
        double pitch = probe.prefHeight(-1);
        if (measure.getWidth() > size && pitch > 0) {
            room.accept(new Paper((int) (measure.getWidth() / size), (int) (measure.getHeight() / pitch)));
        }
    }

    public void show(WallPage page) {
        var piece = page.hanging().piece();
        boolean shows = showsPicture(page.sheet());
        log.info(
                "wall: {} version {}, page {} of {}{}",
                piece.slot(),
                piece.number(),
                page.number() + 1,
                page.sheets().size(),
                shows
                        ? ", picture "
                                + page.sheet().picture().orElseThrow().file().id()
                        : "");
        var title = piece.text().title();
        var head = Labels.centred(title, title.length() > LONG_TITLE ? "type-44" : "type-64", "song", "red-deep");
        head.setMaxWidth(Double.MAX_VALUE);
        var rule = new Region();
        rule.getStyleClass().add("gold-rule");
        var type = page.large() ? "type-64" : TYPE;
        lines.getChildren().setAll(shows ? List.of() : lines(page.sheet(), type));
        var owner = page.hanging().owner();
        if (owner.isEmpty()) {
            getChildren().setAll(head, rule, measure, foot(page));
        } else {
            var whose = Labels.centred(owner, "type-32", "ink");
            whose.setMaxWidth(Double.MAX_VALUE);
            getChildren().setAll(head, whose, rule, measure, foot(page));
        }
    }

    /// A file that turns out spoiled now is fetched anew; until then the words stand in its place.
    private boolean showsPicture(WallSheet sheet) {
        if (sheet.shown().isEmpty()) {
            picture.clear();
            return false;
        }
        var shown = sheet.shown().get();
        return picture.show(shown, files.apply(shown.file().id()));
    }

    private List<Node> lines(WallSheet sheet, String type) {
        var all = new ArrayList<Node>();
        if (sheet.picture().isPresent()) {
            all.add(Labels.fixed(look.texts().get("wall.picture.coming"), "type-32", "quiet"));
        }
        sheet.lines().forEach(each -> all.add(line(each, type)));
        return all;
    }

    private static Node line(WallLine line, String type) {
        if (!line.cells().isEmpty()) {
            return row(line, type);
        }
        var words = line.heading()
                ? Labels.fixed(line.text(), type, "bold", "ink")
                : Labels.fixed(line.text(), type, "ink");
        words.setStyle(String.format(
                Locale.ROOT, "-fx-padding: %.3fem 0 0 %.3fem;", line.gap() * PITCH / 10, line.indent() / 10.0));
        return words;
    }

    /// Cells side by side, each as wide as it was set for.
    private static Node row(WallLine line, String type) {
        var row = new HBox();
        row.getStyleClass().add(type);
        row.setStyle(String.format(Locale.ROOT, "-fx-padding: %.3fem 0 0 0;", line.gap() * PITCH / 10));
        if (line.begins() && line.gap() > 0) {
            row.getStyleClass().add("wall-table-row");
        }
        for (var cell : line.cells()) {
            var words = line.heading()
                    ? Labels.fixed(cell.text(), type, "bold", "ink")
                    : Labels.fixed(cell.text(), type, "ink");
            var width = String.format(Locale.ROOT, "%.3fem", cell.width() / 10.0);
            words.setStyle(
                    "-fx-min-width: " + width + "; -fx-max-width: " + width + "; -fx-pref-width: " + width + ";");
            row.getChildren().add(words);
        }
        return row;
    }

    private Node foot(WallPage page) {
        var source = Labels.of(WallWords.foot(page.hanging(), look), "type-24", "quiet");
        HBox.setHgrow(source, Priority.ALWAYS);
        source.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(source);
        if (page.sheets().size() > 1) {
            foot.getChildren()
                    .add(Labels.fixed(
                            look.texts()
                                    .get(
                                            "ui.page.position",
                                            page.number() + 1,
                                            page.sheets().size()),
                            "type-24",
                            "quiet"));
        }
        foot.getStyleClass().addAll("gap-24", "wall-foot");
        foot.setAlignment(Pos.BOTTOM_LEFT);
        return foot;
    }
}
