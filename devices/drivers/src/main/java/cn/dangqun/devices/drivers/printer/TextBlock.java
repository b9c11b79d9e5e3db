package cn.dangqun.devices.drivers.printer;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// Sets one text within a width, breaking between any two characters as Chinese allows, but not inside a run of Latin
/// letters and digits that would fit on a line.
final class TextBlock {
    private final Graphics2D pen;
    private final TicketFont font;
    private final TextStyle style;
    private final int width;

    TextBlock(Graphics2D pen, TicketFont font, TextStyle style, int width) {
        this.pen = pen;
        this.font = font;
        this.style = style;
        this.width = width;
    }

    private record Placed(TicketFont.Glyph glyph, int advance, boolean isWordPart) {}

    int width(String text) {
        return advance(glyphs(text));
    }

    /// Draws and returns the y below the last line.
    int draw(String text, int left, int top) {
        int y = top;
        for (var line : lines(glyphs(text))) {
            int x = style.isCentred() ? left + (width - advance(line)) / 2 : left;
            for (var placed : line) {
                pen.setFont(placed.glyph().font());
                pen.drawString(placed.glyph().text(), x, y + style.ascent());
                x += placed.advance();
            }
            y += style.lineHeight();
        }
        return y;
    }

    private List<Placed> glyphs(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .mapToObj(this::place)
                .toList();
    }

    private Placed place(int codePoint) {
        var glyph = font.glyph(codePoint, style.fontStyle(), style.size());
        int advance = pen.getFontMetrics(glyph.font()).stringWidth(glyph.text());
        return new Placed(glyph, advance, codePoint < 0x2E80 && Character.isLetterOrDigit(codePoint));
    }

    private static int advance(List<Placed> line) {
        return line.stream().mapToInt(Placed::advance).sum();
    }

    private List<List<Placed>> lines(List<Placed> glyphs) {
        var lines = new ArrayList<List<Placed>>();
        int from = 0;
        while (from < glyphs.size()) {
            int end = lineEnd(glyphs, from);
            lines.add(glyphs.subList(from, end));
            from = end;
        }
        return lines;
    }

    private int lineEnd(List<Placed> glyphs, int from) {
        int used = 0;
        int end = from;
        while (end < glyphs.size() && (end == from || used + glyphs.get(end).advance() <= width)) {
            used += glyphs.get(end).advance();
            end++;
        }
        int cut = end;
        while (end < glyphs.size() && cut > from && splitsWord(glyphs, cut)) {
            cut--;
        }
        return cut > from ? cut : end;
    }

    private static boolean splitsWord(List<Placed> glyphs, int at) {
        return glyphs.get(at - 1).isWordPart() && glyphs.get(at).isWordPart();
    }
}
