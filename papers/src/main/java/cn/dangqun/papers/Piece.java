package cn.dangqun.papers;

import java.util.List;

/// Something that stands whole on one page. `isGlued`: on the same page as the next piece. `repeated`: what is
/// drawn anew at the top when this piece begins a page, such as the head of its table.
record Piece(double height, Drawing drawing, boolean isGlued, List<Piece> repeated) {
    Piece {
        repeated = List.copyOf(repeated);
    }

    /// Draws with its upper edge at `top`.
    interface Drawing {
        void draw(Pen pen, double top);
    }

    static Piece of(double height, Drawing drawing) {
        return new Piece(height, drawing, false, List.of());
    }

    static Piece gap(double height) {
        return of(height, (_, _) -> {});
    }

    Piece glued() {
        return new Piece(height, drawing, true, repeated);
    }

    Piece under(List<Piece> heads) {
        return new Piece(height, drawing, isGlued, heads);
    }
}
