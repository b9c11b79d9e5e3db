package cn.dangqun.kiosk.staff;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;

/// One small photo with round corners, beside the name that says whose it is.
final class PortraitView extends ImageView {
    /// Share of the side that a corner takes
    private static final double ROUND = 0.25;
    /// Twice what is shown, for a sharp picture
    private static final double FINE = 2;

    private PortraitView(Image image, double side) {
        super(image);
        getStyleClass().add("portrait");
        setFitWidth(side);
        setFitHeight(side);
        setSmooth(true);
        setMouseTransparent(true);
        var corners = new Rectangle(side, side);
        corners.setArcWidth(side * ROUND);
        corners.setArcHeight(side * ROUND);
        setClip(corners);
    }

    /// `side` in pixels of the screen. Empty when it is no picture that can be shown.
    static Optional<PortraitView> of(Portrait portrait, double side) {
        var image = new Image(portrait.jpeg().newInput(), side * FINE, side * FINE, false, true);
        return image.isError() ? Optional.empty() : Optional.of(new PortraitView(image, side));
    }
}
