package cn.dangqun.server.services;

import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.OpeningStore.Line;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// 放假和调休: the days on which centres are closed, or open though it is a weekend.
public final class CalendarRoutes implements Routes {
    private static final String LIST = "/services/calendar";
    private static final String CLOSED = "CLOSED";
    private static final int PER_PAGE = 50;
    private static final Orders<Line> ORDERS = Orders.<Line>of("web.order.dayFirst")
            .or("latest", "web.order.dayLast", Comparator.comparing(Line::day).reversed());
    private static final int LONGEST_NOTE = 20;
    private static final int LONGEST_RUN = 31;
    private static final int YEARS_AHEAD = 2;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final Desks desks;

    public CalendarRoutes(Database database, ReferenceLedger reference, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.desks = new Desks(reference, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var ofSite = Subtree.of((handle, visit) ->
                visit.form("site").isEmpty() ? new Owner.Street() : Owners.ofSite(handle, visit.form("site")));
        var keeps = new Policy(ServiceRoutes.KEEPS, ofSite, Trace.deed(Action.CALENDAR_CHANGED));
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("holidays, nobody's name")),
                visit -> show(200, visit, List.of()));
        entrance.action(LIST, keeps, this::add);
        entrance.action(LIST + "/removal", keeps, this::remove);
    }

    private Reply show(int status, Visit visit, List<String> problems) {
        var question = ListQuestion.of(visit, "site", "past", "search", ListQuestion.ORDER);
        boolean past = !question.filter("past").isEmpty();
        var sites = database.read(handle -> new SiteRows(handle, visit.viewer().scope()).all());
        var typed = question.filter("search");
        var found = ORDERS.sorted(
                lines(past ? LocalDate.EPOCH : times.today(), sites, question.filter("site")).stream()
                        .filter(each -> (each.note() + each.day()).contains(typed))
                        .toList(),
                question);
        var asked = question.within(found.size(), PER_PAGE);
        boolean keeps = ServiceRoutes.KEEPS.isOf(visit.viewer());
        boolean all = visit.viewer().scope().top().isEmpty();
        var model = new CalendarModel(
                sites(sites, question.filter("site")),
                past,
                typed,
                ORDERS.choices(texts, question),
                question.isFiltered(),
                keeps && (all || !sites.isEmpty()),
                keeps && all,
                problems,
                typed(visit, sites),
                asked.cut(found, PER_PAGE).stream()
                        .map(each ->
                                row(each, sites, keeps && (all || !each.site().isEmpty())))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return new Reply.Page(
                status, "services/calendar", texts.get("services.calendar.title"), Map.of("calendar", model));
    }

    /// Those of every centre, and of centres that the viewer may see.
    private List<Line> lines(LocalDate first, List<Site> sites, String site) {
        return database.read(handle -> new OpeningStore(handle).from(first)).stream()
                .filter(line -> line.site().isEmpty()
                        || sites.stream().anyMatch(each -> each.id().equals(line.site())))
                .filter(line ->
                        site.isEmpty() || line.site().isEmpty() || line.site().equals(site))
                .toList();
    }

    private static List<Choice> sites(List<Site> sites, String chosen) {
        return sites.stream()
                .map(each -> new Choice(each.id(), each.name(), each.id().equals(chosen)))
                .toList();
    }

    private CalendarModel.Typed typed(Visit visit, List<Site> sites) {
        var words = new ServiceWords(texts);
        var kind = visit.form("kind");
        var kinds = Stream.concat(
                Stream.of(new Choice(CLOSED, texts.get("services.calendar.closed"), kind.equals(CLOSED))),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(
                                day.name(),
                                texts.get("services.calendar.like", words.day(day)),
                                kind.equals(day.name()))));
        return new CalendarModel.Typed(
                visit.form("from"),
                visit.form("to"),
                kinds.toList(),
                sites(sites, visit.form("site")),
                visit.form("note"));
    }

    private CalendarModel.Row row(Line line, List<Site> sites, boolean own) {
        return new CalendarModel.Row(
                line.site(),
                line.day().toString(),
                times.day(line.day()),
                line.other() instanceof OtherDay.Closed,
                switch (line.other()) {
                    case OtherDay.Closed _ -> texts.get("services.calendar.closed");
                    case OtherDay.Like(var day) ->
                        texts.get("services.calendar.like", new ServiceWords(texts).day(day));
                },
                sites.stream()
                        .filter(each -> each.id().equals(line.site()))
                        .map(Site::name)
                        .findFirst()
                        .orElseGet(() -> texts.get("services.calendar.everywhere")),
                line.note(),
                own);
    }

    private Reply add(Visit visit) {
        var form = new Form(visit, texts, "services.field");
        var from = form.requiredDay("from");
        var to = form.day("to").or(() -> from);
        var other = other(visit.form("kind"));
        var note = form.optional("note", LONGEST_NOTE);
        if (other.isEmpty()) {
            form.refuse(texts.get("services.refused.kind"));
        }
        if (form.isGood() && !isRun(from.orElseThrow(), to.orElseThrow())) {
            form.refuse(texts.get("services.refused.run", LONGEST_RUN));
        }
        if (!form.isGood()) {
            return show(422, visit, form.problems());
        }
        var days = from.orElseThrow().datesUntil(to.orElseThrow().plusDays(1)).toList();
        database.write((handle, changes) -> {
            var store = new OpeningStore(handle);
            days.forEach(day -> store.put(new Line(visit.form("site"), day, other.get(), note.orElse(""))));
            desks.publishAll(handle, changes);
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.CALENDAR_CHANGED,
                            from.orElseThrow().toString());
            return days;
        });
        return new Reply.SeeOther(LIST);
    }

    private boolean isRun(LocalDate from, LocalDate to) {
        return !to.isBefore(from)
                && ChronoUnit.DAYS.between(from, to) < LONGEST_RUN
                && !from.isBefore(times.today())
                && to.isBefore(times.today().plusYears(YEARS_AHEAD));
    }

    private static Optional<OtherDay> other(String kind) {
        if (kind.equals(CLOSED)) {
            return Optional.of(new OtherDay.Closed());
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(OtherDay.Like::new);
    }

    private Reply remove(Visit visit) {
        var day = new Form(visit, texts, "services.field").requiredDay("from");
        if (day.isEmpty()) {
            return new Reply.BadRequest();
        }
        database.write((handle, changes) -> {
            new OpeningStore(handle).delete(visit.form("site"), day.get());
            desks.publishAll(handle, changes);
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.CALENDAR_CHANGED,
                            day.get().toString());
            return day;
        });
        return new Reply.SeeOther(LIST);
    }
}
