package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Divides pieces among pages, so that none is cut and what is glued stays together.
final class Pages {
    private final List<List<Placed>> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private final Leaf leaf;
    private double used;

    /// A piece and where its upper edge is.
    record Placed(Piece piece, double top) {}

    private Pages(Leaf leaf) {
        this.leaf = leaf;
    }

    /// @throws IllegalStateException when a piece is higher than a page
    static List<List<Placed>> of(List<Piece> pieces, Leaf leaf) {
        var pages = new Pages(leaf);
        for (int i = 0; i < pieces.size(); i++) {
            pages.add(pieces.get(i), chain(pieces, i));
        }
        pages.turn();
        return pages.pages;
    }

    /// How much room is needed from here on before a page may end.
    private static double chain(List<Piece> pieces, int from) {
        double height = 0;
        for (int i = from; i < pieces.size(); i++) {
            height += pieces.get(i).height();
            if (!pieces.get(i).isGlued()) {
                break;
            }
        }
        return height;
    }

    private void add(Piece piece, double chain) {
        if (!page.isEmpty() && used + chain > leaf.height() && (used + piece.height() > leaf.height() || fits(chain))) {
            turn();
            piece.repeated().forEach(this::put);
        }
        if (used + piece.height() > leaf.height() + 0.01) {
            throw new IllegalStateException("a piece is higher than a page");
        }
        put(piece);
    }

    /// What is glued and longer than a page has to be parted somewhere.
    private boolean fits(double chain) {
        return chain <= leaf.height();
    }

    private void put(Piece piece) {
        page.add(new Placed(piece, leaf.top() + used));
        used += piece.height();
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        page = new ArrayList<>();
        used = 0;
    }
}
