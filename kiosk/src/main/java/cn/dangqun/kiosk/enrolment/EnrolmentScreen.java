package cn.dangqun.kiosk.enrolment;

import cn.dangqun.kiosk.enrolment.EnrolmentState.Remark;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The street does not know this kiosk yet: what staff do about it, and keys for the one-time code.
final class EnrolmentScreen extends StackPane {
    private final Texts texts;
    private final KeyPad pad;
    private final StackPane code = new StackPane();
    private final StackPane remark = new StackPane();

    public EnrolmentScreen(EnrolmentViewModel model, Look look) {
        this(model, look, "enrolment.title");
    }

    EnrolmentScreen(EnrolmentViewModel model, Look look, String title, ActionButton... foot) {
        this.texts = look.texts();
        this.pad = KeyPad.codes(texts, 8, model::type, model::erase, model::confirm);
        setId("enrolment");
        code.getStyleClass().addAll("sheet", "code-field");
        remark.setAlignment(Pos.CENTER);
        var entry = new VBox(code, remark, pad);
        entry.getStyleClass().add("gap-24");
        entry.setAlignment(look.isPortrait() ? Pos.BOTTOM_CENTER : Pos.CENTER);
        Pane body = look.isPortrait() ? new VBox(steps(), entry) : new HBox(steps(), entry);
        body.getStyleClass().add("gap-64");
        VBox.setVgrow(entry, Priority.ALWAYS);
        HBox.setHgrow(body.getChildren().getFirst(), Priority.ALWAYS);
        var page = new Page(look, texts.get(title), texts.get("enrolment.subtitle")).body(body);
        getChildren().setAll(foot.length == 0 ? page : page.foot(foot));
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private VBox steps() {
        var steps = new VBox();
        int number = 1;
        for (var key : new String[] {"enrolment.step.console", "enrolment.step.code", "enrolment.step.wait"}) {
            var figure = Labels.fixed(Integer.toString(number++), "type-44", "song", "red", "figure");
            var words = Labels.of(texts.get(key), "type-32", "ink");
            HBox.setHgrow(words, Priority.ALWAYS);
            var step = new HBox(figure, words);
            step.getStyleClass().add("gap-24");
            step.setAlignment(Pos.CENTER_LEFT);
            steps.getChildren().add(step);
        }
        steps.getStyleClass().add("gap-24");
        steps.setAlignment(Pos.CENTER_LEFT);
        return steps;
    }

    private void render(EnrolmentState state) {
        switch (state) {
            case EnrolmentState.Confirming _ -> pad.setDisable(true);
            case EnrolmentState.Entering(String typed, Remark said) -> {
                pad.setDisable(false);
                show(typed, remark(said));
            }
            case EnrolmentState.Asking(String typed) -> {
                pad.setDisable(true);
                show(typed, Labels.centred(texts.get("enrolment.asking"), "type-32", "quiet"));
            }
            case EnrolmentState.Enrolled(String kiosk) -> {
                pad.setDisable(true);
                done(kiosk, chip(Tone.SUCCESS, Glyph.CHECK, texts.get("enrolment.done")));
            }
        }
    }

    private void done(String kiosk, Node said) {
        code.getChildren().setAll(Labels.centred(kiosk, "type-44", "bold", "ink"));
        remark.getChildren().setAll(said);
    }

    private void show(String typed, Node said) {
        code.getChildren()
                .setAll(
                        typed.isEmpty()
                                ? Labels.centred(texts.get("enrolment.empty"), "type-32", "quiet")
                                : Labels.centred(inGroups(typed), "type-44", "bold", "ink"));
        remark.getChildren().setAll(said);
    }

    /// As it is printed: groups of four.
    private static String inGroups(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private Node remark(Remark said) {
        return switch (said) {
            case Remark.None _ -> Labels.centred(texts.get("enrolment.hint"), "type-24", "quiet");
            case Remark.Unreachable _ -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("enrolment.unreachable"));
            case Remark.OtherCode _ -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("enrolment.otherCode"));
            case Remark.Refused(EnrolmentDesk.Reason reason) -> chip(Tone.ALARM, Glyph.CROSS, refusal(reason));
        };
    }

    private String refusal(EnrolmentDesk.Reason reason) {
        return switch (reason) {
            case CODE_UNKNOWN -> texts.get("enrolment.refused.unknown");
            case CODE_USED -> texts.get("enrolment.refused.used");
            case CODE_EXPIRED -> texts.get("enrolment.refused.expired");
            case WRONG_SERVER -> texts.get("enrolment.refused.server");
            case NOT_SAVED -> texts.get("enrolment.refused.unsaved");
            case OTHER -> texts.get("enrolment.refused.other");
        };
    }

    private static Chip chip(Tone tone, Glyph glyph, String text) {
        return new Chip(tone, glyph, text, "type-24", "bold");
    }
}
