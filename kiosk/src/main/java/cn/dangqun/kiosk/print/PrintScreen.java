package cn.dangqun.kiosk.print;

import cn.dangqun.kiosk.print.PrintState.Choosing;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 打印: forms, devices, and one button that prints.
final class PrintScreen extends StackPane {
    private static final int COLUMNS = 2;

    private final PrintViewModel model;
    private final Look look;
    private final Texts texts;
    private final PrintWords words;
    private final Consumer<String> leave;

    /// `leave` goes to the place named, or to the staff corner.
    PrintScreen(PrintViewModel model, Look look, Consumer<String> leave) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = new PrintWords(texts);
        this.leave = leave;
        Theme.addSheet(this, PrintFeature.class, "print.css");
        setId("print");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(PrintState state) {
        switch (state) {
            case PrintState.Empty _ -> getChildren().clear();
            case Choosing choosing -> getChildren().setAll(choosing(choosing));
        }
    }

    private Page choosing(Choosing now) {
        var page = new Page(look, texts.get("print.title"), now.offer().about());
        var back = button(
                "print-back",
                texts.get("print.back"),
                false,
                () -> leave.accept(now.offer().back()));
        if (now.printers().isEmpty()) {
            return page.body(new Notice(Glyph.DEVICE, texts.get("print.none"), texts.get("print.none.next")))
                    .foot(back);
        }
        var print = new ActionButton(texts.get("print.go"), model::print, "primary");
        print.setId("print-go");
        print.setDisable(model.isBusy());
        return page.body(choices(now)).foot(print, back);
    }

    private Node choices(Choosing now) {
        var body = new VBox();
        body.getStyleClass().add("gap-40");
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            body.getChildren().add(space);
        }
        words.said(now.telling()).ifPresent(said -> {
            var label = Labels.of(said.words(), "type-32", "bold", said.colour());
            label.setId("print-said");
            body.getChildren().add(label);
        });
        var sheets = new ArrayList<ActionButton>();
        for (var each : now.offer().sheets()) {
            sheets.add(button(
                    "print-sheet-" + sheets.size(), each.label(), each.equals(now.sheet()), () -> model.choose(each)));
        }
        var printers = new ArrayList<ActionButton>();
        for (var each : now.printers()) {
            printers.add(button(
                    "print-to-" + printers.size(),
                    each,
                    now.printer().filter(each::equals).isPresent(),
                    () -> model.choose(each)));
        }
        body.getChildren().addAll(group("print.what", sheets), group("print.where", printers));
        return body;
    }

    private Node group(String title, List<ActionButton> buttons) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "print-choices");
        for (int i = 0; i < buttons.size(); i++) {
            grid.add(buttons.get(i), i % COLUMNS, i / COLUMNS);
        }
        var group = new VBox(Labels.of(texts.get(title), "type-32", "quiet"), grid);
        group.getStyleClass().add("gap-16");
        return group;
    }

    /// What is chosen already is marked quietly: one thing on the page is to be pressed.
    private ActionButton button(String id, String name, boolean chosen, Runnable action) {
        var button = new ActionButton(chosen ? "✓ " + name : name, action, "outline");
        if (chosen) {
            button.getStyleClass().add("print-chosen");
            button.setAccessibleText(texts.get("print.chosen", name));
        }
        button.setId(id);
        button.setWrapText(true);
        return button;
    }
}
