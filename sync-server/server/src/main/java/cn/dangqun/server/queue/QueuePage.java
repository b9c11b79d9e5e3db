package cn.dangqun.server.queue;

import cn.dangqun.domain.queue.Spread;
import cn.dangqun.server.queue.QueueModel.Call;
import cn.dangqun.server.queue.QueueModel.Row;
import cn.dangqun.server.queue.QueueModel.Summary;
import cn.dangqun.server.queue.QueueReader.Site;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts a site's queue into words.
final class QueuePage {
    static final String ADDRESS = "/queue";
    private static final int LONGEST_ID = 64;
    private static final int PER_PAGE = 50;
    private static final Orders<Row> ORDERS = Orders.<Row>of("web.order.letter")
            .or(
                    "waiting",
                    "web.order.waiting",
                    Comparator.comparingInt(Row::waiting).reversed())
            .or("taken", "web.order.taken", Comparator.comparingInt(Row::taken).reversed());

    private final Texts texts;
    private final Times times;

    QueuePage(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    /// What the address asks for; an empty date means whatever day it is.
    /// A date that cannot be read is left out.
    record Question(Optional<LocalDate> date, Optional<String> site, ListQuestion list) {
        static Question of(Visit visit) {
            var list = ListQuestion.of(visit, "date", "search", ListQuestion.ORDER);
            var date = Asked.day(list.filter("date"));
            var site = visit.query("site").filter(id -> id.length() <= LONGEST_ID);
            return new Question(
                    date,
                    site,
                    list.with("date", date.map(LocalDate::toString).orElse("")).with("site", site.orElse("")));
        }

        private String on(String day) {
            return list.with("date", day).at(1).address(ADDRESS);
        }
    }

    QueueModel write(Question question, List<Site> sites, Site site, List<TicketLine> tickets) {
        var today = times.today();
        var date = question.date().orElse(today);
        var found = ORDERS.sorted(
                rows(tickets).stream()
                        .filter(each -> each.name().contains(question.list().filter("search")))
                        .toList(),
                question.list());
        var shown = question.list().within(found.size(), PER_PAGE);
        return new QueueModel(
                site.name(),
                times.day(date),
                date.equals(today),
                filter(question, date, sites, site),
                shown.address("/live" + ADDRESS),
                summary(tickets),
                shown.cut(found, PER_PAGE),
                calls(tickets),
                duplicates(tickets),
                shown.pages(texts, ADDRESS, found.size(), PER_PAGE));
    }

    private QueueModel.Filter filter(Question question, LocalDate date, List<Site> sites, Site site) {
        return new QueueModel.Filter(
                date.toString(),
                question.on(date.minusDays(1).toString()),
                question.on(date.plusDays(1).toString()),
                question.on(""),
                sites.stream()
                        .map(each -> new Choice(each.id(), each.name(), each.equals(site)))
                        .toList(),
                question.list().filter("search"),
                ORDERS.choices(texts, question.list()));
    }

    private static Summary summary(List<TicketLine> tickets) {
        return new Summary(
                tickets.size(),
                count(tickets, Stage.WAITING),
                count(tickets, Stage.CALLED),
                count(tickets, Stage.SERVED),
                missed(tickets));
    }

    private List<Row> rows(List<TicketLine> tickets) {
        return tickets.stream().collect(Collectors.groupingBy(TicketLine::service)).entrySet().stream()
                .sorted((one, other) -> one.getValue()
                        .getFirst()
                        .number()
                        .compareTo(other.getValue().getFirst().number()))
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
    }

    private Row row(String service, List<TicketLine> tickets) {
        return new Row(
                service,
                tickets.size(),
                count(tickets, Stage.WAITING),
                count(tickets, Stage.CALLED),
                count(tickets, Stage.SERVED),
                missed(tickets),
                median(tickets.stream().flatMap(each -> each.waited().stream()).toList()),
                median(tickets.stream().flatMap(each -> each.took().stream()).toList()));
    }

    private String median(List<Duration> durations) {
        return Spread.of(durations)
                .map(each -> texts.get("queue.page.minutes", Spread.minutes(each.median())))
                .orElse("—");
    }

    private static int count(List<TicketLine> tickets, Stage stage) {
        return (int) tickets.stream().filter(each -> each.stage() == stage).count();
    }

    /// Passed and not back, set aside, given up or withdrawn.
    private static int missed(List<TicketLine> tickets) {
        return count(tickets, Stage.PASSED)
                + count(tickets, Stage.HELD)
                + count(tickets, Stage.WITHDRAWN)
                + count(tickets, Stage.NO_SHOW);
    }

    private List<Call> calls(List<TicketLine> tickets) {
        return tickets.stream()
                .filter(each -> each.stage() == Stage.CALLED)
                .map(each -> new Call(
                        each.number(),
                        texts.get("queue.page.window", each.window().orElse(0)),
                        each.service()))
                .toList();
    }

    /// Two kiosks of one centre that were not told apart, or a disk that was restored (F-44).
    private static List<String> duplicates(List<TicketLine> tickets) {
        return tickets.stream()
                .collect(Collectors.groupingBy(TicketLine::number, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
