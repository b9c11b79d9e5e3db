package cn.dangqun.server.meeting;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.RollFigures;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 会议情况 of one activity, live.
public final class SessionRoutes implements Routes {
    private final Database database;
    private final Views views;
    private final RollFigures figures;
    private final SessionPage page;
    private final SharedViews shared;

    public SessionRoutes(Database database, StreetRoster roster, Views views, Times times, SharedViews shared) {
        this.shared = shared;
        this.database = database;
        this.views = views;
        this.figures = new RollFigures(roster, views.texts(), times);
        this.page = new SessionPage(views.texts(), times);
    }

    @Override
    public void mount(Entrance entrance) {
        var policy = new Policy(
                Right.signedIn(),
                Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id"))),
                Trace.fullNames(Action.FULL_NAMES_SHOWN, "id"));
        entrance.page("/activities/:id/session", policy, this::show);
        entrance.live("/live/activities/:id/session", policy, this::live);
    }

    private Reply show(Visit visit) {
        return model(visit)
                .map(model -> Reply.page("meeting/session", model.title(), Map.of("session", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<Snapshot> live(Visit visit) {
        var viewer = visit.viewer();
        var key = List.of(
                "session", visit.param("id"), viewer.scope(), viewer.may(Permission.SEE_FULL_NAMES), visit.fullNames());
        return shared.of(
                key,
                () -> model(visit)
                        .map(model -> Snapshot.of(
                                "session",
                                views.fill("meeting/sessionBody", Map.of("session", model)),
                                Set.of(
                                        new Topic.Activity(new ActivityId(visit.param("id"))),
                                        Topic.Street.REFERENCE))));
    }

    /// What cannot be an id is treated like an unknown one.
    private Optional<SessionModel> model(Visit visit) {
        return ActivityId.read(visit.param("id"))
                .flatMap(activity -> database.read(handle -> page.write(
                        new SessionReader(handle),
                        activity,
                        figures.of(handle, visit.viewer().scope(), activity),
                        visit.viewer().may(Permission.SEE_FULL_NAMES),
                        visit.fullNames())));
    }
}
