package cn.dangqun.server.review;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.ledger.StreetLedger;
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
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 待处理记录: what was set aside at the kiosks of the viewer's scope, live, with its number in the menu.
public final class ReviewRoutes implements Routes {
    static final String PAGE = "/records";
    static final String LIVE = "/live/records";
    private static final Set<Topic> SHOWS = Set.of(Topic.Street.SET_ASIDE, Topic.Street.REFERENCE);

    private final Database database;
    private final Views views;
    private final ReviewPage writer;
    private final SharedViews shared;
    private final RecordRoutes record;

    public ReviewRoutes(Database database, StreetLedger street, Views views, Times times, SharedViews shared) {
        this.shared = shared;
        this.database = database;
        this.views = views;
        this.writer = new ReviewPage(views.texts(), times);
        this.record = new RecordRoutes(database, new SettleDesk(database, street, times), writer);
    }

    @Override
    public void mount(Entrance entrance) {
        var policy = new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("names are masked"));
        entrance.menu(PAGE, "review.page.menu", this::open);
        entrance.page(PAGE, policy, this::show);
        entrance.live(LIVE, policy, this::live);
        record.mount(entrance);
    }

    private int open(Viewer viewer) {
        return database.read(handle -> new SetAsideReader(handle, viewer.scope()).open());
    }

    private Reply show(Visit visit) {
        return Reply.page("review/records", views.texts().get("review.page.title"), Map.of("records", model(visit)));
    }

    private Optional<Snapshot> live(Visit visit) {
        var viewer = visit.viewer();
        var key = List.of(
                PAGE,
                viewer.scope(),
                viewer.may(Permission.ENROL_KIOSKS),
                viewer.may(Permission.SETTLE_RECORDS),
                Question.of(visit));
        return shared.of(
                key,
                () -> Optional.of(
                        Snapshot.of("records", views.fill("review/body", Map.of("records", model(visit))), SHOWS)));
    }

    private ReviewModel model(Visit visit) {
        var viewer = visit.viewer();
        return database.read(handle -> writer.write(
                new SetAsideReader(handle, viewer.scope()),
                Question.of(visit),
                viewer.may(Permission.ENROL_KIOSKS),
                viewer.may(Permission.SETTLE_RECORDS)));
    }
}
