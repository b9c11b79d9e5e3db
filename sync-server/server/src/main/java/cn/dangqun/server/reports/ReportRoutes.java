package cn.dangqun.server.reports;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.reports.ReportModel.Link;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// 报表: the reports of a year, each of them with its tables, its files, and the steps of a month's report.
public final class ReportRoutes implements Routes {
    static final String LIST = "/reports";
    private static final String ONE = LIST + "/:period";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final ReportPage page;
    private final ReportFiles files;
    private final MonthReport months;
    private final YearReport years;
    private final StepRoutes steps;

    public ReportRoutes(
            Database database,
            StreetLedger street,
            StreetRoster roster,
            ProfileLibrary library,
            Texts texts,
            Times times,
            ZoneId zone) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        var sources = Sources.of(roster, library, texts, times, zone);
        this.page = new ReportPage(texts, times, new Pinyin());
        this.files = new ReportFiles(texts);
        this.months = new MonthReport(sources, texts, times, zone);
        this.years = new YearReport(sources, roster, months, texts, times);
        this.steps = new StepRoutes(this, new ReportDesk(database, street, times), texts);
    }

    static String address(String period) {
        return LIST + "/" + period;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(LIST, "reports.page.menu", this::waiting);
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("states of reports; names nobody")),
                this::list);
        var asked = Subtree.of((handle, visit) ->
                Owners.ofOrganization(handle, visit.query("organization").orElse("")));
        entrance.page(
                ONE,
                new Policy(Right.signedIn(), asked, Trace.fullNames(Action.FULL_NAMES_SHOWN, "period")),
                visit -> one(200, visit, List.of()));
        var exported = Trace.look(Action.REPORT_EXPORTED, "period");
        entrance.page(ONE + "/workbook", new Policy(Right.signedIn(), asked, exported), visit -> file(visit, false));
        entrance.page(ONE + "/pages", new Policy(Right.signedIn(), asked, exported), visit -> file(visit, true));
        entrance.action(
                ONE + "/steps",
                new Policy(
                        Right.of(Permission.SETTLE_RECORDS),
                        Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization"))),
                        Trace.deed(
                                Action.REPORT_CHECKED,
                                Action.REPORT_SENT,
                                Action.REPORT_NOTED,
                                Action.REPORT_TAKEN_BACK)),
                steps::note);
    }

    /// The month that is over and whose report has not gone up, for those who send it.
    private int waiting(Viewer viewer) {
        if (!viewer.may(Permission.SETTLE_RECORDS) || viewer.scope().top().isPresent()) {
            return 0;
        }
        var last = YearMonth.from(times.today()).minusMonths(1);
        return database.read(handle -> street(handle)
                        .filter(top ->
                                new ReportStore(handle).notes(top, last).sent().isEmpty())
                        .isPresent())
                ? 1
                : 0;
    }

    private static Optional<String> street(Handle handle) {
        return handle.createQuery("SELECT id FROM organization WHERE street = 1 AND parent IS NULL")
                .mapTo(String.class)
                .findFirst();
    }

    /// The organisation of the address or the form, as far as the viewer may see it; else the viewer's own.
    static Optional<OrganizationReader.Row> of(Visit visit, List<OrganizationReader.Row> all) {
        var wanted = visit.query("organization").orElseGet(() -> visit.form("organization"));
        var known = all.stream()
                .filter(each -> each.level() != OrganizationLevel.GROUP)
                .toList();
        return known.stream()
                .filter(each -> each.id().value().equals(wanted))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    static List<OrganizationReader.Row> all(Handle handle, Scope scope) {
        return new OrganizationReader(handle, scope).all();
    }

    private Reply list(Visit visit) {
        int year = visit.query("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= FIRST_YEAR && each <= LAST_YEAR)
                .orElseGet(() -> times.today().getYear());
        return database.read(handle -> {
            var all = all(handle, visit.viewer().scope());
            return of(visit, all)
                    .<Reply>map(organization -> Reply.page(
                            "reports/list",
                            texts.get("reports.page.title"),
                            Map.of("reports", year(handle, all, organization, year))))
                    .orElseGet(Reply.NotFound::new);
        });
    }

    private ReportModel.Year year(
            Handle handle, List<OrganizationReader.Row> all, OrganizationReader.Row of, int year) {
        var store = new ReportStore(handle);
        var notes = store.notes(of.id().value(), YearMonth.of(year, 1), YearMonth.of(year, 12));
        var current = YearMonth.from(times.today());
        var suffix = "?organization=" + of.id();
        var rows = new ArrayList<ReportModel.Month>();
        IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .filter(month -> !month.isAfter(current))
                .forEach(month -> rows.add(month(
                        month,
                        new ReportNotes(notes.stream()
                                .filter(each -> each.month().equals(month))
                                .toList()),
                        all,
                        address(month.toString()) + suffix)));
        return new ReportModel.Year(
                Integer.toString(year),
                LIST + suffix + "&year=" + (year - 1),
                LIST + suffix + "&year=" + (year + 1),
                of.id().value(),
                ReportPage.choices(all, of),
                rows.reversed(),
                List.of(
                        new Link(texts.get("reports.half.first", year), address(year + "H1") + suffix, false),
                        new Link(texts.get("reports.half.second", year), address(year + "H2") + suffix, false),
                        new Link(
                                texts.get("reports.year.title", year), address(Integer.toString(year)) + suffix, false),
                        new Link(texts.get("reports.inspection.title"), GapRoutes.PATH + suffix, false)));
    }

    private ReportModel.Month month(
            YearMonth month, ReportNotes notes, List<OrganizationReader.Row> all, String address) {
        boolean over = month.isBefore(YearMonth.from(times.today()));
        return new ReportModel.Month(
                texts.get("reports.month.title", month.getYear(), month.getMonthValue()),
                address,
                over ? notes.stage().name() : "RUNNING",
                over
                        ? page.state(notes.stage())
                        : texts.get("reports.stage.running", month.plusMonths(1).getMonthValue()),
                notes.all().stream().map(each -> page.note(each, all)).toList(),
                over && notes.sent().isEmpty());
    }

    /// A report as it is asked for: live, or a copy that was sent.
    record Found(
            OrganizationReader.Row of,
            List<OrganizationReader.Row> all,
            Report report,
            Optional<Report> live,
            Optional<ReportNotes> notes,
            Optional<Instant> copy) {}

    private static Optional<Period> period(Visit visit) {
        return Period.parse(visit.param("period"))
                .filter(each -> each.year() >= FIRST_YEAR && each.year() <= LAST_YEAR)
                .filter(each -> each.kind() != PeriodKind.QUARTER);
    }

    /// Empty where there is no such report, or it has not begun.
    Optional<Found> find(Handle handle, Visit visit) {
        var all = all(handle, visit.viewer().scope());
        return period(visit)
                .filter(each -> !each.firstDay().isAfter(times.today()))
                .flatMap(period -> of(visit, all).map(of -> find(handle, visit, period, of, all)));
    }

    private Found find(
            Handle handle, Visit visit, Period period, OrganizationReader.Row of, List<OrganizationReader.Row> all) {
        if (period.kind() != PeriodKind.MONTH) {
            boolean full = visit.fullNames() && visit.viewer().may(Permission.SEE_FULL_NAMES);
            return new Found(
                    of,
                    all,
                    years.write(handle, of, period, full),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        var month = YearMonth.from(period.firstDay());
        var store = new ReportStore(handle);
        var organization = of.id().value();
        var notes = store.notes(organization, month);
        var wanted = visit.query("copy").orElse("");
        var sending = wanted.equals("live")
                ? Optional.<Instant>empty()
                : notes.sendings().stream()
                        .map(ReportNotes.Note::at)
                        .filter(at -> Long.toString(at.toEpochMilli()).equals(wanted))
                        .findFirst()
                        .or(() -> notes.sent().map(ReportNotes.Note::at));
        var copy = sending.flatMap(at -> store.copy(organization, month, at));
        var live = months.write(handle, of, month, store.sent(organization, month.minusMonths(1)));
        return new Found(of, all, copy.orElse(live), copy.map(_ -> live), Optional.of(notes), sending);
    }

    Reply one(int status, Visit visit, List<String> problems) {
        return database.read(handle -> find(handle, visit)
                .map(found -> one(visit, found, problems))
                .<Reply>map(model ->
                        new Reply.Page(status, "reports/one", model.report().title(), Map.of("one", model)))
                .orElseGet(Reply.NotFound::new));
    }

    private ReportModel.One one(Visit visit, Found found, List<String> problems) {
        boolean may = visit.viewer().may(Permission.SETTLE_RECORDS);
        var question = ListQuestion.of(visit, "organization", "copy", "table", "search", ListQuestion.ORDER, "names");
        var of = question.with("organization", found.of.id().value());
        return page.write(new ReportPage.Known(
                found.report,
                found.live
                        .map(live -> List.of(new Differences(texts).of(found.report, live)))
                        .orElse(List.of()),
                found.of,
                found.all,
                of,
                found.notes.map(notes -> page.way(
                        notes,
                        found.report,
                        may,
                        found.all.stream()
                                .filter(each -> each.path().startsWith(found.of.path()))
                                .toList())),
                versions(found),
                found.notes.isEmpty() && visit.viewer().may(Permission.SEE_FULL_NAMES),
                visit.fullNames(),
                problems));
    }

    private List<Link> versions(Found found) {
        var sendings = found.notes.map(ReportNotes::sendings).orElse(List.of());
        if (sendings.isEmpty()) {
            return List.of();
        }
        var path = address(found.report.period()) + "?organization=" + found.of.id() + "&copy=";
        var links = new ArrayList<Link>();
        for (var each : sendings) {
            links.add(new Link(
                    texts.get("reports.page.copy", links.size() + 1, times.when(each.at())),
                    path + each.at().toEpochMilli(),
                    found.copy.filter(each.at()::equals).isPresent()));
        }
        links.add(new Link(texts.get("reports.page.live"), path + "live", found.copy.isEmpty()));
        return links;
    }

    private Reply file(Visit visit, boolean asPages) {
        var found = database.read(handle -> find(handle, visit));
        return found.map(each -> {
                    var name =
                            "report-" + each.report().period() + "-" + each.of().id();
                    return asPages
                            ? files.pages(each.report(), name, remarks(each))
                            : files.workbook(each.report(), name);
                })
                .orElseGet(Reply.NotFound::new);
    }

    /// What was noted of it stands under the first table.
    private List<String> remarks(Found found) {
        return found.notes()
                .filter(notes -> !notes.all().isEmpty())
                .map(notes -> notes.all().stream()
                        .map(each -> page.note(each, found.all()))
                        .toList())
                .orElseGet(() -> List.of(texts.get("reports.paper.unsent")));
    }

    <T> T read(Function<Handle, T> reading) {
        return database.read(reading::apply);
    }
}
