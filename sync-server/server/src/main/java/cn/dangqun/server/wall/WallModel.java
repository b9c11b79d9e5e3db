package cn.dangqun.server.wall;

import java.util.List;

/// What the overview shows, word by word: which frames are filled, which are not, and what waits for somebody.
public record WallModel(int missing, int expired, int overdue, List<Waiting> waiting, List<Section> sections) {
    public WallModel {
        waiting = List.copyOf(waiting);
        sections = List.copyOf(sections);
    }

    /// Frames that hang at the same kind of place; a column for each place.
    public record Section(String title, List<String> columns, List<Row> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// `demand` is a [cn.dangqun.domain.wall.WallDemand], for style.
    public record Row(String id, String title, String demand, String demandName, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// `state` is a [CellState], for style.
    public record Cell(String address, String state, String words, String detail) {}

    public enum CellState {
        PRESENT,
        OVERDUE,
        EXPIRED,
        MISSING,
        /// Empty, and need not be filled
        EMPTY,
        FORBIDDEN
    }

    /// A version that waits for approval, or for being published.
    public record Waiting(String address, String title, String frame, String place, String stage, String stageName) {}
}
