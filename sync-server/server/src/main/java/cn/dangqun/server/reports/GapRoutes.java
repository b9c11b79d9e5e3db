package cn.dangqun.server.reports;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.fact.StreetFact.ReportNoted;
import cn.dangqun.domain.fact.StreetFact.ReportStep;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.life.DutyFigures;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.reports.ReportModel.Branch;
import cn.dangqun.server.reports.ReportModel.Gap;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.TurnoutFigures;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// 巡回督查: what each branch still lacks, ready for the district's inspection, and what it noted.
public final class GapRoutes implements Routes {
    static final String PATH = "/reports/gaps";
    private static final int PER_PAGE = 20;
    private static final int LONGEST_WORDS = 400;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final Sources sources;
    private final ReportDesk desk;
    private final ReportPage page;
    private final Pinyin pinyin = new Pinyin();

    public GapRoutes(
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
        this.sources = Sources.of(roster, library, texts, times, zone);
        this.desk = new ReportDesk(database, street, times);
        this.page = new ReportPage(texts, times, pinyin);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                PATH,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("what branches lack; names are masked")),
                visit -> gaps(200, visit, List.of()));
        entrance.action(
                PATH + "/notes",
                new Policy(
                        Right.of(Permission.SETTLE_RECORDS),
                        Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("branch"))),
                        Trace.deed(Action.INSPECTION_NOTED)),
                this::note);
    }

    private Reply gaps(int status, Visit visit, List<String> problems) {
        return database.read(handle -> {
            var all = ReportRoutes.all(handle, visit.viewer().scope());
            return ReportRoutes.of(visit, all)
                    .<Reply>map(of -> new Reply.Page(
                            status,
                            "reports/gaps",
                            texts.get("reports.inspection.title"),
                            Map.of("gaps", write(handle, visit, all, of, problems))))
                    .orElseGet(Reply.NotFound::new);
        });
    }

    private Orders<Branch> orders() {
        return Orders.<Branch>of("web.order.tree")
                .or(
                        "gaps",
                        "web.order.gaps",
                        Comparator.comparingInt((Branch each) -> each.gaps().size())
                                .reversed());
    }

    private ReportModel.Gaps write(
            Handle handle,
            Visit visit,
            List<OrganizationReader.Row> all,
            OrganizationReader.Row of,
            List<String> problems) {
        var question = ListQuestion.of(visit, "organization", "search", ListQuestion.ORDER);
        var typed = Pinyin.plain(question.filter("search"));
        var today = times.today();
        var duties = dutiesByBranch(handle, of, today);
        var gaps = gapsByBranch(handle, of, today, duties);
        var branches = all.stream()
                .filter(each -> each.path().startsWith(of.path()))
                .filter(each -> each.level() == OrganizationLevel.BRANCH)
                .filter(each ->
                        typed.isEmpty() || pinyin.words(each.name()).stream().anyMatch(word -> word.contains(typed)))
                .map(each -> branch(
                        each, gaps.getOrDefault(each.id(), List.of()), duties.getOrDefault(each.id(), List.of())))
                .toList();
        var asked = question.within(branches.size(), PER_PAGE);
        return new ReportModel.Gaps(
                YearMonth.from(today).toString(),
                of.id().value(),
                ReportPage.choices(all, of),
                question.filter("search"),
                orders().choices(texts, question),
                branches.size(),
                asked.cut(orders().sorted(branches, question), PER_PAGE).stream()
                        .map(each -> new Branch(
                                each.id(),
                                each.name(),
                                each.gaps(),
                                each.unknown(),
                                each.told(),
                                notes(handle, all, each.id())))
                        .toList(),
                asked.pages(texts, PATH, branches.size(), PER_PAGE),
                visit.viewer().may(Permission.SETTLE_RECORDS),
                today.toString(),
                texts.get("reports.page.asOf", times.day(today)),
                question.address(PATH + "/notes"),
                problems);
    }

    private Branch branch(OrganizationReader.Row of, List<Gap> gaps, List<DutyFigures.Line> duties) {
        var unknown = new LinkedHashMap<String, Integer>();
        duties.stream()
                .filter(each -> each.standing() == DutyFigures.Standing.UNKNOWN)
                .forEach(each -> unknown.merge(each.word(), 1, Integer::sum));
        return new Branch(
                of.id().value(),
                of.name(),
                gaps,
                unknown.entrySet().stream()
                        .map(each -> texts.get("reports.inspection.unknown", each.getKey(), each.getValue()))
                        .toList(),
                duties.stream()
                        .anyMatch(each -> each.standing() != DutyFigures.Standing.UNKNOWN
                                && each.standing() != DutyFigures.Standing.OPEN),
                List.of());
    }

    private Map<OrganizationId, List<DutyFigures.Line>> dutiesByBranch(
            Handle handle, OrganizationReader.Row of, LocalDate today) {
        return sources
                .duties()
                .year(handle, MonthReport.scope(of), today.getYear())
                .between(LocalDate.of(today.getYear(), 1, 1), LocalDate.of(today.getYear(), 12, 31))
                .branches()
                .stream()
                .collect(Collectors.toMap(DutyFigures.Branch::id, DutyFigures.Branch::lines));
    }

    /// Duties of the year that are missing, and who was absent lately.
    private Map<OrganizationId, List<Gap>> gapsByBranch(
            Handle handle,
            OrganizationReader.Row of,
            LocalDate today,
            Map<OrganizationId, List<DutyFigures.Line>> duties) {
        var scope = MonthReport.scope(of);
        var gaps = new HashMap<OrganizationId, List<Gap>>();
        duties.forEach((branch, lines) -> lines.stream()
                .filter(each -> each.standing() == DutyFigures.Standing.MISSING)
                .map(each -> new Gap(each.word(), each.why(), each.address()))
                .forEach(each ->
                        gaps.computeIfAbsent(branch, _ -> new ArrayList<>()).add(each)));
        sources
                .turnout()
                .lines(handle, scope, YearMonth.from(today).minusMonths(1).atDay(1), today)
                .stream()
                .filter(each -> each.begun() && each.complete() && each.absent() > 0)
                .forEach(each -> gaps.computeIfAbsent(each.roll(), fresh -> new ArrayList<>())
                        .add(absent(each)));
        return gaps.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }

    private Gap absent(TurnoutFigures.Line line) {
        return new Gap(
                texts.get("reports.attendance.absent"),
                texts.get("reports.inspection.absent", line.day(), line.title(), line.absent()),
                "/activities/" + line.activity());
    }

    private List<String> notes(Handle handle, List<OrganizationReader.Row> all, String branch) {
        return new ReportStore(handle)
                .notes(branch, YearMonth.from(times.today()).minusYears(1), YearMonth.from(times.today())).stream()
                        .filter(each -> each.step() == ReportStep.INSPECTED)
                        .map(each -> page.note(each, all))
                        .toList();
    }

    private Reply note(Visit visit) {
        var form = new Form(visit, texts, "reports.field");
        var day = form.requiredDay("day");
        var party = form.text("party", ReportNoted.LONGEST_PARTY);
        var words = form.text("words", LONGEST_WORDS);
        if (visit.form("branch").isBlank()) {
            form.missing("branch");
        }
        if (!form.isGood() || day.isEmpty()) {
            return gaps(422, visit, form.problems());
        }
        var branch = new OrganizationId(visit.form("branch"));
        return switch (desk.inspected(branch, day.get(), party, words, Actor.of(visit))) {
            case NO_DAY -> gaps(422, visit, List.of(texts.get("reports.refused.noDay")));
            case DONE, OVERTAKEN, TOO_EARLY, NOT_NOW, OWN, BEFORE ->
                new Reply.SeeOther(ListQuestion.of(visit, "organization", "search", ListQuestion.ORDER)
                                .address(PATH) + "#branch-" + branch);
        };
    }
}
