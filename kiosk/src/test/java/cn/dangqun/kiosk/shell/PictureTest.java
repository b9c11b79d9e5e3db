package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.ui.Toolkit;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureTest {
    private Stage stage;

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        Toolkit.run(stage::close);
    }

    @Test
    void seesWhatIsDrawn() throws Exception {
        var root = new StackPane(new Rectangle(300, 300, Color.web("#C4151C")));

        assertTrue(isDrawn(root));
    }

    @Test
    void seesNothingInAPictureOfOneColour() throws Exception {
        assertFalse(isDrawn(new Pane()));
    }

    private boolean isDrawn(Pane root) throws Exception {
        var drawn = Toolkit.call(() -> {
            stage = new Stage();
            stage.setScene(new Scene(root, 1080, 1920));
            stage.show();
            return new Picture(stage.getScene()).isDrawn();
        });
        return drawn.get(10, TimeUnit.SECONDS);
    }
}
