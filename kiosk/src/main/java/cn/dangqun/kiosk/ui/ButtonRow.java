package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Buttons of equal size, as wide as the place they stand in.
final class ButtonRow extends GridPane {
    /// More than these stand closer together.
    private static final int MANY = 7;

    ButtonRow(List<ActionButton> buttons) {
        this(buttons, buttons.size());
    }

    /// In rows of `columns`.
    ButtonRow(List<ActionButton> buttons, int columns) {
        getStyleClass().add(columns > MANY ? "gap-16" : "gap-24");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setMaxHeight(Double.MAX_VALUE);
            add(buttons.get(i), i % columns, i / columns);
        }
    }
}
