package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Walks the scene graph of every screen in every state (F-87, F-89, L3). A kiosk's root font is 24 px at 1080.
class EveryScreenTest {
    private static final double SMALLEST_TARGET = 60;
    private static final double SMALLEST_TYPE = 20;
    private static final double SLACK = 1.5;
    private static final double CLEAR = 2;
    private static final Set<String> PANELS =
            Set.of("sheet", "raised", "lead", "name-board", "band", "chip", "call-strip-large", "wall-paper", "qr");
    private static final Set<String> RULES = Set.of("gold-rule", "red-rule", "hairline", "tally-line");
    private static final Map<String, String> SCREENS = Map.ofEntries(
            Map.entry("idle", "#idle-screen"),
            Map.entry("home", "#home-screen"),
            Map.entry("checkin", "#check-in"),
            Map.entry("activities", "#activities"),
            Map.entry("calendar", "#calendar"),
            Map.entry("guide", "#guide"),
            Map.entry("appointment", "#appointments"),
            Map.entry("request", "#request"),
            Map.entry("staff-calendar", "#calendar"),
            Map.entry("wall", "#wall"),
            Map.entry("turn", "#idle-turn"),
            Map.entry("privacy", "#privacy"),
            Map.entry("help", "#help-screen"),
            Map.entry("staff", "#staff-unlock"),
            Map.entry("staff-corner", "#staff-corner"),
            Map.entry("staff-clock", "#staff-clock"),
            Map.entry("care", "#care"),
            Map.entry("program", "#program"),
            Map.entry("still-here", "#still-here"),
            Map.entry("parked", "#parked"),
            Map.entry("cards", "#cards"),
            Map.entry("roll", "#roll"),
            Map.entry("print", "#print"),
            Map.entry("scan", "#scan"),
            Map.entry("guest", "#guest"),
            Map.entry("meeting", "#meeting"),
            Map.entry("hall", "#hall"),
            Map.entry("enrolment", "#enrolment"),
            Map.entry("enrol-anew", "#enrol-anew"),
            Map.entry("trouble", "#trouble"),
            Map.entry("opening", "#opening"),
            Map.entry("data-fault", "#data-fault"),
            Map.entry("self-test", "#self-test"),
            Map.entry("queue", "#take-number"),
            Map.entry("calling", "#calling"),
            Map.entry("window", "#window-page"));
    private static final double UPPER_THIRD = 1920 / 3.0;

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void isReadableAndWithinReach(Orientation orientation) {
        var faults = new TreeSet<String>();
        try (var kiosk = new TestKiosk(orientation)) {
            var looks = new ButtonLooks();
            for (var scene : Scenes.all().entrySet()) {
                kiosk.does(() -> {
                    scene.getValue().accept(kiosk);
                    kiosk.shell().watching(kiosk.shell().looksForCodes());
                });
                if (Toolkit.call(() -> kiosk.scene().getRoot().lookup(screenOf(scene.getKey()))) == null) {
                    faults.add(scene.getKey() + ": another screen is up");
                }
                Toolkit.run(() -> look(
                        kiosk.scene(), (node, fault) -> faults.add(scene.getKey() + ": " + name(node) + " " + fault)));
                Toolkit.run(() -> all(kiosk.scene().getRoot())
                        .filter(EveryScreenTest::isTarget)
                        .forEach(node -> looks.faults(node)
                                .forEach(fault -> faults.add(scene.getKey() + ": " + name(node) + " " + fault))));
            }
        }

        assertEquals("", String.join("\n", faults));
    }

    private static String screenOf(String scene) {
        return SCREENS.keySet().stream()
                .filter(scene::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(SCREENS::get)
                .orElseThrow();
    }

    /// The walk itself must be able to fail.
    @ParameterizedTest
    @EnumSource(Orientation.class)
    void seesWhatIsWrong(Orientation orientation) {
        try (var kiosk = new TestKiosk(orientation)) {
            var faults = new ArrayList<String>();
            kiosk.does(() -> {
                var cut = new Button("很长很长的一句话放不下");
                cut.setManaged(false);
                cut.resizeRelocate(-20, 100, 40, 30);
                ((javafx.scene.layout.Pane) kiosk.scene().getRoot())
                        .getChildren()
                        .add(cut);
            });
            Toolkit.run(() -> look(kiosk.scene(), (node, fault) -> faults.add(fault.replaceAll(" .*", ""))));

            var expected = orientation == Orientation.PORTRAIT
                    ? List.of("cut", "outside", "small", "high")
                    : List.of("cut", "outside", "small");
            assertTrue(faults.containsAll(expected), faults.toString());
        }
    }

    private static void look(Scene scene, BiConsumer<Node, String> fault) {
        boolean portrait = scene.getHeight() > scene.getWidth();
        all(scene.getRoot()).filter(EveryScreenTest::isSeen).forEach(node -> {
            if (node instanceof Labeled labeled) {
                shownWhole(labeled, fault);
            }
            if (node instanceof Text text && text.getFont().getSize() < SMALLEST_TYPE - 0.1) {
                fault.accept(node, "type of " + text.getFont().getSize());
            }
            if (isThing(node)) {
                onScreen(node, scene, fault);
            }
            if (node instanceof Text || isPicture(node)) {
                insideItsPanel(node, fault);
            }
            if (isTarget(node)) {
                target((Region) node, portrait, fault);
                holdsItsFace(node, fault);
            }
        });
        overlaps(scene, fault);
    }

    private static void shownWhole(Labeled labeled, BiConsumer<Node, String> fault) {
        all(labeled)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> labeled.equals(text.getParent()))
                .filter(text -> !text.getText().equals(labeled.getText()))
                .forEach(text -> fault.accept(labeled, "cut to " + text.getText()));
    }

