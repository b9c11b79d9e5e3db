package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.plan.PlanModel.Line;
import cn.dangqun.server.plan.PlanModel.One;
import cn.dangqun.server.plan.PlanModel.Roll;
import cn.dangqun.server.plan.PlanModel.Row;
import cn.dangqun.server.plan.PlanModel.Typed;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts the plan into words.
record PlanPage(StreetRoster roster, PlanWords words, Times times, ZoneId zone) {
    static final int PER_PAGE = 50;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalTime USUAL_START = LocalTime.of(9, 30);
    private static final LocalTime USUAL_END = LocalTime.of(11, 30);

    YearMonth month(ListQuestion question) {
        try {
            return question.filter("month").isEmpty()
                    ? YearMonth.from(times.today())
                    : YearMonth.parse(question.filter("month"));
        } catch (DateTimeParseException malformed) {
            return YearMonth.from(times.today());
        }
    }

    private Texts texts() {
        return words.texts();
    }

    PlanModel write(PlanReader reader, ListQuestion question, boolean mayPlan) {
        var month = month(question);
        var found = reader.of(month, question);
        var asked = question.within(found.size(), PER_PAGE);
        var now = times.now();
        return new PlanModel(
                month.toString(),
                texts().get("plan.page.month", month.getYear(), month.getMonthValue()),
                asked.at(1).with("month", month.minusMonths(1).toString()).address(PlanRoutes.LIST),
                asked.at(1).with("month", month.plusMonths(1).toString()).address(PlanRoutes.LIST),
                question.filter("search"),
                types(question.filter("type")),
                organizations(reader.handle(), reader.scope(), question.filter("organization")),
                question.with("month", "").isFiltered(),
                mayPlan ? PlanRoutes.NEW : "",
                found.isEmpty() ? "" : asked.at(1).address(PlanRoutes.CALENDAR),
                found.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> new Row(
                                each.id().value(),
                                times.day(each.heldOn()),
                                times.time(each.starts()) + "–" + times.time(each.ends()),
                                each.title(),
                                words.attendance().type(each.type()),
                                each.organization(),
                                each.place(),
                                each.cancelled() ? "CANCELLED" : each.ends().isBefore(now) ? "ENDED" : "UPCOMING",
                                each.cancelled()
                                        ? texts().get("attendance.stage.cancelled")
                                        : each.ends().isBefore(now)
                                                ? texts().get("attendance.stage.ended")
                                                : texts().get("plan.state.planned")))
                        .toList(),
                asked.pages(texts(), PlanRoutes.LIST, found.size(), PER_PAGE));
    }

    /// A training needs a list of the invited, which nobody can enter yet.
    private List<Choice> types(String chosen) {
        var offered = Arrays.stream(ActivityType.values())
                .filter(each -> RollBasis.of(each) != RollBasis.INVITED)
                .toArray(ActivityType[]::new);
        return Choice.of(offered, words.attendance()::type, chosen);
    }

    private static List<Choice> organizations(Handle handle, Scope scope, String chosen) {
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
                        ""));
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
                "");
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
                visit.form("reason"));
    }

    One one(Handle handle, Scope scope, Activity activity, boolean mayPlan, List<String> problems, Typed form) {
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

    private List<Roll> rolls(Handle handle, Activity activity) {
        return roster.now(handle).rolls(activity).stream()
                .map(each -> new Roll(name(handle, each.organization()), (int) each.entries().stream()
                        .filter(entry -> entry.exemption().isEmpty())
                        .count()))
                .toList();
    }

    private List<String> notices(Handle handle, PlanStore store, Activity activity) {
        var notices = new ArrayList<String>();
        store.atThePlace(
                        activity.id(),
                        activity.place(),
                        activity.starts(),
                        activity.ends(),
                        activity.heldOn().toString())
                .forEach(title -> notices.add(texts().get("plan.notice.room", activity.place(), title)));
        var basis = RollBasis.of(activity.type());
        int due = rolls(handle, activity).stream().mapToInt(Roll::due).sum();
        if (due == 0 && basis == RollBasis.SEATS) {
            notices.add(texts().get("plan.notice.noSeats"));
        } else if (due == 0 && (basis == RollBasis.MEMBERS || basis == RollBasis.GROUP)) {
            notices.add(texts().get("plan.notice.nobody"));
        }
        return notices;
    }

    private static String name(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(id.value());
    }
}
