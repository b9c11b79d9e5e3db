package cn.dangqun.server.codes;

import cn.dangqun.domain.member.NameText;
import cn.dangqun.server.web.QrPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is printed: pages of at most ten cards.
public record SheetModel(String backAddress, List<List<Face>> pages, int cards, int leftOut, int unaware) {
    private static final int CARDS_PER_PAGE = 10;

    public SheetModel {
        pages = pages.stream().map(List::copyOf).toList();
    }

    static SheetModel of(String backAddress, List<Face> faces, int leftOut, int unaware) {
        var pages = new ArrayList<List<Face>>();
        for (int at = 0; at < faces.size(); at += CARDS_PER_PAGE) {
            pages.add(faces.subList(at, Math.min(at + CARDS_PER_PAGE, faces.size())));
        }
        return new SheetModel(backAddress, pages, faces.size(), leftOut, unaware);
    }

    /// The characters of its names that most fonts cannot draw, each once; empty for almost every sheet.
    public String undrawn() {
        var names = pages.stream().flatMap(List::stream).map(Face::name).collect(Collectors.joining());
        return NameText.undrawn(names);
    }

    /// The front of one card.
    public record Face(String centre, String branch, String name, String serial, String until, QrPicture code) {
        // how many characters go on the lines of the card in large and in medium type
        private static final int LARGE_NAME = 7;
        private static final int MEDIUM_NAME = 18;
        private static final int LARGE_CENTRE = 15;
        private static final int MEDIUM_CENTRE = 19;

        /// L, M or S: how large the name may be set.
        public String nameFit() {
            return fit(name, LARGE_NAME, MEDIUM_NAME);
        }

        public String centreFit() {
            return fit(centre, LARGE_CENTRE, MEDIUM_CENTRE);
        }

        /// The name in the pieces between which a line may break: after each point.
        public List<String> nameParts() {
            return List.of(name.split("(?<=·)"));
        }

        private static String fit(String text, int large, int medium) {
            var length = text.codePointCount(0, text.length());
            return length <= large ? "L" : length <= medium ? "M" : "S";
        }

        @Override
        public String toString() {
            return "Face[" + serial + "]";
        }
    }
}
