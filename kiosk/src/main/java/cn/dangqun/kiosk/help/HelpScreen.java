package cn.dangqun.kiosk.help;

import cn.dangqun.kiosk.staff.Duty;
import cn.dangqun.kiosk.staff.DutyViewModel;
import cn.dangqun.kiosk.staff.DutyWords;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 求助: who is on duty, and how to check in, in three steps (F-88).
final class HelpScreen extends StackPane {
    private final Texts texts;
    private final DutyWords words;
    private final VBox people = new VBox();

    HelpScreen(DutyViewModel model, Look look, Runnable home) {
        this.texts = look.texts();
        this.words = new DutyWords(texts, look.zone());
        setId("help-screen");
        people.getStyleClass().addAll("sheet", "gap-16");
        people.setAlignment(Pos.CENTER);
        var steps = new VBox(
                step(look, Glyph.IDENTITY_CARD, "help.card"),
                step(look, Glyph.CODE, "help.code"),
                step(look, Glyph.PEOPLE, "help.neither"),
                step(look, Glyph.UNDO, "help.wrong"));
        steps.getStyleClass().add("gap-40");
        Pane body = look.isPortrait() ? new VBox(people, steps) : new HBox(people, steps);
        body.getStyleClass().add(look.isPortrait() ? "gap-40" : "gap-64");
        HBox.setHgrow(steps, Priority.ALWAYS);
        HBox.setHgrow(people, Priority.ALWAYS);
        people.setPrefWidth(1);
        steps.setPrefWidth(1);
        var back = new ActionButton(texts.get("ui.home"), home);
        back.setId("home");
        getChildren()
                .setAll(new Page(look, texts.get("help.title"), texts.get("help.subtitle"))
                        .body(body)
                        .foot(back));
        model.onDuty().addListener((_, _, now) -> render(now));
        render(model.onDuty().get());
    }

    private void render(Duty now) {
        people.getChildren().setAll(Labels.centred(texts.get("help.duty"), "type-32", "quiet"));
        switch (now) {
            case Duty.Unsaid() -> add(texts.get("help.desk"), texts.get("help.come"));
            case Duty.Nobody nobody -> add(texts.get("help.nobody"), words.nobody(nobody));
            case Duty.Here(var here) -> {
                for (var person : here) {
                    add(person.name(), words.until(person));
                }
                people.getChildren().add(Labels.centred(texts.get("help.come"), "type-32", "ink"));
            }
        }
    }

    private void add(String headline, String below) {
        people.getChildren()
                .addAll(Labels.centred(headline, "type-64", "bold", "ink"), Labels.centred(below, "type-24", "quiet"));
    }

    private Node step(Look look, Glyph glyph, String key) {
        var words = new VBox(
                Labels.of(texts.get(key), look.isPortrait() ? "type-44" : "type-32", "bold", "ink"),
                Labels.of(texts.get(key + ".how"), look.isPortrait() ? "type-32" : "type-24", "ink"));
        words.getStyleClass().add("gap-8");
        HBox.setHgrow(words, Priority.ALWAYS);
        var step = new HBox(new Icon(glyph, 3, "glyph-red"), words);
        step.getStyleClass().add("gap-24");
        step.setAlignment(Pos.CENTER_LEFT);
        return step;
    }
}
