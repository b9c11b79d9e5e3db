package cn.dangqun.kiosk.calendar;

import cn.dangqun.kiosk.activity.ActivityWords;
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
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 活动日历: a line for each activity, holiday and, for staff, date of the rules, with its day in front.
final class CalendarScreen extends StackPane {
    private static final int PER_PAGE_PORTRAIT = 5;
    private static final int PER_PAGE_LANDSCAPE = 3;

    private final Look look;
    private final Texts texts;
    private final boolean forStaff;
    private final Runnable back;

    CalendarScreen(CalendarViewModel model, Look look, boolean forStaff, Runnable back) {
        this.look = look;
        this.texts = look.texts();
        this.forStaff = forStaff;
        this.back = back;
        setId("calendar");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(CalendarState state) {
        var page = new Page(
                look,
                texts.get("calendar.title"),
                texts.get(forStaff ? "calendar.subtitle.staff" : "calendar.subtitle"));
        switch (state) {
            case CalendarState.Loading _ -> page.body(new Notice(Glyph.HOURGLASS, texts.get("calendar.loading"), ""));
            case CalendarState.Empty _ ->
                page.body(new Notice(Glyph.CALENDAR, texts.get("calendar.empty"), texts.get("calendar.empty.next")));
            case CalendarState.Unreadable _ ->
                page.body(new Notice(
                        Glyph.EXCLAMATION,
                        texts.get("activity.list.unreadable"),
                        texts.get("activity.lead.unreadable.next")));
            case CalendarState.Listed(var today, var lines) ->
                page.list(new PagedList<>(
                        texts,
                        lines,
                        look.isPortrait() ? PER_PAGE_PORTRAIT : PER_PAGE_LANDSCAPE,
                        each -> row(each, today)));
        }
        var button = new ActionButton(texts.get(forStaff ? "roll.leave" : "ui.home"), back);
        button.setId(forStaff ? "corner" : "home");
        getChildren().setAll(page.foot(button));
    }

    private Node row(CalendarLine line, LocalDate today) {
        var words = switch (line) {
            case CalendarLine.Planned(var activity, var whose) ->
                words(
                        new Chip(
                                Tone.INFORMATION,
                                Glyph.PEOPLE,
                                ActivityWords.type(activity.type(), texts),
                                "type-24",
                                "bold"),
                        activity.title(),
                        texts.get(
                                "activity.row.when",
                                texts.time(activity.starts(), look.zone()),
                                texts.time(activity.ends(), look.zone()),
                                activity.place()),
                        whose);
            case CalendarLine.Holiday(var _, var why) ->
                words(
                        new Chip(Tone.PLAIN, Glyph.MINUS, texts.get("calendar.holiday"), "type-24", "bold"),
                        why.isBlank() ? texts.get("calendar.closed") : why,
                        texts.get("calendar.holiday.next"),
                        "");
            case CalendarLine.Due(var _, var date) ->
                words(
                        new Chip(Tone.PLAIN, Glyph.CLOCK, texts.get("calendar.due"), "type-24", "bold"),
                        date.name(),
                        texts.get("calendar.due.next"),
                        "");
        };
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(day(line.day(), today), words);
        row.getStyleClass().addAll("sheet", "gap-40");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox day(LocalDate day, LocalDate today) {
        var start = day.atStartOfDay(look.zone()).toInstant();
        var below = day.equals(today) ? texts.get("calendar.today") : texts.weekday(start, look.zone());
        var column = new VBox(
                Labels.fixed(
                        texts.get("calendar.day", day.getMonthValue(), day.getDayOfMonth()),
                        "type-44",
                        "bold",
                        "red-deep"),
                Labels.fixed(below, "type-24", "quiet"));
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add("calendar-day");
        return column;
    }

    private VBox words(Chip kind, String title, String when, String whose) {
        var about = Labels.of(when, "type-24", "ink");
        var head = new HBox(kind, Labels.of(title, "type-32", "bold", "ink"));
        head.getStyleClass().add("gap-16");
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(head, about);
        if (!whose.isEmpty()) {
            words.getChildren().add(Labels.of(whose, "type-24", "quiet"));
        }
        words.getStyleClass().add("gap-8");
        return words;
    }
}
