package cn.dangqun.server.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a page offers to be read in another order.
final class OrderedLists {
    private static final Pattern SELECT = Pattern.compile("<select name=\"order\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern BODY = Pattern.compile("<tbody.*</tbody>", Pattern.DOTALL);

    private OrderedLists() {}

    /// Addresses of the same page in each order but its own; none where it has one.
    static List<String> addresses(String path, String page) {
        return values(page).stream()
                .map(each -> path + (path.contains("?") ? "&" : "?") + "order=" + each)
                .toList();
    }

    private static List<String> values(String page) {
        return SELECT.matcher(page)
                .results()
                .limit(1)
                .flatMap(select -> OPTION.matcher(select.group(1)).results().map(each -> each.group(1)))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    static String chosen(String page) {
        return SELECT.matcher(page)
                .results()
                .flatMap(select -> CHOSEN.matcher(select.group(1)).results())
                .map(each -> each.group(1))
                .findFirst()
                .orElse("");
    }

    static long rows(String page) {
        return BODY.matcher(page)
                .results()
                .map(MatchResult::group)
                .flatMap(body -> Pattern.compile("<tr\\b(?! class=\"community\")")
                        .matcher(body)
                        .results())
                .count();
    }
}
