package cn.dangqun.kiosk.shell;

import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;

/// What people see, asked of the toolkit as a small picture: it comes only while frames are drawn. FX thread.
final class Picture {
    private static final double SIDE = 64;

    private final Scene scene;

    Picture(Scene scene) {
        this.scene = scene;
    }

    /// Completes with the next frame: whether there is more to see than one colour.
    CompletableFuture<Boolean> isDrawn() {
        var drawn = new CompletableFuture<Boolean>();
        var small = new SnapshotParameters();
        small.setTransform(Transform.scale(SIDE / scene.getWidth(), SIDE / scene.getHeight()));
        scene.getRoot()
                .snapshot(
                        result -> {
                            drawn.complete(hasColours(result.getImage()));
                            return null;
                        },
                        small,
                        null);
        return drawn;
    }

    private static boolean hasColours(Image image) {
        var pixels = image.getPixelReader();
        int first = pixels.getArgb(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixels.getArgb(x, y) != first) {
                    return true;
                }
            }
        }
        return false;
    }
}
