package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.kiosk.staff.SelfTestState.Finding;
import cn.dangqun.kiosk.staff.SelfTestState.Line;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 设备自检: what works, what does not and what to do about it, and what only a person can tell (F-77).
final class SelfTestScreen extends StackPane {
    private static final int ROWS_PORTRAIT = 6;
    private static final int ROWS_LANDSCAPE = 3;

    private final SelfTestViewModel model;
    private final Look look;
    private final Texts texts;
    private final ResourceBundle probes;
    private final ActionButton again;
    private final ActionButton leave;
    private final Label status = Labels.of("", "type-32", "bold", "ink");
    private final Map<Integer, Row> rows = new HashMap<>();
    private List<Line> lines = List.of();
    private PagedList<Integer> list;
    private long walk;

    private record Row(Line line, Node node) {}

    public SelfTestScreen(SelfTestViewModel model, Look look, Runnable back) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.probes = ProbeText.bundle();
        this.list = new PagedList<>(texts, List.of(), 1, this::row);
        again = new ActionButton(texts.get("staff.selftest.again"), model::begin, "outline");
        again.setId("again");
        leave = new ActionButton(texts.get("staff.selftest.back"), back).withIcon(Glyph.BACK);
        leave.setId("back");
        setId("self-test");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(SelfTestState state) {
        switch (state) {
            case SelfTestState.Shut _ -> clear();
            case SelfTestState.Open open -> open(open);
            case SelfTestState.Broken _ -> {
                clear();
                getChildren()
                        .setAll(frame().body(new Notice(
                                        Glyph.EXCLAMATION,
                                        texts.get("staff.selftest.broken"),
                                        texts.get("staff.selftest.broken.next")))
                                .foot(again, leave));
                again.setDisable(false);
            }
        }
    }

    private void clear() {
        walk = 0;
        lines = List.of();
        rows.clear();
        getChildren().clear();
    }

    private Page frame() {
        return new Page(look, texts.get("staff.selftest.title"), texts.get("staff.selftest.subtitle"));
    }

    /// Results change rows in place: a button must not vanish under a finger.
    private void open(SelfTestState.Open open) {
        if (open.walk() != walk) {
            clear();
            walk = open.walk();
            lines = open.lines();
            list = new PagedList<>(
                    texts,
                    IntStream.range(0, lines.size()).boxed().toList(),
                    look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE,
                    this::row);
            getChildren().setAll(look.isPortrait() ? portrait() : landscape());
        }
        lines = open.lines();
        list.refresh();
        again.setDisable(open.isRunning());
        status.setText(open.isRunning() ? texts.get("staff.selftest.running") : summary(open.lines()));
    }

    /// The rows stand low, so that their buttons are within reach of a seated person.
    private Page portrait() {
        var page = frame();
        list.takeTurner().ifPresent(page::beside);
        var body = new VBox(status, space(), list);
        body.getStyleClass().add("gap-16");
        return page.body(body).foot(again, leave);
    }

    private Page landscape() {
        var top = new HBox(status, space());
        top.setAlignment(Pos.CENTER_LEFT);
        list.takeTurner().ifPresent(top.getChildren()::add);
        var body = new VBox(top, list);
        body.getStyleClass().add("gap-16");
        return frame().body(body).foot(again, leave);
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    private String summary(List<Line> lines) {
        long failed = lines.stream()
                .filter(line -> line.finding() instanceof Finding.Found(ProbeResult.Failed _))
                .count();
        long asked = lines.stream()
                .filter(line -> line.finding() instanceof Finding.Found(ProbeResult.NeedsPerson _))
                .count();
        return failed + asked == 0
                ? texts.get("staff.selftest.good")
                : texts.get("staff.selftest.summary", failed, asked);
    }

    private Node row(int number) {
        var line = lines.get(number);
        return rows.compute(
                        number,
                        (_, shown) ->
                                shown != null && shown.line().equals(line) ? shown : new Row(line, row(number, line)))
                .node();
    }

    private Node row(int number, Line line) {
        var words = new VBox(Labels.of(line.subject().title(probes), "type-24", "bold", "ink"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words);
        row.getStyleClass().addAll("sheet", "section", "gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        switch (line.finding()) {
            case Finding.Waiting _ ->
                row.getChildren().add(chip(Tone.PLAIN, Glyph.MINUS, texts.get("staff.selftest.waiting")));
            case Finding.Looking _ ->
                row.getChildren().add(chip(Tone.INFORMATION, Glyph.HOURGLASS, texts.get("staff.selftest.looking")));
            case Finding.Found(ProbeResult result) -> found(number, result, words, row);
        }
        return row;
    }

    private void found(int number, ProbeResult result, VBox words, HBox row) {
        switch (result) {
            case ProbeResult.Passed passed -> {
                passed.note().ifPresent(note -> say(words, note, "ink"));
                row.getChildren().add(chip(Tone.SUCCESS, Glyph.CHECK, probes.getString("selftest.result.passed")));
            }
            case ProbeResult.Failed failed -> {
                say(words, failed.advice(), "red-deep");
                row.getChildren().add(chip(Tone.ALARM, Glyph.CROSS, probes.getString("selftest.result.failed")));
            }
            case ProbeResult.Skipped skipped -> {
                say(words, skipped.reason(), "quiet");
                row.getChildren().add(chip(Tone.PLAIN, Glyph.MINUS, probes.getString("selftest.result.skipped")));
            }
            case ProbeResult.NeedsPerson asked -> {
                say(words, asked.question(), "ink");
                row.getChildren().addAll(answers(number));
            }
        }
    }

    private void say(VBox words, ProbeText text, String style) {
        words.getChildren().add(Labels.of(text.in(probes), "type-24", style));
    }

    private List<ActionButton> answers(int number) {
        var buttons = new ArrayList<ActionButton>();
        for (boolean yes : new boolean[] {true, false}) {
            var words = texts.get(yes ? "staff.selftest.yes" : "staff.selftest.no");
            var button = new ActionButton(words, () -> model.answer(number, yes), yes ? "primary" : "outline");
            button.setId((yes ? "yes-" : "no-") + number);
            button.setMinWidth(USE_PREF_SIZE);
            buttons.add(button);
        }
        return buttons;
    }

    private static Chip chip(Tone tone, Glyph glyph, String words) {
        return new Chip(tone, glyph, words, "type-24", "bold");
    }
}
