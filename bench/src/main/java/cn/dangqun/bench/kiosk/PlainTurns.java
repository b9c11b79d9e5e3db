package cn.dangqun.bench.kiosk;

import cn.dangqun.kiosk.ui.FxThread;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a program with pages that take turns can do: a picture, a page of words, a picture, each as large as
/// the window. `PlainTurns EACH_MILLIS PICTURE`.
public final class PlainTurns {
    /// What it says of each.
    static final String SAID = "turn";

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;
    private static final int LINES = 22;

    private PlainTurns() {}

    public static void main(String[] arguments) {
        var each = Duration.ofMillis(Long.parseLong(arguments[0]));
        Platform.startup(() -> show(each, arguments[1]));
    }

    private static void show(Duration each, String picture) {
        var pane = new StackPane();
        var stage = new Stage();
        stage.setScene(new Scene(pane, WIDTH, HEIGHT));
        stage.show();
        turn(
                new FxThread(),
                each,
                () -> pane.getChildren()
                        .setAll(shows(pane, ImageView.class) ? words() : new ImageView(new Image("file:" + picture))));
    }

    private static boolean shows(StackPane pane, Class<? extends Node> kind) {
        return pane.getChildren().stream().anyMatch(kind::isInstance);
    }

    /// Not by an animation, which would draw all the time.
    private static void turn(FxThread fx, Duration each, Runnable page) {
        var _ = fx.after(each, () -> {
            System.out.println(SAID);
            page.run();
            turn(fx, each, page);
        });
    }

    private static Node words() {
        var words = new Label(
                IntStream.range(0, LINES).mapToObj(_ -> "样例正文，每行十四个字以上。").collect(Collectors.joining("\n")));
        words.setStyle("-fx-font-size: 56px");
        return words;
    }
}
