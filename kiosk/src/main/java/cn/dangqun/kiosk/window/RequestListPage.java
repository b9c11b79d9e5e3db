package cn.dangqun.kiosk.window;

import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.kiosk.request.RequestWords;
import cn.dangqun.kiosk.ui.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The requests of this centre, of whoever is signed in first; by due day, twenty a page, found by number or
/// service. Nobody who asked is named.
record RequestListPage(Texts texts, Clock clock, ZoneId zone) {
    static final int PER_PAGE = 20;
    private static final String NEWEST = "newest";

    private record Asked(String state, String search, boolean newest) {
        String page(int number) {
            return "/requests?state=" + state + "&amp;page=" + number + "&amp;order=" + (newest ? NEWEST : "")
                    + "&amp;search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        }
    }

    String of(List<RequestStanding> all, Call call) {
        var state = Set.of("all", "closed").contains(call.form("state")) ? call.form("state") : "own";
        var search = call.form("search").strip();
        boolean newest = call.form("order").equals(NEWEST);
        var me = Answerer.staff(call.signedIn().by().id());
        var found = all.stream()
                .filter(each -> switch (state) {
                    case "all" -> !each.state().stage().isClosed();
                    case "closed" -> each.state().stage().isClosed();
                    default -> isMine(each, me) && !each.state().stage().isClosed();
                })
                .filter(each -> search.isEmpty() || isFound(each, search))
                .sorted(newest ? Comparator.comparing(RequestStanding::day).reversed() : (_, _) -> 0)
                .toList();
        int pages = Math.max(1, Math.ceilDiv(found.size(), PER_PAGE));
        int page = Math.clamp(number(call.form("page")), 1, pages);
        var rows = found.stream()
                .skip((long) (page - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(each -> row(each, me))
                .collect(Collectors.joining());
        return filter(state, search, newest)
                + (rows.isEmpty()
                        ? Html.of("p", "quiet", texts.get("desk.none"))
                        : "<table class=\"desk-list\"><thead><tr>" + head() + "</tr></thead><tbody>" + rows
                                + "</tbody></table>")
                + turner(new Asked(state, search, newest), page, pages);
    }

    private static boolean isMine(RequestStanding each, Answerer me) {
        return each.state().answers().equals(me)
                || each.state().offered().filter(me::equals).isPresent();
    }

    private static boolean isFound(RequestStanding each, String search) {
        var digits = search.replaceAll("[ -]", "");
        return each.service().contains(search)
                || (digits.matches("[0-9]{1," + ReceiptNumber.LENGTH + "}")
                        && each.number().digits().contains(digits));
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 1;
    }

    private String filter(String state, String search, boolean newest) {
        var choices = Stream.of("own", "all", "closed")
                .map(each -> "<option value=\"" + each + "\"" + (each.equals(state) ? " selected>" : ">")
                        + Html.escape(
                                switch (each) {
                                    case "all" -> texts.get("desk.state.all");
                                    case "closed" -> texts.get("desk.state.closed");
                                    default -> texts.get("desk.state.own");
                                })
                        + "</option>")
                .collect(Collectors.joining());
        return "<form class=\"desk-filter\" method=\"get\" action=\"/requests\"><select name=\"state\" aria-label=\""
                + Html.escape(texts.get("desk.state")) + "\">" + choices
                + "</select><select name=\"order\" aria-label=\"" + Html.escape(texts.get("desk.order"))
                + "\"><option value=\"\">" + Html.escape(texts.get("desk.order.due")) + "</option><option value=\""
                + NEWEST
                + (newest ? "\" selected>" : "\">") + Html.escape(texts.get("desk.order.newest"))
                + "</option></select><input name=\"search\" maxlength=\"40\" value=\"" + Html.escape(search)
                + "\" placeholder=\"" + Html.escape(texts.get("desk.search")) + "\" aria-label=\""
                + Html.escape(texts.get("desk.search")) + "\"><button>" + Html.escape(texts.get("desk.find"))
                + "</button></form>";
    }

    private String head() {
        return Stream.of("desk.column.what", "desk.column.stage", "desk.column.answers", "desk.column.due")
                .map(each -> Html.of("th", "", texts.get(each)))
                .collect(Collectors.joining());
    }

    private String row(RequestStanding each, Answerer me) {
        var words = new RequestWords(texts);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var offered = each.state().offered().filter(me::equals).isPresent()
                ? "<br>" + Html.of("span", "bad", texts.get("desk.offered"))
                : each.state().offered().isPresent() ? "<br>" + Html.of("span", "quiet", texts.get("desk.waits")) : "";
        var due = each.state().due().map(words::day).orElse("");
        return "<tr><td><a href=\"/requests/one?id=" + each.request() + "\">"
                + Html.escape(words.about(each.kind(), each.service())) + "</a><br>"
                + Html.of("span", "quiet", each.number().text()) + "</td><td>"
                + Html.escape(words.stage(each.state().stage())) + "</td><td>" + Html.escape(each.answerer()) + offered
                + "</td><td>"
                + (each.state().isOverdue(today)
                        ? Html.of("strong", "bad", texts.get("desk.overdue", due))
                        : Html.escape(due))
                + "</td></tr>";
    }

    private String turner(Asked asked, int page, int pages) {
        if (pages == 1) {
            return "";
        }
        return "<p class=\"desk-turner\">" + turn(asked, page - 1, pages, "ui.page.previous")
                + Html.of("span", "", texts.get("ui.page.position", page, pages))
                + turn(asked, page + 1, pages, "ui.page.next") + "</p>";
    }

    private String turn(Asked asked, int to, int pages, String key) {
        return to < 1 || to > pages
                ? Html.of("span", "quiet", texts.get(key))
                : "<a class=\"to\" href=\"" + asked.page(to) + "\">" + Html.escape(texts.get(key)) + "</a>";
    }
}
