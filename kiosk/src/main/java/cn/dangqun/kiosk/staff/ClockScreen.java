package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.staff.ClockState.Part;
import cn.dangqun.kiosk.staff.ClockState.Remark;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.time.LocalDateTime;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 核对日期时间: what the kiosk believes, five parts to type on large keys, and the whole once more before it counts.
final class ClockScreen extends StackPane {
    private final ClockViewModel model;
    private final Look look;
    private final Texts texts;
    private final VBox believed = new VBox();
    private final HBox parts = new HBox();
    private final VBox remark = new VBox();
    private final Page setting;

    ClockScreen(ClockViewModel model, Look look, Runnable back) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        setId("staff-clock");
        this.setting = setting(back);
        model.state().addListener((_, _, now) -> render(now, back));
        render(model.state().get(), back);
    }

    /// One page for all typing: keys must not be replaced while fingers are on them.
    private Page setting(Runnable back) {
        for (var each : new Pane[] {believed, parts, remark}) {
            each.getStyleClass().add("gap-16");
        }
        believed.setAlignment(Pos.CENTER);
        parts.setAlignment(Pos.CENTER);
        remark.setAlignment(Pos.CENTER);
        remark.getStyleClass().add("pin-remark");
        var top = new VBox(believed, parts, remark);
        top.getStyleClass().add("gap-24");
        top.setAlignment(Pos.CENTER);
        var pad = KeyPad.digits(texts, model::type, model::erase, model::check);
        Pane body = look.isPortrait() ? new VBox(top, pad) : new HBox(top, pad);
        body.getStyleClass().add("gap-40");
        if (body instanceof VBox column) {
            column.setAlignment(Pos.BOTTOM_CENTER);
            VBox.setVgrow(top, Priority.ALWAYS);
        } else if (body instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
            HBox.setHgrow(top, Priority.ALWAYS);
        }
        return page().body(body).foot(back(back));
    }

    private void render(ClockState state, Runnable back) {
        switch (state) {
            case ClockState.Away _ -> getChildren().clear();
            case ClockState.Setting now -> setting(now);
            case ClockState.Confirming(LocalDateTime wanted) -> confirming(wanted);
            case ClockState.Saving _ ->
                getChildren().setAll(page().body(new Notice(Glyph.HOURGLASS, texts.get("staff.clock.saving"), "")));
            case ClockState.Done(LocalDateTime set) ->
                getChildren()
                        .setAll(page().body(new Notice(
                                        Glyph.CHECK,
                                        texts.get("staff.clock.done", date(set), time(set)),
                                        texts.get("staff.clock.done.next")))
                                .foot(back(back)));
        }
    }

    private void setting(ClockState.Setting now) {
        believed.getChildren().setAll(believed(now.believed()));
        parts.getChildren().clear();
        for (var part : Part.values()) {
            parts.getChildren().add(part(part, now.typed().get(part.place()), part == now.at()));
        }
        remark.getChildren().setAll(remark(now.remark()));
        if (!getChildren().contains(setting)) {
            getChildren().setAll(setting);
        }
    }

    private Node believed(ClockReading.Decided time) {
        var words = texts.get(
                "staff.clock.believed",
                texts.date(time.instant(), look.zone()),
                texts.time(time.instant(), look.zone()));
        return switch (time.quality()) {
            case STREET -> chip(Tone.SUCCESS, Glyph.CHECK, words + texts.get("staff.clock.street"));
            case NETWORK -> chip(Tone.SUCCESS, Glyph.CHECK, words + texts.get("staff.clock.network"));
            case CONFIRMED -> chip(Tone.SUCCESS, Glyph.CHECK, words + texts.get("staff.clock.confirmed"));
            case UNCHECKED -> chip(Tone.INFORMATION, Glyph.CLOCK, words + texts.get("staff.clock.unchecked"));
            case DOUBTFUL -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("staff.clock.doubtful"));
        };
    }

    private Node part(Part part, String digits, boolean typedNow) {
        var figure = Labels.fixed(digits.isEmpty() ? "—" : digits, "type-56", "bold", typedNow ? "red" : "ink");
        var word = texts.get(key(part));
        var name = Labels.fixed(word, "type-24", "quiet");
        var face = new VBox(figure, name);
        face.setAlignment(Pos.CENTER);
        var button = new FaceButton(face, word, () -> model.choose(part), "clock-part");
        if (typedNow) {
            button.getStyleClass().add("clock-part-now");
        }
        button.setId("part-" + part.name().toLowerCase(Locale.ROOT));
        return button;
    }

    private static String key(Part part) {
        return switch (part) {
            case YEAR -> "staff.clock.part.year";
            case MONTH -> "staff.clock.part.month";
            case DAY -> "staff.clock.part.day";
            case HOUR -> "staff.clock.part.hour";
            case MINUTE -> "staff.clock.part.minute";
        };
    }

    private Node remark(Remark said) {
        return switch (said) {
            case NONE -> Labels.centred(texts.get("staff.clock.hint"), "type-24", "quiet");
            case NO_SUCH_TIME -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("staff.clock.none"));
            case CANNOT_BE -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("staff.clock.impossible"));
            case NOT_SAVED -> chip(Tone.ALARM, Glyph.EXCLAMATION, texts.get("staff.clock.unsaved"));
        };
    }

    private void confirming(LocalDateTime wanted) {
        var body = new VBox(
                Labels.centred(date(wanted), "type-56", "bold", "ink"),
                Labels.centred(time(wanted), "type-128", "bold", "ink"),
                Labels.centred(texts.get("staff.clock.compare"), "type-32", "ink"));
        body.getStyleClass().add("gap-24");
        body.setAlignment(Pos.CENTER);
        var change = new ActionButton(texts.get("staff.clock.change"), model::change, "outline").withIcon(Glyph.BACK);
        change.setId("change");
        var right = new ActionButton(texts.get("staff.clock.right"), model::confirm, "primary");
        right.setId("right");
        getChildren().setAll(page().body(body).foot(change, right));
    }

    private String date(LocalDateTime at) {
        var instant = at.atZone(look.zone()).toInstant();
        return texts.date(instant, look.zone()) + "  " + texts.weekday(instant, look.zone());
    }

    private String time(LocalDateTime at) {
        return texts.time(at.atZone(look.zone()).toInstant(), look.zone());
    }

    private Page page() {
        return new Page(look, texts.get("staff.clock.title"), texts.get("staff.clock.subtitle"));
    }

    private ActionButton back(Runnable back) {
        var button = new ActionButton(texts.get("staff.clock.back"), back, "outline").withIcon(Glyph.BACK);
        button.setId("corner");
        return button;
    }

    private static Chip chip(Tone tone, Glyph glyph, String words) {
        return new Chip(tone, glyph, words, "type-24", "bold");
    }
}
