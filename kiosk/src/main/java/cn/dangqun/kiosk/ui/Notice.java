package cn.dangqun.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/// An empty, loading or failing place: a quiet icon, what is so, and the next step in words (DESIGN §11).
public final class Notice extends VBox {
    public Notice(Glyph glyph, String words, String next) {
        getStyleClass().add("gap-24");
        setAlignment(Pos.CENTER);
        getChildren().addAll(new Icon(glyph, 6, "glyph-gold"), Labels.centred(words, "type-56", "bold", "ink"));
        if (!next.isEmpty()) {
            getChildren().add(Labels.centred(next, "type-32", "quiet"));
        }
    }
}
