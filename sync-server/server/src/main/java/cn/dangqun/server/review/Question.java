package cn.dangqun.server.review;

import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// What the address asks for. `search` is part of a kiosk's or a centre's name; `page` counts from 1.
record Question(Optional<SetAside.Kind> kind, String search, boolean settled, boolean oldestFirst, int page) {
    private static final int LONGEST_SEARCH = 40;

    static Question of(Visit visit) {
        return new Question(
                visit.query("kind").flatMap(Question::kind),
                visit.query("search")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST_SEARCH)
                        .orElse(""),
                visit.query("state").filter("settled"::equals).isPresent(),
                visit.query("order").filter("oldest"::equals).isPresent(),
                visit.query("page")
                        .filter(text -> text.matches("[1-9]\\d{0,4}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    private static Optional<SetAside.Kind> kind(String text) {
        return Arrays.stream(SetAside.Kind.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    Question at(int otherPage) {
        return new Question(kind, search, settled, oldestFirst, otherPage);
    }

    boolean isFiltered() {
        return kind.isPresent() || !search.isEmpty();
    }

    String address(String path) {
        var query = new ArrayList<String>();
        kind.ifPresent(each -> query.add("kind=" + each));
        if (!search.isEmpty()) {
            query.add("search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (settled) {
            query.add("state=settled");
        }
        if (oldestFirst) {
            query.add("order=oldest");
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
