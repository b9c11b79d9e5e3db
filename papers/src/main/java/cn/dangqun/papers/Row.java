package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// A row of a table, at least `least` points high.
record Row(double least, List<Cell> cells) {
    private static final double PAD = 4;
    /// Room at the sides of a cell's words, and for a rounding
    static final double PADS = 2 * PAD + 0.5;
    private static final double NARROW_PAD = 2;
    private static final double PAD_ABOVE = 2;
    /// The touch pad is 1000 units wide; a name that fills a third of it is not blown up further.
    private static final double LARGEST = 0.3;

    Row {
        cells = List.copyOf(cells);
    }

    static Row of(double least, Cell... cells) {
        return new Row(least, List.of(cells));
    }

    /// A cell with its lines broken.
    private record Laid(Cell cell, double left, double width, List<String> lines) {
        double pad() {
            return pad(cell);
        }

        static double pad(Cell cell) {
            return cell.content() instanceof Cell.Content.Words words
                            && words.style().isFine()
                    ? NARROW_PAD
                    : PAD;
        }

        double leading() {
            return cell.content() instanceof Cell.Content.Words words
                    ? words.style().leading()
                    : 0;
        }
    }

    /// Pieces of this row: one, or several where its words are higher than a page can hold beside `head`.
    List<Piece> pieces(Leaf leaf, LineBreaks breaks, double head) {
        double whole = cells.stream().mapToDouble(Cell::share).sum();
        var sets = new ArrayList<Laid>();
        double left = leaf.left();
        for (var cell : cells) {
            double width = leaf.width() * cell.share() / whole;
            sets.add(new Laid(cell, left, width, lines(breaks, cell, width - 2 * Laid.pad(cell))));
            left += width;
        }
        var pieces = new ArrayList<Piece>();
        double room = leaf.height() - head - 2 * PAD_ABOVE;
        int done = 0;
        int most = sets.stream().mapToInt(each -> each.lines().size()).max().orElse(0);
        double leading = sets.stream().mapToDouble(Laid::leading).max().orElse(0);
        int atOnce = leading == 0 ? Integer.MAX_VALUE : (int) (room / leading);
        do {
            pieces.add(piece(part(sets, done, atOnce)));
            done += atOnce;
        } while (done > 0 && done < most);
        return pieces;
    }

    private static List<Laid> part(List<Laid> sets, int from, int count) {
        return sets.stream()
                .map(each -> new Laid(
                        each.cell(),
                        each.left(),
                        each.width(),
                        each.lines().stream().skip(from).limit(count).toList()))
                .toList();
    }

    private static List<String> lines(LineBreaks breaks, Cell cell, double width) {
        return switch (cell.content()) {
            case Cell.Content.Words words ->
                words.text()
                        .lines()
                        .flatMap(line -> breaks.lines(line, words.style(), width, 0).stream())
                        .toList();
            case Cell.Content.Signature _ -> List.of();
        };
    }

    private Piece piece(List<Laid> sets) {
        double height = Math.max(
                least,
                2 * PAD_ABOVE
                        + sets.stream()
                                .mapToDouble(each -> each.lines().size() * each.leading())
                                .max()
                                .orElse(0));
        return Piece.of(height, (pen, top) -> sets.forEach(each -> draw(pen, each, top, height)));
    }

    private static void draw(Pen pen, Laid set, double top, double height) {
        pen.box(set.left(), top, set.width(), height);
        double left = set.left() + set.pad();
        double width = set.width() - 2 * set.pad();
        switch (set.cell().content()) {
            case Cell.Content.Words words -> {
                double y = top + (height - set.lines().size() * set.leading()) / 2;
                for (var line : set.lines()) {
                    new Line(line, words.style(), words.side(), left, width).draw(pen, y, false);
                    y += set.leading();
                }
            }
            case Cell.Content.Signature(var strokes) ->
                pen.strokes(strokes, left, top + PAD_ABOVE, width, height - 2 * PAD_ABOVE, LARGEST);
        }
    }
}
