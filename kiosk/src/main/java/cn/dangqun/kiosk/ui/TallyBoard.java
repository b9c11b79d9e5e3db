package cn.dangqun.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// 应到 and 实到 side by side in large figures, apart by a hairline.
public final class TallyBoard extends HBox {
    public TallyBoard(Texts texts, int due, int present, String figures) {
        var line = new Region();
        line.getStyleClass().add("tally-line");
        getChildren()
                .addAll(
                        count(texts.get("ui.tally.due"), due, figures, "ink"),
                        line,
                        count(texts.get("ui.tally.present"), present, figures, "green"));
        getStyleClass().addAll("tally", "gap-40");
        setAlignment(Pos.CENTER);
        setAccessibleText(texts.get("ui.tally.sentence", due, present));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // where nobody is due there is nothing to compare with
        setVisible(due > 0);
        setManaged(due > 0);
    }

    private static VBox count(String name, int number, String figures, String colour) {
        var count = new VBox(
                Labels.fixed(name, figures.equals("type-64") ? "type-24" : "type-32", "quiet"),
                Labels.fixed(Integer.toString(number), figures, "bold", colour));
        count.getStyleClass().add("tally-count");
        count.setAlignment(Pos.CENTER);
        return count;
    }
}
