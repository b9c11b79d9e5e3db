package cn.dangqun.server.trail;

import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// What the address asks for. `person` is a login or the id of somebody on duty; `action` names an [Audit.Action]
/// or [#UNLOCKED]; `subject` is the whole id of what it was done to; `page` counts from 1.
record Question(String person, String action, String subject, Optional<LocalDate> day, boolean oldestFirst, int page) {
    static final String UNLOCKED = "STAFF_UNLOCKED";
    private static final int LONGEST_PERSON = 64;
    private static final int LONGEST_SUBJECT = 120;
    private static final int LAST_PAGE = TrailReader.MOST / TrailReader.PER_PAGE;

    static Question of(Visit visit) {
        return new Question(
                visit.query("person")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST_PERSON)
                        .orElse(""),
                visit.query("action").filter(Question::isAction).orElse(""),
                visit.query("subject")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST_SUBJECT)
                        .orElse(""),
                visit.query("day").flatMap(Asked::day),
                visit.query("order").filter("oldest"::equals).isPresent(),
                visit.query("page")
                        .filter(text -> text.matches("[1-9]\\d{0,4}"))
                        .map(Integer::valueOf)
                        .map(page -> Math.min(page, LAST_PAGE))
                        .orElse(1));
    }

    private static boolean isAction(String text) {
        return text.equals(UNLOCKED)
                || Arrays.stream(Audit.Action.values())
                        .anyMatch(each -> each.name().equals(text));
    }

    Question at(int otherPage) {
        return new Question(person, action, subject, day, oldestFirst, otherPage);
    }

    boolean isFiltered() {
        return !person.isEmpty() || !action.isEmpty() || !subject.isEmpty() || day.isPresent();
    }

    String address(String path) {
        var query = new ArrayList<String>();
        if (!person.isEmpty()) {
            query.add("person=" + URLEncoder.encode(person, StandardCharsets.UTF_8));
        }
        if (!action.isEmpty()) {
            query.add("action=" + action);
        }
        if (!subject.isEmpty()) {
            query.add("subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
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
