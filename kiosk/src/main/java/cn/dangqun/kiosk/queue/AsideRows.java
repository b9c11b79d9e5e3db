package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whoever needs a hand of staff: passed, set aside, or waiting without a paper ticket.
record AsideRows(CallingViewModel model, Look look) {
    private static final int PER_PAGE_PORTRAIT = 3;
    private static final int PER_PAGE_LANDSCAPE = 4;

    Node of(QueueToday today) {
        var aside = Stream.of(
                        today.in(TicketState.Held.class), today.in(TicketState.Passed.class), today.withoutPaper())
                .flatMap(List::stream)
                .toList();
        var title = Labels.of(texts().get("queue.aside.title", aside.size()), "type-24", "bold", "red-deep");
        var content = aside.isEmpty()
                ? Labels.of(texts().get("queue.aside.nobody"), "type-24", "quiet")
                : new PagedList<>(
                        texts(),
                        aside,
                        look.isPortrait() ? PER_PAGE_PORTRAIT : PER_PAGE_LANDSCAPE,
                        ticket -> row(ticket, today));
        var box = new VBox(title, content);
        box.getStyleClass().addAll("sheet", "section", "gap-16");
        return box;
    }

    private Texts texts() {
        return look.texts();
    }

    private Node row(Ticket ticket, QueueToday today) {
        var words = new VBox(
                Labels.fixed(ticket.number().text(), "type-32", "bold", "ink"),
                Labels.of(texts().get(why(ticket), today.nameOf(ticket.service())), "type-20", "quiet"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words);
        row.getStyleClass().addAll("gap-16", "aside");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(buttons(ticket));
        return row;
    }

    private static String why(Ticket ticket) {
        return switch (ticket.state()) {
            case TicketState.Held() -> "queue.aside.held";
            case TicketState.Passed() -> "queue.aside.passed";
            case TicketState.Waiting _, TicketState.Called _, TicketState.Closed _ -> "queue.aside.noPaper";
        };
    }

    private List<ActionButton> buttons(Ticket ticket) {
        return switch (ticket.state()) {
            case TicketState.Held() ->
                List.of(
                        button("resume", ticket, "queue.act.resume", () -> model.resume(ticket)),
                        button("give-up", ticket, "queue.act.giveUp", () -> giveUp(ticket)));
            case TicketState.Passed() ->
                List.of(
                        button("reinsert", ticket, "queue.act.reinsert", () -> model.reinsert(ticket)),
                        button("give-up", ticket, "queue.act.giveUp", () -> giveUp(ticket)));
            case TicketState.Waiting _, TicketState.Called _, TicketState.Closed _ ->
                List.of(button("reprint", ticket, "queue.act.reprint", () -> model.reprint(ticket)));
        };
    }

    private void giveUp(Ticket ticket) {
        model.ask(ticket, new TicketAct.GiveUp());
    }

    private ActionButton button(String id, Ticket ticket, String key, Runnable action) {
        var button = new ActionButton(texts().get(key), action, "outline");
        button.setId(id + "-" + ticket.number());
        button.setMinWidth(ActionButton.USE_PREF_SIZE);
        return button;
    }
}
