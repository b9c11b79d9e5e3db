package cn.dangqun.server.life;

import cn.dangqun.domain.duty.Schedule;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.life.RescheduleModel.Row;
import cn.dangqun.server.life.RescheduleStore.Move;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts days that are moved into words. Call it inside one read transaction.
record ReschedulePage(Texts texts, Times times) {

    RescheduleModel list(Handle handle, ListQuestion asked, Viewer viewer, List<String> problems) {
        var store = new RescheduleStore(handle);
        int found = store.count(asked, viewer.scope());
        var question = asked.within(found, RescheduleStore.PER_PAGE);
        return new RescheduleModel(
                problems,
                question.filter("search"),
                states(question.filter("state")),
                orders(question.filter(ListQuestion.ORDER)),
                question.isFiltered(),
                store.page(question, viewer.scope()).stream()
                        .map(each -> row(each, viewer))
                        .toList(),
                question.pages(texts, RescheduleRoutes.LIST, found, RescheduleStore.PER_PAGE));
    }

    private List<Choice> states(String chosen) {
        return Stream.of("", "waiting", "granted", "refused")
                .map(each -> new Choice(
                        each,
                        switch (each) {
                            case "waiting" -> texts.get("life.move.waiting");
                            case "granted" -> texts.get("life.move.granted");
                            case "refused" -> texts.get("life.move.refused");
                            default -> texts.get("life.move.all");
                        },
                        each.equals(chosen)))
                .toList();
    }

    private List<Choice> orders(String chosen) {
        return List.of(
                new Choice("", texts.get("life.move.waitingFirst"), chosen.isEmpty()),
                new Choice(
                        RescheduleStore.NEWEST, texts.get("web.order.newest"), chosen.equals(RescheduleStore.NEWEST)),
                new Choice(
                        RescheduleStore.BY_ORGANIZATION,
                        texts.get("web.order.tree"),
                        chosen.equals(RescheduleStore.BY_ORGANIZATION)));
    }

    private Row row(Move move, Viewer viewer) {
        boolean own = move.askedBy().equals(viewer.login());
        boolean decides = move.waits() && viewer.may(Permission.SETTLE_RECORDS);
        return new Row(
                move.id(),
                move.organizationName(),
                move.title(),
                LifeRoutes.address(move.organization(), move.duty(), move.period()),
                texts.get(
                        "life.move.fromTo",
                        move.originalDay().toString(),
                        move.newDay().toString()),
                move.reason(),
                texts.get("life.move.askedBy", move.asker(), times.date(move.askedAt())),
                move.granted().map(each -> each ? "GRANTED" : "REFUSED").orElse("WAITING"),
                texts.get(move.granted()
                        .map(each -> each ? "life.move.granted" : "life.move.refused")
                        .orElse("life.move.waiting")),
                move.decidedOn()
                        .map(on -> texts.get("life.move.answeredBy", move.decider(), on.toString(), move.answer()))
                        .orElse(""),
                decides && !own ? RescheduleRoutes.decision(move.organization(), move.id()) : "",
                decides && own
                        ? texts.get("life.move.another")
                        : move.waits() && move.originalDay().isBefore(times.today())
                                ? texts.get("life.move.tooLate")
                                : "");
    }

    /// What was asked for a duty of a period, and whether it can be.
    RescheduleModel.Asking asking(
            Handle handle,
            OrganizationId organization,
            LifeBoard.Cell cell,
            Viewer viewer,
            Optional<String> holiday,
            List<String> problems,
            String typed) {
        var moves = new RescheduleStore(handle).of(organization, cell.rule().code(), cell.period());
        var original = original(cell);
        boolean open = original.filter(day -> !day.isBefore(times.today())).isPresent()
                && moves.stream().noneMatch(Move::waits)
                && viewer.may(Permission.PLAN_ACTIVITIES);
        return new RescheduleModel.Asking(
                problems,
                moves.stream().map(each -> row(each, viewer)).toList(),
                holiday.map(why -> texts.get(
                                "life.move.holiday", original.orElseThrow().toString(), why))
                        .orElse(""),
                open ? LifeRoutes.address(organization, cell) + "/moves" : "",
                typed,
                later(times.today(), cell.period().firstDay()).toString(),
                cell.period().lastDay().toString());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// The day that the rules name, before anything was moved. Empty where they name none.
    static Optional<LocalDate> original(LifeBoard.Cell cell) {
        return cell.rule()
                .schedule()
                .flatMap(
                        each -> each.targetIn(cell.period(), cell.terms().plan().bearer()))
                .map(Schedule.Target::day);
    }
}
