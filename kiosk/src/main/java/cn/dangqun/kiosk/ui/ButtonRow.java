package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Buttons of equal size side by side, as wide as the place they stand in.
final class ButtonRow extends GridPane {
    ButtonRow(List<ActionButton> buttons) {
        getStyleClass().add("gap-24");
        for (var button : buttons) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / buttons.size());
            getColumnConstraints().add(column);
            button.setMaxHeight(Double.MAX_VALUE);
            addRow(0, button);
        }
    }
}
