package cn.dangqun.papers;

/// One side of paper and what may be printed on of it, in points from the upper left corner. `foot` is the base line of
/// the page number. Immutable.
record Leaf(double wide, double high, double left, double right, double top, double bottom, double foot) {
    static final Leaf UPRIGHT =
            new Leaf(Sheet.WIDTH, Sheet.HEIGHT, Sheet.LEFT, Sheet.RIGHT, Sheet.TOP, Sheet.BOTTOM, Sheet.FOOT);

    /// A4 on its side; the upper edge is wider, since it is bound there.
    static final Leaf LYING = new Leaf(
            Sheet.HEIGHT,
            Sheet.WIDTH,
            Sheet.millimetres(14),
            Sheet.HEIGHT - Sheet.millimetres(14),
            Sheet.millimetres(24),
            Sheet.WIDTH - Sheet.millimetres(18),
            Sheet.WIDTH - Sheet.millimetres(10));

    /// Of what is printed on.
    double width() {
        return right - left;
    }

    /// Of what is printed on.
    double height() {
        return bottom - top;
    }
}
