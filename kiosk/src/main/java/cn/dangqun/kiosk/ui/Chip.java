package cn.dangqun.kiosk.ui;

import javafx.scene.layout.HBox;

/// A sign and a few words in one tone, such as 迟到 or the age of the last sync.
public final class Chip extends HBox {
    public Chip(Tone tone, Glyph glyph, String text, String... styles) {
        getStyleClass().addAll("chip", tone.style());
        getChildren().addAll(new Icon(glyph, 1.3, "glyph-strong"), Labels.fixed(text, styles));
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }
}
