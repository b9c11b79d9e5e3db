package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame of an ordinary screen: title with its red rule on top, what it is about in the middle, what one can do at
/// the foot, within reach of a seated person (DESIGN §11).
public final class Page extends BorderPane {
    private static final int MOST_IN_PORTRAIT = 3;
    private static final int MOST_IN_LANDSCAPE = 3;
    /// Short words only: they are narrow then.
    private static final int MOST_OF_MANY = 4;

    private final Look look;
    private @Nullable Node beside;

    public Page(Look look, String title, String subtitle) {
        this.look = look;
        getStyleClass().addAll("page", look.isPortrait() ? "page-portrait" : "page-landscape");
        var rule = new Region();
        rule.getStyleClass().add("red-rule");
        var name = new VBox(Labels.fixed(title, "type-64", "song", "ink"), rule);
        name.getStyleClass().add("gap-16");
        var about = Labels.of(subtitle, "type-24", "quiet");
        Pane head = look.isPortrait() ? new VBox(name, about) : new HBox(name, about);
        head.getStyleClass().addAll("gap-24", "page-head");
        if (head instanceof HBox row) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        setTop(head);
        setMinSize(0, 0);
    }

    public Page body(Node body) {
        body.getStyleClass().add("page-body");
        if (body instanceof Region region) {
            region.setMinSize(0, 0);
        }
        setCenter(body);
        BorderPane.setAlignment(body, Pos.TOP_LEFT);
        return this;
    }

    /// A list whose page buttons stand with those of the screen: above them in portrait, beside them in landscape.
    public Page list(PagedList<?> list) {
        list.takeTurner().ifPresent(this::beside);
        return body(list);
    }

    /// Something small beside the buttons in landscape, above them in portrait.
    public Page beside(Node node) {
        beside = node;
        return this;
    }

    /// Whether they would not fit side by side at their full width; what stands beside them counts as two.
    private boolean isCrowded(int buttons) {
        return !look.isPortrait() && buttons + (beside == null ? 0 : 2) > MOST_IN_LANDSCAPE;
    }

    /// Two rows at most, as long as eight are enough; four stand two and two.
    private static int columns(int buttons) {
        int most = Math.min(buttons, buttons > 2 * MOST_IN_PORTRAIT ? MOST_OF_MANY : MOST_IN_PORTRAIT);
        return Math.ceilDiv(buttons, Math.ceilDiv(buttons, most));
    }

    /// In portrait the buttons share the width, three or four at most side by side; in landscape they stand
    /// at the right.
    public Page foot(ActionButton... buttons) {
        int columns = look.isPortrait() ? columns(buttons.length) : buttons.length;
        var row = new ButtonRow(List.of(buttons), columns);
        Pane foot = look.isPortrait() ? new VBox() : new HBox();
        foot.getStyleClass().addAll("gap-24", "page-foot");
        if (isCrowded(buttons.length)) {
            foot.getStyleClass().add("page-foot-many");
        }
        if (beside != null) {
            foot.getChildren().add(beside);
        }
        foot.getChildren().add(row);
        if (foot instanceof HBox line) {
            row.setMaxWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_RIGHT);
            if (beside != null) {
                HBox.setHgrow(beside, Priority.ALWAYS);
            }
        }
        setBottom(foot);
        return this;
    }
}
