package cn.dangqun.kiosk.ui;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/// A button whose face is laid out from nodes, such as a tile or a row; unlike a toolkit button it gives its face the
/// whole width, so that long names wrap. Acts when a finger that pressed it lets go on it.
public final class FaceButton extends StackPane {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final Runnable action;
    private boolean armed;

    public FaceButton(Node face, String words, Runnable action, String... styles) {
        super(face);
        this.action = action;
        getStyleClass().addAll("action", "face");
        getStyleClass().addAll(styles);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words);
        setOnMousePressed(press -> arm(press.getButton() == MouseButton.PRIMARY));
        setOnMouseReleased(release -> letGo(contains(release.getX(), release.getY())));
    }

    private void arm(boolean now) {
        armed = now;
        pseudoClassStateChanged(ARMED, now);
    }

    /// The finger on it presses nothing any more.
    void disarm() {
        arm(false);
    }

    private void letGo(boolean inside) {
        boolean fires = armed && inside && !isDisabled();
        arm(false);
        if (fires) {
            action.run();
        }
    }
}
