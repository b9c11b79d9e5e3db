package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Puts a paper together from top to bottom.
final class Composition {
    private static final double GAP = Sheet.millimetres(3);

    private final LineBreaks breaks;
    private final List<Piece> pieces = new ArrayList<>();
    private final Leaf leaf;
    private String foot = "";

    Composition(Typeface typeface, Leaf leaf) {
        this.breaks = new LineBreaks(typeface);
        this.leaf = leaf;
    }

    Leaf leaf() {
        return leaf;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// Not alone at the foot of a page.
    Composition title(List<String> lines) {
        lines.forEach(line -> paragraph(line, Style.TITLE, Side.MIDDLE, 0, true));
        return gap(true);
    }

    /// What a loose page is known by; shown where it fits beside the page number.
    Composition foot(String text) {
        foot = text;
        return this;
    }

    String foot() {
        return foot;
    }

    Composition heading(String text) {
        gap(true);
        paragraph(text, Style.STRONG, Side.LEFT, 0, true);
        return this;
    }

    Composition text(String text, Style style) {
        for (var line : text.lines().toList()) {
            paragraph(line, style, Side.SPREAD, 2 * style.size(), false);
        }
        return this;
    }

    Composition line(String text, Style style, Side side) {
        paragraph(text, style, side, 0, false);
        return this;
    }

    Composition gap() {
        return gap(false);
    }

    private Composition gap(boolean glued) {
        var gap = Piece.gap(GAP);
        pieces.add(glued ? gap.glued() : gap);
        return this;
    }

    private void paragraph(String text, Style style, Side side, double indent, boolean glued) {
        var lines = breaks.lines(text, style, leaf.width(), indent);
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            double shift = i == 0 ? indent : 0;
            var line = new Line(lines.get(i), style, side, leaf.left() + shift, leaf.width() - shift);
            var piece = Piece.of(style.leading(), (pen, top) -> line.draw(pen, top, last));
            pieces.add(glued ? piece.glued() : piece);
        }
    }

    /// The head stands above the rows on every page.
    Composition table(Row head, List<Row> rows) {
        var heads = head.pieces(leaf, breaks, 0).stream().map(Piece::glued).toList();
        double height = heads.stream().mapToDouble(Piece::height).sum();
        pieces.addAll(heads);
        rows.stream()
                .flatMap(row -> row.pieces(leaf, breaks, height).stream())
                .forEach(row -> pieces.add(row.under(heads)));
        return this;
    }

    /// The last row, of sums, is never alone on a page.
    Composition table(Row head, List<Row> rows, Row sums) {
        table(head, rows);
        if (!rows.isEmpty()) {
            pieces.set(pieces.size() - 1, pieces.getLast().glued());
        }
        var heads = head.pieces(leaf, breaks, 0);
        double height = heads.stream().mapToDouble(Piece::height).sum();
        sums.pieces(leaf, breaks, height).forEach(each -> pieces.add(each.under(heads)));
        return this;
    }

    LineBreaks breaks() {
        return breaks;
    }

    Composition rows(List<Row> rows) {
        rows.stream().flatMap(row -> row.pieces(leaf, breaks, 0).stream()).forEach(pieces::add);
        return this;
    }

    /// Lines to write on.
    Composition ruled(int count) {
        double height = Sheet.millimetres(10);
        for (int i = 0; i < count; i++) {
            pieces.add(Piece.of(height, (pen, top) -> pen.line(leaf.left(), top + height, leaf.right(), top + height)));
        }
        return this;
    }

    /// As [#together], and with what stands above it.
    Composition closing(Composition part) {
        pieces.set(pieces.size() - 1, pieces.getLast().glued());
        return together(part);
    }

    /// Everything of `part` on one page, if it fits there.
    Composition together(Composition part) {
        for (int i = 0; i < part.pieces.size(); i++) {
            var piece = part.pieces.get(i);
            pieces.add(i < part.pieces.size() - 1 ? piece.glued() : piece);
        }
        return this;
    }

    Composition add(Piece piece) {
        pieces.add(piece);
        return this;
    }

    Composition part() {
        return new Composition(breaks.typeface(), leaf);
    }
}
