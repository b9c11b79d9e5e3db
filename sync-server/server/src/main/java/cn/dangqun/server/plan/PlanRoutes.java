package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.plan.PlanDesk.Draft;
import cn.dangqun.server.plan.PlanDesk.Result;
import cn.dangqun.server.plan.PlanModel.Typed;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// 计划: the activities of a month, planning, moving and cancelling them.
public final class PlanRoutes implements Routes {
    static final String LIST = "/plan";
    static final String NEW = "/plan/new";
    static final String CALENDAR = "/plan/calendar";
    private static final String ONE = "/plan/activities/:id";
    static final Right PLANS = Right.of(Permission.PLAN_ACTIVITIES);
    private static final Right INVITES = Right.of(Permission.PLAN_ACTIVITIES, Permission.SEE_FULL_NAMES);
    private static final int LONGEST_REASON = 200;
    private static final int MOST_MONTHS = 11;

    private final Database database;
    private final PlanDesk desk;
    private final StreetRoster roster;
    private final PlanPage page;
    private final PlanWords words;
    private final Texts texts;
    private final Times times;

    public PlanRoutes(
            Database database, ReferenceLedger reference, StreetRoster roster, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.roster = roster;
        this.desk = new PlanDesk(database, reference, texts, times, zone);
        this.words = new PlanWords(texts, new AttendanceWords(texts));
        this.page = new PlanPage(roster, words, times, zone);
        this.texts = texts;
        this.times = times;
    }

