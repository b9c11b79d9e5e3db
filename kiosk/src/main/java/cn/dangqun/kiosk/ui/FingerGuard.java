package cn.dangqun.kiosk.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Keeps a finger from pressing what has only just come under it: a second tap, or one meant for the page before. A
/// button must have stood where it is for [#SETTLING]; one that was drawn anew with the same words at the same place
/// has stood all along. Cards and codes are not held back. FX thread.
public final class FingerGuard {
    /// Longer than between the two taps of a slow double tap, shorter than a look at a new page.
    public static final Duration SETTLING = Duration.ofMillis(700);

    private final UiThread ui;
    private final Parent root;
    private final Runnable laidOut = this::look;
    private final ChangeListener<Scene> taken = (_, _, _) -> taken();
    private Map<Node, Seen> seen = Map.of();
    private @Nullable Node held;

    private FingerGuard(UiThread ui, Parent root) {
        this.ui = ui;
        this.root = root;
    }

    /// Guards every button below `root` from now on, after the filters that `root` has already.
    public static void over(Parent root, UiThread ui) {
        var guard = new FingerGuard(ui, root);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, guard::pressed);
        root.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> guard.letGo());
        root.sceneProperty().addListener((_, before, now) -> guard.moved(before, now));
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(laidOut);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(laidOut);
        }
    }

    private void pressed(MouseEvent press) {
        target(press.getTarget() instanceof Node node ? node : null).ifPresent(target -> {
            var known = seen.get(target);
            if (known == null || !known.since.isOver) {
                press.consume();
            } else {
                hold(target);
            }
        });
    }

    private static Optional<Node> target(@Nullable Node below) {
        var node = below;
        while (node != null && !isTarget(node)) {
            node = node.getParent();
        }
        return Optional.ofNullable(node);
    }

    private static boolean isTarget(Node node) {
        return node instanceof Button || node instanceof FaceButton;
    }

    /// A page that goes while a finger lies on it takes its button along: nothing happens when the finger goes up.
    private void hold(Node target) {
        letGo();
        held = target;
        target.sceneProperty().addListener(taken);
    }

    private void letGo() {
        if (held != null) {
            held.sceneProperty().removeListener(taken);
            held = null;
        }
    }

    private void taken() {
        switch (held) {
            case Button button -> button.disarm();
            case FaceButton face -> face.disarm();
            case null, default -> {}
        }
        letGo();
    }

    private void look() {
        var before = seen;
        var fresh = new Age();
        var now = new HashMap<Node, Seen>();
        targets(root).forEach(node -> now.put(node, seen(node, before, fresh)));
        seen = now;
        if (now.values().stream().anyMatch(each -> each.since == fresh)) {
            var _ = ui.after(SETTLING, () -> fresh.isOver = true);
        }
    }

    private static Stream<Node> targets(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (isTarget(node)) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(FingerGuard::targets)
                : Stream.empty();
    }

    private static Seen seen(Node node, Map<Node, Seen> before, Age fresh) {
        var what = node.getId() + words(node);
        var where = node.localToScene(node.getLayoutBounds());
        var same = before.get(node);
        var stood = same == null
                ? before.values().stream()
                        .filter(each -> each.what.equals(what) && each.isAt(where))
                        .findFirst()
                : Optional.of(same).filter(each -> each.isAt(where));
        return new Seen(what, where, stood.map(each -> each.since).orElse(fresh));
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
    }

    /// How long those have stood that came together.
    private static final class Age {
        private boolean isOver;
    }

    private record Seen(String what, Bounds where, Age since) {
        /// Each holds the middle of the other.
        boolean isAt(Bounds there) {
            return where.contains(there.getCenterX(), there.getCenterY())
                    && there.contains(where.getCenterX(), where.getCenterY());
        }
    }
}
