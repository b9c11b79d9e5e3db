package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.kiosk.queue.CentreLine;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What the pages say of other kiosks of the centre: nothing while all are in touch, otherwise since when not, what is
/// known of their numbers, and what cannot be done here meanwhile (docs/decisions/0046).
record CentreNotice(Texts texts, QueueToday today) {
    private static final int MOST = 30;

    String window() {
        return switch (today.line()) {
            case CentreLine.Quiet() -> "";
            case CentreLine.NeverThere(var host) -> notice(texts.get("window.centre.never", host(host)), "");
            case CentreLine.Cut(var host, var since, var others, var leaving) ->
                notice(
                        texts.get("window.centre.cut", host(host), time(since)),
                        others(others, since) + leaving(leaving));
            case CentreLine.Missing(var absent) ->
                absent.stream().map(this::absent).collect(Collectors.joining());
        };
    }

    /// For those who wait.
    String display() {
        return switch (today.line()) {
            case CentreLine.Quiet(), CentreLine.NeverThere(var _), CentreLine.Missing(var _) -> "";
            case CentreLine.Cut(var _, var _, var others, var _) ->
                others.isEmpty() ? "" : Html.of("span", "", texts.get("window.centre.display"));
        };
    }

    private String absent(CentreLine.Absent one) {
        var who = kiosk(one.digit());
        return notice(
                one.since()
                        .map(since -> texts.get("window.centre.since", who, time(since)))
                        .orElseGet(() -> texts.get("window.centre.missing", who)),
                "");
    }

    private String others(List<Ticket> others, Instant since) {
        return others.isEmpty()
                ? ""
                : Html.of("p", "", texts.get("window.centre.others", time(since), numbers(others)));
    }

    private String leaving(List<Ticket> leaving) {
        return leaving.isEmpty() ? "" : Html.of("p", "", texts.get("window.centre.leaving", numbers(leaving)));
    }

    private static String numbers(List<Ticket> tickets) {
        return tickets.stream().limit(MOST).map(each -> each.number().text()).collect(Collectors.joining("　"))
                + (tickets.size() > MOST ? "…" : "");
    }

    private String kiosk(OptionalInt digit) {
        return texts.get("window.centre.kiosk", digit.orElse(0));
    }

    private String host(OptionalInt digit) {
        return digit.isPresent()
                ? texts.get("window.centre.hosted", digit.getAsInt())
                : texts.get("window.centre.host");
    }

    private String time(Instant at) {
        return texts.time(at, today.now().getZone());
    }

    private static String notice(String words, String more) {
        return "<section class=\"centre\" role=\"status\">" + Html.of("strong", "", words) + more + "</section>";
    }
}
