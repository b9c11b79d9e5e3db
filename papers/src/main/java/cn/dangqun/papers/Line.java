package cn.dangqun.papers;

/// One line of text in a width.
record Line(String text, Style style, Side side, double left, double width) {
    /// More than this between characters looks torn, in parts of their size.
    private static final double WIDEST = 0.35;

    /// `isLast`: of its paragraph, so it is not spread.
    void draw(Pen pen, double top, boolean isLast) {
        double room = width - pen.width(text, style);
        double spread = side == Side.SPREAD && !isLast ? spread(room) : 0;
        double shift = switch (side) {
            case LEFT, SPREAD -> 0;
            case MIDDLE -> room / 2;
            case RIGHT -> room;
        };
        pen.text(text, style, left + shift, top, spread);
    }

    private double spread(double room) {
        int gaps = text.codePointCount(0, text.length()) - 1;
        double spread = gaps < 1 ? 0 : room / gaps;
        return spread > style.size() * WIDEST ? 0 : Math.max(0, spread);
    }
}
