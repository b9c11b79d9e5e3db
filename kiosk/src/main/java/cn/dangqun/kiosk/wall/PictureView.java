package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallPicture;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// One picture, as large as the room it has; only this one is in memory.
final class PictureView extends StackPane {
    /// So many pixels of a side are decoded at most
    private static final double LONGEST_SIDE = WallPicture.LONGEST_SIDE;

    private final ImageView view = new ImageView();

    PictureView() {
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().setAll(view);
        setMouseTransparent(true);
        // laid over its place, and moves nothing there
        setManaged(false);
    }

    void fill(double width, double height) {
        view.setFitWidth(width);
        view.setFitHeight(height);
        resizeRelocate(0, 0, width, height);
    }

    /// Nothing any more.
    void clear() {
        view.setImage(null);
        view.setAccessibleText("");
    }

    /// False when it is no picture that can be shown; then nothing is.
    boolean show(WallPicture picture, Optional<byte[]> jpeg) {
        clear();
        if (jpeg.isEmpty()) {
            return false;
        }
        var image = new Image(new ByteArrayInputStream(jpeg.get()), LONGEST_SIDE, LONGEST_SIDE, true, true);
        if (image.isError()) {
            return false;
        }
        view.setImage(image);
        view.setAccessibleText(picture.words());
        return true;
    }
}
