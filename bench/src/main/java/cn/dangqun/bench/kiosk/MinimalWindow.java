package cn.dangqun.bench.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least that a program with a window can do: the baseline of a start.
public final class MinimalWindow {
    static final String PAINTED = "painted";

    private MinimalWindow() {}

    /// The words that begin a program of this benchmark on the Java of the package `tree`, up to its class.
    /// `cache`: where the toolkit unpacks what is native.
    static List<String> java(Path tree, Path cache) throws IOException {
        var home = tree.resolve("usr/lib/dangqun-kiosk");
        try (var jars = Files.list(home.resolve("lib"))) {
            var windows = jars.filter(each -> each.getFileName().toString().startsWith("javafx"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
            return List.of(
                    home.resolve("runtime/bin/java").toString(),
                    "@" + home.resolve("java.options"),
                    "-Djavafx.cachedir=" + cache.resolve("javafx"),
                    "-cp",
                    windows + ":" + System.getProperty("java.class.path"));
        }
    }

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
