package cn.dangqun.papers;

/// How a text is set; sizes in points. No bold face is embedded: the strokes of the one face are drawn thicker.
record Style(double size, boolean isBold) {
    /// 二号
    static final Style TITLE = new Style(20, true);
    /// 四号
    static final Style TEXT = new Style(14, false);
    static final Style STRONG = new Style(14, true);
    /// 三号, of official papers
    static final Style OFFICIAL = new Style(16, false);
    /// 小四
    static final Style CELL = new Style(12, false);
    static final Style CELL_HEAD = new Style(12, true);
    static final Style SMALL = new Style(10, false);
    static final Style FOOT = new Style(9, false);
    /// 小五, in tables of many columns
    static final Style FINE = new Style(9, false);
    static final Style FINE_HEAD = new Style(9, true);

    private static final double LEADING = 1.55;

    boolean isFine() {
        return size <= FINE.size;
    }

    double leading() {
        return size * LEADING;
    }

    /// From the top of a line to its base line.
    double ascent() {
        return (leading() - size) / 2 + size * 0.88;
    }
}
