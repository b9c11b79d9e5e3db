package cn.dangqun.server.reports;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.server.life.DutyFigures;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.reports.Report.Figure;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.study.StudyFigures;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.TurnoutFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// 半年 and 年度: what each branch did, from what was recorded, hours at the checkpoint, and of a
/// year the censuses of organisations and of members who came from elsewhere. Of one branch a
/// year has its members, too. Costs what a month's report costs.
record YearReport(Sources sources, StreetRoster roster, MonthReport months, Texts texts, Times times) {
    Report write(Handle handle, OrganizationReader.Row of, Period period, boolean fullNames) {
        var scope = MonthReport.scope(of);
        var from = period.firstDay();
        var to = period.lastDay();
        var duties = sources.duties().year(handle, scope, period.year()).between(from, to);
        var lines = sources.turnout().lines(handle, scope, from, to).stream()
                .filter(TurnoutFigures.Line::begun)
                .toList();
        var study = sources.study().branches(handle, scope, to);
        var tables = new MonthTables(texts);
        var census = new CensusTables(handle, roster.now(handle), texts, tables);
        var turnout = TurnoutFigures.sums(lines);
        var asOf = texts.get("study.list.asOf", times.day(to.isBefore(times.today()) ? to : times.today()));
        var all = new ArrayList<Table>();
        all.add(branches(tables, duties, lines));
        all.add(tables.study(study, asOf));
        all.add(tables.gaps(MonthReport.gaps(duties)));
        if (period.kind() == PeriodKind.YEAR) {
            if (of.level() == OrganizationLevel.BRANCH) {
                all.add(members(handle, tables, of, period, fullNames));
            }
            all.add(census.organizations(scope, times.today()));
            all.add(census.floating(scope, times.today(), fullNames));
        }
        return new Report(
                period.toString(),
                title(period),
                of.name(),
                texts.get("reports.page.asOf", times.day(times.today())),
                List.of(
                        new Figure(
                                texts.get("life.board.completion"),
                                duties.total().completion()),
                        new Figure(
                                texts.get("life.board.punctuality"),
                                duties.total().punctuality()),
                        new Figure(texts.get("reports.attendance.rate"), turnout.rate()),
                        new Figure(
                                texts.get("study.column.reachedRate"),
                                study.total().reachedRate())),
                months.bars(duties, to.getMonthValue()),
                all);
    }

    private String title(Period period) {
        if (period.kind() == PeriodKind.YEAR) {
            return texts.get("reports.year.title", period.year());
        }
        return period.number() == 1
                ? texts.get("reports.half.first", period.year())
                : texts.get("reports.half.second", period.year());
    }

    /// Branch by branch; an activity stands with whoever was on its roll.
    private Table branches(MonthTables tables, DutyFigures.Figures duties, List<TurnoutFigures.Line> lines) {
        var byRoll = lines.stream().collect(Collectors.groupingBy(TurnoutFigures.Line::roll));
        var rows = duties.branches().stream()
                .map(each -> new Row(
                        each.id().value(),
                        each.name(),
                        "/life/" + each.id(),
                        cells(each.name(), each.sums(), byRoll.getOrDefault(each.id(), List.of()))))
                .toList();
        int awaited = TurnoutFigures.sums(lines).awaited();
        return new Table(
                "work",
                texts.get("reports.work.title"),
                awaited == 0 ? texts.get("reports.work.about") : texts.get("reports.work.aboutAwaited", awaited),
                false,
                List.of(
                        tables.words("plan.field.organization", 4),
                        tables.number("reports.work.activities"),
                        tables.number("reports.work.awaited"),
                        tables.number("reports.work.due"),
                        tables.number("reports.work.present"),
                        tables.number("reports.attendance.rate"),
                        tables.number("reports.duties.owed"),
                        tables.number("reports.duties.inTime"),
                        tables.number("reports.duties.late"),
                        tables.number("reports.duties.missing"),
                        tables.number("life.board.completion")),
                rows,
                cells(texts.get("turnout.list.total"), duties.total(), lines),
                texts.get("reports.duties.none"));
    }

    private static List<String> cells(String name, DutyFigures.Sums duties, List<TurnoutFigures.Line> lines) {
        var turnout = TurnoutFigures.sums(lines);
        return List.of(
                name,
                String.valueOf(turnout.activities() - turnout.awaited()),
                String.valueOf(turnout.awaited()),
                MonthTables.known(turnout, String.valueOf(turnout.due())),
                MonthTables.known(turnout, String.valueOf(turnout.present())),
                turnout.rate(),
                String.valueOf(duties.closed()),
                String.valueOf(duties.inTime()),
                String.valueOf(duties.late()),
                String.valueOf(duties.missing()),
                duties.completion());
    }

    /// Who belongs to the branch on the year's last day or today, with what they came to anywhere on its rolls.
    private Table members(
            Handle handle, MonthTables tables, OrganizationReader.Row branch, Period year, boolean fullNames) {
        var people = sources.study().people(handle, branch.id(), year.lastDay());
        var attended = sources.turnout()
                .people(
                        handle,
                        people.stream().map(StudyFigures.Person::member).toList(),
                        year.firstDay(),
                        year.lastDay());
        return new Table(
                "members",
                texts.get("reports.members.title"),
                texts.get(
                        attended.values().stream().anyMatch(each -> each.awaited() > 0)
                                ? "reports.members.aboutAwaited"
                                : "reports.members.about"),
                false,
                List.of(
                        tables.words("roster.field.name", 3),
                        tables.number("reports.work.due"),
                        tables.number("reports.work.present"),
                        tables.number("attendance.sheet.leave"),
                        tables.number("reports.attendance.absent"),
                        tables.number("reports.attendance.rate"),
                        tables.number("reports.work.awaited"),
                        tables.words("study.column.credited", 2),
                        tables.words("study.column.required", 2),
                        tables.words("study.column.state", 2)),
                people.stream()
                        .map(each -> member(
                                each, attended.getOrDefault(each.member(), TurnoutFigures.sums(List.of())), fullNames))
                        .toList(),
                List.of(),
                texts.get("reports.members.none"));
    }

    private static Row member(StudyFigures.Person person, TurnoutFigures.Sums sums, boolean fullNames) {
        var name = fullNames ? person.name().full() : person.name().masked();
        return new Row(
                person.member().value(),
                name,
                "/attendance/members/" + person.member(),
                List.of(
                        name,
                        MonthTables.known(sums, String.valueOf(sums.due())),
                        MonthTables.known(sums, String.valueOf(sums.present())),
                        MonthTables.known(sums, String.valueOf(sums.leave())),
                        MonthTables.known(sums, String.valueOf(sums.absent())),
                        sums.rate(),
                        String.valueOf(sums.awaited()),
                        person.credited(),
                        person.required(),
                        person.state()));
    }
}
