package cn.dangqun.server.wall;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;
import java.util.stream.IntStream;

/// What the overview shows, word by word: which frames are filled, which are not, and what waits for somebody. Figures
/// are of all, lists of what was asked.
public record WallModel(
        int missing,
        int expired,
        int overdue,
        int waits,
        Asked asked,
        List<Waiting> waiting,
        List<Section> sections,
        List<BranchesModel.Summary> branches,
        Structure structure) {
    private static final int ON_PAPER = 6;

    public WallModel {
        waiting = List.copyOf(waiting);
        sections = List.copyOf(sections);
        branches = List.copyOf(branches);
    }

    /// Whose 组织架构 can be written from the tree, and where the tree has changed since it was.
    public record Structure(List<Choice> communities, List<Link> changed) {
        public Structure {
            communities = List.copyOf(communities);
            changed = List.copyOf(changed);
        }
    }

    public record Link(String address, String name) {}

    /// What of it somebody looks at; `pages` of the longest of its lists.
    public record Asked(String search, List<Choice> orders, boolean filtered, Pages pages) {
        public Asked {
            orders = List.copyOf(orders);
        }
    }

    /// Frames that hang at the same kind of place; a column for each place.
    public record Section(String title, List<String> columns, List<Row> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /// How many frames of this place somebody should see to.
        int faults(int place) {
            return (int) rows.stream()
                    .map(row -> row.cells().get(place))
                    .filter(cell -> cell.overdue()
                            || cell.state().equals(CellState.MISSING.name())
                            || cell.state().equals(CellState.EXPIRED.name()))
                    .count();
        }

        /// Whether a sheet of A4 has no room for all places side by side.
        public boolean isWide() {
            return columns.size() > ON_PAPER;
        }

        /// As many places in each as a sheet of A4 has room for.
        public List<Section> parts() {
            return IntStream.range(0, Math.ceilDiv(columns.size(), ON_PAPER))
                    .mapToObj(part ->
                            of(IntStream.range(part * ON_PAPER, Math.min((part + 1) * ON_PAPER, columns.size()))
                                    .boxed()
                                    .toList()))
                    .toList();
        }

        /// Of these places only, in this order.
        Section of(List<Integer> places) {
            return new Section(
                    title,
                    places.stream().map(columns::get).toList(),
                    rows.stream()
                            .map(row -> new Row(
                                    row.id(),
                                    row.title(),
                                    row.demand(),
                                    row.demandName(),
                                    places.stream().map(row.cells()::get).toList()))
                            .toList());
        }
    }

    /// `demand` is a [cn.dangqun.domain.wall.WallDemand], for style.
    public record Row(String id, String title, String demand, String demandName, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// `state` is a [CellState], for style; `overdue` it may be in any of them but the forbidden.
    public record Cell(String address, String state, String words, String detail, boolean overdue) {}

    public enum CellState {
        PRESENT,
        OVERDUE,
        EXPIRED,
        MISSING,
        /// Nobody hung anything: kiosks show what came with the program
        BUILT_IN,
        /// Empty, and need not be filled
        EMPTY,
        FORBIDDEN
    }

    /// A version that waits for approval, or for being published.
    public record Waiting(String address, String title, String frame, String place, String stage, String stageName) {}
}
