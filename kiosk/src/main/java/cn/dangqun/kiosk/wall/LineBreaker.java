package cn.dangqun.kiosk.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Breaks Chinese text into lines of a given width: no line begins with a closing sign or ends with an opening one, and
/// figures and Latin words stay whole. Widths are tenths of a character, as the house's fonts have them.
final class LineBreaker {
    static final int FULL = 10;

    private static final int THIN = 3;
    private static final int NARROW = 6;
    private static final int CAPITAL = 8;
    private static final int LONGEST_WORD = 14;
    private static final String CLOSING = "，。、；：？！）》〉”’」』】…—·,.;:?!)]}%";
    private static final String OPENING = "（《〈“‘「『【([{";
    private static final String BROAD = "mwMW@%";
    private static final String THINNEST = " .,:;";

    private LineBreaker() {}

    static int width(String text) {
        return text.codePoints().map(LineBreaker::width).sum();
    }

    /// Of figures and words of the alphabet, which stay whole.
    static int longestWord(String text) {
        return Pattern.compile("[!-~]+")
                .matcher(text)
                .results()
                .mapToInt(each -> width(each.group()))
                .max()
                .orElse(0);
    }

    private static int width(int point) {
        if (point > 0x7E || BROAD.indexOf(point) >= 0) {
            return FULL;
        }
        if (THINNEST.indexOf(point) >= 0) {
            return THIN;
        }
        return Character.isUpperCase(point) ? CAPITAL : NARROW;
    }

    /// `first` and `rest` are the widths of the first and of the other lines.
    static List<String> lines(String text, int first, int rest) {
        var lines = new ArrayList<String>();
        var left = text;
        int room = first;
        while (!left.isEmpty()) {
            int cut = cut(left, room);
            lines.add(left.substring(0, cut).strip());
            left = left.substring(cut).stripLeading();
            room = rest;
        }
        return lines;
    }

    /// Where the line ends; at least one character is on it.
    private static int cut(String text, int room) {
        int fits = fitting(text, room);
        if (fits == text.length()) {
            return fits;
        }
        int cut = fits;
        while (cut > 0 && !mayBreak(text, cut)) {
            cut = text.offsetByCodePoints(cut, -1);
        }
        return cut == 0 ? Math.max(fits, text.offsetByCodePoints(0, 1)) : cut;
    }

    private static int fitting(String text, int room) {
        int at = 0;
        int used = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            used += width(point);
            if (used > room) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean mayBreak(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return !(isWord(before) && isWord(after)) || wordBefore(text, at) > LONGEST_WORD;
    }

    private static boolean isWord(int point) {
        return point < 0x7F && !Character.isWhitespace(point);
    }

    private static int wordBefore(String text, int at) {
        int start = at;
        while (start > 0 && isWord(text.codePointBefore(start))) {
            start--;
        }
        return at - start;
    }
}
