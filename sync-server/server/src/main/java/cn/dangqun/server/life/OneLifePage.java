package cn.dangqun.server.life;

import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutySubject;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.period.Period;
import cn.dangqun.server.life.LifeBoard.Cell;
import cn.dangqun.server.life.LifeSource.Year;
import cn.dangqun.server.life.OneLifeModel.Activity;
import cn.dangqun.server.life.OneLifeModel.Detail;
import cn.dangqun.server.life.OneLifeModel.Line;
import cn.dangqun.server.life.OneLifeModel.Term;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the year of one organisation, and behind a cell why it stands as it does.
record OneLifePage(LifeWords words, LifeCells cells, StreetRoster roster, Times times) {

    /// What is asked for in the year.
    record Asked(DutyCode duty, Period period) {}

    /// `move` says what of moving the day is shown with a cell.
    OneLifeModel write(
            Handle handle,
            LifeSource.Street street,
            Year year,
            int number,
            Optional<Asked> asked,
            Function<Cell, RescheduleModel.Asking> move) {
        var id = year.organization().id();
        return new OneLifeModel(
                year.organization().name(),
                Integer.toString(number),
                LifeRoutes.address(id, number - 1),
                LifeRoutes.address(id, number + 1),
                LifeRoutes.address(id, number),
                LifeRoutes.board(number),
                times.day(times.today()),
                profiles(year),
                lines(year),
                LifeCells.rates(year.cells()),
                Stream.of(LifeStatus.values()).map(cells::sign).toList(),
                asked.flatMap(each -> find(year, each))
                        .map(cell -> detail(handle, street, year, cell, move.apply(cell))));
    }

    static Optional<Cell> find(Year year, Asked asked) {
        return year.cells().stream()
                .filter(cell -> cell.rule().code().equals(asked.duty()))
                .filter(cell -> cell.period().equals(asked.period()))
                .findFirst();
    }

    /// More than one where the rules changed amid the year.
    private String profiles(Year year) {
        return year.cells().stream().map(this::profile).distinct().collect(Collectors.joining("；"));
    }

    private String profile(Cell cell) {
        return texts().get(
                        "life.one.profile",
                        cell.terms().profile().title(),
                        cell.terms().profile().ref());
    }

    private List<Line> lines(Year year) {
        var byDuty = new LinkedHashMap<DutyCode, List<Cell>>();
        year.cells()
                .forEach(cell -> byDuty.computeIfAbsent(cell.rule().code(), fresh -> new ArrayList<>())
                        .add(cell));
        return byDuty.values().stream()
                .map(each -> new Line(
                        DutyExplanation.nameOf(each.getFirst().rule()),
                        cells.row(year.organization().id(), each),
                        LifeCells.rates(each)))
                .toList();
    }

    private Detail detail(Handle handle, LifeSource.Street street, Year year, Cell cell, RescheduleModel.Asking move) {
        var activities = street.facts().weighed(year.organization(), cell.terms(), cell.rule()).stream()
                .filter(each ->
                        cell.period().contains(each.activity().activity().heldOn()))
                .toList();
        return new Detail(
                DutyExplanation.nameOf(cell.rule()),
                DutyExplanation.nameOf(cell.period()),
                cells.sign(cell.status()),
                DutyExplanation.of(cell.verdict(), each -> name(handle, street, each)),
                cell.parts().stream()
                        .map(part -> DutyExplanation.of(part, each -> name(handle, street, each)))
                        .toList(),
                terms(cell),
                switch (cell.status()) {
                    case UNKNOWN -> words.texts().get("life.detail.awaits");
                    case BEFORE -> words.texts().get("life.detail.before");
                    case NOT_APPLICABLE, MET, PENDING, DUE_SOON, LATE, OVERDUE, MISSING -> "";
                },
                activities.stream()
                        .filter(each -> each.standing() == Standing.COUNTS)
                        .map(each -> activity(handle, street, year, each))
                        .toList(),
                activities.stream()
                        .filter(each -> each.standing() != Standing.COUNTS)
                        .map(each -> activity(handle, street, year, each))
                        .toList(),
                move);
    }

    private List<Term> terms(Cell cell) {
        var rule = cell.rule();
        var terms = new ArrayList<Term>();
        terms.add(term("life.detail.profile", profile(cell)));
        rule.rule().ifPresent(id -> terms.add(term("life.detail.rule", id.value())));
        terms.add(term(
                "life.detail.asked",
                rule.max().isPresent()
                        ? texts().get(
                                        "life.detail.fromTo",
                                        rule.min(),
                                        rule.max().getAsInt())
                        : texts().get("life.detail.atLeast", rule.min())));
        terms.add(term(
                "life.detail.period",
                texts().get(
                                "life.detail.days",
                                cell.period().firstDay(),
                                cell.period().lastDay())));
        cell.verdict().due().ifPresent(due -> {
            terms.add(term("life.detail.due", due.toString()));
            terms.add(term("life.detail.grace", texts().get("life.detail.graceDays", rule.graceDaysAfter())));
            terms.add(term("life.detail.remind", texts().get("life.detail.remindDays", rule.remindDaysBefore())));
        });
        terms.add(term("life.detail.closes", cell.verdict().closesOn().toString()));
        return terms;
    }

    private Term term(String key, String words) {
        return new Term(texts().get(key), words);
    }

    private Activity activity(Handle handle, LifeSource.Street street, Year year, LifeFacts.Weighed weighed) {
        var activity = weighed.activity().activity();
        var holder = Optional.ofNullable(street.places().get(weighed.group().orElse(activity.organization())));
        var who = weighed.person()
                .map(person -> name(handle, street, new DutySubject.Person(person)) + " ")
                .orElse("");
        boolean own = weighed.activity().path().startsWith(year.place().path());
        return new Activity(
                activity.id().value(),
                activity.heldOn().toString(),
                activity.title(),
                holder.map(LifeReader.Place::name)
                        .orElse(activity.organization().value()),
                who + words.why(weighed.standing()),
                own ? "/activities/" + activity.id() : "");
    }

    /// People's names are masked, as everywhere.
    String name(Handle handle, LifeSource.Street street, DutySubject subject) {
        return switch (subject) {
            case DutySubject.Whole() -> "";
            case DutySubject.Group(var id) ->
                Optional.ofNullable(street.places().get(id))
                        .map(LifeReader.Place::name)
                        .orElse(id.value());
            case DutySubject.Person(var id) ->
                roster.now(handle)
                        .member(id)
                        .map(member -> member.name().masked())
                        .orElse(id.value());
        };
    }

    private Texts texts() {
        return words.texts();
    }
}
