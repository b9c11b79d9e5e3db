package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One version: its words, its steps, and how far the kiosks have come, live.
final class VersionRoutes implements Routes {
    private final Database database;
    private final WallDesk desk;
    private final WallForms forms;
    private final VersionWriter writer;
    private final Views views;

    VersionRoutes(Database database, WallDesk desk, WallForms forms, Views views, Times times) {
        this.database = database;
        this.desk = desk;
        this.forms = forms;
        this.writer = new VersionWriter(forms, times);
        this.views = views;
    }

    static String address(WallPieceId id) {
        return "/wall/versions/" + id;
    }

    /// A version in the viewer's scope, with the name of its place.
    private record Found(Stored stored, WallPlaces.Named place) {
        WallPieceId id() {
            return stored.version().id();
        }
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page("/wall/versions/:id", visit -> page(200, visit, ""));
        entrance.live("/live/wall/versions/:id", this::live);
        entrance.page("/wall/versions/:id/words", this::edit);
        entrance.action("/wall/versions/:id/words", this::rewrite);
        entrance.action(
                "/wall/versions/:id/submission",
                visit -> step(visit, Permission.WRITE_WALL, found -> desk.submit(found.id(), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/return",
                visit -> step(
                        visit,
                        Permission.APPROVE_WALL,
                        found -> desk.giveBack(found.id(), visit.form("reason"), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/approval",
                visit -> step(visit, Permission.APPROVE_WALL, found -> {
                    boolean reviewed = visit.form("secrecy").equals("yes");
                    return desk.approve(found.id(), WallForms.revision(visit), reviewed, Actor.of(visit));
                }));
        entrance.action(
                "/wall/versions/:id/publication",
                visit -> step(visit, Permission.APPROVE_WALL, found -> desk.publish(found.id(), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/withdrawal",
                visit -> step(
                        visit,
                        Permission.WRITE_WALL,
                        found -> desk.withdraw(found.id(), visit.form("reason"), Actor.of(visit))));
    }

    private Optional<Found> find(Viewer viewer, String text) {
        return WallForms.id(text)
                .flatMap(id -> database.read(handle -> new WallStore(
                                handle, forms.library().catalogue())
                        .find(id)
                        .flatMap(stored -> new WallPlaces(handle, viewer.scope())
                                .find(stored.version().place())
                                .map(place -> new Found(stored, place)))));
    }

    private VersionModel model(Viewer viewer, Found found, String notice) {
        return database.read(handle -> writer.write(handle, viewer, found.place(), found.stored(), notice));
    }

    private Reply page(int status, Visit visit, String notice) {
        return find(visit.viewer(), visit.param("id"))
                .map(found -> model(visit.viewer(), found, notice))
                .<Reply>map(model -> new Reply.Page(status, "wall/version", model.title(), Map.of("version", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<LiveView> live(Visit visit) {
        var viewer = visit.viewer();
        return find(viewer, visit.param("id"))
                .flatMap(first -> model(viewer, first, "")
                        .delivery()
                        .map(shown -> () -> snapshot(find(viewer, visit.param("id"))
                                .flatMap(found -> model(viewer, found, "").delivery())
                                .orElse(shown))));
    }

    private Snapshot snapshot(VersionModel.Delivery delivery) {
        var body = views.fill("wall/delivery", Map.of("delivery", delivery));
        var parts = new LinkedHashMap<String, String>();
        parts.put("delivery", body);
        return new Snapshot(body, parts);
    }

    private Reply step(Visit visit, Permission permission, Function<Found, WallDesk.Result> step) {
        if (!visit.viewer().may(permission)) {
            return new Reply.Forbidden();
        }
        var found = find(visit.viewer(), visit.param("id"));
        if (found.isEmpty()) {
            return new Reply.NotFound();
        }
        return switch (step.apply(found.get())) {
            case WallDesk.Result.Done(var id) -> new Reply.SeeOther(address(id));
            case WallDesk.Result.Refused(var why) ->
                page(422, visit, forms.words().refusal(why));
            case WallDesk.Result.Stale() ->
                page(409, visit, forms.words().texts().get("wall.refusal.notNow"));
        };
    }

    private Reply edit(Visit visit) {
        if (!visit.viewer().may(Permission.WRITE_WALL)) {
            return new Reply.Forbidden();
        }
        return find(visit.viewer(), visit.param("id"))
                .filter(found -> found.stored().version().life() instanceof WallLife.Draft)
                .map(found ->
                        form(200, found, forms.typed(found.stored().version().draft()), ""))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply form(int status, Found found, WriteModel.Typed typed, String notice) {
        var slot = found.stored().version().slot();
        var model = new WriteModel(
                slot.title(),
                forms.words().place(found.place()),
                found.place().id(),
                slot.official(),
                forms.compared(slot),
                notice,
                address(found.id()) + "/words",
                address(found.id()),
                found.id().value(),
                found.stored().revision(),
                forms.kinds(slot, typed),
                typed);
        return new Reply.Page(
                status, "wall/write", forms.words().texts().get("wall.write.title"), Map.of("write", model));
    }

    private Reply rewrite(Visit visit) {
        return switch (forms.read(visit)) {
            case WallForms.Read.Words(var draft) ->
                step(
                        visit,
                        Permission.WRITE_WALL,
                        found -> desk.rewrite(found.id(), WallForms.revision(visit), draft, Actor.of(visit)));
            case WallForms.Read.Faulty(var sentence) ->
                visit.viewer().may(Permission.WRITE_WALL)
                        ? find(visit.viewer(), visit.param("id"))
                                .map(found -> form(422, found, forms.typed(visit), sentence))
                                .orElseGet(Reply.NotFound::new)
                        : new Reply.Forbidden();
        };
    }
}
