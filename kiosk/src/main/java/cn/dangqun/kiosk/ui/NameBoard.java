package cn.dangqun.kiosk.ui;

import java.util.ArrayList;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The centre's name as on the board beside its door: gold ground, red Song type, horizontal. The type is as
/// large as the width allows; a very long name takes two lines.
public final class NameBoard extends VBox {
    private static final double PADDING = 4.7;
    private static final double SPACE = 0.1;
    private static final double SMALLEST = 2;
    private static final double TWO_LINES = 0.8;

    private final double width;
    private final double largest;

    /// `width` and `largest` (type size) in `em` of the root at ordinary size.
    public NameBoard(Look look, double width, double largest) {
        this.width = width / look.magnification();
        this.largest = largest;
        getStyleClass().add("name-board");
        setMaxHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
    }

    public void show(String name) {
        setAccessibleText(name);
        double one = Math.min(largest, size(name.length()));
        if (one >= SMALLEST || name.length() < 2) {
            getChildren().setAll(spread(name, one));
            return;
        }
        int cut = cut(name);
        double two = Math.min(largest * TWO_LINES, size(Math.max(cut, name.length() - cut)));
        getChildren().setAll(spread(name.substring(0, cut), two), spread(name.substring(cut), two));
    }

    private double size(int letters) {
        return (width - PADDING) / (letters * (1 + SPACE));
    }

    /// After 街道 where that leaves two like lines, else in the middle.
    static int cut(String name) {
        int street = name.indexOf("街道") + 2;
        return street > 2 && 3 * street >= name.length() && 3 * street <= 2 * name.length()
                ? street
                : Math.ceilDiv(name.length(), 2);
    }

    private static HBox spread(String line, double size) {
        var row = new HBox();
        row.setAlignment(Pos.CENTER);
        row.setStyle(String.format(Locale.ROOT, "-fx-spacing: %.3fem;", size * SPACE));
        var letters = new ArrayList<Label>();
        line.codePoints().forEach(point -> {
            var letter = Labels.fixed(Character.toString(point), "song");
            letter.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.3fem;", size));
            letters.add(letter);
        });
        row.getChildren().setAll(letters);
        return row;
    }
}
