package cn.dangqun.server.study;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// 学时: by branch, community and member, the checkpoint of the half year, one member's year, and what the street notes
/// of 补课 and 送学上门.
public final class HoursRoutes implements Routes {
    static final String LIST = "/hours";
    static final String MEMBERS = "/hours/members";
    static final String EXPORT = "/hours/export";
    static final String EXPORT_NAMES = "/hours/export/names";
    private static final String ONE = MEMBERS + "/:id";
    private static final Right RECORDS = Right.of(Permission.RECORD_STUDY);
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final StudySource source;
    private final StudyDesk desk;
    private final HoursWords words;
    private final AttendanceWords types;
    private final Texts texts;
    private final Times times;
    private final Pinyin pinyin = new Pinyin();

    public HoursRoutes(
            Database database,
            StreetLedger street,
            StreetRoster roster,
            ProfileLibrary library,
            Texts texts,
            Times times) {
        this.database = database;
        this.source = new StudySource(roster, library, times);
        this.desk = new StudyDesk(database, street, times, new FreshIds(times));
        this.words = new HoursWords(texts);
        this.types = new AttendanceWords(texts);
        this.texts = texts;
        this.times = times;
    }

    static String address(MemberId member) {
        return MEMBERS + "/" + member;
    }

    @Override
    public void mount(Entrance entrance) {
        var ofMember = Subtree.of((handle, visit) -> Owners.ofMember(handle, visit.param("id")));
        entrance.menuPart("/life", LIST);
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("figures; names nobody")),
                this::organizations);
        entrance.page(
                MEMBERS,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.fullNames(Action.FULL_NAMES_SHOWN)),
                this::members);
        entrance.page(
                ONE,
                new Policy(Right.signedIn(), ofMember, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id")),
                visit -> one(200, visit, ""));
        entrance.page(
                EXPORT,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.look(Action.HOURS_EXPORTED)),
                visit -> export(visit, false));
        entrance.page(
                EXPORT_NAMES,
                new Policy(
                        Right.of(Permission.SEE_FULL_NAMES),
                        Subtree.filtered(),
                        Trace.look(Action.HOURS_NAMES_EXPORTED)),
                visit -> export(visit, true));
        entrance.action(ONE + "/notes", new Policy(RECORDS, ofMember, Trace.deed(Action.STUDY_NOTED)), this::note);
        entrance.action(
                ONE + "/notes/undoing",
                new Policy(RECORDS, ofMember, Trace.deed(Action.STUDY_TAKEN_BACK)),
                this::takeBack);
    }

    private HoursAsking asking(Visit visit) {
        return HoursAsking.of(visit, times.today());
    }

    private HoursPage page(Visit visit, boolean full) {
        return new HoursPage(source, words, times, pinyin, visit.viewer().may(Permission.SEE_FULL_NAMES), full);
    }

    private Reply organizations(Visit visit) {
        return list(database.read(handle ->
                page(visit, false).organizations(handle, visit.viewer().scope(), asking(visit))));
    }

    private Reply members(Visit visit) {
        return list(database.read(handle ->
                page(visit, visit.fullNames()).members(handle, visit.viewer().scope(), asking(visit))));
    }

    private Reply list(HoursModel model) {
        return Reply.page("study/list", texts.get("study.list.title"), Map.of("hours", model));
    }

    private Optional<MemberId> member(Visit visit) {
        return Optional.of(visit.param("id"))
                .filter(id -> id.matches("[A-Z0-9-]{1,32}"))
                .map(MemberId::new);
    }

    private Reply one(int status, Visit visit, String problem) {
        var asking = asking(visit);
        return member(visit)
                .flatMap(id -> database.read(handle ->
                        new Entries(handle).member(id).flatMap(member -> one(handle, visit, member, asking, problem))))
                .<Reply>map(model -> new Reply.Page(status, "study/one", model.name(), Map.of("one", model)))
                .orElseGet(Reply.NotFound::new);
    }

    /// Of a year in which the person belonged to no branch there is nothing to say but what was noted.
    private Optional<HoursModel.One> one(
            Handle handle, Visit visit, Member member, HoursAsking asking, String problem) {
        var standing = source.standings(handle, List.of(member), asking.day()).stream()
                .findFirst()
                .orElseGet(() -> new Standing(
                        member.id(),
                        member.name(),
                        member.branch(),
                        Set.of(),
                        Optional.empty(),
                        HoursState.NOTHING,
                        false,
                        List.of()));
        var branch = new OrganizationReader(handle, Scope.wholeStreet())
                .all().stream()
                        .filter(each -> each.id().equals(standing.branch()))
                        .map(OrganizationReader.Row::name)
                        .findFirst()
                        .orElse("");
        var notes = new StudyReader(handle, Watermarks.of(handle, times.now())).notes(member.id());
        return Optional.of(
                new OneHoursPage(page(visit, visit.fullNames()), words, types, times, RECORDS.isOf(visit.viewer()))
                        .write(standing, notes, branch, asking, problem));
    }

    private Reply export(Visit visit, boolean full) {
        var asking = asking(visit);
        var scope = visit.viewer().scope();
        var content = database.read(handle -> {
            var page = page(visit, full);
            var branches = HoursPage.Branches.of(handle, scope, asking);
            var people = page.standings(handle, page.ordered(handle, scope, branches, asking), asking);
            return new HoursExport(texts)
                    .workbook(
                            page.groups(handle, branches, asking),
                            people.stream()
                                    .map(each -> page.person(each, branches, asking))
                                    .toList(),
                            texts.get("study.list.asOf", times.day(asking.day().belonging())));
        });
        return new Reply.Sheet("hours-" + asking.year() + ".xlsx", content);
    }

    private Reply note(Visit visit) {
        var form = new Form(visit, texts, "study.field");
        var study = Arrays.stream(Study.values())
                .filter(each -> each.name().equals(visit.form("study")))
                .findFirst();
        if (study.isEmpty()) {
            return new Reply.BadRequest();
        }
        var day = form.requiredDay("day");
        var reason = form.text("reason", LONGEST_REASON);
        var activity = ActivityId.read(visit.form("activity"));
        if (study.get() == Study.MADE_UP && activity.isEmpty()) {
            form.missing("activity");
        }
        if (!form.isGood()) {
            return one(422, visit, String.join("", form.problems()));
        }
        return done(
                visit,
                day.orElseThrow(),
                () -> desk.note(
                        member(visit).orElseThrow(),
                        study.orElseThrow(),
                        study.get() == Study.MADE_UP ? activity : Optional.empty(),
                        day.get(),
                        reason,
                        visit.viewer().displayName(),
                        Actor.of(visit)));
    }

    private Reply takeBack(Visit visit) {
        var form = new Form(visit, texts, "study.field");
        var reason = form.text("reason", LONGEST_REASON);
        if (!form.isGood()) {
            return one(422, visit, String.join("", form.problems()));
        }
        return done(
                visit,
                times.today(),
                () -> desk.takeBack(member(visit).orElseThrow(), visit.form("note"), reason, Actor.of(visit)));
    }

    private Reply done(Visit visit, LocalDate day, Supplier<StudyDesk.Outcome> deed) {
        return switch (deed.get()) {
            case DONE -> new Reply.SeeOther(address(member(visit).orElseThrow()) + "?year=" + day.getYear());
            case STANDS -> one(409, visit, texts.get("study.refused.stands"));
            case OWN -> one(422, visit, texts.get("study.refused.own"));
            case NO_DAY -> one(422, visit, texts.get("study.refused.day"));
            case NOT_MISSED -> one(422, visit, texts.get("study.refused.notMissed"));
            case GONE -> one(422, visit, texts.get("study.refused.gone"));
        };
    }
}
