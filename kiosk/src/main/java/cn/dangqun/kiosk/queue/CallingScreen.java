package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.queue.CallingState.Remark;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 叫号 for duty staff: who is at the window, what to do with them, and who was passed or set aside.
final class CallingScreen extends StackPane {
    private static final int WINDOWS_PORTRAIT = 6;
    private static final int WINDOWS_LANDSCAPE = 4;

    private final CallingViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable corner;

    public CallingScreen(CallingViewModel model, Look look, Runnable corner) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.corner = corner;
        setId("calling");
        Theme.addSheet(this, QueueFeature.class, "queue.css");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(CallingState state) {
        switch (state) {
            case CallingState.Shut() -> getChildren().clear();
            case CallingState.NoWindows _ -> show(notice(Glyph.CALENDAR, "queue.calling.none"));
            case CallingState.Unreadable _ -> show(notice(Glyph.EXCLAMATION, "queue.calling.unreadable"));
            case CallingState.ChoosingWindow choosing ->
                show(page(texts.get("queue.calling.choose"))
                        .list(windows(choosing.windows(), model::choose))
                        .foot(back()));
            case CallingState.Moving moving -> show(moving(moving));
            case CallingState.Asking asking -> show(new QuestionPage(model, look).of(asking));
            case CallingState.AtWindow at -> show(atWindow(at));
        }
    }

    private void show(Node node) {
        getChildren().setAll(node);
    }

    private Page page(String about) {
        return new Page(look, texts.get("queue.calling.title"), about);
    }

    private Page notice(Glyph glyph, String key) {
        return page("").body(new Notice(glyph, texts.get(key), texts.get(key + ".next")))
                .foot(back());
    }

    private ActionButton back() {
        var button = new ActionButton(texts.get("queue.calling.back"), corner, "outline").withIcon(Glyph.BACK);
        button.setId("corner");
        return button;
    }

    private PagedList<Window> windows(List<Window> windows, Consumer<Window> chosen) {
        var list = new PagedList<>(
                texts,
                windows,
                look.isPortrait() ? WINDOWS_PORTRAIT : WINDOWS_LANDSCAPE,
                window -> window(window, chosen));
        list.setAlignment(Pos.BOTTOM_LEFT);
        return list;
    }

    private Node window(Window window, Consumer<Window> chosen) {
        var name = texts.get("queue.strip.window", window.number());
        var words = new VBox(Labels.of(name, "type-44", "bold", "ink"), Labels.of(window.name(), "type-24", "quiet"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(words, new Icon(Glyph.FORWARD, 1.5, "glyph-red"));
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, name, () -> chosen.accept(window), "row");
        button.setId("window-" + window.number());
        return button;
    }

    private Node moving(CallingState.Moving moving) {
        var others = moving.today().plan().map(QueuePlan::windows).orElse(List.of()).stream()
                .filter(each -> each.number() != moving.window().number())
                .toList();
        var stay = new ActionButton(texts.get("queue.calling.stay"), model::stay, "outline").withIcon(Glyph.BACK);
        stay.setId("stay");
        var page = page(texts.get("queue.calling.moveTo"));
        return others.isEmpty()
                ? page.body(new Notice(
                                Glyph.INFORMATION,
                                texts.get("queue.calling.oneWindow"),
                                texts.get("queue.calling.oneWindow.next")))
                        .foot(stay)
                : page.list(windows(others, model::moveTo)).foot(stay);
    }

    private Node atWindow(CallingState.AtWindow at) {
        var about = texts.get(
                "queue.calling.about",
                at.window().number(),
                at.today().waitingFor(at.window().number()),
                at.by().name());
        var other = new ActionButton(texts.get("queue.calling.other"), model::otherWindow, "outline");
        other.setId("other-window");
        var aside = new AsideRows(model, look).of(at.today());
        var current = new VBox(current(at), remark(at.remark()), acts(at));
        current.getStyleClass().add("gap-16");
        var page = page(about);
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            var body = new VBox(space, aside, current);
            body.getStyleClass().add("gap-24");
            return page.body(body).foot(undo(at.remark()), other, back());
        }
        return page.body(halves(current, aside)).foot(undo(at.remark()), other, back());
    }

