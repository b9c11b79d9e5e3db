package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallPicture;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// One picture in the middle of the room it has, as large as fits; only this one is in memory.
final class PictureView extends ImageView {
    /// Further it is not blown up
    private static final double MOST = 2;

    private double roomWidth;
    private double roomHeight;

    PictureView() {
        setSmooth(true);
        setMouseTransparent(true);
        // laid over its place, and moves nothing there
        setManaged(false);
        clear();
    }

    void fill(double width, double height) {
        roomWidth = width;
        roomHeight = height;
        place();
    }

    private void place() {
        var image = getImage();
        if (image == null || roomWidth <= 0 || roomHeight <= 0) {
            return;
        }
        double by = Math.min(MOST, Math.min(roomWidth / image.getWidth(), roomHeight / image.getHeight()));
        setFitWidth(image.getWidth() * by);
        setFitHeight(image.getHeight() * by);
        relocate((roomWidth - getFitWidth()) / 2, (roomHeight - getFitHeight()) / 2);
    }

    /// Nothing any more.
    void clear() {
        setImage(null);
        setAccessibleText("");
        setVisible(false);
    }

    /// False when it is no picture that can be shown; then nothing is.
    boolean show(WallPicture picture, Optional<byte[]> jpeg) {
        clear();
        if (jpeg.isEmpty()) {
            return false;
        }
        var image = new Image(new ByteArrayInputStream(jpeg.get()));
        if (image.isError()) {
            return false;
        }
        setImage(image);
        setAccessibleText(picture.words());
        setVisible(true);
        place();
        return true;
    }
}
