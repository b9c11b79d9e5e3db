package cn.dangqun.server.trail;

import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// What the address asks for. `person` is a login or the id of somebody on duty; `action` names an [Audit.Action] or
/// [#UNLOCKED]; `page` counts from 1.
record Question(String person, String action, Optional<LocalDate> day, boolean oldestFirst, int page) {
    static final String UNLOCKED = "STAFF_UNLOCKED";
    private static final int LONGEST_PERSON = 64;

    static Question of(Visit visit) {
        return new Question(
                visit.query("person")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST_PERSON)
                        .orElse(""),
                visit.query("action").filter(Question::isAction).orElse(""),
                visit.query("day").flatMap(Question::day),
                visit.query("order").filter("oldest"::equals).isPresent(),
                visit.query("page")
                        .filter(text -> text.matches("[1-9]\\d{0,4}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    private static boolean isAction(String text) {
        return text.equals(UNLOCKED)
                || Arrays.stream(Audit.Action.values())
                        .anyMatch(each -> each.name().equals(text));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    Question at(int otherPage) {
        return new Question(person, action, day, oldestFirst, otherPage);
    }

    boolean isFiltered() {
        return !person.isEmpty() || !action.isEmpty() || day.isPresent();
    }

    String address(String path) {
        var query = new ArrayList<String>();
        if (!person.isEmpty()) {
            query.add("person=" + URLEncoder.encode(person, StandardCharsets.UTF_8));
        }
        if (!action.isEmpty()) {
            query.add("action=" + action);
        }
        day.ifPresent(each -> query.add("day=" + each));
        if (oldestFirst) {
            query.add("order=oldest");
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
