package cn.dangqun.server.codes;

import java.util.ArrayList;
import java.util.List;

/// What is printed: pages of at most ten cards.
public record SheetModel(String backAddress, List<List<Face>> pages, int cards, int leftOut) {
    private static final int CARDS_PER_PAGE = 10;

    public SheetModel {
        pages = pages.stream().map(List::copyOf).toList();
    }

    static SheetModel of(String backAddress, List<Face> faces, int leftOut) {
        var pages = new ArrayList<List<Face>>();
        for (int at = 0; at < faces.size(); at += CARDS_PER_PAGE) {
            pages.add(faces.subList(at, Math.min(at + CARDS_PER_PAGE, faces.size())));
        }
        return new SheetModel(backAddress, pages, faces.size(), leftOut);
    }

    /// The front of one card. `fit` is how small a name must be set to stay on the card: S, M or L for its length.
    public record Face(
            String centre, String branch, String name, String fit, String serial, String until, QrPicture code) {
        @Override
        public String toString() {
            return "Face[" + serial + "]";
        }
    }
}
