package cn.dangqun.server.services;

import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.AppointmentStore.Line;
import cn.dangqun.server.services.SiteRows.Site;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// 预约和接访时间: when people are received by appointment at which centre, published for the year
/// (R-149, R-155, F-105).
public final class AppointmentRoutes implements Routes {
    private static final String LIST = "/services/appointments";
    private static final int PER_PAGE = 50;
    private static final int LONGEST_REASON = 40;
    private static final Orders<Line> ORDERS = Orders.<Line>of("web.order.dayFirst")
            .or(
                    "latest",
                    "web.order.dayLast",
                    Comparator.<Line, LocalDate>comparing(each -> each.day().day())
                            .reversed())
            .or("service", "services.order.service", Comparator.comparing(Line::service));

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final Desks desks;

    public AppointmentRoutes(Database database, ReferenceLedger reference, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.desks = new Desks(reference, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var ofSite = Subtree.of((handle, visit) ->
                visit.form("site").isEmpty() ? new Owner.Unnamed() : Owners.ofSite(handle, visit.form("site")));
        var keeps = new Policy(ServiceRoutes.KEEPS, ofSite, Trace.deed(Action.APPOINTMENTS_CHANGED));
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("a timetable that is published")),
                visit -> show(200, visit, List.of()));
        entrance.action(LIST, keeps, this::add);
        entrance.action(LIST + "/calling-off", keeps, this::callOff);
        entrance.action(LIST + "/removal", keeps, this::remove);
    }

    /// A line and how many made an appointment for it.
    private record Counted(Line line, AppointmentStore.Figures figures) {}

    private Reply show(int status, Visit visit, List<String> problems) {
        var question = ListQuestion.of(visit, "site", "past", "search", ListQuestion.ORDER);
        boolean past = !question.filter("past").isEmpty();
        var sites = database.read(handle -> new SiteRows(handle, visit.viewer().scope()).all());
        var typed = question.filter("search");
        var found = ORDERS.sorted(
                database
                        .read(handle -> new AppointmentStore(handle).from(past ? LocalDate.EPOCH : times.today()))
                        .stream()
                        .filter(each ->
                                sites.stream().anyMatch(site -> site.id().equals(each.site())))
                        .filter(each ->
                                question.filter("site").isEmpty() || each.site().equals(question.filter("site")))
                        .filter(each ->
                                (each.service() + each.day().host() + each.day().day()).contains(typed))
                        .toList(),
                question);
        var asked = question.within(found.size(), PER_PAGE);
        var rows = database.read(handle -> asked.cut(found, PER_PAGE).stream()
                .map(each -> new Counted(
                        each, new AppointmentStore(handle).figures(each.day().id())))
                .toList());
        boolean keeps = ServiceRoutes.KEEPS.isOf(visit.viewer());
        var model = new AppointmentModel(
                choices(sites, question.filter("site")),
                past,
                typed,
                ORDERS.choices(texts, question),
                question.isFiltered(),
                keeps && !sites.isEmpty(),
                problems,
                said(visit),
                typed(visit, sites),
                rows.stream().map(each -> row(each, sites, keeps)).toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return new Reply.Page(
                status,
                "services/appointments",
                texts.get("services.appointments.title"),
                Map.of("appointments", model));
    }

    private static List<Choice> choices(List<Site> sites, String chosen) {
        return sites.stream()
                .map(each -> new Choice(each.id(), each.name(), each.id().equals(chosen)))
                .toList();
    }

    private AppointmentModel.Typed typed(Visit visit, List<Site> sites) {
        var open = database.read(handle -> new Entries(handle).queuePlans()).stream()
                .map(QueuePlan::site)
                .toList();
        return new AppointmentModel.Typed(
                choices(sites.stream().filter(each -> open.contains(each.id())).toList(), visit.form("site")),
                database.read(
                        handle -> new ServiceChoices(handle, visit.viewer().scope()).all(visit.form("service"))),
                visit.form("day"),
                visit.form("until"),
                visit.form("opens"),
                visit.form("closes"),
                visit.form("minutes"),
                visit.form("places"),
                visit.form("host"));
    }

    private AppointmentModel.Row row(Counted counted, List<Site> sites, boolean keeps) {
        var day = counted.line().day();
        boolean ahead = !day.day().isBefore(times.today());
        return new AppointmentModel.Row(
                day.id(),
                counted.line().site(),
                times.day(day.day()),
                texts.get("services.appointments.time", day.from(), day.to()),
                counted.line().service(),
                day.host(),
                sites.stream()
                        .filter(each -> each.id().equals(counted.line().site()))
                        .map(Site::name)
                        .findFirst()
                        .orElse(""),
                texts.get("services.appointments.places", day.minutes(), day.places()),
                counted.figures().made(),
                counted.figures().came(),
                day.calledOff().orElse(""),
                keeps && ahead && day.calledOff().isEmpty(),
                counted.figures().made() == 0);
    }

    private Reply add(Visit visit) {
        var form = new Form(visit, texts, "services.field");
        var fields = new AppointmentForm(texts, times.today());
        var days = fields.read(visit, form);
        if (!form.isGood() || !isOffered(visit.form("site"), visit.form("service"), form)) {
            return show(422, visit, form.problems());
        }
        return database.write((handle, changes) -> {
            var store = new AppointmentStore(handle);
            var calendar = new OpeningStore(handle).calendar(visit.form("site"), times.today());
            var open = days.stream()
                    .filter(each -> calendar.weekdayOf(each).isPresent())
                    .map(each ->
                            fields.on(each, UUID.randomUUID().toString(), new ServiceId(visit.form("service")), visit))
                    .toList();
            var standing = store.of(visit.form("site"), times.today());
            var clashes = open.stream()
                    .filter(each -> standing.stream().anyMatch(each::clashesWith))
                    .toList();
            if (!clashes.isEmpty()) {
                return show(
                        422,
                        visit,
                        List.of(texts.get(
                                "services.refused.clash",
                                clashes.size(),
                                times.day(clashes.getFirst().day()))));
            }
            open.forEach(each -> store.add(visit.form("site"), each));
            publish(handle, changes, visit.form("site"));
            Actor.of(visit).note(handle, times.now(), Action.APPOINTMENTS_CHANGED, visit.form("site"));
            return new Reply.SeeOther(LIST + "?site=" + visit.form("site") + "&added=" + open.size() + "&closed="
                    + (days.size() - open.size()));
        });
    }

    /// What the form before has done.
    private String said(Visit visit) {
        var added = visit.query("added").filter(each -> each.matches("[0-9]{1,3}"));
        var closed = visit.query("closed").filter(each -> each.matches("[1-9][0-9]{0,2}"));
        return added.map(count -> closed.map(not -> texts.get("services.appointments.addedNot", count, not))
                        .orElseGet(() -> texts.get("services.appointments.added", count)))
                .orElse("");
    }

    private void publish(Handle handle, ChangeLog changes, String site) {
        new Entries(handle).queuePlan(site).ifPresent(plan -> desks.publish(handle, changes, plan));
    }

    private boolean isOffered(String site, String service, Form form) {
        boolean good = database.read(handle -> {
            var rows = new SiteRows(handle, SiteRows.ALL);
            return new Entries(handle).queuePlan(site).isPresent()
                    && rows.find(site)
                            .filter(each -> rows.offeredAt(each).stream()
                                    .anyMatch(offered -> offered.id().equals(service)))
                            .isPresent();
        });
        if (!good) {
            form.refuse(texts.get("services.refused.notOffered"));
        }
        return good;
    }

    private Optional<AppointmentDay> named(Handle handle, Visit visit) {
        return new AppointmentStore(handle)
                .find(visit.form("site"), visit.form("id"))
                .filter(each -> !each.day().isBefore(times.today()));
    }

    private Reply callOff(Visit visit) {
        var form = new Form(visit, texts, "services.field");
        var why = form.text("reason", LONGEST_REASON);
        if (!form.isGood()) {
            return show(422, visit, form.problems());
        }
        return database.write((handle, changes) -> {
            var day = named(handle, visit);
            if (day.isEmpty()) {
                return new Reply.NotFound();
            }
            new AppointmentStore(handle).callOff(day.get().id(), why);
            publish(handle, changes, visit.form("site"));
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.APPOINTMENTS_CHANGED,
                            day.get().day().toString());
            return new Reply.SeeOther(LIST);
        });
    }

    /// What nobody has made an appointment for.
    private Reply remove(Visit visit) {
        return database.write((handle, changes) -> {
            var day = named(handle, visit);
            if (day.isEmpty()) {
                return new Reply.NotFound();
            }
            if (new AppointmentStore(handle).figures(day.get().id()).made() > 0) {
                return show(422, visit, List.of(texts.get("services.refused.made")));
            }
            new AppointmentStore(handle).delete(day.get().id());
            publish(handle, changes, visit.form("site"));
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.APPOINTMENTS_CHANGED,
                            day.get().day().toString());
            return new Reply.SeeOther(LIST);
        });
    }
}
