package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallModel.Cell;
import cn.dangqun.server.wall.WallModel.CellState;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 上墙内容: the completeness of every wall in scope (F-32), and what waits for approval.
public final class WallRoutes implements Routes {
    private static final String WALL = "/wall";

    private final Database database;
    private final WallLibrary library;
    private final WallWords words;
    private final Times times;
    private final ZoneId zone;
    private final WallFrames frames;
    private final List<Routes> parts;

    public WallRoutes(Database database, ReferenceLedger reference, Views views, Times times, ZoneId zone) {
        this.database = database;
        this.library = WallLibrary.shipped();
        this.words = new WallWords(views.texts());
        this.times = times;
        this.zone = zone;
        var catalogue = library.catalogue();
        this.frames = new WallFrames(database, reference, catalogue);
        var desk = new WallDesk(database, reference, catalogue, times, zone);
        var forms = new WallForms(library, words, times);
        this.parts = List.of(
                new FrameRoutes(database, desk, forms, times, zone),
                new VersionRoutes(database, desk, forms, views, times));
    }

    /// Tells the kiosks the frames, as the catalogue now has them.
    public void hangFrames() {
        frames.hang();
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(WALL, "wall.page.menu");
        entrance.page(
                WALL,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("what hangs for everybody to read")),
                this::page);
        parts.forEach(each -> each.mount(entrance));
    }

    private Reply page(Visit visit) {
        var model = database.read(handle -> model(handle, visit.viewer().scope()));
        return Reply.page("wall/wall", words.texts().get("wall.page.title"), Map.of("wall", model));
    }

    private WallModel model(Handle handle, Scope scope) {
        var places = new WallPlaces(handle, scope);
        var store = new WallStore(handle, library.catalogue());
        var pieces = store.in("PUBLISHED").stream()
                .flatMap(each -> each.version().piece(zone).stream())
                .toList();
        var sections = new ArrayList<WallModel.Section>();
        for (var reach : WallReach.values()) {
            var columns = places.at(reach);
            if (!columns.isEmpty()) {
                sections.add(section(reach, columns, pieces));
            }
        }
        return new WallModel(
                count(sections, CellState.MISSING),
                count(sections, CellState.EXPIRED),
                count(sections, CellState.OVERDUE),
                store.in("SUBMITTED", "APPROVED").stream()
                        .flatMap(each -> waiting(places, each).stream())
                        .toList(),
                sections);
    }

    private static int count(List<WallModel.Section> sections, CellState state) {
        return (int) sections.stream()
                .flatMap(each -> each.rows().stream())
                .flatMap(each -> each.cells().stream())
                .filter(each -> each.state().equals(state.name()))
                .count();
    }

    private WallModel.Section section(WallReach reach, List<WallPlaces.Named> columns, List<WallPiece> pieces) {
        var rows = library.catalogue().all().stream()
                .filter(slot -> slot.reach() == reach)
                .map(slot -> new WallModel.Row(
                        slot.id().value(),
                        slot.title(),
                        slot.demand().name(),
                        words.demand(slot.demand()),
                        columns.stream().map(place -> cell(slot, place, pieces)).toList()))
                .toList();
        return new WallModel.Section(
                words.reach(reach), columns.stream().map(words::place).toList(), rows);
    }

    private Cell cell(WallSlot slot, WallPlaces.Named place, List<WallPiece> pieces) {
        var address = FrameRoutes.address(slot.id(), place.place());
        if (slot.isForbidden()) {
            return new Cell("", CellState.FORBIDDEN.name(), words.demand(slot.demand()), "");
        }
        var here = pieces.stream()
                .filter(each -> each.place().equals(place.place()))
                .toList();
        return switch (SlotVerdict.of(slot, here, times.today())) {
            case SlotVerdict.Present(var piece) -> present(address, slot, piece);
            case SlotVerdict.Expired(var endedOn) ->
                cell(address, CellState.EXPIRED, "wall.cell.expired", endedOn.toString());
            case SlotVerdict.Missing ignored ->
                slot.demand() == WallDemand.MANDATORY
                        ? cell(address, CellState.MISSING, "wall.cell.missing", "")
                        : cell(address, CellState.EMPTY, "wall.cell.empty", "");
        };
    }

    private Cell present(String address, WallSlot slot, WallPiece piece) {
        var overdue = slot.column()
                .map(column ->
                        column.cycle().standing(Optional.of(piece.validity().from()), times.today()))
                .filter(standing -> standing.isOverdue());
        return overdue.map(standing -> cell(
                        address,
                        CellState.OVERDUE,
                        "wall.cell.overdue",
                        words.texts().get("wall.cell.wasDue", standing.nextDue())))
                .orElseGet(() -> cell(
                        address,
                        CellState.PRESENT,
                        "wall.cell.present",
                        piece.validity().from().toString()));
    }

    private Cell cell(String address, CellState state, String key, String detail) {
        return new Cell(address, state.name(), words.texts().get(key), detail);
    }

    private Optional<WallModel.Waiting> waiting(WallPlaces places, Stored stored) {
        WallVersion version = stored.version();
        var stage = version.stageOn(times.today());
        return places.find(version.place())
                .map(place -> new WallModel.Waiting(
                        VersionRoutes.address(version.id()),
                        version.draft().text().title(),
                        version.slot().title(),
                        words.place(place),
                        stage.name(),
                        words.stage(stage)));
    }
}
