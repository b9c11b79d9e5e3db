package cn.dangqun.kiosk.scan;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// A picture as large as it fits into the room there is.
final class PageView extends Region {
    private final ImageView view = new ImageView();

    PageView() {
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().add(view);
        setMinSize(0, 0);
    }

    void show(PageImage picture) {
        var image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.pixels(),
                        0,
                        picture.width());
        view.setImage(image);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        var bounds = view.getLayoutBounds();
        view.relocate((getWidth() - bounds.getWidth()) / 2, (getHeight() - bounds.getHeight()) / 2);
    }
}