    private static GridPane halves(Node left, Node right) {
        var row = new GridPane();
        row.getStyleClass().add("gap-40");
        for (var half : List.of(left, right)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            row.getColumnConstraints().add(column);
            row.addRow(0, half);
        }
        return row;
    }

    private Node current(CallingState.AtWindow at) {
        var sheet = new VBox();
        sheet.getStyleClass().addAll("sheet", "gap-8", "calling-now");
        sheet.setAlignment(Pos.CENTER);
        if (at.current().isEmpty()) {
            sheet.getChildren()
                    .setAll(
                            Labels.centred(texts.get("queue.calling.free"), "type-44", "bold", "ink"),
                            Labels.centred(texts.get("queue.calling.free.next"), "type-24", "quiet"));
        } else {
            var ticket = at.current().get();
            var number = Labels.centred(ticket.number().text(), "type-128", "bold", "red-deep");
            number.setId("called-number");
            sheet.getChildren().setAll(number, Labels.centred(what(ticket, at.today()), "type-24", "ink"));
        }
        return sheet;
    }

    private String what(Ticket ticket, QueueToday today) {
        int calls = ticket.state() instanceof TicketState.Called called ? called.calls() : 0;
        var name = today.nameOf(ticket.service());
        return texts.get(ticket.priority() ? "queue.calling.nowPriority" : "queue.calling.now", name, calls);
    }

    /// 撤销 of what was done last; it stands where it stands, and works while there is something to take back.
    private ActionButton undo(Remark remark) {
        var undo = new ActionButton(texts.get("queue.calling.undo"), model::takeBack, "outline");
        undo.setId("undo");
        undo.setDisable(!(remark instanceof Remark.Done done && done.undoable()));
        return undo;
    }

    private Node remark(Remark remark) {
        return switch (remark) {
            case Remark.None() -> Labels.centred("", "type-24", "quiet");
            case Remark.Done done ->
                Labels.centred(QueueWords.done(done.ticket(), done.act(), texts), "type-24", "bold", "green");
            case Remark.Refused(var why) ->
                Labels.centred(QueueWords.refusal(why, texts), "type-24", "bold", "red-deep");
            case Remark.NotSaved() ->
                Labels.centred(texts.get("queue.calling.notSaved"), "type-24", "bold", "red-deep");
            case Remark.Reprinted(var onPaper) ->
                Labels.centred(
                        texts.get(onPaper ? "queue.calling.reprinted" : "queue.calling.notReprinted"),
                        "type-24",
                        "bold",
                        onPaper ? "green" : "red-deep");
        };
    }

    private Node acts(CallingState.AtWindow at) {
        if (at.current().isEmpty()) {
            var next = new ActionButton(texts.get("queue.act.next"), model::callNext, "primary").withIcon(Glyph.BELL);
            next.setId("call-next");
            var alone = new VBox(next);
            alone.getStyleClass().add("acts");
            return alone;
        }
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-16", "acts");
        for (int i = 0; i < 3; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            grid.getColumnConstraints().add(column);
        }
        var served = new ActionButton(texts.get("queue.act.serve"), () -> model.act(new TicketAct.Serve()), "primary")
                .withIcon(Glyph.CHECK);
        served.setId("serve");
        grid.addRow(
                0,
                act("withdraw", "queue.act.withdraw", () -> withdraw(at)),
                act("pass", "queue.act.pass", () -> model.act(new TicketAct.Pass())),
                served);
        // where 叫下一位 stood, nothing that could not be taken back
        grid.addRow(
                1,
                act("move", "queue.act.move", model::startMoving),
                act("recall", "queue.act.recall", () -> model.act(new TicketAct.Recall())),
                act("hold", "queue.act.hold", () -> model.act(new TicketAct.Hold())));
        return grid;
    }

    private void withdraw(CallingState.AtWindow at) {
        at.current().ifPresent(ticket -> model.ask(ticket, new TicketAct.Withdraw()));
    }

    private ActionButton act(String id, String key, Runnable action) {
        var button = new ActionButton(texts.get(key), action, "outline");
        button.setId(id);
        return button;
    }
}
