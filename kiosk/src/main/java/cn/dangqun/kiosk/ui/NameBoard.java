package cn.dangqun.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The centre's name as on the board beside its door: gold ground, red Song type, horizontal. The type is as
/// large as the width allows; a very long name takes two lines.
public final class NameBoard extends VBox {
    private static final double PADDING = 3.5;
    private static final double SPACE = 0.1;
    private static final int LONGEST_LINE = 20;

    private final double width;
    private final double largest;

    /// `width` and `largest` (type size) in `em` of the root.
    public NameBoard(double width, double largest) {
        this.width = width;
        this.largest = largest;
        getStyleClass().add("name-board");
        setMaxHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
    }

    public void show(String name) {
        setAccessibleText(name);
        var lines = lines(name);
        int longest = lines.stream().mapToInt(String::length).max().orElse(1);
        double size = Math.min(largest, (width - PADDING) / (longest * (1 + SPACE)));
        getChildren().setAll(lines.stream().map(line -> spread(line, size)).toList());
    }

    static List<String> lines(String name) {
        if (name.length() <= LONGEST_LINE) {
            return List.of(name);
        }
        int street = name.indexOf("街道") + 2;
        int cut = street > 2 && street <= LONGEST_LINE && name.length() - street <= LONGEST_LINE
                ? street
                : name.length() / 2;
        return List.of(name.substring(0, cut), name.substring(cut));
    }

    private static HBox spread(String line, double size) {
        var row = new HBox();
        row.setAlignment(Pos.CENTER);
        row.setStyle(String.format(Locale.ROOT, "-fx-spacing: %.3fem;", size * SPACE));
        var letters = new ArrayList<javafx.scene.control.Label>();
        line.codePoints().forEach(point -> {
            var letter = Words.fixed(Character.toString(point), "song");
            letter.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.3fem;", size));
            letters.add(letter);
        });
        row.getChildren().setAll(letters);
        return row;
    }
}
