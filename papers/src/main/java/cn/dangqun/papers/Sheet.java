package cn.dangqun.papers;

/// A4 and what may be printed on of it, in points from the upper left corner. The left edge is wider: papers
/// are bound there.
final class Sheet {
    private static final double MILLIMETRE = 72 / 25.4;

    static final double WIDTH = 210 * MILLIMETRE;
    static final double HEIGHT = 297 * MILLIMETRE;
    static final double LEFT = 26 * MILLIMETRE;
    static final double RIGHT = WIDTH - 18 * MILLIMETRE;
    static final double TOP = 20 * MILLIMETRE;
    static final double BOTTOM = HEIGHT - 22 * MILLIMETRE;
    /// Base line of the page number.
    static final double FOOT = HEIGHT - 12 * MILLIMETRE;

    private Sheet() {}

    static double millimetres(double count) {
        return count * MILLIMETRE;
    }

    static double width() {
        return RIGHT - LEFT;
    }

    static double height() {
        return BOTTOM - TOP;
    }
}
