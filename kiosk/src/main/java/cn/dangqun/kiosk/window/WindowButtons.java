package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can be done at a window, with the key of each. What ends a number for good is asked about.
record WindowButtons(Texts texts, QueueToday today, Window window) {
    String of() {
        var current = today.queue().at(window.number());
        var next = Button.of("next", texts.get(current.isEmpty() ? "queue.act.next" : "window.next"))
                .key(" ", texts.get("window.key.space"))
                .current(current)
                .styled("primary");
        return "<div class=\"acts\">" + next.html()
                + current.map(this::ofTicket).orElse("") + "</div>";
    }

    private String ofTicket(Ticket ticket) {
        return button("recall", "queue.act.recall", "r", ticket).html()
                + button("serve", "queue.act.serve", "d", ticket).html()
                + button("pass", "queue.act.pass", "p", ticket).html()
                + button("hold", "queue.act.hold", "h", ticket).html()
                + button("withdraw", "queue.act.withdraw", "x", ticket)
                        .asks(texts.get("queue.ask.withdraw", ticket.number().text()))
                        .html()
                + more(
                        "move",
                        "queue.act.move",
                        "m",
                        windows(),
                        each -> Integer.toString(each.number()),
                        each -> texts.get("queue.strip.window", each.number()) + "　" + each.name(),
                        ticket)
                + more(
                        "service",
                        "window.service",
                        "s",
                        services(ticket),
                        each -> each.id().value(),
                        ServiceItem::name,
                        ticket);
    }

    private Button button(String act, String key, String letter, Ticket ticket) {
        return Button.of(act, texts.get(key))
                .key(letter, letter.toUpperCase(Locale.ROOT))
                .about(ticket);
    }

    private List<Window> windows() {
        return today.plan().map(QueuePlan::windows).orElse(List.of()).stream()
                .filter(each -> each.number() != window.number())
                .toList();
    }

    private List<ServiceItem> services(Ticket ticket) {
        return today.services().stream()
                .filter(each -> !each.id().equals(ticket.service()))
                .toList();
    }

    /// A button that shows where to.
    private <T> String more(
            String act,
            String key,
            String letter,
            List<T> choices,
            Function<T, String> value,
            Function<T, String> words,
            Ticket ticket) {
        if (choices.isEmpty()) {
            return "";
        }
        return "<details id=\"" + act + "\"><summary data-key=\"" + letter + "\">" + Html.escape(texts.get(key))
                + "<kbd>"
                + letter.toUpperCase(Locale.ROOT) + "</kbd></summary><div class=\"choices\">"
                + choices.stream()
                        .map(each -> Button.of(act, words.apply(each))
                                .about(ticket)
                                .to(value.apply(each))
                                .html())
                        .collect(Collectors.joining())
                + "</div></details>";
    }
}
