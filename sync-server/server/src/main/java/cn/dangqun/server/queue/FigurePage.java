package cn.dangqun.server.queue;

import cn.dangqun.domain.queue.Spread;
import cn.dangqun.server.queue.FigureModel.Row;
import cn.dangqun.server.queue.QueueReader.Site;
import cn.dangqun.server.queue.QueueReader.Told;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the figures of a centre's queue into words: by service, by the hour in which numbers were taken, or by weekday.
/// Never by person, and never by window (F-106).
final class FigurePage {
    static final String ADDRESS = "/queue/figures";
    private static final int PER_PAGE = 50;
    private static final int LONGEST_SPAN = 366;
    private static final int USUAL_SPAN = 29;
    private static final int LONGEST_ID = 64;
    private static final Orders<Row> ORDERS = Orders.<Row>of("queue.order.own")
            .or("taken", "web.order.taken", Comparator.comparingInt(Row::taken).reversed());

    private final Texts texts;
    private final Times times;

    FigurePage(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    private enum Group {
        SERVICE,
        HOUR,
        WEEKDAY
    }

    /// Both days included. What cannot be read is left out; a span is a year at most, and then ends with `until`.
    record Question(LocalDate since, LocalDate until, Optional<String> site, ListQuestion list) {
        static Question of(Visit visit, LocalDate today) {
            var list = ListQuestion.of(visit, "since", "until", "by", "search", ListQuestion.ORDER);
            var until = Asked.day(list.filter("until")).orElse(today);
            var since = Asked.day(list.filter("since"))
                    .filter(day -> !day.isAfter(until) && day.isAfter(until.minusDays(LONGEST_SPAN)))
                    .orElse(until.minusDays(USUAL_SPAN));
            var site = visit.query("site").filter(id -> id.length() <= LONGEST_ID);
            return new Question(since, until, site, list.with("site", site.orElse("")));
        }
    }

    FigureModel write(Question question, List<Site> sites, Site site, List<Told> tickets) {
        var group = Arrays.stream(Group.values())
                .filter(each -> each.name().equals(question.list().filter("by")))
                .findFirst()
                .orElse(Group.SERVICE);
        var found = ORDERS.sorted(
                rows(group, tickets).stream()
                        .filter(each -> each.name().contains(question.list().filter("search")))
                        .toList(),
                question.list());
        var asked = question.list().within(found.size(), PER_PAGE);
        return new FigureModel(
                site.name(),
                texts.get("queue.figures.span", question.since(), question.until()),
                new FigureModel.Filter(
                        question.since().toString(),
                        question.until().toString(),
                        sites.stream()
                                .map(each -> new Choice(each.id(), each.name(), each.equals(site)))
                                .toList(),
                        Choice.of(Group.values(), this::name, group.name()),
                        what(group),
                        question.list().filter("search"),
                        ORDERS.choices(texts, question.list())),
                row(texts.get("queue.figures.all"), tickets),
                asked.cut(found, PER_PAGE),
                asked.pages(texts, ADDRESS, found.size(), PER_PAGE));
    }

    private String name(Group group) {
        return switch (group) {
            case SERVICE -> texts.get("queue.figures.service");
            case HOUR -> texts.get("queue.figures.hour");
            case WEEKDAY -> texts.get("queue.figures.weekday");
        };
    }

    /// What a row is.
    private String what(Group group) {
        return switch (group) {
            case SERVICE -> texts.get("queue.column.service");
            case HOUR -> texts.get("queue.figures.hourOfDay");
            case WEEKDAY -> texts.get("queue.figures.dayOfWeek");
        };
    }

    private List<Row> rows(Group group, List<Told> tickets) {
        return switch (group) {
            case SERVICE ->
                tickets.stream()
                        .collect(Collectors.groupingBy(each -> each.line().service()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList();
            case HOUR ->
                tickets.stream().collect(Collectors.groupingBy(each -> times.hour(each.taken()))).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> row(
                                texts.get("queue.figures.hours", each.getKey(), each.getKey() + 1), each.getValue()))
                        .toList();
            case WEEKDAY ->
                tickets.stream()
                        .collect(Collectors.groupingBy(each -> each.day().getDayOfWeek()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> row(
                                each.getKey().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE),
                                each.getValue()))
                        .toList();
        };
    }

    private Row row(String name, List<Told> tickets) {
        var waited = Spread.of(
                tickets.stream().flatMap(each -> each.line().waited().stream()).toList());
        var took = Spread.of(
                tickets.stream().flatMap(each -> each.line().took().stream()).toList());
        return new Row(
                name,
                tickets.size(),
                count(tickets, Stage.SERVED),
                count(tickets, Stage.NO_SHOW) + count(tickets, Stage.PASSED) + count(tickets, Stage.WITHDRAWN),
                minutes(waited.map(Spread::median)),
                minutes(waited.map(Spread::ninth)),
                minutes(took.map(Spread::median)),
                minutes(took.map(Spread::ninth)));
    }

    private static int count(List<Told> tickets, Stage stage) {
        return (int)
                tickets.stream().filter(each -> each.line().stage() == stage).count();
    }

    private String minutes(Optional<Duration> duration) {
        return duration.map(each -> texts.get("queue.page.minutes", Spread.minutes(each)))
                .orElse("—");
    }
}
