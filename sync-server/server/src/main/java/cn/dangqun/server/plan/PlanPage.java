package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.AgendaWords;
import cn.dangqun.server.notice.Notices;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.plan.PlanModel.Day;
import cn.dangqun.server.plan.PlanModel.Invited;
import cn.dangqun.server.plan.PlanModel.Invitees;
import cn.dangqun.server.plan.PlanModel.Item;
import cn.dangqun.server.plan.PlanModel.Line;
import cn.dangqun.server.plan.PlanModel.More;
import cn.dangqun.server.plan.PlanModel.One;
import cn.dangqun.server.plan.PlanModel.Roll;
import cn.dangqun.server.plan.PlanModel.Row;
import cn.dangqun.server.plan.PlanModel.Typed;
import cn.dangqun.server.plan.PlanModel.Week;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts the plan into words.
record PlanPage(StreetRoster roster, PlanWords words, Times times, ZoneId zone) {
    static final int PER_PAGE = 50;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    static final LocalTime USUAL_START = LocalTime.of(9, 30);
    static final LocalTime USUAL_END = LocalTime.of(11, 30);
    private static final int DAYS_A_WEEK = 7;
    private static final int MOST_A_DAY = 6;
    private static final Pinyin PINYIN = new Pinyin();
    private static final Orders<PlanReader.Row> ORDERS = Orders.<PlanReader.Row>of("web.order.time")
            .or("title", "web.order.name", Comparator.comparing(PlanReader.Row::title, PINYIN.order()))
            .or(
                    "organization",
                    "web.order.organization",
                    Comparator.comparing(PlanReader.Row::organization, PINYIN.order()))
            .or("place", "web.order.place", Comparator.comparing(PlanReader.Row::place, PINYIN.order()));

    YearMonth month(ListQuestion question) {
        return Asked.month(question.filter("month")).orElseGet(() -> YearMonth.from(times.today()));
    }

    private Texts texts() {
        return words.texts();
    }

    PlanModel write(PlanReader reader, ListQuestion question, boolean mayPlan) {
        var month = month(question);
        var found = ORDERS.sorted(reader.of(month, question), question);
        var asked = question.within(found.size(), PER_PAGE);
        boolean grid = question.filter("view").equals("grid");
        return new PlanModel(
                month.toString(),
                texts().get("plan.page.month", month.getYear(), month.getMonthValue()),
                asked.at(1).with("month", month.minusMonths(1).toString()).address(PlanRoutes.LIST),
                asked.at(1).with("month", month.plusMonths(1).toString()).address(PlanRoutes.LIST),
                question.filter("search"),
                types(question.filter("type")),
                organizations(reader.handle(), reader.scope(), question.filter("organization")),
                ORDERS.choices(texts(), question),
                question.with("month", "").with("view", "").isFiltered(),
                mayPlan ? PlanRoutes.NEW : "",
                found.isEmpty() ? "" : asked.at(1).address(PlanRoutes.CALENDAR),
                mayPlan ? YearRoutes.address(question.filter("organization"), month.getYear()) : "",
                asked.at(1).with("view", grid ? "" : "grid").address(PlanRoutes.LIST),
                grid ? weeks(month, found) : List.of(),
                asked.cut(found, PER_PAGE).stream().map(this::row).toList(),
                asked.pages(texts(), PlanRoutes.LIST, found.size(), PER_PAGE));
    }

    private Row row(PlanReader.Row each) {
        boolean over = each.ends().isBefore(times.now());
        return new Row(
                each.id().value(),
                times.day(each.heldOn()),
                times.time(each.starts()) + "–" + times.time(each.ends()),
                each.title(),
                words.attendance().type(each.type()),
                each.partners() == 0
                        ? each.organization()
                        : texts().get("plan.list.joint", each.organization(), each.partners() + 1),
                each.place(),
                each.cancelled() ? "CANCELLED" : over ? "ENDED" : "UPCOMING",
                texts().get(
                                each.cancelled()
                                        ? "attendance.stage.cancelled"
                                        : over ? "attendance.stage.ended" : "plan.state.planned"));
    }

