package cn.dangqun.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The frame of an ordinary screen: title with its red rule on top, what it is about in the middle, what one can do at
/// the foot, within reach of a seated person (DESIGN §11).
public final class Page extends BorderPane {
    public Page(Look look, String title, String subtitle) {
        getStyleClass().addAll("page", look.isPortrait() ? "page-portrait" : "page-landscape");
        var rule = new javafx.scene.layout.Region();
        rule.getStyleClass().add("red-rule");
        var head = new VBox(Words.of(title, "type-64", "song", "ink"), rule);
        if (!subtitle.isEmpty()) {
            head.getChildren().add(Words.of(subtitle, "type-24", "quiet"));
        }
        head.getStyleClass().addAll("gap-16", "page-head");
        setTop(head);
    }

    public Page body(Node body) {
        body.getStyleClass().add("page-body");
        setCenter(body);
        BorderPane.setAlignment(body, Pos.TOP_LEFT);
        return this;
    }

    /// The buttons share the width.
    public Page foot(ActionButton... buttons) {
        var foot = new HBox(buttons);
        foot.getStyleClass().addAll("gap-24", "page-foot");
        for (var button : buttons) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(1);
        }
        setBottom(foot);
        return this;
    }
}
