package cn.dangqun.kiosk.guest;

import cn.dangqun.protocol.Signature;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// What somebody wrote, small, in a line of a list.
final class InkView extends Region {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 72;

    private InkView(Signature written) {
        int widest = 1;
        int lowest = 1;
        for (var stroke : written.strokes()) {
            for (var point : stroke.points()) {
                widest = Math.max(widest, point.x());
                lowest = Math.max(lowest, point.y());
            }
        }
        double by = Math.min(WIDTH / widest, HEIGHT / lowest);
        for (var stroke : written.strokes()) {
            var line = new Polyline();
            stroke.points().forEach(point -> line.getPoints().addAll(point.x() * by, point.y() * by));
            line.getStyleClass().add("guest-ink");
            line.setManaged(false);
            getChildren().add(line);
        }
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    static InkView of(Signature written) {
        return new InkView(written);
    }
}
