package cn.dangqun.kiosk.ui;

import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A [Glyph] at a size in `em`; its colour comes from CSS (`glyph-red` and so on).
public final class Icon extends Region {
    private static final double GRID = 24;

    private final Scale scale = new Scale(1, 1);

    public Icon(Glyph glyph, double em, String... styles) {
        var path = new SVGPath();
        path.setContent(glyph.path());
        path.getStyleClass().add("glyph");
        path.getTransforms().add(scale);
        path.setManaged(false);
        getChildren().add(path);
        getStyleClass().addAll(styles);
        var size = String.format(Locale.ROOT, "%.4fem", em);
        setStyle("-fx-min-width: " + size + "; -fx-min-height: " + size + "; -fx-pref-width: " + size
                + "; -fx-pref-height: " + size + "; -fx-max-width: " + size + "; -fx-max-height: " + size + ";");
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        scale.setX(getWidth() / GRID);
        scale.setY(getHeight() / GRID);
    }
}
