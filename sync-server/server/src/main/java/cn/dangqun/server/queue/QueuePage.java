package cn.dangqun.server.queue;

import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.server.queue.QueueModel.Call;
import cn.dangqun.server.queue.QueueModel.Choice;
import cn.dangqun.server.queue.QueueModel.Row;
import cn.dangqun.server.queue.QueueModel.Summary;
import cn.dangqun.server.queue.QueueReader.Site;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts a site's queue into words.
final class QueuePage {
    static final String ADDRESS = "/queue";

    private final Texts texts;
    private final Times times;

    QueuePage(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    /// What the address asks for; an empty date means whatever day it is.
    record Question(Optional<LocalDate> date, Optional<String> site) {
        String address(String page) {
            var query = date.map(day -> "date=" + day).orElse("");
            var place = site.map(id -> "site=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .orElse("");
            var both = query.isEmpty() || place.isEmpty() ? query + place : query + "&" + place;
            return both.isEmpty() ? page : page + "?" + both;
        }

        Question on(LocalDate day) {
            return new Question(Optional.of(day), site);
        }
    }

    QueueModel write(Question question, List<Site> sites, Site site, List<TicketLine> tickets) {
        var today = times.today();
        var date = question.date().orElse(today);
        return new QueueModel(
                site.name(),
                times.day(date),
                date.equals(today),
                filter(question, date, sites, site),
                question.address("/live" + ADDRESS),
                summary(tickets),
                rows(tickets),
                calls(tickets),
                duplicates(tickets));
    }

    private static QueueModel.Filter filter(Question question, LocalDate date, List<Site> sites, Site site) {
        return new QueueModel.Filter(
                date.toString(),
                question.on(date.minusDays(1)).address(ADDRESS),
                question.on(date.plusDays(1)).address(ADDRESS),
                new Question(Optional.empty(), question.site()).address(ADDRESS),
                sites.stream()
                        .map(each -> new Choice(each.id(), each.name(), each.equals(site)))
                        .toList());
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
        return durations.isEmpty()
                ? "—"
                : texts.get(
                        "queue.page.minutes",
                        Math.round(Estimate.median(durations).toSeconds() / 60.0));
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
