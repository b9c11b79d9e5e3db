package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The television of the waiting hall (F-50, F-103): numbers and windows, nobody's name. Never blank.
record DisplayView(Texts texts) {
    private static final int UP_NEXT = 4;

    String of(Optional<QueueToday> today) {
        return today.map(this::day).orElseGet(() -> notice("window.display.trouble"));
    }

    private String day(QueueToday today) {
        if (today.plan().isEmpty()) {
            return notice("window.display.none");
        }
        var calls = today.calls();
        return calls.isEmpty() && today.queue().waiting().isEmpty() && isClosed(today)
                ? night(today)
                : calls(calls, today);
    }

    private static boolean isClosed(QueueToday today) {
        return today.services().stream().noneMatch(today::isOpen);
    }

    private String notice(String key) {
        return "<main class=\"plain\">" + Html.of("h1", "", texts.get(key)) + Html.of("p", "", texts.get(key + ".next"))
                + "</main>";
    }

    /// Dark, so that it troubles nobody and spares the panel.
    private String night(QueueToday today) {
        var opens = today.services().stream()
                .map(service -> service.hours()
                        .opensAfter(
                                today.now().toLocalDateTime(),
                                today.plan().orElseThrow().calendar()))
                .min(Comparator.naturalOrder());
        return "<main class=\"night\">" + clock(today.now()) + Html.of("p", "", texts.get("queue.closed"))
                + opens.map(at -> Html.of("p", "", opens(at, today))).orElse("")
                + "</main>";
    }

    private String opens(LocalDateTime at, QueueToday today) {
        var moment = moment(at, today.now());
        return today.plan()
                .flatMap(plan -> plan.calendar().whyClosed(today.now().toLocalDate()))
                .map(why -> texts.get("queue.closed.because", why, moment))
                .orElseGet(() -> texts.get("queue.closed.opens", moment));
    }

    private String moment(LocalDateTime at, ZonedDateTime now) {
        var instant = at.atZone(now.getZone()).toInstant();
        return texts.get(
                "queue.closed.moment",
                texts.date(instant, now.getZone()),
                texts.weekday(instant, now.getZone()),
                texts.time(instant, now.getZone()));
    }

    private String clock(ZonedDateTime now) {
        return Html.of("time", "", texts.time(now.toInstant(), now.getZone()));
    }

    private String calls(List<Ticket> calls, QueueToday today) {
        var newest = calls.isEmpty() ? Html.of("h1", "", texts.get("window.display.nobody")) : newest(calls.getFirst());
        var others = calls.stream()
                .skip(1)
                .map(ticket -> "<li>" + Html.of("b", "", ticket.number().text())
                        + Html.of("span", "", texts.get("queue.strip.window", windowOf(ticket))) + "</li>")
                .collect(Collectors.joining());
        return "<main class=\"calls\"><section class=\"newest\">" + newest + "</section><aside>" + clock(today.now())
                + "<ul>" + others + "</ul></aside>" + foot(today) + "</main>";
    }

    private String newest(Ticket ticket) {
        return "<strong data-number=\"" + ticket.number().text() + "\">"
                + ticket.number().text() + "</strong>"
                + Html.of("p", "", texts.get("window.display.go", windowOf(ticket)));
    }

    private static int windowOf(Ticket ticket) {
        return ticket.last().map(Ticket.LastCall::window).orElse(0);
    }

    private String foot(QueueToday today) {
        var next = next(today).stream().map(ticket -> ticket.number().text()).collect(Collectors.joining("　"));
        int waiting = today.queue().waiting().size();
        return "<footer>" + Html.of("span", "", texts.get("window.display.waiting", waiting))
                + (next.isEmpty() ? "" : Html.of("span", "ready", texts.get("window.display.ready", next)))
                + new CentreNotice(texts, today).display()
                + "</footer>";
    }

    /// Who may be called next, at one window or another.
    private static List<Ticket> next(QueueToday today) {
        var calling = new Calling(today.plan().orElseThrow());
        return today.plan().map(QueuePlan::windows).orElse(List.of()).stream()
                .map(Window::number)
                .flatMap(window -> calling.order(today.queue(), window).stream().limit(UP_NEXT))
                .distinct()
                .sorted(Comparator.comparingLong(Ticket::place))
                .limit(UP_NEXT)
                .toList();
    }
}
