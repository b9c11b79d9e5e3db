package cn.dangqun.server.reports;

import cn.dangqun.server.contact.ContactReader;
import cn.dangqun.server.life.DutyFigures;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.queue.TicketFigures;
import cn.dangqun.server.reports.Report.Column;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.study.StudyFigures;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.turnout.TurnoutFigures;
import cn.dangqun.server.wall.WallDebts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Lays figures out as the tables of reports.
record MonthTables(Texts texts) {
    /// Where 待上传 stands in a row of [#duties].
    static final int DUTIES_UNKNOWN = 5;

    Column words(String key, double share) {
        return new Column(texts.get(key), share, false);
    }

    Column number(String key) {
        return new Column(texts.get(key), 1.6, true);
    }

    Table duties(DutyFigures.Figures figures) {
        return new Table(
                "duties",
                texts.get("reports.duties.title"),
                texts.get("reports.duties.about"),
                true,
                List.of(
                        words("plan.field.organization", 4),
                        number("reports.duties.owed"),
                        number("reports.duties.inTime"),
                        number("reports.duties.late"),
                        number("reports.duties.missing"),
                        number("reports.duties.unknown"),
                        number("life.board.completion"),
                        number("life.board.punctuality")),
                figures.branches().stream()
                        .map(each -> new Row(
                                each.id().value(), each.name(), "/life/" + each.id(), duties(each.name(), each.sums())))
                        .toList(),
                duties(texts.get("turnout.list.total"), figures.total()),
                texts.get("reports.duties.none"));
    }

    private static List<String> duties(String name, DutyFigures.Sums sums) {
        return List.of(
                name,
                String.valueOf(sums.closed()),
                String.valueOf(sums.inTime()),
                String.valueOf(sums.late()),
                String.valueOf(sums.missing()),
                String.valueOf(sums.unknown()),
                sums.completion(),
                sums.punctuality());
    }

    /// Late and missing ones, each with the sentence of the board.
    Table gaps(List<DutyFigures.Line> lines) {
        return new Table(
                "gaps",
                texts.get("reports.gaps.title"),
                texts.get("reports.gaps.about"),
                true,
                List.of(
                        words("plan.field.organization", 3),
                        words("reports.gaps.duty", 2.4),
                        words("reports.gaps.period", 2),
                        words("reports.gaps.state", 1.4),
                        words("reports.gaps.why", 6)),
                lines.stream()
                        .map(each -> new Row(
                                each.key(),
                                each.organization(),
                                each.address(),
                                List.of(each.organization(), each.duty(), each.period(), each.word(), each.why())))
                        .toList(),
                List.of(),
                texts.get("reports.gaps.none"));
    }

    Table attendance(List<TurnoutFigures.Line> lines) {
        var begun = lines.stream().filter(TurnoutFigures.Line::begun).toList();
        var sums = TurnoutFigures.sums(begun);
        return new Table(
                "attendance",
                texts.get("reports.attendance.title"),
                sums.awaited() == 0
                        ? texts.get("reports.attendance.about")
                        : texts.get("reports.attendance.aboutAwaited", sums.awaited()),
                true,
                List.of(
                        words("reports.attendance.day", 2),
                        words("reports.attendance.roll", 3),
                        words("reports.attendance.activity", 3),
                        number("attendance.column.due"),
                        number("attendance.column.present"),
                        number("attendance.column.late"),
                        number("attendance.sheet.leave"),
                        number("attendance.sheet.unsigned"),
                        number("reports.attendance.absent"),
                        number("reports.attendance.rate")),
                begun.stream().map(this::attendance).toList(),
                List.of(
                        texts.get("turnout.list.total"),
                        sums.awaited() == 0 ? "" : texts.get("reports.attendance.apart", sums.awaited()),
                        "",
                        known(sums, String.valueOf(sums.due())),
                        known(sums, String.valueOf(sums.present())),
                        known(sums, String.valueOf(sums.late())),
                        known(sums, String.valueOf(sums.leave())),
                        known(sums, String.valueOf(sums.unsigned())),
                        known(sums, String.valueOf(sums.absent())),
                        sums.rate()),
                texts.get("reports.attendance.none"));
    }

    /// Where kiosks have told all of no roll, a nought would say that nobody was missing.
    static String known(TurnoutFigures.Sums sums, String figure) {
        return sums.awaited() > 0 && sums.awaited() == sums.activities() ? "—" : figure;
    }

