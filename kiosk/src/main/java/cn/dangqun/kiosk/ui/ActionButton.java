package cn.dangqun.kiosk.ui;

import javafx.scene.control.Button;

/// A button for a finger: at least 72 px high at 1080 (F-87), no focus, no hover.
public final class ActionButton extends Button {
    public ActionButton(String text, Runnable action, String... styles) {
        super(text);
        setMnemonicParsing(false); // names of people and files may have underscores
        getStyleClass().addAll("action", "bold", "type-32");
        getStyleClass().addAll(styles);
        setFocusTraversable(false);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> action.run());
    }

    public ActionButton withIcon(Glyph glyph) {
        setGraphic(new Icon(glyph, 1.2, "glyph-strong"));
        setGraphicTextGap(12);
        return this;
    }
}
