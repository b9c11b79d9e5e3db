package cn.dangqun.server.life;

import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.server.life.LifeBoard.Cell;
import cn.dangqun.server.life.LifeModel.Bar;
import cn.dangqun.server.life.LifeModel.Duty;
import cn.dangqun.server.life.LifeModel.Rates;
import cn.dangqun.server.life.LifeModel.Row;
import cn.dangqun.server.life.LifeSource.Year;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes the board of a year: organisations by months, for one duty.
record LifePage(LifeWords words, LifeCells cells, Times times, Pinyin pinyin) {
    /// As people name them, what single persons owe last.
    private static final Comparator<DutyRule> ORDER = Comparator.comparing(DutyRule::scope, LifePage::persons)
            .thenComparing(rule -> rule.activityType().orElseThrow());

    private static final int PER_PAGE = 25;
    private static final int MONTHS = 12;
    private static final int BAR = 46;

    LifeModel write(LifeSource.Street street, List<Choice> organizations, ListQuestion question, int year) {
        var within = under(street, question.filter("organization"));
        var duties = duties(within);
        var chosen = chosen(duties, question.filter("duty"));
        var rows = within.stream()
                .map(each -> row(each, chosen))
                .filter(each -> !each.cells().isEmpty())
                .filter(each -> isFound(each, question))
                .toList();
        var sorted = orders().sorted(rows, question);
        var all = rows.stream().flatMap(each -> each.cells().stream()).toList();
        var asked = question.within(rows.size(), PER_PAGE);
        var shown = asked.cut(sorted, PER_PAGE).stream().map(each -> row(each)).toList();
        return new LifeModel(
                Integer.toString(year),
                at(question, year - 1),
                at(question, year + 1),
                times.day(times.today()),
                choices(duties, within, chosen, question),
                new LifeModel.Filter(
                        chosen.map(DutyCode::value).orElse(""),
                        question.filter("search"),
                        organizations,
                        states(question.filter("state")),
                        orders().choices(words.texts(), question)),
                rows.size(),
                shown,
                totals(all),
                bars(all),
                legend(),
                asked.pages(words.texts(), LifeRoutes.BOARD, rows.size(), PER_PAGE));
    }

    private Orders<Year> orders() {
        return Orders.<Year>of("web.order.tree")
                .or(
                        "gaps",
                        "web.order.gaps",
                        Comparator.comparingLong(LifePage::gaps).reversed())
                .or(
                        "name",
                        "web.order.name",
                        Comparator.comparing(each -> each.organization().name(), pinyin.order()));
    }

    private static long gaps(Year year) {
        return year.cells().stream().filter(cell -> cell.status().isGap()).count();
    }

    private static int persons(DutyScope one, DutyScope other) {
        return Boolean.compare(one == DutyScope.PERSON, other == DutyScope.PERSON);
    }

    private static String at(ListQuestion question, int year) {
        return question.with("year", Integer.toString(year)).at(1).address(LifeRoutes.BOARD);
    }

    private static List<Year> under(LifeSource.Street street, String organization) {
        return street.places().values().stream()
                .filter(each -> each.id().value().equals(organization))
                .findFirst()
                .map(top -> street.years().stream()
                        .filter(each -> each.place().path().startsWith(top.path()))
                        .toList())
                .orElse(street.years());
    }

    /// By code, each as somebody calls it who owes it.
    private static Map<DutyCode, String> duties(List<Year> years) {
        var names = new LinkedHashMap<DutyCode, String>();
        years.stream()
                .flatMap(each -> each.cells().stream())
                .filter(cell -> cell.status() != LifeStatus.NOT_APPLICABLE)
                .map(Cell::rule)
                .sorted(ORDER)
                .forEach(rule -> names.computeIfAbsent(rule.code(), fresh -> DutyExplanation.nameOf(rule)));
        return names;
    }

    private static Optional<DutyCode> chosen(Map<DutyCode, String> duties, String asked) {
        return duties.keySet().stream()
                .filter(each -> each.value().equals(asked))
                .findFirst()
                .or(() -> duties.keySet().stream().findFirst());
    }

