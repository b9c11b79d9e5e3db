package cn.dangqun.papers;

import java.util.List;

/// One box of a table; `share` is its part of the width, against its neighbours.
record Cell(double share, Content content) {
    sealed interface Content {
        record Words(String text, Style style, Side side) implements Content {}

        record Signature(List<Stroke> strokes) implements Content {}
    }

    static Cell of(double share, String text) {
        return new Cell(share, new Content.Words(text, Style.CELL, Side.MIDDLE));
    }

    static Cell left(double share, String text) {
        return new Cell(share, new Content.Words(text, Style.CELL, Side.LEFT));
    }

    static Cell head(double share, String text) {
        return new Cell(share, new Content.Words(text, Style.CELL_HEAD, Side.MIDDLE));
    }

    static Cell fine(double share, String text, Side side) {
        return new Cell(share, new Content.Words(text, Style.FINE, side));
    }

    static Cell fineHead(double share, String text) {
        return new Cell(share, new Content.Words(text, Style.FINE_HEAD, Side.MIDDLE));
    }

    static Cell signed(double share, List<Stroke> strokes) {
        return new Cell(share, new Content.Signature(strokes));
    }
}
