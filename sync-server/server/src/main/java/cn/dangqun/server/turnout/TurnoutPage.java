package cn.dangqun.server.turnout;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.turnout.TurnoutModel.Figure;
import cn.dangqun.server.turnout.TurnoutModel.Filter;
import cn.dangqun.server.turnout.TurnoutModel.Link;
import cn.dangqun.server.turnout.TurnoutModel.Row;
import cn.dangqun.server.turnout.TurnoutReader.Count;
import cn.dangqun.server.turnout.TurnoutReader.Roll;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the figures of organisations, activities and members, each with the address of the list behind it.
record TurnoutPage(TurnoutWords words, AttendanceWords types, Pinyin pinyin, LocalDate today) {
    static final int PER_PAGE = 50;
    private static final int MONTHS_OF_QUARTER = 3;

    TurnoutModel organizations(List<Count> counts, List<Choice> organizations, Asking asking) {
        var found = found(counts, asking);
        var rows = found.stream().collect(Collectors.groupingBy(Count::roll)).entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getKey().order()))
                .map(each -> row(each.getKey(), sum(each.getValue()), asking))
                .toList();
        return page(
                "organization",
                rows,
                orders("web.order.tree"),
                total(sum(found)),
                organizations,
                asking,
                TurnoutRoutes.LIST);
    }

    TurnoutModel activities(List<Count> counts, List<Choice> organizations, Asking asking) {
        var found = found(counts, asking).stream()
                .sorted(Comparator.comparing((Count each) -> each.held().day())
                        .reversed()
                        .thenComparing(each -> each.held().id().value())
                        .thenComparingInt(each -> each.roll().order()))
                .toList();
        var rows = found.stream().map(each -> row(each, asking)).toList();
        return page(
                "activity",
                rows,
                orders("web.order.dayLast"),
                total(sum(found)),
                organizations,
                asking,
                TurnoutRoutes.ACTIVITIES);
    }

    private TurnoutModel page(
            String by,
            List<Row> rows,
            Orders<Row> orders,
            Row total,
            List<Choice> organizations,
            Asking asking,
            String path) {
        var question = asking.question().within(rows.size(), PER_PAGE);
        return new TurnoutModel(
                by,
                filter(asking, organizations, orders.choices(words.texts(), question), path),
                rows.size(),
                question.cut(orders.sorted(rows, question), PER_PAGE),
                total,
                asking.question().at(1).address(TurnoutRoutes.EXPORT),
                "",
                false,
                question.pages(words.texts(), path, rows.size(), PER_PAGE));
    }

    List<Count> found(List<Count> counts, Asking asking) {
        return counts.stream().filter(each -> isFound(each.roll(), asking)).toList();
    }

    private boolean isFound(Roll roll, Asking asking) {
        var typed = Pinyin.plain(asking.question().filter("search"));
        return asking.organization()
                        .filter(top -> !roll.path().contains("/" + top + "/"))
                        .isEmpty()
                && (typed.isEmpty() || pinyin.words(roll.name()).stream().anyMatch(each -> each.contains(typed)));
    }

    static Turnout sum(List<Count> counts) {
        return counts.stream().map(Count::turnout).reduce(Turnout.NOTHING, Turnout::plus);
    }

    private Row row(Roll roll, Turnout turnout, Asking asking) {
        var behind = asking.bare().with("roll", roll.id().value());
        return row(
                "",
                roll.name(),
                "",
                asking.bare().with("organization", roll.id().value()).address(TurnoutRoutes.ACTIVITIES),
                turnout,
                behind);
    }

    private Row row(Count count, Asking asking) {
        var behind = asking.bare()
                .with("roll", count.roll().id().value())
                .with("activity", count.held().id().value());
        return row(
                count.held().day().toString(),
                count.held().title(),
                count.roll().name(),
                "/activities/" + count.held().id(),
                count.turnout(),
                behind);
    }

    Row total(Turnout turnout) {
        return row("", words.texts().get("turnout.list.total"), "", "", turnout, new ListQuestion(Map.of(), 1));
    }

    /// Without anything behind where `behind` asks nothing.
    Row row(String day, String name, String note, String address, Turnout turnout, ListQuestion behind) {
        return new Row(
                day,
                name,
                note,
                address,
                new Figure(turnout.activities(), ""),
                figure(turnout.due(), "due", behind),
                figure(turnout.present(), "present", behind),
                turnout.rate(),
                figure(turnout.late(), "late", behind),
                figure(turnout.leave(), "leave", behind),
                figure(turnout.unsigned(), "unsigned", behind),
                figure(turnout.absent(), "absent", behind),
                figure(turnout.awaited(), "awaited", behind));
    }

    private static Figure figure(int count, String name, ListQuestion behind) {
        return new Figure(
                count,
                count == 0 || !behind.isFiltered()
                        ? ""
                        : behind.with("figure", name).address(TurnoutRoutes.LINES));
    }

    private Orders<Row> orders(String own) {
        return Orders.<Row>of(own)
                .or("name", "web.order.name", Comparator.comparing(Row::name, pinyin.order()))
                .or(
                        "absent",
                        "web.order.absent",
                        Comparator.comparingInt(TurnoutPage::absent).reversed())
                .or(
                        "late",
                        "web.order.late",
                        Comparator.comparingInt(TurnoutPage::late).reversed());
    }

    private static int absent(Row row) {
        return row.absent().count();
    }

    private static int late(Row row) {
        return row.late().count();
    }

    Filter filter(Asking asking, List<Choice> organizations, List<Choice> orders, String path) {
        return new Filter(
                asking.from().toString(),
                asking.to().toString(),
                asking.question().filter("search"),
                Choice.of(
                        ActivityType.values(),
                        types::type,
                        asking.type().map(ActivityType::name).orElse("")),
                organizations,
                orders,
                spans(asking, path),
                List.of(
                        view("turnout.list.byOrganization", TurnoutRoutes.LIST, asking, path),
                        view("turnout.list.byActivity", TurnoutRoutes.ACTIVITIES, asking, path),
                        view("turnout.list.byMember", TurnoutRoutes.MEMBERS, asking, path)));
    }

    private Link view(String key, String path, Asking asking, String at) {
        return new Link(words.texts().get(key), asking.at(path), path.equals(at));
    }

    private List<Link> spans(Asking asking, String path) {
        var month = today.withDayOfMonth(1);
        var quarter = month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_QUARTER);
        return Stream.of(
                        span("turnout.span.month", month, today, asking, path),
                        span("turnout.span.lastMonth", month.minusMonths(1), month.minusDays(1), asking, path),
                        span("turnout.span.quarter", quarter, today, asking, path),
                        span("turnout.span.year", today.withDayOfYear(1), today, asking, path),
                        span(
                                "turnout.span.lastYear",
                                today.withDayOfYear(1).minusYears(1),
                                today.withDayOfYear(1).minusDays(1),
                                asking,
                                path))
                .toList();
    }

    private Link span(String key, LocalDate from, LocalDate to, Asking asking, String path) {
        return new Link(
                words.texts().get(key),
                asking.over(from, to).question().address(path),
                asking.from().equals(from) && asking.to().equals(to));
    }
}
