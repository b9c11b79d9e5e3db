package cn.dangqun.kiosk.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// What every kind of button must look like: the same size in focus and out of it, and switched off when it is. Each
/// kind is looked at once, with all that stands around it.
final class ButtonLooks {
    private static final List<PseudoClass> FOCUS = List.of(
            PseudoClass.getPseudoClass("focused"),
            PseudoClass.getPseudoClass("focus-visible"),
            PseudoClass.getPseudoClass("hover"));
    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");
    private static final Paint OFF = Color.web("#FBF7EF");

    private final Set<String> seen = new HashSet<>();

    List<String> faults(Node target) {
        var faults = new ArrayList<String>();
        if (target instanceof Region button && seen.add(kind(button))) {
            var free = insets(button);
            FOCUS.forEach(state -> button.pseudoClassStateChanged(state, true));
            if (!insets(button).equals(free)) {
                faults.add("moves when it gets the focus, " + free + " to " + insets(button));
            }
            FOCUS.forEach(state -> button.pseudoClassStateChanged(state, false));
            button.pseudoClassStateChanged(DISABLED, true);
            button.applyCss();
            if (!ground(button).equals(OFF)) {
                faults.add("looks as if it could be pressed, " + ground(button));
            }
            button.pseudoClassStateChanged(DISABLED, button.isDisabled());
            button.applyCss();
        }
        return faults;
    }

    private static String kind(Node node) {
        var kind = new StringBuilder();
        for (var step = node; step != null; step = step.getParent()) {
            kind.append(step.getStyleClass()).append(" < ");
        }
        return kind.toString();
    }

    private static Insets insets(Region button) {
        button.applyCss();
        return button.getInsets();
    }

    private static Paint ground(Region button) {
        return button.getBackground().getFills().getLast().getFill();
    }
}
