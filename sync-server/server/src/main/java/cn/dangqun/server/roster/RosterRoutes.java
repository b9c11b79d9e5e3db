package cn.dangqun.server.roster;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.RosterDesk.Result;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// 名册: who belongs to the branches of the viewer's scope, and entering somebody.
public final class RosterRoutes implements Routes {
    static final String LIST = "/roster";
    private static final String INTAKES = "/roster/intakes";
    static final String NEW = "/roster/new";
    static final String EXPORT = "/roster/export";
    static final String EXPORT_FULL = "/roster/export/full";
    public static final Right KEEPS = Right.of(Permission.KEEP_ROSTER, Permission.SEE_FULL_NAMES);

    private final Database database;
    private final RosterDesk desk;
    private final RosterPage page;
    private final MemberPage memberPage;
    private final MemberWords words;
    private final Texts texts;
    private final Times times;
    private final MemberRoutes members;

    public RosterRoutes(
            Database database, ReferenceLedger reference, Supplier<CardKeyer> keyer, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.words = new MemberWords(texts);
        this.page = new RosterPage(words);
        var organizationWords = new OrganizationWords(texts);
        var cards = new MemberCards(database, reference, words, times);
        this.memberPage = new MemberPage(words, organizationWords, cards, times);
        this.desk = new RosterDesk(database, reference, keyer, new ChangeWords(texts, words), times);
        this.members = new MemberRoutes(
                database,
                desk,
                new SeatDesk(database, reference, organizationWords, times, new FreshIds(times)),
                new ExemptionForms(new ExemptionDesk(database, reference, words, times, new FreshIds(times)), cards),
                memberPage,
                words,
                times);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(LIST, "roster.page.menu");
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.fullNames(Action.FULL_NAMES_SHOWN)),
                this::list);
        entrance.page(
                NEW,
                new Policy(KEEPS, Subtree.filtered(), Trace.none("an empty form")),
                visit -> blank(200, visit, List.of(), memberPage.blank()));
        entrance.page(
                EXPORT,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.look(Action.ROSTER_EXPORTED_MASKED)),
                visit -> export(visit, false));
        entrance.page(
                EXPORT_FULL,
                new Policy(Right.of(Permission.SEE_FULL_NAMES), Subtree.filtered(), Trace.look(Action.ROSTER_EXPORTED)),
                visit -> export(visit, true));
        var ofBranch = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("branch")));
        entrance.action(NEW, new Policy(KEEPS, ofBranch, Trace.deed(Action.MEMBER_ENTERED)), this::enter);
        members.mount(entrance);
        new GrowthRoutes(database, words, times).mount(entrance);
    }

    private static ListQuestion question(Visit visit) {
        return ListQuestion.of(visit, "search", "branch", "status", "relation", "state", "names", ListQuestion.ORDER);
    }

    private Reply export(Visit visit, boolean full) {
        var export = new RosterExport(words, full);
        var question = question(visit);
        var name = "roster-" + times.today();
        return database.read(handle -> {
            var reader = new RosterReader(handle, visit.viewer().scope(), times.today());
            return visit.query("form").filter("csv"::equals).isPresent()
                    ? new Reply.Download(name + ".csv", "text/csv; charset=utf-8", export.text(reader, question))
                    : new Reply.Sheet(name + ".xlsx", export.workbook(reader, question));
        });
    }

    private Reply list(Visit visit) {
        var viewer = visit.viewer();
        var question = question(visit);
        var model = database.read(handle -> page.write(
                new RosterReader(handle, viewer.scope(), times.today()),
                question,
                viewer.may(Permission.SEE_FULL_NAMES),
                KEEPS.isOf(viewer),
                INTAKES,
                KEEPS.isOf(viewer) && viewer.scope().top().isEmpty()
                        ? new ExemptionStore(handle).waiting()
                        : List.of()));
        return Reply.page("roster/list", texts.get("roster.page.title"), Map.of("roster", model));
    }

    private Reply blank(int status, Visit visit, List<String> problems, MemberModel.Typed form) {
        var branch = visit.query("branch").orElse(visit.form("branch"));
        var place = database.read(handle -> memberPage.place(
                new OrganizationReader(handle, visit.viewer().scope()).all(),
                branch,
                visit.form("group"),
                or(visit.form("status"), MemberStatus.FULL.name()),
                or(visit.form("relation"), RelationKind.HOME.name())));
        var model = new HashMap<String, Object>();
        model.put("problems", problems);
        model.put("form", form);
        model.put("place", place);
        model.put("from", visit.form("from"));
        return new Reply.Page(status, "roster/new", texts.get("roster.new.title"), model);
    }

    private static String or(String typed, String proposed) {
        return typed.isEmpty() ? proposed : typed;
    }

    private Reply enter(Visit visit) {
        var typed = new MemberForm(visit, words);
        var name = typed.name();
        var number = typed.number();
        var detail = typed.detail(times.today());
        var from = typed.form().day("from");
        var membership = typed.membership();
        if (membership.isPresent()
                && !MemberRoutes.isInScope(database, visit, membership.get().branch())) {
            typed.form().refuse(words.refusal(RosterDesk.Refusal.NO_BRANCH));
        }
        if (typed.form().isGood()) {
            var since = from.map(membership.orElseThrow()::beginningOn).orElse(membership.orElseThrow());
            switch (desk.enter(name.orElseThrow(), since, detail, number, Actor.of(visit))) {
                case Result.Done(var member) -> {
                    return new Reply.SeeOther(address(member));
                }
                case Result.Refused(var why) -> typed.form().refuse(words.refusal(why));
            }
        }
        return blank(422, visit, typed.form().problems(), MemberPage.typed(memberPage.blank(), visit));
    }

    static String address(MemberId member) {
        return "/roster/members/" + member;
    }

    /// Empty for anything that is no id.
    static Optional<MemberId> member(String text) {
        return text.matches("[A-Z0-9-]{1,32}") ? Optional.of(new MemberId(text)) : Optional.empty();
    }
}