    /// From Monday to Sunday.
    private List<Week> weeks(YearMonth month, List<PlanReader.Row> found) {
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, day -> !day.isAfter(month.atEndOfMonth()), day -> day.plusWeeks(1))
                .map(monday -> new Week(IntStream.range(0, DAYS_A_WEEK)
                        .mapToObj(monday::plusDays)
                        .map(day -> day(month, day, found))
                        .toList()))
                .toList();
    }

    private Day day(YearMonth month, LocalDate day, List<PlanReader.Row> found) {
        var held = found.stream().filter(each -> each.heldOn().equals(day)).toList();
        return new Day(
                YearMonth.from(day).equals(month) ? Integer.toString(day.getDayOfMonth()) : "",
                day.equals(times.today()),
                held.stream().limit(MOST_A_DAY).map(this::row).toList(),
                Math.max(0, held.size() - MOST_A_DAY));
    }

    private List<Choice> types(String chosen) {
        return Choice.of(ActivityType.values(), words.attendance()::type, chosen);
    }

    static List<Choice> organizations(Handle handle, Scope scope, String chosen) {
        return new OrganizationReader(handle, scope)
                .all().stream()
                        .map(each -> new Choice(
                                each.id().value(),
                                "　".repeat(each.depth()) + each.name(),
                                each.id().value().equals(chosen)))
                        .toList();
    }

    /// A new one, or a copy of `from` a month later.
    Typed blank(Handle handle, Scope scope, Optional<Activity> from) {
        return from.map(each ->
                        form(handle, scope, each, each.heldOn().plusMonths(1).toString()))
                .orElseGet(() -> new Typed(
                        types(ActivityType.THEME_DAY.name()),
                        organizations(handle, scope, ""),
                        "",
                        "",
                        "",
                        USUAL_START.toString(),
                        USUAL_END.toString(),
                        "0",
                        "",
                        more(handle, scope, List.of(), Set.of(), PlanDetail.NONE, Preparation.NONE)));
    }

    Typed form(Handle handle, Scope scope, Activity activity, String heldOn) {
        return new Typed(
                types(activity.type().name()),
                organizations(handle, scope, activity.organization().value()),
                activity.title(),
                activity.place(),
                heldOn,
                CLOCK.format(activity.starts().atZone(zone)),
                CLOCK.format(activity.ends().atZone(zone)),
                "0",
                "",
                more(
                        handle,
                        scope,
                        activity.partners(),
                        activity.marks(),
                        new PlanStore(handle).detail(activity.id()),
                        activity.preparation()));
    }

    private More more(
            Handle handle,
            Scope scope,
            List<OrganizationId> partners,
            Set<ActivityType> marks,
            PlanDetail detail,
            Preparation prepared) {
        return new More(
                IntStream.range(0, PlanForm.MOST_PARTNERS)
                        .mapToObj(at -> organizations(
                                handle,
                                scope,
                                at < partners.size() ? partners.get(at).value() : ""))
                        .toList(),
                Arrays.stream(ActivityType.values())
                        .filter(each -> RollBasis.of(each) != RollBasis.NOBODY && each != ActivityType.TRAINING)
                        .map(each -> new Choice(each.name(), words.attendance().type(each), marks.contains(each)))
                        .toList(),
                detail.hours().map(String::valueOf).orElse(""),
                detail.chair().map(PersonName::full).orElse(""),
                detail.organiser().map(PersonName::full).orElse(""),
                words.halfDays(detail.halfDays().map(String::valueOf).orElse("")),
                words.grades(detail.grade().map(Enum::name).orElse("")),
                prepared.note().orElse(""),
                IntStream.range(0, PlanForm.MOST_ITEMS)
                        .mapToObj(at -> at < prepared.agenda().size()
                                ? item(
                                        prepared.agenda().get(at).kind().name(),
                                        prepared.agenda().get(at).title())
                                : item("", ""))
                        .toList());
    }

    private Item item(String kind, String title) {
        return new Item(Choice.of(AgendaKind.values(), new AgendaWords(texts())::kind, kind), title);
    }

    static Typed typed(Typed before, Visit visit) {
        return new Typed(
                Choice.choosing(before.types(), visit.form("type")),
                Choice.choosing(before.organizations(), visit.form("organization")),
                visit.form("title"),
                visit.form("place"),
                visit.form("day"),
                visit.form("starts"),
                visit.form("ends"),
                visit.form("repeats"),
                visit.form("reason"),
                typed(before.more(), visit));
    }

    private static More typed(More before, Visit visit) {
        return new More(
                IntStream.range(0, before.partners().size())
                        .mapToObj(at -> Choice.choosing(before.partners().get(at), visit.form("partner" + (at + 1))))
                        .toList(),
                before.marks().stream()
                        .map(each -> new Choice(
                                each.value(),
                                each.name(),
                                visit.form("marks." + each.value()).equals("yes")))
                        .toList(),
                visit.form("hours"),
                visit.form("chair"),
                visit.form("organiser"),
                Choice.choosing(before.halfDays(), visit.form("halfDays")),
                Choice.choosing(before.grades(), visit.form("grade")),
                visit.form("note"),
                IntStream.range(0, before.agenda().size())
                        .mapToObj(at -> new Item(
                                Choice.choosing(before.agenda().get(at).kinds(), visit.form("kind" + (at + 1))),
                                visit.form("item" + (at + 1))))
                        .toList());
    }

    /// Full names are for those who may plan.
    One one(
            Handle handle,
            Activity activity,
            boolean mayPlan,
            boolean mayInvite,
            List<String> problems,
            Typed form,
            ListQuestion asked) {
        var store = new PlanStore(handle);
        boolean cancelled = store.isCancelled(activity.id());
        return new One(
                activity.id().value(),
                activity.title(),
                times.day(activity.heldOn()) + " " + times.time(activity.starts()) + "–" + times.time(activity.ends()),
                words.attendance().type(activity.type()),
                name(handle, activity.organization()),
                activity.place(),
                cancelled,
                store.hasBegun(activity.id()) || !activity.starts().isAfter(times.now()),
                mayPlan,
                cancelled ? List.of() : notices(handle, store, activity),
                cancelled ? List.of() : rolls(handle, activity),
                RollBasis.of(activity.type()) == RollBasis.INVITED,
                mayInvite,
                invitees(handle, activity, asked),
                said(handle, store.detail(activity.id()), activity, mayPlan),
                activity.preparation().agenda().stream()
                        .map(each -> new AgendaWords(texts()).kind(each.kind()) + "　" + each.title())
                        .toList(),
                store.history(activity.id()).stream()
                        .map(each -> new Line(
                                times.date(each.at()) + " " + times.time(each.at()),
                                words.kind(each.kind()),
                                each.words(),
                                each.reason(),
                                each.login()))
                        .toList(),
                problems,
                form);
    }

    /// A page of them: a training of the street asks hundreds.
    private Invitees invitees(Handle handle, Activity activity, ListQuestion asked) {
        var all = List.copyOf(activity.invited());
        var question = asked.within(all.size(), PER_PAGE);
        return new Invitees(
                all.size(),
                question.cut(all, PER_PAGE).stream()
                        .map(each -> invited(handle, each))
                        .toList(),
                question.pages(texts(), PlanRoutes.address(activity.id()), all.size(), PER_PAGE));
    }

    private static Invited invited(Handle handle, MemberId member) {
        return new Entries(handle)
                .member(member)
                .map(each -> new Invited(member.value(), each.name().masked(), name(handle, each.branch())))
                .orElseGet(() -> new Invited(member.value(), member.value(), ""));
    }

    private List<String> said(Handle handle, PlanDetail detail, Activity activity, boolean full) {
        var said = new ArrayList<String>();
        var partners = new PartnerWords(handle, texts(), times);
        activity.partners().forEach(each -> said.add(partners.of(activity, each, name(handle, each))));
        activity.marks().stream()
                .sorted()
                .forEach(each ->
                        said.add(texts().get("plan.one.mark", words.attendance().type(each))));
        detail.hours().ifPresent(hours -> said.add(texts().get("plan.one.hours", hours)));
        detail.halfDays().ifPresent(half -> said.add(texts().get("plan.one.days", PlanWords.days(half))));
        detail.grade().ifPresent(grade -> said.add(texts().get("plan.one.grade", words.grade(grade))));
        detail.chair().ifPresent(each -> said.add(texts().get("plan.one.chair", full ? each.full() : each.masked())));
        detail.organiser()
                .ifPresent(each -> said.add(texts().get("plan.one.organiser", full ? each.full() : each.masked())));
        activity.preparation().note().ifPresent(each -> said.add(texts().get("plan.one.note", each)));
        return said;
    }

    private List<Roll> rolls(Handle handle, Activity activity) {
        return Placed.inOrder(roster.now(handle).rolls(activity).stream()
                .map(each -> new Placed<>(
                        each.organization().equals(activity.organization()) ? 0 : 1,
                        name(handle, each.organization()),
                        new Roll(name(handle, each.organization()), (int) each.entries().stream()
                                .filter(entry -> entry.exemption().isEmpty())
                                .count()))));
    }

    private Optional<String> untold(Handle handle, Activity activity) {
        return new Notices(roster)
                .of(handle, activity, times.now())
                .filter(each -> !each.isComplete())
                .map(each -> Notices.isLate(activity, times.now())
                        ? texts().get(
                                        "plan.notice.untoldLate",
                                        each.due(),
                                        each.due() - each.told(),
                                        Notices.AHEAD.toDays())
                        : texts().get("plan.notice.untold", each.due(), each.due() - each.told()));
    }

    private List<String> notices(Handle handle, PlanStore store, Activity activity) {
        var notices = new ArrayList<String>();
        untold(handle, activity).ifPresent(notices::add);
        store.atThePlace(
                        activity.id(),
                        activity.place(),
                        activity.starts(),
                        activity.ends(),
                        activity.heldOn().toString())
                .forEach(each -> notices.add(
                        texts().get("plan.notice.room", activity.place(), each.title(), each.organization())));
        store.detail(activity.id())
                .chair()
                .ifPresent(chair -> store.ofTheChair(activity.id(), chair, activity.starts(), activity.ends())
                        .forEach(each ->
                                notices.add(texts().get("plan.notice.chair", each.title(), each.organization()))));
        var basis = RollBasis.of(activity.type());
        int due = rolls(handle, activity).stream().mapToInt(Roll::due).sum();
        if (due == 0 && basis == RollBasis.SEATS) {
            notices.add(texts().get("plan.notice.noSeats"));
        } else if (due == 0 && basis == RollBasis.INVITED) {
            notices.add(texts().get("plan.notice.noInvited"));
        } else if (due == 0 && (basis == RollBasis.MEMBERS || basis == RollBasis.GROUP)) {
            notices.add(texts().get("plan.notice.nobody"));
        }
        return notices;
    }

    static String name(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(id.value());
    }
}
