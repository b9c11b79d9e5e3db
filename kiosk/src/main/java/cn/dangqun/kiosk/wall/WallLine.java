package cn.dangqun.kiosk.wall;

import java.util.List;
import java.util.stream.Collectors;

/// One line as it is set. `indent` is in tenths of a character; `gap` stands above it, in tenths of a line. In a
/// table it is cut into cells; `begins`: a row begins with it, and a rule stands above.
record WallLine(boolean heading, int indent, int gap, String text, List<Cell> cells, boolean begins) {
    WallLine {
        cells = List.copyOf(cells);
    }

    WallLine(boolean heading, int indent, int gap, String text) {
        this(heading, indent, gap, text, List.of(), false);
    }

    /// `width` in tenths of a character, with the space before the next.
    record Cell(int width, String text) {}

    static WallLine row(boolean heading, int gap, List<Cell> cells, boolean begins) {
        return new WallLine(
                heading, 0, gap, cells.stream().map(Cell::text).collect(Collectors.joining()), cells, begins);
    }

    WallLine withoutGap() {
        return new WallLine(heading, indent, 0, text, cells, begins);
    }
}
