package cn.dangqun.papers;

import java.util.List;

/// Lays [BoxLabels] out. On a spine the letters stand under one another.
record BoxLabelsForm(Words words) {
    private static final List<Integer> SPINES = List.of(30, 40, 50);
    private static final double SPINE = Sheet.millimetres(165);
    private static final double APART = Sheet.millimetres(6);
    private static final double FRONT = Sheet.millimetres(64);
    private static final double YEAR = Sheet.millimetres(14);
    private static final double NUMBER = Sheet.millimetres(14);
    private static final double TITLE = Sheet.millimetres(88);
    private static final double PAD = Sheet.millimetres(3);
    private static final double LARGEST = 22;

    void lay(Composition paper, BoxLabels labels) {
        paper.foot(labels.title());
        paper.line(words.get("paper.box.cut"), Style.SMALL, Side.LEFT);
        paper.add(Piece.of(SPINE, (pen, top) -> {
            double left = Sheet.LEFT;
            for (int wide : SPINES) {
                spine(pen, labels, left, top, Sheet.millimetres(wide));
                left += Sheet.millimetres(wide) + APART;
            }
        }));
        paper.gap();
        paper.add(Piece.of(FRONT, (pen, top) -> front(pen, labels, top)));
    }

    private void spine(Pen pen, BoxLabels labels, double left, double top, double wide) {
        pen.box(left, top, wide, SPINE);
        across(pen, labels.year(), new Style(13, true), left, top + PAD, wide);
        pen.line(left, top + YEAR, left + wide, top + YEAR);
        down(pen, labels.title(), true, left, top + YEAR, wide, TITLE);
        double owner = top + YEAR + TITLE;
        pen.line(left, owner, left + wide, owner);
        double height = SPINE - YEAR - TITLE - NUMBER;
        down(pen, labels.owner(), false, left, owner, wide, height);
        double number = top + SPINE - NUMBER;
        pen.line(left, number, left + wide, number);
        across(pen, words.get("paper.box.number"), Style.SMALL, left, number + PAD, wide);
    }

    private static void front(Pen pen, BoxLabels labels, double top) {
        double wide = Sheet.width();
        pen.box(Sheet.LEFT, top, wide, FRONT);
        double y = top + PAD;
        across(pen, labels.title(), fitting(pen, labels.title(), 22, wide - 2 * PAD, true), Sheet.LEFT, y, wide);
        y += 22 * 2;
        across(pen, labels.owner(), fitting(pen, labels.owner(), 16, wide - 2 * PAD, false), Sheet.LEFT, y, wide);
        y += 16 * 2;
        for (var line : labels.lines()) {
            across(pen, line, fitting(pen, line, 13, wide - 2 * PAD, false), Sheet.LEFT, y, wide);
            y += 13 * 1.9;
        }
    }

    private static Style fitting(Pen pen, String text, double size, double wide, boolean bold) {
        double one = Math.max(pen.width(text, new Style(1, bold)), 1);
        return new Style(Math.min(size, wide / one), bold);
    }

    private static void across(Pen pen, String text, Style style, double left, double top, double wide) {
        pen.text(text, style, left + (wide - pen.width(text, style)) / 2, top, 0);
    }

    /// One letter under another, in one column or in two where one would be too small to read.
    private static void down(Pen pen, String text, boolean bold, double left, double top, double wide, double height) {
        var letters = text.codePoints().mapToObj(Character::toString).toList();
        double room = height - 2 * PAD;
        int columns = letters.size() * Style.SMALL.size() * 1.2 > room ? 2 : 1;
        int most = (letters.size() + columns - 1) / columns;
        double size = Math.min(Math.min(LARGEST, room / most / 1.2), (wide - 2 * PAD) / columns / 1.2);
        var style = new Style(size, bold);
        double step = size * 1.2;
        for (int i = 0; i < letters.size(); i++) {
            int column = i / most;
            // the first column is the one on the right
            double middle = left + wide * (columns - column - 0.5) / columns;
            int inColumn = column == columns - 1 ? letters.size() - column * most : most;
            double y = top + (height - inColumn * step) / 2 + i % most * step - (style.leading() - step) / 2;
            pen.text(letters.get(i), style, middle - pen.width(letters.get(i), style) / 2, y, 0);
        }
    }
}
