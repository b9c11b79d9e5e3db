package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallModel.Cell;
import cn.dangqun.server.wall.WallModel.CellState;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
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
import java.util.stream.Stream;
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
    private final BranchRoutes branchPage;
    private final StructureRoutes structure;
    private final List<Routes> parts;

    public WallRoutes(
            Database database,
            ReferenceLedger reference,
            StreetRoster roster,
            PictureWorkshop workshop,
            Views views,
            Times times,
            ZoneId zone) {
        this.database = database;
        this.library = WallLibrary.shipped();
        this.words = new WallWords(views.texts());
        this.times = times;
        this.zone = zone;
        var catalogue = library.catalogue();
        this.frames = new WallFrames(database, reference, catalogue, zone);
        var desk = new WallDesk(database, reference, library, times, zone);
        var forms = new WallForms(library, words, times);
        this.branchPage = new BranchRoutes(database, catalogue, words, times, zone);
        this.structure = new StructureRoutes(database, roster, library, words, times);
        var versions = new VersionRoutes(database, desk, forms, views, times, zone);
        this.parts = List.of(
                branchPage,
                structure,
                new FrameRoutes(database, desk, forms, times, zone),
                versions,
                new PictureRoutes(database, desk, versions, workshop, words));
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
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var model = database.read(handle -> model(handle, visit.viewer().scope(), question));
        return Reply.page("wall/wall", words.texts().get("wall.page.title"), Map.of("wall", model));
    }

    private WallModel model(Handle handle, Scope scope, ListQuestion question) {
        var places = new WallPlaces(handle, scope);
        var store = new WallStore(handle, library.catalogue());
        var pieces = store.published(zone);
        var sections = new ArrayList<WallModel.Section>();
        for (var reach : List.of(WallReach.STREET, WallReach.COMMUNITY, WallReach.SITE)) {
            var columns = places.at(reach);
            if (!columns.isEmpty()) {
                sections.add(section(reach, columns, pieces));
            }
        }
        var branches = new BranchNotices(library.catalogue(), zone, times.today()).all(handle, scope, pieces);
        long late = cells(sections).filter(WallModel.Cell::overdue).count()
                + branches.stream().filter(BranchNotices.Notice::isOverdue).count();
        var waiting = store.waiting().stream()
                .flatMap(each -> waiting(places, each).stream())
                .toList();
        var cut = new WallCut(words.texts(), question, waiting, sections);
        return new WallModel(
                count(sections, CellState.MISSING),
                count(sections, CellState.EXPIRED),
                (int) late,
                waiting.size(),
                cut.asked(WALL),
                cut.waiting(),
                cut.sections(),
                branchPage.summary(branches, pieces, places.at(WallReach.COMMUNITY)),
                structure.summary(handle, places.at(WallReach.COMMUNITY)));
    }

    private static int count(List<WallModel.Section> sections, CellState state) {
        return (int) cells(sections)
                .filter(each -> each.state().equals(state.name()))
                .count();
    }

    private static Stream<Cell> cells(List<WallModel.Section> sections) {
        return sections.stream().flatMap(each -> each.rows().stream()).flatMap(each -> each.cells().stream());
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
            return new Cell("", CellState.FORBIDDEN.name(), words.demand(slot.demand()), "", false);
        }
        var here = pieces.stream()
                .filter(each -> each.place().equals(place.place()))
                .toList();
        var standing = FrameStanding.of(slot, place, here, zone, times.today());
        var owed = standing.overdue().map(words::owedBriefly).orElse("");
        return switch (standing.verdict()) {
            case SlotVerdict.Present(var piece) ->
                owed.isEmpty()
                        ? cell(
                                address,
                                CellState.PRESENT,
                                "wall.cell.present",
                                piece.hungOn().toString(),
                                "")
                        : cell(address, CellState.OVERDUE, "wall.cell.overdue", owed, owed);
            case SlotVerdict.Expired(var endedOn, var ignored) ->
                cell(address, CellState.EXPIRED, "wall.cell.expired", owed.isEmpty() ? endedOn.toString() : owed, owed);
            case SlotVerdict.Missing ignored -> missing(address, slot, owed);
        };
    }

    private Cell missing(String address, WallSlot slot, String owed) {
        if (library.isNeverBlank(slot.id())) {
            return cell(address, CellState.BUILT_IN, "wall.cell.builtIn", "", owed);
        }
        if (slot.demand() == WallDemand.MANDATORY) {
            return cell(address, CellState.MISSING, "wall.cell.missing", owed, owed);
        }
        return owed.isEmpty()
                ? cell(address, CellState.EMPTY, "wall.cell.empty", "", "")
                : cell(address, CellState.OVERDUE, "wall.cell.overdue", owed, owed);
    }

    private Cell cell(String address, CellState state, String key, String detail, String owed) {
        return new Cell(address, state.name(), words.texts().get(key), detail, !owed.isEmpty());
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
