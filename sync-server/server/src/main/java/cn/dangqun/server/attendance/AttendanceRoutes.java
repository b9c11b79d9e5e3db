package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.SheetPage.Viewing;
import cn.dangqun.server.attendance.TodayPage.Question;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Rendered;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 今日活动 and 活动详情, both live.
public final class AttendanceRoutes implements Routes {
    /// Rows that stay made: of the pages of some days.
    private static final int KEPT = 512;

    private static final String BOARD = "/activities";

    private final Database database;
    private final Views views;
    private final Texts texts;
    private final Times times;
    private final TodayReader board;
    private final LiveDay liveDay;
    private final SheetReader sheets;
    private final TodayPage boardWriter;
    private final SheetPage sheetWriter;
    private final SharedViews shared;
    private final Rendered<TodayModel.Row> rows;
    private final Rendered<TodayModel.Group> communities;

    public AttendanceRoutes(Database database, StreetRoster roster, Views views, Times times, SharedViews shared) {
        this.shared = shared;
        this.board = new TodayReader(roster, times);
        this.liveDay = new LiveDay(board, database, shared);
        this.sheets = new SheetReader(board);
        this.database = database;
        this.views = views;
        this.texts = views.texts();
        this.rows = new Rendered<>(KEPT, row -> views.fill("attendance/row", Map.of("row", row)));
        this.communities = new Rendered<>(KEPT, group -> views.fill("attendance/community", Map.of("group", group)));
        this.times = times;
        var words = new AttendanceWords(texts);
        this.boardWriter = new TodayPage(words, times);
        this.sheetWriter = new SheetPage(words, times, boardWriter);
    }

    @Override
    public void mount(Entrance entrance) {
        var ofActivity = Subtree.of((handle, visit) -> Owners.ofActivity(handle, visit.param("id")));
        var board = new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("counts only"));
        var sheet = new Policy(Right.signedIn(), ofActivity, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id"));
        entrance.menu(BOARD, "attendance.board.menu");
        entrance.page(BOARD, board, this::showBoard);
        entrance.live("/live/activities", board, this::liveBoard);
        entrance.page("/activities/:id", sheet, this::showSheet);
        entrance.live("/live/activities/:id", sheet, this::liveSheet);
        entrance.page(
                "/activities/:id/export",
                new Policy(Right.signedIn(), ofActivity, Trace.look(Action.ATTENDANCE_EXPORTED, "id")),
                this::export);
        entrance.page(
                "/activities/:id/pictures/:picture",
                new Policy(
                        Right.of(Permission.SEE_FULL_NAMES),
                        ofActivity,
                        Trace.look(Action.ATTENDANCE_PICTURE_SHOWN, "id")),
                this::picture);
    }

    private Reply picture(Visit visit) {
        return ActivityId.read(visit.param("id"))
                .flatMap(activity ->
                        database.read(handle -> new SheetPictures(handle).find(activity, visit.param("picture"))))
                .<Reply>map(Reply.Picture::new)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply showBoard(Visit visit) {
        var model = board(visit.viewer().scope(), Question.of(visit));
        return Reply.page("attendance/board", model.heading(), Map.of("board", model));
    }

    private Optional<Snapshot> liveBoard(Visit visit) {
        var scope = visit.viewer().scope();
        var question = Question.of(visit);
        return shared.of(List.of(BOARD, scope, question), () -> Optional.of(snapshot(liveBoard(scope, question))));
    }

    private TodayModel liveBoard(Scope scope, Question question) {
        var day = liveDay.read(scope, question.date().orElseGet(times::today), question.community());
        return boardWriter.write(question, day.communities(), day.counts());
    }

    private TodayModel board(Scope scope, Question question) {
        var date = question.date().orElseGet(times::today);
        return database.read(handle -> boardWriter.write(
                question, board.communities(handle, scope), board.heldOn(handle, scope, date, question.community())));
    }

    private Snapshot snapshot(TodayModel model) {
        var parts = new LinkedHashMap<String, String>();
        var shows = new HashSet<Topic>(Set.of(Topic.Street.REFERENCE));
        parts.put("summary", views.fill("attendance/summary", Map.of("summary", model.summary())));
        for (var group : model.groups()) {
            if (!group.name().isEmpty()) {
                parts.put(group.part(), communities.of(heading(group)));
            }
            for (var row : group.rows()) {
                parts.put(row.part(), rows.of(row));
                shows.add(new Topic.Activity(new ActivityId(row.id())));
            }
        }
        return new Snapshot(() -> views.fill("attendance/boardBody", Map.of("board", model)), parts, shows);
    }

    /// What the heading shows, without what stands below it.
    private static TodayModel.Group heading(TodayModel.Group group) {
        return new TodayModel.Group(group.part(), group.name(), group.upload(), group.silent(), List.of());
    }

    private Reply showSheet(Visit visit) {
        return sheet(visit)
                .map(model -> Reply.page("attendance/sheet", model.row().title(), Map.of("sheet", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply export(Visit visit) {
        return ActivityId.read(visit.param("id"))
                .flatMap(activity -> database.read(handle -> board.find(
                                handle, visit.viewer().scope(), activity)
                        .<Reply>map(count -> new Reply.Download(
                                "activity-" + activity + ".csv",
                                "text/csv; charset=utf-8",
                                new SheetExport(texts).write(sheetWriter.head(count), sheets.lines(handle, count))))))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<Snapshot> liveSheet(Visit visit) {
        var viewer = visit.viewer();
        var key = List.of(visit.param("id"), viewer.scope(), viewer.may(Permission.SEE_FULL_NAMES), SheetCut.of(visit));
        return shared.of(
                key,
                () -> sheet(visit)
                        .map(model -> Snapshot.of(
                                "sheet",
                                views.fill("attendance/sheetBody", Map.of("sheet", model)),
                                Set.of(
                                        new Topic.Activity(
                                                new ActivityId(model.row().id())),
                                        Topic.Street.REFERENCE))));
    }

    private Optional<SheetModel> sheet(Visit visit) {
        var viewer = visit.viewer();
        return ActivityId.read(visit.param("id"))
                .flatMap(activity -> database.read(handle ->
                        board.find(handle, viewer.scope(), activity).map(count -> sheets.read(handle, count))))
                .map(sheet -> sheetWriter.write(
                        sheet,
                        new Viewing(
                                viewer.may(Permission.SEE_FULL_NAMES),
                                viewer.may(Permission.KEEP_MINUTES) && viewer.may(Permission.SEE_FULL_NAMES),
                                viewer.may(Permission.SETTLE_RECORDS),
                                SheetCut.of(visit))));
    }
}
