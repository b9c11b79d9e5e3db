package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads what another system asks of a route. What is wrong with any word is told in a sentence of its own; a value is
/// the usual one then. For one thread.
@OneProcess("What is wrong with one request; gone with it.")
public final class DataQuestion {
    public static final String AFTER = "after";
    public static final String LIMIT = "limit";

    private static final int LONGEST_CURSOR = 256;

    private final Visit visit;
    private final Texts texts;
    private final List<String> problems = new ArrayList<>();

    public DataQuestion(Visit visit, Texts texts) {
        this.visit = visit;
        this.texts = texts;
    }

    /// Why there is no answer; empty when nothing is wrong.
    public Optional<Reply> refusal() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Reply.Unreadable(String.join("", problems)));
    }

    public void refuse(String sentence) {
        problems.add(sentence);
    }

    /// Required.
    public LocalDate day(String name) {
        return visit.query(name).flatMap(Asked::day).orElseGet(() -> {
            refuse(texts.get("web.asked.day", name));
            return LocalDate.EPOCH;
        });
    }

    /// Required.
    public int number(String name, int least, int most) {
        return read(name, least, most).orElseGet(() -> {
            refuse(texts.get("web.asked.number", name, Integer.toString(least), Integer.toString(most)));
            return least;
        });
    }

    /// How many rows a page has.
    public int limit(int usual, int most) {
        return visit.query(LIMIT).isEmpty() ? usual : number(LIMIT, 1, most);
    }

    private Optional<Integer> read(String name, int least, int most) {
        return visit.query(name)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .filter(each -> each >= least && each <= most);
    }

    /// The row after which the page begins, in its parts; empty for the first page.
    public Optional<List<String>> after(int parts) {
        var asked = visit.query(AFTER);
        var found = asked.filter(text -> text.length() <= LONGEST_CURSOR)
                .flatMap(DataQuestion::opened)
                .filter(each -> each.size() == parts);
        if (asked.isPresent() && found.isEmpty()) {
            unknownCursor();
        }
        return found;
    }

    public void unknownCursor() {
        refuse(texts.get("web.asked.cursor"));
    }

    private static Optional<List<String>> opened(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Optional.of(List.of(text.split("\n", -1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Where the next page begins. Nobody but [#after] needs to understand it.
    public static String cursor(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
