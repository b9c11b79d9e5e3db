package cn.dangqun.bench.kiosk;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least that a program with a window can do: the baseline of a start.
public final class MinimalWindow {
    static final String PAINTED = "painted";

    private MinimalWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            var scene = new Scene(new Label("党群服务中心"), 1080, 1920);
            var stage = new Stage();
            stage.setScene(scene);
            scene.addPostLayoutPulseListener(() -> System.out.println(PAINTED));
            stage.show();
        });
    }
}
