package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBlock;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Sets a table over the whole paper: every column as wide as it needs and its part of what is left over; where there
/// is no room the widest narrower, but none than its longest figure or word while another can give way; and what is too
/// long for its cell broken inside it.
final class WallTable {
    private static final int WIDE = 2 * LineBreaker.FULL;
    private static final int CLOSE = LineBreaker.FULL;
    private static final int NARROWEST = 3 * LineBreaker.FULL;
    private static final int ABOVE_ROW = 4;

    private WallTable() {}

    /// The lines of each row.
    static List<List<WallLine>> rows(WallBlock.Table table, Paper paper) {
        int room = paper.columns() * LineBreaker.FULL;
        var needed = needed(table);
        int gaps = table.columns() - 1;
        int between = IntStream.of(needed).sum() + WIDE * gaps <= room ? WIDE : CLOSE;
        var widths = fitted(needed, least(table), room - between * gaps);
        var rows = new ArrayList<List<WallLine>>();
        for (var cells : table.rows()) {
            rows.add(row(cells, widths, between, rows.isEmpty()));
        }
        return rows;
    }

    private static int[] needed(WallBlock.Table table) {
        return IntStream.range(0, table.columns())
                .map(column -> table.rows().stream()
                        .mapToInt(row -> LineBreaker.width(row.get(column)))
                        .max()
                        .orElse(0))
                .map(width -> Math.max(NARROWEST, width))
                .toArray();
    }

    /// What no line break may be inside of.
    private static int[] least(WallBlock.Table table) {
        return IntStream.range(0, table.columns())
                .map(column -> table.rows().stream()
                        .mapToInt(row -> LineBreaker.longestWord(row.get(column)))
                        .max()
                        .orElse(0))
                .map(width -> Math.max(NARROWEST, width))
                .toArray();
    }

    private static int[] fitted(int[] needed, int[] least, int room) {
        var widths = needed.clone();
        int left = Math.max(widths.length * LineBreaker.FULL, room);
        while (IntStream.of(widths).sum() > left) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> widths[column] - LineBreaker.FULL >= least[column])
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElseGet(() -> IntStream.range(0, widths.length)
                            .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                            .orElse(0));
            widths[widest] -= LineBreaker.FULL;
        }
        int spare = (left - IntStream.of(widths).sum()) / widths.length;
        return IntStream.of(widths).map(width -> width + spare).toArray();
    }

    private static List<WallLine> row(List<String> cells, int[] widths, int between, boolean head) {
        var broken = new ArrayList<List<String>>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(LineBreaker.lines(cells.get(i), widths[i], widths[i]));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(1);
        var lines = new ArrayList<WallLine>();
        for (int i = 0; i < Math.max(1, height); i++) {
            var line = new ArrayList<WallLine.Cell>();
            for (int column = 0; column < widths.length; column++) {
                var words = broken.get(column);
                int space = column == widths.length - 1 ? 0 : between;
                line.add(new WallLine.Cell(widths[column] + space, i < words.size() ? words.get(i) : ""));
            }
            lines.add(WallLine.row(head, i == 0 ? ABOVE_ROW : 0, line, i == 0));
        }
        return lines;
    }
}
