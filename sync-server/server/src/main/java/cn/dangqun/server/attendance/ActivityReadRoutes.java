package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.ActivityAnswer.Holder;
import cn.dangqun.server.attendance.ActivityAnswer.Sums;
import cn.dangqun.server.attendance.TodayReader.Span;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.DataQuestion;
import cn.dangqun.server.web.DataRule;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Activities and their figures for other systems: read by the readers of the pages, so that both say the same
/// (docs/decisions/0042).
public final class ActivityReadRoutes implements Routes {
    private static final String LIST = "/api/v1/activities";
    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final int MOST_DAYS = 366;

    private final Database database;
    private final TodayReader reader;
    private final AttendanceWords words;
    private final Texts texts;
    private final Times times;
    private final ZoneId zone;

    public ActivityReadRoutes(Database database, StreetRoster roster, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.reader = new TodayReader(roster, times);
        this.words = new AttendanceWords(texts);
        this.texts = texts;
        this.times = times;
        this.zone = zone;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.DATA_ACTIVITIES);
        var used = Trace.daily(Action.DATA_READ);
        entrance.data(
                LIST,
                new Policy(right, Subtree.filtered(), used),
                DataRule.asks("from", "to", DataQuestion.AFTER, DataQuestion.LIMIT),
                this::list);
        entrance.data(
                LIST + "/:id",
                new Policy(right, Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id"))), used),
                DataRule.asks(),
                this::one);
    }

    private Reply list(Visit visit) {
        var question = new DataQuestion(visit, texts);
        var from = question.day("from");
        var to = question.day("to");
        if (from.isAfter(to) || !from.plusDays(MOST_DAYS).isAfter(to)) {
            question.refuse(texts.get("attendance.read.days", MOST_DAYS));
        }
        int limit = question.limit(USUAL, MOST);
        var after = question.after(2);
        return question.refusal()
                .orElseGet(() -> database.read(
                        handle -> page(handle, visit.viewer().scope(), new Span(from, to, after, limit))));
    }

    private Reply page(Handle handle, Scope scope, Span span) {
        var found = reader.between(handle, scope, span.withOneMore());
        var shown = found.stream().limit(span.most()).toList();
        var next = found.size() > shown.size()
                ? DataQuestion.cursor(
                        shown.getLast().activity().heldOn().toString(),
                        shown.getLast().activity().id().value())
                : "";
        return new Reply.Json(
                new ActivityAnswer.Page(shown.stream().map(this::item).toList(), next));
    }

    private Reply one(Visit visit) {
        var scope = visit.viewer().scope();
        return ActivityId.read(visit.param("id"))
                .flatMap(id ->
                        database.read(handle -> reader.find(handle, scope, id).map(count -> one(handle, scope, count))))
                .<Reply>map(Reply.Json::new)
                .orElseGet(Reply.NotFound::new);
    }

    private ActivityAnswer.One one(Handle handle, Scope scope, ActivityCount count) {
        var sums = new RollSums(handle, reader.figures(handle));
        var rolls = sums.of(count.activity());
        var prefix = scope.pathPrefix(handle);
        var own = rolls.stream()
                .filter(each -> each.path().startsWith(prefix) || scope.top().isEmpty())
                .toList();
        return new ActivityAnswer.One(
                item(count),
                !rolls.isEmpty() && rolls.stream().allMatch(RollSums.Roll::frozen),
                sums.isLocked(count.activity(), path(handle, count)),
                own.stream()
                        .map(each -> new ActivityAnswer.Roll(
                                new Holder(each.id().value(), each.name()), each.frozen(), Sums.of(each.figures())))
                        .toList(),
                rolls.size() - own.size());
    }

    private static String path(Handle handle, ActivityCount count) {
        return new Scope(Optional.of(count.activity().organization())).pathPrefix(handle);
    }

    private ActivityAnswer.Item item(ActivityCount count) {
        var activity = count.activity();
        var stage = Stage.of(count, times.now());
        return new ActivityAnswer.Item(
                activity.id().value(),
                activity.type(),
                words.type(activity.type()),
                activity.title(),
                new Holder(activity.organization().value(), count.organizationName()),
                activity.place(),
                activity.heldOn(),
                at(activity.starts()),
                at(activity.ends()),
                stage,
                words.stage(stage),
                count.uploads().isCompleteFor(activity.window()),
                Sums.of(count.figures()),
                count.guests());
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