    private List<Duty> choices(
            Map<DutyCode, String> duties, List<Year> within, Optional<DutyCode> chosen, ListQuestion question) {
        return duties.entrySet().stream()
                .map(each -> new Duty(
                        each.getValue(),
                        question.with("duty", each.getKey().value()).at(1).address(LifeRoutes.BOARD),
                        chosen.filter(each.getKey()::equals).isPresent(),
                        LifeCells.rates(within.stream()
                                .flatMap(one -> one.cells().stream())
                                .filter(cell -> cell.rule().code().equals(each.getKey()))
                                .toList())))
                .toList();
    }

    /// Who owes it in no period of the year is left out.
    private static Year row(Year year, Optional<DutyCode> duty) {
        var cells = year.cells().stream()
                .filter(cell -> duty.filter(cell.rule().code()::equals).isPresent())
                .toList();
        return new Year(
                year.organization(),
                year.place(),
                year.above(),
                cells.stream().allMatch(cell -> cell.status() == LifeStatus.NOT_APPLICABLE) ? List.of() : cells);
    }

    private boolean isFound(Year row, ListQuestion question) {
        var typed = Pinyin.plain(question.filter("search"));
        var name = row.organization().name();
        return (typed.isEmpty() || pinyin.words(name).stream().anyMatch(each -> each.contains(typed)))
                && state(question.filter("state"))
                        .map(row.cells().stream()::anyMatch)
                        .orElse(true);
    }

    private static Optional<Predicate<Cell>> state(String asked) {
        return switch (asked) {
            case "gaps" -> Optional.of(cell -> cell.status().isGap());
            case "late" -> Optional.of(cell -> cell.status() == LifeStatus.LATE);
            case "unknown" -> Optional.of(cell -> cell.status() == LifeStatus.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private List<Choice> states(String asked) {
        return Choice.choosing(
                List.of(
                        new Choice("gaps", words.texts().get("life.filter.gaps"), false),
                        new Choice("late", words.texts().get("life.filter.late"), false),
                        new Choice("unknown", words.texts().get("life.filter.unknown"), false)),
                asked);
    }

    private Row row(Year year) {
        return new Row(
                year.organization().name(),
                year.above(),
                LifeRoutes.address(
                        year.organization().id(),
                        year.cells().getFirst().period().year()),
                cells.row(year.organization().id(), year.cells()),
                LifeCells.rates(year.cells()));
    }

    private LifeModel.Totals totals(List<Cell> all) {
        return new LifeModel.Totals(
                byMonth(all, Rates::completion), byMonth(all, Rates::punctuality), LifeCells.rates(all));
    }

    private static List<String> byMonth(List<Cell> all, Function<Rates, String> figure) {
        return months(all).map(figure).toList();
    }

    /// What ends in each month.
    private static Stream<Rates> months(List<Cell> all) {
        var ending = IntStream.rangeClosed(1, MONTHS)
                .<List<Cell>>mapToObj(month -> new ArrayList<>())
                .toList();
        all.forEach(
                cell -> ending.get(cell.period().lastDay().getMonthValue() - 1).add(cell));
        return ending.stream().map(LifeCells::rates);
    }

    private List<Bar> bars(List<Cell> all) {
        var bars = new ArrayList<Bar>();
        months(all).forEach(rates -> {
            int month = bars.size() + 1;
            bars.add(new Bar(
                    (month - 1) * BAR,
                    words.texts().get("life.board.month", month),
                    rates.closed() > 0,
                    share(rates.fulfilled(), rates.closed()),
                    share(rates.inTime(), rates.closed()),
                    words.texts().get("life.board.bar", month, rates.completion(), rates.punctuality())));
        });
        return bars;
    }

    private static int share(int part, int whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }

    List<LifeModel.Sign> legend() {
        return Stream.of(LifeStatus.values()).map(cells::sign).toList();
    }
}
