package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Breaks a paragraph into lines as Chinese is set: between any two characters, but no line begins with a
/// closing sign or ends with an opening one (避头尾), and no number or Latin word is torn unless it fills more
/// than a line.
record LineBreaks(Typeface typeface) {
    private static final String NEVER_FIRST = "，。、；：？！）》〉】〕』」”’…—～·％‰℃,.;:?!)]}%々ー";
    private static final String NEVER_LAST = "（《〈【〔『「“‘([{￥$№#";

    /// `indent`: how much shorter the first line is. At least one line, perhaps empty.
    List<String> lines(String paragraph, Style style, double width, double indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double room = width - indent;
        double used = 0;
        for (var group : groups(paragraph)) {
            double size = typeface.width(group, style);
            if (used + size > room && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                room = width;
            }
            if (line.isEmpty() && group.isBlank()) {
                continue;
            }
            if (size > room) {
                for (var piece : torn(group, style, room)) {
                    if (!line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    line.append(piece);
                    used = typeface.width(piece, style);
                    room = width;
                }
            } else {
                line.append(group);
                used += size;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// How wide the widest of what should not be parted is.
    double widest(String text, Style style) {
        return text.lines()
                .flatMap(line -> groups(line).stream())
                .mapToDouble(group -> typeface.width(group, style))
                .max()
                .orElse(0);
    }

    /// What is never parted, in order.
    private static List<String> groups(String text) {
        var groups = new ArrayList<String>();
        var group = new StringBuilder();
        int before = -1;
        for (int each : text.codePoints().toArray()) {
            if (before >= 0 && !isBound(before, each)) {
                groups.add(group.toString());
                group.setLength(0);
            }
            group.appendCodePoint(each);
            before = each;
        }
        if (!group.isEmpty()) {
            groups.add(group.toString());
        }
        return groups;
    }

    private static boolean isBound(int before, int after) {
        if (before == ' ' || after == ' ') {
            return false;
        }
        return NEVER_FIRST.indexOf(after) >= 0
                || NEVER_LAST.indexOf(before) >= 0
                || (isWordPart(before) && isWordPart(after));
    }

    private static boolean isWordPart(int codePoint) {
        return (codePoint < 0x2E80 && (Character.isLetterOrDigit(codePoint) || "-_/@.".indexOf(codePoint) >= 0))
                || codePoint == '＿';
    }

    /// A group wider than a line is torn wherever the line is full.
    private List<String> torn(String group, Style style, double width) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int each : group.codePoints().toArray()) {
            var next = Character.toString(each);
            if (!piece.isEmpty() && typeface.width(piece + next, style) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(next);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
