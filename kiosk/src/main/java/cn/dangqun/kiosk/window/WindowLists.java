package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.Spread;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who was set aside, who waits, and what this window did today. Figures are a window's, never a person's (F-106).
record WindowLists(Texts texts, QueueToday today, Window window) {
    private static final int MOST = 12;

    String aside() {
        var aside = Stream.concat(
                        today.in(TicketState.Held.class).stream(), today.in(TicketState.Passed.class).stream())
                .toList();
        var rows = aside.stream().limit(MOST).map(this::asideRow).collect(Collectors.joining());
        return list("aside", texts.get("window.aside", aside.size()), rows);
    }

    private String asideRow(Ticket ticket) {
        boolean held = ticket.state() instanceof TicketState.Held;
        var back = Button.of(held ? "resume" : "reinsert", texts.get(held ? "queue.act.resume" : "queue.act.reinsert"))
                .about(ticket)
                .offUnless(!held || today.queue().at(window.number()).isEmpty());
        var gone = Button.of("giveUp", texts.get("queue.act.giveUp"))
                .about(ticket)
                .asks(texts.get("queue.ask.giveUp", ticket.number().text()));
        return row(
                ticket,
                texts.get(held ? "queue.aside.held" : "queue.aside.passed", today.nameOf(ticket.service())),
                back.html() + gone.html());
    }

    String waiting() {
        var order = today.plan()
                .map(plan -> new Calling(plan).order(today.queue(), window.number()))
                .orElse(List.of());
        var rows = order.stream()
                .limit(MOST)
                .map(ticket -> row(ticket, today.nameOf(ticket.service()) + mark(ticket), ""))
                .collect(Collectors.joining());
        return list("waiting", texts.get("window.waiting", order.size()), rows);
    }

    private String mark(Ticket ticket) {
        return ticket.priority() ? texts.get("window.priority") : "";
    }

    /// The newest first.
    String done() {
        var ours = ours();
        var rows = ours.stream()
                .sorted(Comparator.comparing(
                                (Ticket ticket) -> ticket.last().orElseThrow().at())
                        .reversed())
                .limit(MOST)
                .map(ticket -> row(ticket, today.nameOf(ticket.service()) + "　" + state(ticket), ""))
                .collect(Collectors.joining());
        return list("done", texts.get("window.done", ours.size()), rows);
    }

    private List<Ticket> ours() {
        return today.queue().tickets().stream()
                .filter(ticket -> ticket.last()
                        .filter(call -> call.window() == window.number())
                        .isPresent())
                .toList();
    }

    private String state(Ticket ticket) {
        return switch (ticket.state()) {
            case TicketState.Waiting _ -> texts.get("window.state.waiting");
            case TicketState.Called _ -> texts.get("window.state.called");
            case TicketState.Passed _ -> texts.get("window.state.passed");
            case TicketState.Held _ -> texts.get("window.state.held");
            case TicketState.Served(var _, var took) -> texts.get("window.state.served", Spread.minutes(took));
            case TicketState.Withdrawn _ -> texts.get("window.state.withdrawn");
            case TicketState.NoShow _ -> texts.get("window.state.noShow");
            case TicketState.Lapsed _ -> texts.get("window.state.lapsed");
        };
    }

    /// This window's figures of the day.
    String day() {
        var served = ours().stream()
                .filter(ticket -> ticket.state() instanceof TicketState.Served)
                .toList();
        var took =
                median(served.stream().flatMap(ticket -> took(ticket).stream()).toList());
        var waited = median(
                served.stream().flatMap(ticket -> ticket.waited().stream()).toList());
        return Html.of(
                "p",
                "day",
                served.isEmpty() ? texts.get("window.day.none") : texts.get("window.day", served.size(), took, waited));
    }

    private static long median(List<Duration> times) {
        return Spread.of(times).map(Spread::median).map(Spread::minutes).orElse(0L);
    }

    private static Optional<Duration> took(Ticket ticket) {
        return ticket.state() instanceof TicketState.Served(var _, var time) ? Optional.of(time) : Optional.empty();
    }

    private static String row(Ticket ticket, String words, String buttons) {
        return "<li>" + Html.of("b", "", ticket.number().text()) + Html.of("span", "", words) + buttons + "</li>";
    }

    private static String list(String id, String title, String rows) {
        return "<div class=\"list\" id=\"" + id + "\">" + Html.of("h2", "", title) + "<ul>" + rows + "</ul></div>";
    }
}
