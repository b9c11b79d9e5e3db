package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallStage;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// One frame at one place: what hangs there, all its versions, and writing a new one.
final class FrameRoutes implements Routes {
    private static final int PER_PAGE = 30;

    private final Database database;
    private final WallDesk desk;
    private final WallForms forms;
    private final WallWords words;
    private final Times times;
    private final ZoneId zone;

    FrameRoutes(Database database, WallDesk desk, WallForms forms, Times times, ZoneId zone) {
        this.database = database;
        this.desk = desk;
        this.forms = forms;
        this.words = forms.words();
        this.times = times;
        this.zone = zone;
    }

    static String address(WallSlotId slot, WallPlace place) {
        return "/wall/frames/" + slot + query(place);
    }

    private static String query(WallPlace place) {
        var id = WallStore.idOf(place);
        return id.isEmpty() ? "" : "?place=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @Override
    public void mount(Entrance entrance) {
        var shown = Subtree.of((handle, visit) -> owner(handle, visit, place(visit)));
        var typed = Subtree.of((handle, visit) -> owner(handle, visit, visit.form("place")));
        var writes = Right.of(Permission.WRITE_WALL);
        entrance.page(
                "/wall/frames/:slot",
                new Policy(Right.signedIn(), shown, Trace.none("what hangs for everybody to read")),
                visit -> at(visit, place(visit), (slot, place) -> show(visit, slot, place)));
        entrance.page(
                "/wall/frames/:slot/new",
                new Policy(writes, shown, Trace.none("a form")),
                visit -> at(visit, place(visit), (slot, place) -> fresh(slot, place, () -> write(slot, place))));
        entrance.action(
                "/wall/frames/:slot/versions",
                new Policy(writes, typed, Trace.deed(Action.WALL_WRITTEN, Action.WALL_REFUSED)),
                visit -> at(
                        visit,
                        visit.form("place"),
                        (slot, place) -> fresh(slot, place, () -> save(visit, slot, place))));
    }

    private Owner owner(Handle handle, Visit visit, String placeId) {
        return slot(visit)
                .map(slot -> WallPlaces.owner(handle, slot.reach(), placeId))
                .orElseGet(Owner.Nobody::new);
    }

    private Optional<WallSlot> slot(Visit visit) {
        return Optional.of(visit.param("slot"))
                .filter(WallSlotId::isSlotId)
                .flatMap(id -> forms.library().catalogue().find(new WallSlotId(id)))
                .filter(each -> !each.isForbidden());
    }

    private static String place(Visit visit) {
        return visit.query("place").orElse("");
    }

    private Reply at(Visit visit, String placeId, BiFunction<WallSlot, WallPlaces.Named, Reply> answer) {
        var slot = slot(visit);
        if (slot.isEmpty()) {
            return new Reply.NotFound();
        }
        var place =
                database.read(handle -> new WallPlaces(handle, visit.viewer().scope()).find(slot.get(), placeId));
        return place.map(named -> answer.apply(slot.get(), named)).orElseGet(Reply.NotFound::new);
    }

    /// For a whole community nobody writes any more what is the branches' own.
    private static Reply fresh(WallSlot slot, WallPlaces.Named place, Supplier<Reply> answer) {
        return place.place().reach() == slot.reach() ? answer.get() : new Reply.NotFound();
    }

    private List<Stored> shelf(WallSlot slot, WallPlace place) {
        return database.read(handle -> new WallStore(handle, forms.library().catalogue()).shelf(slot, place));
    }

    private Reply show(Visit visit, WallSlot slot, WallPlaces.Named place) {
        var shelf = shelf(slot, place.place());
        var pieces = shelf.stream()
                .flatMap(each -> each.version().piece(zone).stream())
                .toList();
        var standing = FrameStanding.of(slot, place, pieces, zone, times.today());
        var verdict = standing.verdict();
        var question = ListQuestion.of(visit).with("place", place(visit)).within(shelf.size(), PER_PAGE);
        var model = new FrameModel(
                slot.title(),
                words.place(place),
                words.demand(slot.demand()),
                name(verdict),
                words(slot, verdict),
                due(standing),
                standing.isOverdue(),
                slot.reach() == place.place().reach()
                        ? "/wall/frames/" + slot.id() + "/new" + query(place.place())
                        : "",
                question.cut(shelf, PER_PAGE).stream()
                        .map(each -> row(each.version(), pieces))
                        .toList(),
                question.pages(words.texts(), "/wall/frames/" + slot.id(), shelf.size(), PER_PAGE));
        return Reply.page("wall/frame", slot.title(), Map.of("frame", model));
    }

    private FrameModel.Row row(WallVersion version, List<WallPiece> frame) {
        var stage = WallBoard.stage(version, frame, times.today());
        return new FrameModel.Row(
                VersionRoutes.address(version.id()),
                version.number(),
                version.draft().text().title(),
                stage.name(),
                words.stage(stage),
                days(version.draft().validity()));
    }

    String days(Validity validity) {
        return validity.until()
                .map(last -> words.texts().get("wall.version.until", validity.from(), last))
                .orElseGet(() -> words.texts().get("wall.version.forGood", validity.from()));
    }

    private static String name(SlotVerdict verdict) {
        return switch (verdict) {
            case SlotVerdict.Present ignored -> WallStage.PUBLISHED.name();
            case SlotVerdict.Expired ignored -> WallStage.EXPIRED.name();
            case SlotVerdict.Missing ignored -> "MISSING";
        };
    }

    private String words(WallSlot slot, SlotVerdict verdict) {
        return switch (verdict) {
            case SlotVerdict.Present(var piece) ->
                words.texts().get("wall.frame.hangs", piece.number(), piece.hungOn());
            case SlotVerdict.Expired(var endedOn, var ignored) -> words.texts().get("wall.frame.ended", endedOn);
            case SlotVerdict.Missing ignored ->
                words.texts()
                        .get(forms.library().isNeverBlank(slot.id()) ? "wall.frame.builtIn" : "wall.frame.nothing");
        };
    }

    private String due(FrameStanding standing) {
        return standing.column()
                .map(column -> column.missed() > 1
                        ? words.texts().get("wall.frame.owed", column.nextDue(), column.missed())
                        : words.texts().get("wall.frame.due", column.nextDue()))
                .orElse("");
    }

    private Reply write(WallSlot slot, WallPlaces.Named place) {
        var last = shelf(slot, place.place()).stream().findFirst().map(Stored::version);
        return form(200, slot, place, WallForms.draw(), forms.beginning(slot, last), "");
    }

    private Reply form(
            int status, WallSlot slot, WallPlaces.Named place, WallPieceId id, WriteModel.Typed typed, String notice) {
        var model = new WriteModel(
                slot.title(),
                words.place(place),
                place.id(),
                slot.official(),
                forms.compared(slot),
                notice,
                "/wall/frames/" + slot.id() + "/versions",
                address(slot.id(), place.place()),
                id.value(),
                0,
                forms.kinds(slot, typed),
                typed);
        return new Reply.Page(status, "wall/write", words.texts().get("wall.write.title"), Map.of("write", model));
    }

    private Reply save(Visit visit, WallSlot slot, WallPlaces.Named place) {
        var id = WallForms.id(visit.form("id"));
        if (id.isEmpty()) {
            return new Reply.BadRequest();
        }
        return switch (forms.read(visit)) {
            case WallForms.Read.Faulty(var sentence) -> form(422, slot, place, id.get(), forms.typed(visit), sentence);
            case WallForms.Read.Words(var draft) ->
                switch (desk.write(id.get(), slot, place.place(), draft, Actor.of(visit))) {
                    case WallDesk.Result.Done(var made) -> new Reply.SeeOther(VersionRoutes.address(made));
                    case WallDesk.Result.Refused(var why) ->
                        form(422, slot, place, id.get(), forms.typed(visit), words.refusal(why));
                    case WallDesk.Result.Stale() -> new Reply.NotFound();
                };
        };
    }
}
