package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Lays a [Cover] out: a frame, the title in its upper part, the lines in its lower.
record CoverForm(Words words) {
    private static final Style YEAR = new Style(26, true);
    private static final Style OWNER = new Style(18, false);
    private static final double LARGEST = 36;
    private static final double SMALLEST = 20;
    private static final double ABOVE = Sheet.millimetres(45);
    private static final double APART = Sheet.millimetres(18);
    private static final double LINE = Sheet.millimetres(13);
    private static final double INDENT = Sheet.millimetres(28);
    private static final double EDGE = Sheet.millimetres(4);

    /// `following`: how many pages the papers behind it have, 0 where none is.
    void lay(Composition paper, Cover cover, int following) {
        var lines = new ArrayList<>(cover.lines());
        if (following > 0) {
            lines.addFirst(new Cover.Line(words.get("paper.cover.pages"), words.get("paper.cover.count", following)));
        }
        paper.add(Piece.of(Sheet.height(), (pen, top) -> draw(pen, top, cover, lines)));
    }

    private void draw(Pen pen, double top, Cover cover, List<Cover.Line> lines) {
        pen.box(Sheet.LEFT - EDGE, top - EDGE, Sheet.width() + 2 * EDGE, Sheet.height() + 2 * EDGE);
        var title = new Style(size(pen, cover.title()), true);
        double y = top + ABOVE;
        middle(pen, cover.year(), YEAR, y);
        y += YEAR.leading() + APART / 2;
        middle(pen, cover.title(), title, y);
        y += title.leading() + APART;
        middle(pen, cover.owner(), ownerStyle(pen, cover.owner()), y);
        y = top + Sheet.height() - APART - lines.size() * LINE;
        for (var line : lines) {
            var label = line.label() + words.get("paper.colon");
            pen.text(label, Style.OFFICIAL, Sheet.LEFT + INDENT, y, 0);
            double left = Sheet.LEFT + INDENT + pen.width(label, Style.OFFICIAL);
            pen.text(line.value(), Style.OFFICIAL, left, y, 0);
            double under = y + Style.OFFICIAL.leading();
            pen.line(left, under, Sheet.RIGHT - INDENT, under);
            y += LINE;
        }
    }

    /// As large as one line allows.
    private static double size(Pen pen, String title) {
        double one = pen.width(title, new Style(1, true));
        return Math.max(SMALLEST, Math.min(LARGEST, Sheet.width() / Math.max(one, 1)) - 1);
    }

    private static Style ownerStyle(Pen pen, String owner) {
        double one = pen.width(owner, new Style(1, false));
        return new Style(Math.min(OWNER.size(), Sheet.width() / Math.max(one, 1)), false);
    }

    private static void middle(Pen pen, String text, Style style, double top) {
        pen.text(text, style, Sheet.LEFT + (Sheet.width() - pen.width(text, style)) / 2, top, 0);
    }
}
