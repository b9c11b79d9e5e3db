package cn.dangqun.kiosk.ui;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The house's look on a scene: tokens, looks, and a root font size that follows the screen's short side, so that the
/// same design fills any panel (DESIGN §11). FX thread.
public final class Theme {
    /// Root font size, in pixels, at a short side of 1080 pixels.
    static final double BASE = 24;

    private static final double BASE_SIDE = 1080;
    private static final List<String> SHEETS = List.of("tokens.css", "controls.css", "screens.css");

    private Theme() {}

    /// `magnification` is 1, or more in the mode for weak eyes.
    public static void apply(Scene scene, double magnification) {
        addSheets(scene);
        scene.widthProperty().addListener(_ -> scale(scene, magnification));
        scene.heightProperty().addListener(_ -> scale(scene, magnification));
        scene.rootProperty().addListener(_ -> scale(scene, magnification));
        scale(scene, magnification);
    }

    /// For windows that are not the kiosk's: a root font size in pixels.
    public static void applyFixed(Scene scene, double size) {
        addSheets(scene);
        setRootSize(scene, size);
    }

    /// The looks of one feature, from a file beside its classes, for `part` and all that is in it.
    public static void addSheet(Parent part, Class<?> feature, String sheet) {
        part.getStylesheets().add(url(feature, sheet));
    }

    private static void addSheets(Scene scene) {
        for (var sheet : SHEETS) {
            scene.getStylesheets().add(url(Theme.class, sheet));
        }
    }

    private static String url(Class<?> beside, String sheet) {
        URL url = Objects.requireNonNull(beside.getResource(sheet), sheet);
        return url.toExternalForm();
    }

    private static void scale(Scene scene, double magnification) {
        double side = Math.min(scene.getWidth(), scene.getHeight());
        if (side > 0) {
            setRootSize(scene, side / BASE_SIDE * BASE * magnification);
        }
    }

    private static void setRootSize(Scene scene, double size) {
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", size));
    }
}
