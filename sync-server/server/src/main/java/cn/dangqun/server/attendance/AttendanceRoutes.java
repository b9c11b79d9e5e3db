package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.attendance.BoardWriter.Question;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// 今日活动 and 活动详情, both live.
public final class AttendanceRoutes implements Routes {
    private static final String BOARD = "/activities";

    private final Database database;
    private final Views views;
    private final Texts texts;
    private final Times times;
    private final AttendanceBoard board;
    private final SheetReader sheets;
    private final BoardWriter boardWriter;
    private final SheetWriter sheetWriter;

    public AttendanceRoutes(Database database, StreetRoster roster, Views views, Times times) {
        this.board = new AttendanceBoard(roster);
        this.sheets = new SheetReader(board);
        this.database = database;
        this.views = views;
        this.texts = views.texts();
        this.times = times;
        var words = new AttendanceWords(texts);
        this.boardWriter = new BoardWriter(words, times);
        this.sheetWriter = new SheetWriter(words, times, boardWriter);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(BOARD, "attendance.board.menu");
        entrance.page("/", visit -> new Reply.SeeOther(BOARD));
        entrance.page(BOARD, this::showBoard);
        entrance.live("/live/activities", this::liveBoard);
        entrance.page("/activities/:id", this::showSheet);
        entrance.live("/live/activities/:id", this::liveSheet);
    }

    private Reply showBoard(Visit visit) {
        var model = board(visit.viewer().scope(), question(visit));
        return Reply.page("attendance/board", model.heading(), Map.of("board", model));
    }

    private Optional<LiveView> liveBoard(Visit visit) {
        var question = question(visit);
        var scope = visit.viewer().scope();
        return Optional.of(() -> snapshot(board(scope, question)));
    }

    private BoardModel board(Scope scope, Question question) {
        var date = question.date().orElseGet(times::today);
        return database.read(handle -> boardWriter.write(
                question, board.communities(handle, scope), board.heldOn(handle, scope, date, question.community())));
    }

    private Snapshot snapshot(BoardModel model) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("summary", views.fill("attendance/summary", Map.of("summary", model.summary())));
        for (var group : model.groups()) {
            parts.put(group.part(), views.fill("attendance/community", Map.of("group", group)));
            for (var row : group.rows()) {
                parts.put(row.part(), views.fill("attendance/row", Map.of("row", row)));
            }
        }
        return new Snapshot(views.fill("attendance/boardBody", Map.of("board", model)), parts);
    }

    private Reply showSheet(Visit visit) {
        var viewer = visit.viewer();
        boolean fullNames = wantsFullNames(visit);
        if (fullNames && !viewer.may(Permission.SEE_FULL_NAMES)) {
            return new Reply.Forbidden();
        }
        var model = sheet(viewer, visit.param("id"), fullNames);
        if (model.isEmpty()) {
            return new Reply.NotFound();
        }
        if (fullNames) {
            noteFullNames(visit);
        }
        return Reply.page("attendance/sheet", model.get().row().title(), Map.of("sheet", model.get()));
    }

    private Optional<LiveView> liveSheet(Visit visit) {
        var viewer = visit.viewer();
        var id = visit.param("id");
        boolean fullNames = wantsFullNames(visit) && viewer.may(Permission.SEE_FULL_NAMES);
        return sheet(viewer, id, fullNames)
                .map(first -> () -> snapshot(sheet(viewer, id, fullNames).orElse(first)));
    }

    private Snapshot snapshot(SheetModel model) {
        var body = views.fill("attendance/sheetBody", Map.of("sheet", model));
        var parts = new LinkedHashMap<String, String>();
        parts.put("sheet", body);
        return new Snapshot(body, parts);
    }

    private Optional<SheetModel> sheet(Viewer viewer, String id, boolean fullNames) {
        return activityId(id)
                .flatMap(activity -> database.read(handle ->
                        board.find(handle, viewer.scope(), activity).map(count -> sheets.read(handle, count))))
                .map(sheet -> sheetWriter.write(sheet, viewer.may(Permission.SEE_FULL_NAMES), fullNames));
    }

    private void noteFullNames(Visit visit) {
        database.write((handle, changes) -> {
            Audit.note(
                    handle,
                    times.now(),
                    Optional.of(visit.viewer().login()),
                    Audit.Action.FULL_NAMES_SHOWN,
                    visit.param("id"),
                    visit.remote());
            return visit;
        });
    }

    private static boolean wantsFullNames(Visit visit) {
        return visit.query("names").filter("full"::equals).isPresent();
    }

    /// What cannot be an id is treated like an unknown one.
    private static Optional<ActivityId> activityId(String text) {
        try {
            return Optional.of(new ActivityId(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// An unreadable date means today; the page says which day it shows.
    private static Question question(Visit visit) {
        return new Question(
                visit.query("date").flatMap(AttendanceRoutes::date),
                visit.query("community").filter(id -> id.length() <= 64).map(OrganizationId::new));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
