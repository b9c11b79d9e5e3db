package cn.dangqun.kiosk.demo;

import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.UiThread;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// A window beside the kiosk's with one button per person; minimised where there is no room beside it, absent where the
/// kiosk covers the screen. FX thread.
public final class DemoPanel {
    private static final double WIDTH = 400;
    private static final double TYPE = 16;

    private final SimulatorLine simulator;
    private final Texts texts;
    private final UiThread ui;
    private final Executor background;
    private final Label answer = Labels.of("", "quiet");

    public DemoPanel(SimulatorLine simulator, Texts texts, UiThread ui, Executor background) {
        this.simulator = simulator;
        this.texts = texts;
        this.ui = ui;
        this.background = background;
    }

    /// Shows the window; it does not keep the process alive and closing it ends nothing.
    public void open(List<DemoPeople.Part> people, Stage kiosk) {
        if (kiosk.getStyle() == StageStyle.UNDECORATED) {
            return;
        }
        var list = new VBox(Labels.of(texts.get("demo.panel.hint"), "quiet"));
        people.stream().map(this::button).forEach(list.getChildren()::add);
        list.getChildren().add(answer);
        list.getStyleClass().addAll("demo-panel", "gap-8");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        var free = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(scroll, WIDTH, Math.min(kiosk.getHeight(), free.getHeight() - 80));
        Theme.applyFixed(scene, TYPE);
        var panel = new Stage();
        panel.setTitle(texts.get("demo.panel.title"));
        panel.setScene(scene);
        double both = kiosk.getWidth() + WIDTH;
        if (both <= free.getWidth()) {
            kiosk.setX(free.getMinX() + (free.getWidth() - both) / 2);
            panel.setX(kiosk.getX() + kiosk.getWidth());
            panel.setY(kiosk.getY());
        } else {
            panel.setIconified(true);
        }
        panel.show();
    }

    private Button button(DemoPeople.Part part) {
        var button = new Button(part.label());
        button.getStyleClass().addAll("action", "demo-part");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> background.execute(() -> say(part)));
        return button;
    }

    private void say(DemoPeople.Part part) {
        var said = answerTo(part);
        ui.execute(() -> answer.setText(said));
    }

    private String answerTo(DemoPeople.Part part) {
        try {
            var words = simulator.say(part.command());
            return words.startsWith("ok") ? "" : texts.get("demo.panel.refused", words);
        } catch (IOException e) {
            return texts.get("demo.panel.silent", e);
        }
    }
}