    private Row attendance(TurnoutFigures.Line line) {
        var cells = new ArrayList<String>();
        cells.add(line.day().toString());
        cells.add(line.rollName());
        cells.add(line.title());
        cells.add(String.valueOf(line.due()));
        cells.add(String.valueOf(line.present()));
        cells.add(String.valueOf(line.late()));
        cells.add(String.valueOf(line.leave()));
        cells.add(String.valueOf(line.unsigned()));
        cells.add(line.complete() ? String.valueOf(line.absent()) : texts.get("review.month.untoldRow"));
        cells.add(line.complete() ? line.rate() : texts.get("review.month.untoldRow"));
        return new Row(line.activity() + " " + line.roll(), line.rollName(), "/activities/" + line.activity(), cells);
    }

    Table study(StudyFigures.Figures figures, String asOf) {
        return new Table(
                "study",
                texts.get("reports.study.title"),
                asOf,
                true,
                List.of(
                        words("plan.field.organization", 4),
                        number("study.column.members"),
                        number("study.column.studied"),
                        number("study.column.studiedRate"),
                        number("study.column.reached"),
                        number("study.column.reachedRate"),
                        number("study.column.behind"),
                        number("study.column.awaited"),
                        number("study.column.exempt")),
                figures.branches().stream()
                        .map(each -> new Row(
                                each.id().value(),
                                each.name(),
                                "/hours/members?organization=" + each.id(),
                                study(each.name(), each.sums())))
                        .toList(),
                study(texts.get("turnout.list.total"), figures.total()),
                texts.get("reports.study.none"));
    }

    private static List<String> study(String name, StudyFigures.Sums sums) {
        return List.of(
                name,
                String.valueOf(sums.members()),
                String.valueOf(sums.studied()),
                sums.studiedRate(),
                String.valueOf(sums.reached()),
                sums.reachedRate(),
                String.valueOf(sums.behind()),
                String.valueOf(sums.awaited()),
                String.valueOf(sums.exempt()));
    }

    Table wall(List<WallDebts.Debt> debts) {
        return new Table(
                "wall",
                texts.get("reports.wall.title"),
                texts.get("reports.wall.about"),
                false,
                List.of(
                        words("reports.wall.place", 3),
                        words("reports.wall.frame", 4),
                        words("reports.wall.state", 1.6),
                        words("reports.wall.since", 3)),
                debts.stream()
                        .map(each -> new Row(
                                each.key(),
                                each.place(),
                                each.address(),
                                List.of(each.place(), each.frame(), each.state(), each.since())))
                        .toList(),
                List.of(),
                texts.get("reports.wall.none"));
    }

    /// Of each community inside, and of the whole.
    Table requests(Map<OrganizationReader.Row, ContactReader.Counts> counts, ContactReader.Counts total) {
        return new Table(
                "requests",
                texts.get("reports.requests.title"),
                texts.get("reports.requests.about"),
                false,
                List.of(
                        words("plan.field.organization", 4),
                        number("reports.requests.received"),
                        number("reports.requests.closed"),
                        number("reports.requests.overdue")),
                counts.entrySet().stream()
                        .map(each -> new Row(
                                each.getKey().id().value(),
                                each.getKey().name(),
                                "/requests",
                                requests(each.getKey().name(), each.getValue())))
                        .toList(),
                requests(texts.get("turnout.list.total"), total),
                texts.get("reports.requests.none"));
    }

    private static List<String> requests(String name, ContactReader.Counts counts) {
        return List.of(
                name,
                String.valueOf(counts.received()),
                String.valueOf(counts.closed()),
                String.valueOf(counts.overdue()));
    }

    Table tickets(List<TicketFigures.Line> lines) {
        return new Table(
                "tickets",
                texts.get("reports.tickets.title"),
                texts.get("reports.tickets.about"),
                true,
                List.of(
                        words("reports.tickets.site", 4),
                        number("reports.tickets.taken"),
                        number("reports.tickets.served"),
                        number("reports.tickets.gone")),
                lines.stream()
                        .map(each -> new Row(
                                each.site(),
                                each.name(),
                                "/queue?site=" + each.site(),
                                List.of(
                                        each.name(),
                                        String.valueOf(each.taken()),
                                        String.valueOf(each.served()),
                                        String.valueOf(each.gone()))))
                        .toList(),
                List.of(
                        texts.get("turnout.list.total"),
                        sum(lines, TicketFigures.Line::taken),
                        sum(lines, TicketFigures.Line::served),
                        sum(lines, TicketFigures.Line::gone)),
                texts.get("reports.tickets.none"));
    }

    private static String sum(List<TicketFigures.Line> lines, ToIntFunction<TicketFigures.Line> of) {
        return String.valueOf(lines.stream().mapToInt(of).sum());
    }
}
