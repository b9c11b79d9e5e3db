package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// One version: its words, its steps, and how far the kiosks have come, live.
final class VersionRoutes implements Routes {
    private final Database database;
    private final WallDesk desk;
    private final WallForms forms;
    private final VersionPage writer;
    private final Views views;
    private final Times times;

    VersionRoutes(Database database, WallDesk desk, WallForms forms, Views views, Times times, ZoneId zone) {
        this.database = database;
        this.desk = desk;
        this.forms = forms;
        this.writer = new VersionPage(forms, times, zone);
        this.times = times;
        this.views = views;
    }

    static String address(WallPieceId id) {
        return "/wall/versions/" + id;
    }

    /// A version in the viewer's scope, with the name of its place.
    record Found(Stored stored, WallPlaces.Named place) {
        WallPieceId id() {
            return stored.version().id();
        }
    }

    @Override
    public void mount(Entrance entrance) {
        var writes = Right.of(Permission.WRITE_WALL);
        var approves = Right.of(Permission.APPROVE_WALL);
        var everybodys = Trace.none("what hangs for everybody to read");
        entrance.page(
                "/wall/versions/:id",
                new Policy(Right.signedIn(), ofVersion(), everybodys),
                visit -> page(200, visit, ""));
        entrance.live("/live/wall/versions/:id", new Policy(Right.signedIn(), ofVersion(), everybodys), this::live);
        entrance.page("/wall/versions/:id/words", new Policy(writes, ofVersion(), Trace.none("a form")), this::edit);
        entrance.action("/wall/versions/:id/words", may(writes, Action.WALL_WRITTEN), this::rewrite);
        entrance.action(
                "/wall/versions/:id/submission",
                may(writes, Action.WALL_SUBMITTED),
                visit -> step(visit, found -> desk.submit(found.id(), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/return",
                may(approves, Action.WALL_RETURNED),
                visit -> step(visit, found -> desk.giveBack(found.id(), visit.form("reason"), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/approval",
                may(approves, Action.WALL_APPROVED),
                visit -> step(visit, found -> {
                    boolean reviewed = visit.form("secrecy").equals("yes");
                    var seen = Optional.of(forms.words().texts().get("wall.deed.difference"))
                            .filter(ignored -> visit.form("difference").equals("yes"));
                    return desk.approve(found.id(), WallForms.revision(visit), reviewed, seen, Actor.of(visit));
                }));
        entrance.action(
                "/wall/versions/:id/publication",
                new Policy(
                        approves,
                        ofVersion(),
                        Trace.deed(Action.WALL_PUBLISHED, Action.WALL_WITHDRAWN, Action.WALL_REFUSED)),
                visit -> step(visit, found -> desk.publish(found.id(), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/withdrawal",
                may(writes, Action.WALL_WITHDRAWN),
                visit -> step(visit, found -> desk.withdraw(found.id(), visit.form("reason"), Actor.of(visit))));
        entrance.action(
                "/wall/versions/:id/filing",
                new Policy(writes, ofVersion(), Trace.deed(Action.WALL_FILED)),
                this::file);
    }

    /// A step that the rules may also refuse, which is recorded too.
    Policy may(Right right, Action step) {
        return new Policy(right, ofVersion(), Trace.deed(step, Action.WALL_REFUSED));
    }

    Subtree ofVersion() {
        return Subtree.of((handle, visit) -> WallForms.id(visit.param("id"))
                .flatMap(id -> new WallStore(handle, forms.library().catalogue()).find(id))
                .map(stored -> stored.version().place())
                .map(place -> WallPlaces.owner(handle, place.reach(), WallStore.idOf(place)))
                .orElseGet(Owner.Nobody::new));
    }

    List<Stored> shelf(Handle handle, WallVersion version) {
        return new WallStore(handle, forms.library().catalogue()).shelf(version.slot(), version.place());
    }

    Optional<Found> find(Viewer viewer, String text) {
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

    Reply page(int status, Visit visit, String notice) {
        return find(visit.viewer(), visit.param("id"))
                .map(found -> model(visit.viewer(), found, notice))
                .<Reply>map(model -> new Reply.Page(status, "wall/version", model.title(), Map.of("version", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<Snapshot> live(Visit visit) {
        return find(visit.viewer(), visit.param("id"))
                .flatMap(found -> model(visit.viewer(), found, "").delivery())
                .map(delivery -> Snapshot.of(
                        "delivery",
                        views.fill("wall/delivery", Map.of("delivery", delivery)),
                        Set.of(Topic.Street.DELIVERY, Topic.Street.REFERENCE)));
    }

    Reply step(Visit visit, Function<Found, WallDesk.Result> step) {
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

    private Reply file(Visit visit) {
        return WallFiling.typed(
                        Asked.day(visit.form("filed-on")),
                        visit.form("filed-to"),
                        visit.form("filed-by"),
                        times.today())
                .map(filing -> step(visit, found -> desk.file(found.id(), filing, Actor.of(visit))))
                .orElseGet(() -> page(422, visit, forms.words().texts().get("wall.filing.bad", WallFiling.LONGEST)));
    }

    private Reply edit(Visit visit) {
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
                step(visit, found -> desk.rewrite(found.id(), WallForms.revision(visit), draft, Actor.of(visit)));
            case WallForms.Read.Faulty(var sentence) ->
                find(visit.viewer(), visit.param("id"))
                        .map(found -> form(422, found, forms.typed(visit), sentence))
                        .orElseGet(Reply.NotFound::new);
        };
    }
}
