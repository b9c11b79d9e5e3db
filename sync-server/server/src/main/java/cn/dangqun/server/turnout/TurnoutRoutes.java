package cn.dangqun.server.turnout;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
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
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// 出勤: by organisation, activity and member over any days, the list behind every figure, and who has been missing
/// for months (F-84).
public final class TurnoutRoutes implements Routes {
    static final String LIST = "/attendance";
    static final String ACTIVITIES = "/attendance/activities";
    static final String LINES = "/attendance/lines";
    static final String MEMBERS = "/attendance/members";
    static final String EXPORT = "/attendance/export";
    private static final String ABSENT = "/attendance/absent";

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final TurnoutWords words;
    private final AttendanceWords types;
    private final Pinyin pinyin = new Pinyin();

    public TurnoutRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.words = new TurnoutWords(texts);
        this.types = new AttendanceWords(texts);
    }

    static String address(MemberId member) {
        return MEMBERS + "/" + member;
    }

    @Override
    public void mount(Entrance entrance) {
        var figures = new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("figures; names nobody"));
        var people = new Policy(Right.signedIn(), Subtree.filtered(), Trace.fullNames(Action.FULL_NAMES_SHOWN));
        var ofMember = Subtree.of((handle, visit) -> MemberFinder.owner(handle, visit.param("id")));
        entrance.page(LIST, figures, this::organizations);
        entrance.page(ACTIVITIES, figures, this::activities);
        entrance.page(LINES, people, this::lines);
        entrance.page(MEMBERS, people, this::members);
        entrance.page(
                MEMBERS + "/:id",
                new Policy(Right.signedIn(), ofMember, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id")),
                this::member);
        entrance.page(
                EXPORT,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.look(Action.TURNOUT_EXPORTED)),
                this::export);
        entrance.page(
                ABSENT,
                new Policy(Right.of(Permission.SEE_ABSENCES), Subtree.filtered(), Trace.look(Action.ABSENCES_SHOWN)),
                this::absences);
    }

    private Asking asking(Visit visit, String... more) {
        return Asking.of(ListQuestion.of(visit, more), times.today());
    }

    private TurnoutPage page() {
        return new TurnoutPage(words, types, pinyin, times.today());
    }

    private Reply organizations(Visit visit) {
        var asking = asking(visit, "since", "until", "type", "organization", "search", ListQuestion.ORDER);
        return list(database.read(handle ->
                page().organizations(counts(handle, visit, asking), organizations(handle, visit, asking), asking)));
    }

    private Reply activities(Visit visit) {
        var asking = asking(visit, "since", "until", "type", "organization", "search", ListQuestion.ORDER);
        return list(database.read(handle ->
                page().activities(counts(handle, visit, asking), organizations(handle, visit, asking), asking)));
    }

    private Reply list(TurnoutModel model) {
        return Reply.page("turnout/list", texts.get("turnout.list.title"), Map.of("turnout", model));
    }

    private List<TurnoutReader.Count> counts(Handle handle, Visit visit, Asking asking) {
        return new TurnoutReader(handle, visit.viewer().scope(), Watermarks.of(handle, times.now())).counts(asking);
    }

    private static List<Choice> organizations(Handle handle, Visit visit, Asking asking) {
        return choices(handle, visit, asking, Set.of(OrganizationLevel.COMMITTEE, OrganizationLevel.BRANCH));
    }

    private static List<Choice> choices(Handle handle, Visit visit, Asking asking, Set<OrganizationLevel> levels) {
        return new OrganizationReader(handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> levels.contains(each.level()))
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                asking.organization().filter(each.id()::equals).isPresent()))
                        .toList();
    }

    private LineReader reader(Handle handle, Scope scope) {
        return new LineReader(handle, scope, Watermarks.of(handle, times.now()));
    }

    private PeoplePage people(Visit visit) {
        return new PeoplePage(page(), words, visit.viewer().may(Permission.SEE_FULL_NAMES), visit.fullNames());
    }

    private Reply lines(Visit visit) {
        var asking = asking(
                visit, "since", "until", "type", "roll", "activity", "figure", "names", "search", ListQuestion.ORDER);
        var scope = visit.viewer().scope();
        var model = database.read(handle -> people(visit)
                .lines(
                        reader(handle, scope),
                        new OrganizationReader(handle, scope)
                                .all().stream()
                                        .filter(each -> each.id()
                                                .value()
                                                .equals(asking.question().filter("roll")))
                                        .map(OrganizationReader.Row::name)
                                        .findFirst()
                                        .orElse(""),
                        asking));
        return Reply.page("turnout/lines", texts.get("turnout.list.title"), Map.of("lines", model));
    }

    private Reply members(Visit visit) {
        var asking = asking(visit, "since", "until", "type", "organization", "search", "names", ListQuestion.ORDER);
        var scope = visit.viewer().scope();
        return list(database.read(handle -> people(visit)
                .members(
                        new MemberFinder(handle, scope, times.today()),
                        reader(handle, scope),
                        choices(handle, visit, asking, Set.of(OrganizationLevel.BRANCH)),
                        asking)));
    }

    private Reply member(Visit visit) {
        var asking = asking(visit, "since", "until", "type", "names");
        return Optional.of(visit.param("id"))
                .filter(id -> id.matches("[A-Z0-9-]{1,32}"))
                .map(MemberId::new)
                .flatMap(id -> database.read(handle -> new Entries(handle)
                        .member(id)
                        .map(member -> people(visit)
                                .one(
                                        member,
                                        new Entries(handle).tree(),
                                        reader(handle, visit.viewer().scope()),
                                        asking))))
                .<Reply>map(model -> Reply.page("turnout/one", model.name(), Map.of("one", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply export(Visit visit) {
        var asking = asking(visit, "since", "until", "type", "organization", "search", ListQuestion.ORDER);
        var content = database.read(
                handle -> new TurnoutExport(texts).workbook(page().found(counts(handle, visit, asking), asking)));
        return new Reply.Sheet("attendance-" + asking.from() + "-" + asking.to() + ".xlsx", content);
    }

    private Reply absences(Visit visit) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var scope = visit.viewer().scope();
        var streaks = database.read(
                handle -> new AbsenceReader(handle, scope, reader(handle, scope), times.today()).streaks());
        return Reply.page(
                "turnout/absent",
                texts.get("turnout.absent.title"),
                Map.of("absences", new AbsencePage(texts, times, ABSENT).write(streaks, question)));
    }
}
