package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.BranchNotices.Notice;
import cn.dangqun.server.wall.WallModel.CellState;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// 各支部公示: which branch owes what in the frames of which each branch has its own.
final class BranchRoutes implements Routes {
    private static final String LIST = "/wall/branches";
    private static final int PER_PAGE = 50;
    private static final int ON_OVERVIEW = 10;
    private static final String OWING = "owing";
    private static final String UNFILED = "unfiled";
    private static final String BY_DEBT = "debt";

    private final Database database;
    private final WallCatalogue catalogue;
    private final WallWords words;
    private final Times times;
    private final ZoneId zone;

    BranchRoutes(Database database, WallCatalogue catalogue, WallWords words, Times times, ZoneId zone) {
        this.database = database;
        this.catalogue = catalogue;
        this.words = words;
        this.times = times;
        this.zone = zone;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("what hangs for everybody to read")),
                this::list);
    }

    /// `pieces`: all that is published; those for a whole community are from before each branch had its own.
    List<BranchesModel.Summary> summary(
            List<Notice> notices, List<WallPiece> pieces, List<WallPlaces.Named> communities) {
        return frames().stream()
                .map(slot -> summary(
                        slot,
                        notices.stream()
                                .filter(each -> each.slot().equals(slot))
                                .toList(),
                        communities.stream()
                                .filter(place -> pieces.stream()
                                        .filter(each -> each.slot().equals(slot.id()))
                                        .anyMatch(each -> each.place().equals(place.place())))
                                .toList()))
                .filter(each -> each.branches() > 0)
                .toList();
    }

    private BranchesModel.Summary summary(WallSlot slot, List<Notice> notices, List<WallPlaces.Named> former) {
        var owing = notices.stream().filter(Notice::isOverdue).sorted(debt()).toList();
        return new BranchesModel.Summary(
                LIST + "?frame=" + slot.id(),
                slot.title(),
                notices.size(),
                owing.size(),
                owing.stream().limit(ON_OVERVIEW).map(this::row).toList(),
                former.stream()
                        .map(place -> new WallModel.Link(FrameRoutes.address(slot.id(), place.place()), place.name()))
                        .toList());
    }

    private List<WallSlot> frames() {
        return catalogue.all().stream()
                .filter(slot -> slot.reach() == WallReach.BRANCH)
                .toList();
    }

    /// Who owes most first; equals stay in the order of the tree.
    private static Comparator<Notice> debt() {
        return Comparator.comparingInt(Notice::missed).reversed();
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "frame", "search", "standing", "order");
        var slot = frames().stream()
                .filter(each ->
                        question.filter("frame").isEmpty() || each.id().value().equals(question.filter("frame")))
                .findFirst();
        return slot.<Reply>map(each -> page(visit, each, question)).orElseGet(Reply.NotFound::new);
    }

    private Reply page(Visit visit, WallSlot slot, ListQuestion question) {
        var scope = visit.viewer().scope();
        var all = database
                .read(handle -> new BranchNotices(catalogue, zone, times.today())
                        .all(handle, scope, new WallStore(handle, catalogue).published(zone)))
                .stream()
                .filter(each -> each.slot().equals(slot))
                .toList();
        var found = all.stream().filter(each -> isAsked(each, question)).toList();
        var sorted = question.filter("order").equals(BY_DEBT)
                ? found.stream().sorted(debt()).toList()
                : found;
        var asked = question.within(sorted.size(), PER_PAGE);
        var model = new BranchesModel(
                slot.title(),
                isFiled(slot),
                found.size(),
                (int) all.stream().filter(Notice::isOverdue).count(),
                question.isFiltered(),
                question.filter("search"),
                frames().stream()
                        .map(each -> new Choice(each.id().value(), each.title(), each.equals(slot)))
                        .toList(),
                standings(slot, question.filter("standing")),
                List.of(
                        choice("", "wall.branches.byTree", question.filter("order")),
                        choice(BY_DEBT, "wall.branches.byDebt", question.filter("order"))),
                sorted.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(this::row)
                        .toList(),
                asked.pages(words.texts(), LIST, sorted.size(), PER_PAGE));
        return Reply.page("wall/branches", words.texts().get("wall.branches.title"), Map.of("branches", model));
    }

    private static boolean isFiled(WallSlot slot) {
        return slot.column().filter(column -> column.filed()).isPresent();
    }

    private static boolean isAsked(Notice notice, ListQuestion question) {
        var search = question.filter("search");
        boolean named = notice.branch().name().contains(search)
                || notice.branch().above().contains(search);
        return named
                && switch (question.filter("standing")) {
                    case OWING -> notice.isOverdue();
                    case UNFILED ->
                        notice.standing().verdict() instanceof SlotVerdict.Present
                                && notice.filedOn().isEmpty();
                    default -> true;
                };
    }

    private List<Choice> standings(WallSlot slot, String chosen) {
        var all = List.of(
                choice("", "wall.branches.all", chosen),
                choice(OWING, "wall.branches.owing", chosen),
                choice(UNFILED, "wall.branches.unfiled", chosen));
        return isFiled(slot) ? all : all.subList(0, 2);
    }

    private Choice choice(String id, String key, String chosen) {
        return new Choice(id, words.texts().get(key), id.equals(chosen));
    }

    private BranchesModel.Row row(Notice notice) {
        var verdict = notice.standing().verdict();
        var state = notice.isOverdue()
                ? CellState.OVERDUE
                : switch (verdict) {
                    case SlotVerdict.Present ignored -> CellState.PRESENT;
                    case SlotVerdict.Expired ignored -> CellState.EXPIRED;
                    case SlotVerdict.Missing ignored -> CellState.EMPTY;
                };
        return new BranchesModel.Row(
                FrameRoutes.address(notice.slot().id(), notice.branch().place()),
                notice.branch().name(),
                notice.branch().above(),
                state.name(),
                words.cell(state),
                verdict.renewedOn()
                        .map(LocalDate::toString)
                        .orElseGet(() -> words.texts().get("wall.branches.never")),
                owed(notice),
                filing(notice));
    }

    private String owed(Notice notice) {
        return notice.standing()
                .column()
                .map(column -> column.isOverdue()
                        ? words.owed(column)
                        : words.texts().get("wall.cell.wasDue", column.nextDue()))
                .orElse("");
    }

    private String filing(Notice notice) {
        if (!isFiled(notice.slot()) || !(notice.standing().verdict() instanceof SlotVerdict.Present)) {
            return "";
        }
        return notice.filedOn()
                .map(LocalDate::toString)
                .orElseGet(() -> words.texts().get("wall.branches.notFiled"));
    }
}
