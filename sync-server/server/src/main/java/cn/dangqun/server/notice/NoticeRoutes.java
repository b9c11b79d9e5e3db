package cn.dangqun.server.notice;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.SessionFact.Notice;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.AgendaWords;
import cn.dangqun.server.attendance.SheetPeople;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.notice.NoticeStore.Given;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The list by which everybody is told of an activity, to be ticked off and to be printed.
public final class NoticeRoutes implements Routes {
    private static final String LIST = "/plan/activities/:id/notice";
    private static final int PER_PAGE = 100;
    private static final Pinyin PINYIN = new Pinyin();
    private static final Orders<NoticeModel.Person> ORDERS = Orders.<NoticeModel.Person>of("web.order.roll")
            .or("untold", "web.order.untold", Comparator.comparing(NoticeModel.Person::isTold))
            .or("name", "web.order.person", Comparator.comparing(NoticeModel.Person::name, PINYIN.order()));
    private static final Right TELLS = Right.of(Permission.PLAN_ACTIVITIES, Permission.SEE_FULL_NAMES);

    private final Database database;
    private final Notices notices;
    private final Texts texts;
    private final Times times;

    public NoticeRoutes(Database database, StreetRoster roster, Texts texts, Times times) {
        this.database = database;
        this.notices = new Notices(roster);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id")));
        entrance.page(
                LIST,
                new Policy(TELLS, named, Trace.look(Action.NOTICE_SHOWN, "id")),
                visit -> of(visit, activity -> show(200, visit, activity, List.of())));
        entrance.action(
                LIST,
                new Policy(TELLS, named, Trace.deed(Action.NOTICE_GIVEN)),
                visit -> of(visit, activity -> tell(visit, activity)));
        entrance.action(
                LIST + "/removal",
                new Policy(TELLS, named, Trace.deed(Action.NOTICE_GIVEN)),
                visit -> of(visit, activity -> takeBack(visit, activity)));
    }

    private static String address(Activity activity) {
        return "/plan/activities/" + activity.id() + "/notice";
    }

    private Reply of(Visit visit, Function<Activity, Reply> answer) {
        return ActivityId.read(visit.param("id"))
                .flatMap(id -> database.read(handle -> new Entries(handle).activity(id)))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private boolean isOpen(Activity activity) {
        return activity.starts().isAfter(times.now());
    }

    private Reply show(int status, Visit visit, Activity activity, List<String> problems) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var model = database.read(handle -> model(handle, activity, question, problems));
        return new Reply.Page(
                status, "notice/list", texts.get("notice.page.title") + " " + model.title(), Map.of("notice", model));
    }

    private NoticeModel model(Handle handle, Activity activity, ListQuestion question, List<String> problems) {
        var due = notices.due(handle, activity);
        var told = new NoticeStore(handle).of(activity.id());
        var known =
                new SheetPeople(handle, due.stream().map(each -> each.value()).toList());
        var people = due.stream()
                .sorted((one, other) -> known.order().compare(one.value(), other.value()))
                .map(each -> {
                    var who = known.of(each.value());
                    return new NoticeModel.Person(
                            each.value(),
                            who.name().map(PersonName::full).orElse(each.value()),
                            who.group(),
                            told.containsKey(each) ? told(told.get(each)) : "");
                })
                .toList();
        var done = people.stream().filter(NoticeModel.Person::isTold).count();
        var typed = Pinyin.plain(question.filter("search"));
        var found = ORDERS.sorted(
                people.stream()
                        .filter(each -> typed.isEmpty()
                                || PINYIN.words(each.name()).stream().anyMatch(word -> word.startsWith(typed)))
                        .toList(),
                question);
        var shown = question.within(found.size(), PER_PAGE);
        return new NoticeModel(
                address(activity),
                "/plan/activities/" + activity.id(),
                activity.title(),
                new Entries(handle)
                        .tree()
                        .find(activity.organization())
                        .map(Organization::name)
                        .orElse(""),
                times.day(activity.heldOn()) + " " + times.time(activity.starts()),
                activity.place(),
                activity.preparation().agenda().stream()
                        .map(each -> new AgendaWords(texts).kind(each.kind()) + "　" + each.title())
                        .toList(),
                texts.get("notice.page.figures", people.size(), done),
                isOpen(activity) && done < people.size() && Notices.isLate(activity, times.now())
                        ? texts.get("notice.page.late", Notices.AHEAD.toDays())
                        : "",
                isOpen(activity),
                Choice.of(Notice.values(), this::how, Notice.PHONE.name()),
                question.filter("search"),
                ORDERS.choices(texts, question),
                people.size(),
                shown.cut(found, PER_PAGE),
                shown.pages(texts, address(activity), found.size(), PER_PAGE),
                problems);
    }

    private String told(Given given) {
        return texts.get("notice.list.told", how(given.how()), times.date(given.at()), times.time(given.at())) + " "
                + given.login();
    }

    private String how(Notice how) {
        return switch (how) {
            case PHONE -> texts.get("notice.how.phone");
            case MESSAGE -> texts.get("notice.how.message");
            case IN_PERSON -> texts.get("notice.how.inPerson");
            case POSTED -> texts.get("notice.how.posted");
        };
    }

    /// Who is not on the roll cannot be ticked.
    private Reply tell(Visit visit, Activity activity) {
        var form = new Form(visit, texts, "notice.field");
        var how = form.requiredChoice("how", Notice.class);
        if (!isOpen(activity)) {
            form.refuse(texts.get("notice.refused.begun"));
        }
        boolean everybody = form.isTicked("everybody");
        if (form.isGood()) {
            int told = database.write((handle, changes) -> {
                var asked = notices.due(handle, activity).stream()
                        .filter(each -> everybody || form.isTicked("told." + each))
                        .toList();
                var store = new NoticeStore(handle);
                var login = visit.viewer().login();
                asked.forEach(each -> store.put(activity.id(), each, new Given(how.orElseThrow(), login, times.now())));
                note(handle, visit, activity);
                return asked.size();
            });
            if (told == 0) {
                form.refuse(texts.get("notice.refused.nobody"));
            }
        }
        return form.isGood() ? new Reply.SeeOther(address(activity)) : show(422, visit, activity, form.problems());
    }

    private Reply takeBack(Visit visit, Activity activity) {
        return database.write((handle, changes) -> {
            new NoticeStore(handle).takeBack(activity.id(), visit.form("member"));
            note(handle, visit, activity);
            return new Reply.SeeOther(address(activity));
        });
    }

    private void note(Handle handle, Visit visit, Activity activity) {
        Actor.of(visit)
                .note(handle, times.now(), Action.NOTICE_GIVEN, activity.id().value());
    }
}