    static String address(ActivityId id) {
        return "/plan/activities/" + id;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id")));
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        var look = Trace.none("the plan names nobody");
        entrance.menu(LIST, "plan.page.menu");
        entrance.menuPart(LIST, "/tasks");
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), this::list);
        entrance.page(CALENDAR, new Policy(Right.signedIn(), Subtree.filtered(), look), this::calendar);
        entrance.page(NEW, new Policy(PLANS, Subtree.filtered(), look), visit -> blank(200, visit, List.of()));
        entrance.action(NEW, new Policy(PLANS, ofOrganization, Trace.deed(Action.ACTIVITY_PLANNED)), this::plan);
        entrance.page(
                ONE,
                new Policy(Right.signedIn(), named, look),
                visit -> of(visit, activity -> one(200, visit, activity, List.of())));
        entrance.action(
                ONE,
                new Policy(PLANS, named, Trace.deed(Action.ACTIVITY_CHANGED)),
                visit -> of(visit, activity -> change(visit, activity)));
        entrance.action(
                ONE + "/invited",
                new Policy(INVITES, named, Trace.deed(Action.ACTIVITY_CHANGED)),
                visit -> of(visit, activity -> invite(visit, activity)));
        entrance.action(
                ONE + "/invited/removal",
                new Policy(INVITES, named, Trace.deed(Action.ACTIVITY_CHANGED)),
                visit -> of(visit, activity -> uninvite(visit, activity)));
        entrance.action(
                ONE + "/cancellation",
                new Policy(PLANS, named, Trace.deed(Action.ACTIVITY_CANCELLED)),
                visit -> of(visit, activity -> cancel(visit, activity)));
    }

    private static ListQuestion question(Visit visit) {
        return ListQuestion.of(visit, "month", "search", "type", "organization", "view", ListQuestion.ORDER);
    }

    private Reply list(Visit visit) {
        var model = database.read(handle -> page.write(
                new PlanReader(handle, visit.viewer().scope()), question(visit), PLANS.isOf(visit.viewer())));
        return Reply.page("plan/list", texts.get("plan.page.title"), Map.of("plan", model));
    }

    private Reply calendar(Visit visit) {
        var question = question(visit);
        var month = page.month(question);
        var rows = database.read(handle -> new PlanReader(handle, visit.viewer().scope()).of(month, question));
        return new Reply.Download(
                "plan-" + month + ".ics", "text/calendar; charset=utf-8", new PlanCalendar(times.now()).of(rows));
    }

    private Reply of(Visit visit, Function<Activity, Reply> answer) {
        return activityId(visit.param("id"))
                .flatMap(id -> database.read(handle -> new Entries(handle).activity(id)))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    /// Empty for anything that is no id.
    private static Optional<ActivityId> activityId(String text) {
        try {
            return Optional.of(new ActivityId(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Reply blank(int status, Visit visit, List<String> problems) {
        var scope = visit.viewer().scope();
        var form = database.read(handle -> {
            var from = visit.query("from")
                    .flatMap(PlanRoutes::activityId)
                    .flatMap(id -> new Entries(handle).activity(id))
                    .filter(each -> isInScope(database, visit, each.organization()));
            var blank = page.blank(handle, scope, from);
            return problems.isEmpty() ? blank : PlanPage.typed(blank, visit);
        });
        return new Reply.Page(
                status, "plan/new", texts.get("plan.new.title"), Map.of("problems", problems, "form", form));
    }

    static boolean isInScope(Database database, Visit visit, OrganizationId organization) {
        return database.read(
                handle -> new OrganizationReader(handle, visit.viewer().scope())
                        .all().stream().anyMatch(each -> each.id().equals(organization)));
    }

    private Reply plan(Visit visit) {
        var form = new Form(visit, texts, "plan.field");
        var draft = draft(visit, form);
        var months = form.number("repeats", 0, MOST_MONTHS);
        if (!form.isGood()) {
            return blank(422, visit, form.problems());
        }
        return switch (desk.plan(draft.orElseThrow(), months.orElse(0), Actor.of(visit))) {
            case Result.Done(var first, var planned) ->
                new Reply.SeeOther(
                        planned == 1
                                ? address(first)
                                : LIST + "?month="
                                        + draft.orElseThrow()
                                                .heldOn()
                                                .toString()
                                                .substring(0, "2026-01".length()));
            case Result.Refused(var why) -> blank(422, visit, List.of(words.refusal(why)));
        };
    }

    private Optional<Draft> draft(Visit visit, Form form) {
        return new PlanForm(visit, form, words, id -> isInScope(database, visit, id)).draft();
    }

    private Reply one(int status, Visit visit, Activity activity, List<String> problems) {
        var scope = visit.viewer().scope();
        var model = database.read(handle -> {
            Typed form = page.form(handle, scope, activity, activity.heldOn().toString());
            return page.one(
                    handle,
                    activity,
                    PLANS.isOf(visit.viewer()),
                    INVITES.isOf(visit.viewer()),
                    problems,
                    problems.isEmpty() || !visit.form().containsKey("title") ? form : PlanPage.typed(form, visit),
                    ListQuestion.of(visit));
        });
        return new Reply.Page(status, "plan/one", activity.title(), Map.of("activity", model));
    }

    private Reply change(Visit visit, Activity activity) {
        var form = new Form(visit, texts, "plan.field");
        var draft = draft(visit, form);
        var reason = form.optional("reason", LONGEST_REASON).orElse("");
        if (form.isGood()
                && desk.change(activity.id(), draft.orElseThrow(), reason, Actor.of(visit))
                        instanceof Result.Refused(var why)) {
            form.refuse(words.refusal(why));
        }
        return form.isGood() ? new Reply.SeeOther(address(activity.id())) : one(422, visit, activity, form.problems());
    }

    private Reply cancel(Visit visit, Activity activity) {
        var form = new Form(visit, texts, "plan.field");
        var reason = form.text("reason", LONGEST_REASON);
        if (form.isGood() && desk.cancel(activity.id(), reason, Actor.of(visit)) instanceof Result.Refused(var why)) {
            form.refuse(words.refusal(why));
        }
        return form.isGood() ? new Reply.SeeOther(address(activity.id())) : one(422, visit, activity, form.problems());
    }

    private Reply invite(Visit visit, Activity activity) {
        var asked = database.read(
                handle -> new Guests(handle, visit.viewer().scope(), roster, times.today()).of(visit, activity));
        return switch (asked) {
            case Guests.Asked.Found(var members) -> {
                var all = new ArrayList<>(activity.invited());
                all.addAll(members);
                yield invited(visit, activity, all);
            }
            case Guests.Asked.Nobody() -> one(422, visit, activity, List.of(texts.get("plan.refused.nobody")));
            case Guests.Asked.Several(int people) ->
                one(422, visit, activity, List.of(texts.get("plan.refused.several", people)));
        };
    }

    private Reply uninvite(Visit visit, Activity activity) {
        return invited(
                visit,
                activity,
                activity.invited().stream()
                        .filter(each -> !each.value().equals(visit.form("member")))
                        .toList());
    }

    private Reply invited(Visit visit, Activity activity, List<MemberId> all) {
        return switch (desk.invite(activity.id(), all, Actor.of(visit))) {
            case Result.Done _ -> new Reply.SeeOther(address(activity.id()));
            case Result.Refused(var why) -> one(422, visit, activity, List.of(words.refusal(why)));
        };
    }
}
