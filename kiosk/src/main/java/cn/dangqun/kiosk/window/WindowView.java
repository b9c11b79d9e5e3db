package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The window page as it is now for one person: whom they have, what can be done, who waits. Words and marks only; the
/// page's script sends what is pressed.
record WindowView(WindowSession session, Texts texts, Clock clock) {
    private static final int NINE = 9;

    String of(Optional<QueueToday> today) {
        if (today.isEmpty()) {
            return notice("queue.calling.unreadable");
        }
        var windows = today.get().plan().map(QueuePlan::windows).orElse(List.of());
        if (windows.isEmpty()) {
            return head("") + notice("queue.calling.none");
        }
        var here = session.window().stream()
                .boxed()
                .flatMap(number -> windows.stream().filter(each -> each.number() == number))
                .findFirst();
        return here.map(window -> atWindow(window, today.get())).orElseGet(() -> choice(windows, today.get()));
    }

    private String notice(String key) {
        return "<section class=\"notice\"><h1>" + Html.escape(texts.get(key)) + "</h1><p>"
                + Html.escape(texts.get(key + ".next")) + "</p></section>";
    }

    private String head(String window) {
        return "<header><h1>" + window + "</h1>"
                + Html.of("span", "who", session.by().name())
                + (window.isEmpty()
                        ? ""
                        : Button.of("sit", texts.get("window.other")).html())
                + "<a class=\"to\" href=\"/requests\" data-key=\"q\">" + Html.escape(texts.get("window.requests"))
                + "<kbd>Q</kbd></a>"
                + "<a class=\"to\" href=\"/appointments\" data-key=\"y\">"
                + Html.escape(texts.get("window.appointments"))
                + "<kbd>Y</kbd></a>"
                + Button.of("leave", texts.get("window.leave")).html() + "</header>";
    }

    private String choice(List<Window> windows, QueueToday today) {
        var html = new StringBuilder(head(""))
                .append(new CentreNotice(texts, today).window())
                .append("<section class=\"choice\">")
                .append(Html.of("h2", "", texts.get("queue.calling.choose")));
        for (var window : windows) {
            var busy = today.queue().at(window.number());
            var words = texts.get("queue.strip.window", window.number()) + "　" + window.name()
                    + busy.map(ticket -> "　"
                                    + texts.get("window.busy", ticket.number().text()))
                            .orElse("");
            var button = Button.of("sit", words).to(Integer.toString(window.number()));
            html.append(
                    window.number() <= NINE
                            ? button.key(Integer.toString(window.number()), Integer.toString(window.number()))
                                    .html()
                            : button.html());
        }
        return html.append("</section>").toString();
    }

    private String atWindow(Window window, QueueToday today) {
        var name = Html.escape(texts.get("queue.strip.window", window.number())) + "<small>"
                + Html.escape(window.name()) + "</small>";
        var lists = new WindowLists(texts, today, window);
        return head(name) + new CentreNotice(texts, today).window() + "<main><section class=\"now\">"
                + current(window, today) + said()
                + new WindowButtons(texts, today, window).of() + lists.day() + "</section><section class=\"rest\">"
                + lists.aside() + lists.waiting() + lists.done() + "</section></main>";
    }

    private String current(Window window, QueueToday today) {
        var waiting = texts.get("window.waiting", today.waitingFor(window.number()));
        var current = today.queue().at(window.number());
        if (current.isEmpty()) {
            return "<div class=\"card\">" + Html.of("strong", "free", texts.get("queue.calling.free"))
                    + Html.of("span", "", waiting) + "</div>";
        }
        var ticket = current.get();
        return "<div class=\"card\" data-number=\"" + ticket.number().text() + "\">"
                + Html.of("strong", "", ticket.number().text())
                + Html.of("span", "", what(ticket, today)) + Html.of("span", "quiet", waiting)
                + "<a class=\"to\" href=\"/requests/new?ticket=" + ticket.id().hex() + "&amp;number="
                + ticket.number().text() + "&amp;service="
                + ticket.service().value() + "\" data-key=\"n\">"
                + Html.escape(texts.get("window.requests.ofTicket")) + "<kbd>N</kbd></a></div>";
    }

    private String what(Ticket ticket, QueueToday today) {
        int calls = ticket.state() instanceof TicketState.Called called ? called.calls() : 0;
        return texts.get(
                ticket.priority() ? "queue.calling.nowPriority" : "queue.calling.now",
                today.nameOf(ticket.service()),
                calls);
    }

    private String said() {
        var said = session.said();
        var left = Duration.between(clock.instant(), said.until());
        var undo = said.undoable()
                .filter(_ -> left.isPositive())
                .map(ticket -> Button.of("back", texts.get("window.undo"))
                        .key("u", "U")
                        .undo(ticket.hex())
                        .lasts(left.toMillis())
                        .html())
                .orElse("");
        return "<p class=\"said " + (said.good() ? "good" : "bad") + "\" role=\"status\"><span>"
                + Html.escape(said.words()) + "</span>" + undo + "</p>";
    }
}
