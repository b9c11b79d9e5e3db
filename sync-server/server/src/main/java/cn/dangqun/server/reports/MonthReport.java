package cn.dangqun.server.reports;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.contact.ContactReader;
import cn.dangqun.server.life.DutyFigures;
import cn.dangqun.server.life.DutyFigures.Standing;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.queue.TicketFigures;
import cn.dangqun.server.reports.Report.Bar;
import cn.dangqun.server.reports.Report.Figure;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.TurnoutFigures;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 月报表 of an organisation and all below it, worked out as it stands now. Of a district it costs what the
/// boards of duties, attendance and hours cost together, some seconds.
record MonthReport(Sources sources, Texts texts, Times times, ZoneId zone) {
    private static final int BAR = 46;

    /// `before` is the copy of the month before that was sent last, if one was.
    Report write(Handle handle, OrganizationReader.Row of, YearMonth month, Optional<Report> before) {
        var scope = scope(of);
        var from = month.atDay(1);
        var to = month.atEndOfMonth();
        var year = sources.duties().year(handle, scope, month.getYear());
        var duties = year.between(from, to);
        var lines = sources.turnout().lines(handle, scope, from, to);
        var study = sources.study().branches(handle, scope, to);
        var wall = sources.wall().all(handle, scope);
        var reviewed = sources.review().reviewed(handle, month, of.path());
        var tables = new MonthTables(texts);
        var turnout = TurnoutFigures.sums(
                lines.stream().filter(TurnoutFigures.Line::begun).toList());
        var all = new ArrayList<Table>();
        all.add(tables.duties(duties));
        all.add(tables.gaps(gaps(duties)));
        all.add(tables.attendance(lines));
        all.add(tables.study(study, texts.get("study.list.asOf", times.day(earlier(to)))));
        all.add(tables.wall(wall));
        all.add(requests(tables, handle, of, month));
        all.add(tables.tickets(new TicketFigures(handle, scope).between(from, to)));
        all.add(before(tables, former(handle, scope, month, year), before));
        all.add(review(handle, scope, of, month));
        return new Report(
                month.toString(),
                texts.get("reports.month.title", month.getYear(), month.getMonthValue()),
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
                                texts.get("reports.attendance.absent"),
                                MonthTables.known(turnout, String.valueOf(turnout.absent()))),
                        new Figure(texts.get("reports.attendance.awaited"), String.valueOf(turnout.awaited())),
                        new Figure(
                                texts.get("study.column.reachedRate"),
                                study.total().reachedRate()),
                        new Figure(texts.get("reports.review.reviewed"), reviewed.reviewed() + "/" + reviewed.held())),
                bars(duties, month.getMonthValue()),
                all);
    }

    /// By community; of one community or branch it alone.
    private Table requests(MonthTables tables, Handle handle, OrganizationReader.Row of, YearMonth month) {
        var counts = new LinkedHashMap<OrganizationReader.Row, ContactReader.Counts>();
        var inside = ReportRoutes.all(handle, scope(of)).stream()
                .filter(each -> each.parent().filter(of.id()::equals).isPresent())
                .filter(each -> of.level() == OrganizationLevel.STREET_COMMITTEE)
                .toList();
        (inside.isEmpty() ? List.of(of) : inside).forEach(each -> counts.put(each, counts(handle, each, month)));
        return tables.requests(counts, counts(handle, of, month));
    }

    private ContactReader.Counts counts(Handle handle, OrganizationReader.Row of, YearMonth month) {
        return new ContactReader(handle)
                .counts(
                        new Scope(Optional.of(of.id())),
                        month.atDay(1),
                        month.atEndOfMonth(),
                        start(month),
                        start(month.plusMonths(1)),
                        times.today());
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /// Of the street itself everything, what belongs to no organisation too.
    static Scope scope(OrganizationReader.Row of) {
        return of.level() == OrganizationLevel.STREET_COMMITTEE ? Scope.wholeStreet() : new Scope(Optional.of(of.id()));
    }

    private LocalDate earlier(LocalDate day) {
        return day.isBefore(times.today()) ? day : times.today();
    }

    static List<DutyFigures.Line> gaps(DutyFigures.Figures figures) {
        return figures.branches().stream()
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.standing() == Standing.LATE || each.standing() == Standing.MISSING)
                .toList();
    }

    List<Bar> bars(DutyFigures.Figures figures, int until) {
        var bars = new ArrayList<Bar>();
        for (var month : figures.months().subList(0, until)) {
            bars.add(new Bar(
                    bars.size() * BAR,
                    texts.get("life.board.month", bars.size() + 1),
                    month.closed() > 0,
                    share(month.fulfilled(), month.closed()),
                    share(month.inTime(), month.closed()),
                    month.completion(),
                    month.punctuality()));
        }
        return bars;
    }

    private static int share(int part, int whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }

    /// What ended in the month before, as it stands now.
    private List<DutyFigures.Line> former(Handle handle, Scope scope, YearMonth month, DutyFigures.Year year) {
        var before = month.minusMonths(1);
        var its = before.getYear() == month.getYear() ? year : sources.duties().year(handle, scope, before.getYear());
        return lines(its.between(before.atDay(1), before.atEndOfMonth()));
    }

    private static List<DutyFigures.Line> lines(DutyFigures.Figures figures) {
        return figures.branches().stream()
                .flatMap(each -> each.lines().stream())
                .toList();
    }

    /// What was missing when the month before was sent, or is missing now, and how it stands by now.
    private Table before(MonthTables tables, List<DutyFigures.Line> now, Optional<Report> sent) {
        var reported = new LinkedHashMap<String, Row>();
        sent.flatMap(each -> each.table("gaps")).stream()
                .flatMap(each -> each.rows().stream())
                .forEach(each -> reported.put(each.key(), each));
        var rows = new ArrayList<Row>();
        for (var line : now) {
            var then = Optional.ofNullable(reported.get(line.key()))
                    .map(each -> each.cells().get(3));
            boolean missing = line.standing() == Standing.MISSING;
            if (missing || then.filter(word -> !word.equals(line.word())).isPresent()) {
                rows.add(new Row(
                        line.key(),
                        line.organization(),
                        line.address(),
                        List.of(
                                line.organization(),
                                line.duty(),
                                line.period(),
                                then.orElse("—"),
                                texts.get(missing ? "reports.before.still" : "reports.before.made", line.word()))));
            }
        }
        return new Table(
                "before",
                texts.get("reports.before.title"),
                texts.get(sent.isPresent() ? "reports.before.about" : "reports.before.aboutUnsent"),
                false,
                List.of(
                        tables.words("plan.field.organization", 3),
                        tables.words("reports.gaps.duty", 2.4),
                        tables.words("reports.gaps.period", 2),
                        tables.words("reports.before.then", 2),
                        tables.words("reports.before.now", 3)),
                rows,
                List.of(),
                texts.get("reports.before.none"));
    }

    private Table review(Handle handle, Scope scope, OrganizationReader.Row of, YearMonth month) {
        var rows = new ArrayList<Row>();
        var review = sources.review();
        var reviewed = review.reviewed(handle, month, of.path());
        var monthPage = "/review/month?month=" + month + "&organization=" + of.id();
        rows.add(line("held", texts.get("reports.review.line", reviewed.held(), reviewed.reviewed()), monthPage));
        rows.add(line(
                "lock",
                review.lock(handle, month, of.path()).orElseGet(() -> texts.get("reports.review.unlocked")),
                monthPage));
        review.open(handle, scope, month, of.id().value(), of.path())
                .forEach(each -> rows.add(line("open " + rows.size(), each.words(), each.address())));
        review.corrections(handle, scope, month)
                .forEach((other, many) -> rows.add(line(
                        "correction " + other,
                        texts.get("reports.review.correction", other.toString(), many),
                        "/review/month?month=" + other + "&organization=" + of.id())));
        return new Table(
                "review",
                texts.get("reports.review.title"),
                texts.get("reports.review.about"),
                false,
                List.of(new Report.Column(texts.get("reports.review.what"), 10, false)),
                rows,
                List.of(),
                texts.get("review.month.nothingOpen"));
    }

    private static Row line(String key, String words, String address) {
        return new Row(key, words, address, List.of(words));
    }
}