    private static void onScreen(Node node, Scene scene, BiConsumer<Node, String> fault) {
        var bounds = box(node);
        if (bounds.getMinX() < -SLACK
                || bounds.getMinY() < -SLACK
                || bounds.getMaxX() > scene.getWidth() + SLACK
                || bounds.getMaxY() > scene.getHeight() + SLACK) {
            fault.accept(node, "outside at " + bounds);
        }
    }

    private static void target(Region region, boolean portrait, BiConsumer<Node, String> fault) {
        if (region.getWidth() < SMALLEST_TARGET || region.getHeight() < SMALLEST_TARGET) {
            fault.accept(region, "small target " + region.getWidth() + " x " + region.getHeight());
        }
        var bounds = box(region);
        if (portrait && bounds.getMaxY() < UPPER_THIRD) {
            fault.accept(region, "high target, ends at " + bounds.getMaxY());
        }
    }

    private static void holdsItsFace(Node target, BiConsumer<Node, String> fault) {
        var ground = box(target);
        all(target)
                .filter(Text.class::isInstance)
                .filter(text -> box(text).getMinY() < ground.getMinY() - SLACK
                        || box(text).getMaxY() > ground.getMaxY() + SLACK
                        || box(text).getMinX() < ground.getMinX() - SLACK
                        || box(text).getMaxX() > ground.getMaxX() + SLACK)
                .forEach(text -> fault.accept(target, "spills " + name(text)));
    }

    /// Clear of the edge of the sheet, card or band it stands on.
    private static void insideItsPanel(Node text, BiConsumer<Node, String> fault) {
        for (var step = text.getParent(); step != null; step = step.getParent()) {
            if (isPanel(step)) {
                var edge = box(step);
                var words = box(text);
                if (words.getMinX() < edge.getMinX() + CLEAR
                        || words.getMaxX() > edge.getMaxX() - CLEAR
                        || words.getMinY() < edge.getMinY() + CLEAR
                        || words.getMaxY() > edge.getMaxY() - CLEAR) {
                    fault.accept(text, "stands on the edge of " + step.getStyleClass());
                }
                return;
            }
        }
    }

    private static boolean isThing(Node node) {
        return (node instanceof Text text && !text.getText().isEmpty())
                || isPicture(node)
                || isTarget(node)
                || isPanel(node)
                || isRule(node);
    }

    private static boolean isPicture(Node node) {
        return node instanceof ImageView view && view.getImage() != null;
    }

    private static boolean isPanel(Node node) {
        return node.getStyleClass().stream().anyMatch(PANELS::contains)
                && !node.getStyleClass().contains("plain");
    }

    /// The camera's sign may stand in the colour of a result.
    private static boolean isSign(Node node) {
        var sign = node.getScene().lookup("#camera-sign");
        return node.equals(sign) || isWithin(node, sign);
    }

    private static boolean isBand(Node node) {
        return node.getStyleClass().contains("band");
    }

    private static boolean isRule(Node node) {
        return node.getStyleClass().stream().anyMatch(RULES::contains);
    }

    /// No two texts, targets, panels or rules may lie on each other, unless one is part of the other.
    private static void overlaps(Scene scene, BiConsumer<Node, String> fault) {
        var things = all(scene.getRoot())
                .filter(EveryScreenTest::isSeen)
                .filter(EveryScreenTest::isThing)
                .toList();
        for (int i = 0; i < things.size(); i++) {
            for (int j = i + 1; j < things.size(); j++) {
                var one = things.get(i);
                var other = things.get(j);
                if (!isWithin(one, other)
                        && !isWithin(other, one)
                        && !(isBand(one) && isSign(other))
                        && lieOnEachOther(box(one), box(other))) {
                    fault.accept(one, "overlaps " + name(other));
                }
            }
        }
    }

    private static boolean lieOnEachOther(Bounds one, Bounds other) {
        return other.getMinX() < one.getMaxX() - SLACK
                && other.getMaxX() > one.getMinX() + SLACK
                && other.getMinY() < one.getMaxY() - SLACK
                && other.getMaxY() > one.getMinY() + SLACK;
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (var step = node.getParent(); step != null; step = step.getParent()) {
            if (step.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTarget(Node node) {
        return node instanceof Button || node instanceof FaceButton;
    }

    private static boolean isSeen(Node node) {
        for (var step = node; step != null; step = step.getParent()) {
            if (!step.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(EveryScreenTest::all))
                : Stream.of(node);
    }

    private static String name(Node node) {
        return switch (node) {
            case Text text -> "text “" + text.getText() + "”";
            case Labeled labeled -> "label “" + labeled.getText() + "”";
            default -> node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
        };
    }
}
