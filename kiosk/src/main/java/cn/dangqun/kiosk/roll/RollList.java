package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.kiosk.roll.RollState.Filter;
import cn.dangqun.kiosk.roll.RollState.Said;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The people of one activity: figures on top, whom to show, the names, and letters to find one.
final class RollList {
    private static final int ROWS_PORTRAIT = 4;
    private static final int ROWS_LANDSCAPE = 4;
    private static final int LETTERS_A_ROW = 9;
    private static final int NAMES_A_ROW = 2;
    /// Characters of a name that never need a second line.
    private static final int SHORT = 6;
    private static final int LONG = 14;

    private final RollViewModel model;
    private final Look look;
    private final Texts texts;
    private final RollWords words;
    private final RollScreen.Leads leads;
    private final KeyPad pad;

    RollList(RollViewModel model, Look look, RollWords words, RollScreen.Leads leads) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = words;
        this.leads = leads;
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.letters(texts, LETTERS_A_ROW, model::type, model::erase);
    }

    Page page(RollState.Listed listed) {
        var page = new Page(look, listed.sheet().activity().title(), words.about(listed.sheet(), listed.roll()));
        var names = new PagedList<>(
                texts,
                pairs(listed.shown()),
                look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE,
                pair -> row(pair, listed));
        if (look.isPortrait()) {
            names.takeTurner().ifPresent(page::beside);
        }
        Node people = listed.shown().isEmpty() ? Labels.of(texts.get("roll.nobody"), "type-32", "amber") : names;
        return page.body(look.isPortrait() ? column(listed, people) : row(listed, people))
                .foot(buttons(listed));
    }

    /// What is touched stands within reach, below the upper third.
    private Node column(RollState.Listed listed, Node people) {
        var column = new VBox(head(listed), space());
        listed.said().ifPresent(said -> column.getChildren().add(said(said)));
        if (!listed.isPaper()) {
            column.getChildren().add(filters(listed));
        }
        column.getChildren().addAll(people, typed(listed), pad);
        column.getStyleClass().add("gap-16");
        column.setAlignment(Pos.TOP_CENTER);
        return column;
    }

    private Node row(RollState.Listed listed, Node people) {
        var left = new VBox(typed(listed), pad);
        left.getStyleClass().add("gap-16");
        var right = new VBox();
        if (!listed.isPaper()) {
            right.getChildren().add(filters(listed));
        }
        right.getChildren().add(people);
        right.getStyleClass().add("gap-16");
        HBox.setHgrow(right, Priority.ALWAYS);
        var row = new HBox(left, right);
        row.getStyleClass().add("gap-40");
        var all = new VBox(head(listed));
        listed.said().ifPresent(said -> all.getChildren().add(said(said)));
        all.getChildren().add(row);
        all.getStyleClass().add("gap-16");
        return all;
    }

    static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node typed(RollState.Listed listed) {
        var letters = listed.letters().isEmpty() ? texts.get("card.letters.none") : listed.letters();
        var line = new HBox(
                Labels.of(texts.get("roll.letters"), "type-24", "quiet"),
                Labels.fixed(letters, "type-32", "bold", "ink"));
        line.getStyleClass().add("gap-24");
        line.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().add(space);
        if (listed.sheet().isJoint() && !listed.isPaper()) {
            line.getChildren().add(quiet("roll-which", texts.get("roll.which"), model::chooseRoll));
        }
        if (model.mayPrint() && !listed.isPaper()) {
            line.getChildren()
                    .add(quiet(
                            "roll-print",
                            texts.get("roll.print"),
                            () -> leads.print().accept(listed.sheet())));
        }
        return line;
    }

    private ActionButton quiet(String id, String text, Runnable act) {
        var button = button(id, text, act, "outline");
        button.getStyleClass().add("roll-quiet");
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node head(RollState.Listed listed) {
        var head = new VBox(Labels.of(words.figures(listed.sheet(), listed.roll()), "type-32", "bold", "ink"));
        head.getStyleClass().add("gap-8");
        if (listed.isPaper()) {
            head.getChildren().add(Labels.of(texts.get("roll.paper.hint"), "type-24", "amber"));
        }
        return head;
    }

    private Node said(Said said) {
        var line = new HBox(Labels.of(words.said(said), "type-32", "bold", words.colour(said)));
        line.getStyleClass().add("gap-24");
        line.setAlignment(Pos.CENTER_LEFT);
        if (said.undoable().isPresent()) {
            var undo = new ActionButton(
                    texts.get("roll.undo"), () -> model.undo(texts.get("roll.undo.reason")), "outline");
            undo.setId("roll-undo");
            undo.setMaxWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(undo.withIcon(Glyph.UNDO));
        }
        return line;
    }

    private Node filters(RollState.Listed listed) {
        var row = new GridPane();
        row.getStyleClass().add("gap-16");
        var shown = new ArrayList<>(List.of(Filter.ALL, Filter.MISSING, Filter.HERE, Filter.LEAVE));
        if (listed.sheet().activity().asksSignature()) {
            shown.add(Filter.UNSIGNED);
        }
        for (int i = 0; i < shown.size(); i++) {
            var filter = shown.get(i);
            boolean chosen = filter == listed.filter();
            var button =
                    new ActionButton(words.filter(filter), () -> model.filter(filter), chosen ? "primary" : "outline");
            button.setId("filter-" + filter.name());
            row.add(button, i, 0);
            row.getColumnConstraints().add(share(shown.size()));
        }
        return row;
    }

    private static ColumnConstraints share(int columns) {
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        return column;
    }

    /// Two names a row, in order; a name too long for half a row has one of its own.
    static List<List<RollLine>> pairs(List<RollLine> lines) {
        var rows = new ArrayList<List<RollLine>>();
        for (int at = 0; at < lines.size(); at += rows.getLast().size()) {
            boolean alone = at + 1 == lines.size() || isLong(lines.get(at)) || isLong(lines.get(at + 1));
            rows.add(lines.subList(at, at + (alone ? 1 : NAMES_A_ROW)));
        }
        return rows;
    }

    private static boolean isLong(RollLine line) {
        return line.name().codePointCount(0, line.name().length()) > LONG;
    }

    private Node row(List<RollLine> pair, RollState.Listed listed) {
        var row = new GridPane();
        row.getStyleClass().add("gap-16");
        int columns = isLong(pair.getFirst()) ? 1 : NAMES_A_ROW;
        for (int i = 0; i < columns; i++) {
            row.getColumnConstraints().add(share(columns));
        }
        for (int i = 0; i < pair.size(); i++) {
            row.add(person(pair.get(i), listed), i, 0);
        }
        return row;
    }

    private Node person(RollLine line, RollState.Listed listed) {
        boolean ticked =
                listed.ticked().filter(all -> all.contains(line.member())).isPresent();
        var name = line.name().length() > SHORT
                ? Labels.of(line.name(), "type-24", "bold", "ink")
                : Labels.fixed(line.name(), "type-32", "bold", "ink");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var face = new HBox(name, ticked ? new Icon(Glyph.CHECK, 1.5, "glyph-green") : words.chip(line, "type-24"));
        face.getStyleClass().add("gap-16");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, line.name(), () -> model.touch(line), ticked ? "roll-ticked" : "roll-person");
        button.setId("person-" + line.member().value());
        if (isLong(line)) {
            button.getStyleClass().add("roll-long");
        }
        button.setDisable(listed.isPaper() && isDone(line));
        return button;
    }

    /// On paper there is nothing to add for who is 实到.
    private static boolean isDone(RollLine line) {
        return line.state().isPresent() && line.state() != AttendanceState.CHECKED_IN_UNSIGNED;
    }

    private ActionButton[] buttons(RollState.Listed listed) {
        var buttons = new ArrayList<ActionButton>();
        if (listed.isPaper()) {
            int marked = listed.ticked().orElseThrow().size();
            var keep = button("roll-paper-keep", texts.get("roll.paper.keep", marked), model::recordPaper, "primary");
            keep.setDisable(marked == 0);
            buttons.add(keep);
            buttons.add(button(
                    "roll-scan",
                    texts.get("roll.paper.scan"),
                    () -> leads.scan().accept(listed.sheet()),
                    "outline"));
            buttons.add(button("roll-back", texts.get("roll.paper.leave"), model::back, "outline"));
            return buttons.toArray(ActionButton[]::new);
        }
        if (!listed.sheet().frozen()) {
            buttons.add(button("roll-begin", texts.get("roll.begin"), model::openActivity, "primary"));
        }
        if (listed.sheet().hasOpened() && model.mayAddPaper()) {
            buttons.add(button("roll-paper", texts.get("roll.paper"), model::startPaper, "outline"));
        }
        if (listed.sheet().frozen() && listed.sheet().hasOpened()) {
            buttons.add(button("roll-heads", texts.get("roll.heads"), model::startCounting, "outline"));
        }
        if (listed.sheet().hasOpened() && model.mayCorrect()) {
            buttons.add(button(
                    "roll-guests",
                    texts.get("roll.guests"),
                    () -> leads.guests().accept(listed.sheet()),
                    "outline"));
        }
        buttons.add(
                listed.alone()
                        ? corner()
                        : button("roll-other", texts.get("roll.other"), model::chooseActivity, "outline"));
        return buttons.toArray(ActionButton[]::new);
    }

    private ActionButton corner() {
        return button("corner", texts.get("roll.leave"), leads.corner(), "outline")
                .withIcon(Glyph.BACK);
    }

    private static ActionButton button(String id, String name, Runnable action, String style) {
        var button = new ActionButton(name, action, style);
        button.setId(id);
        return button;
    }
}
