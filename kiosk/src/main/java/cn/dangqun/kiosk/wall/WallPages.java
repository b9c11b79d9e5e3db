package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBlock;
import cn.dangqun.domain.wall.WallText;
import java.util.ArrayList;
import java.util.List;

/// Sets a text on sheets of paper, to be turned instead of scrolled. The same text on the same paper gives the same
/// sheets.
final class WallPages {
    private static final int LINE = 10;
    private static final int ABOVE_TEXT = 4;
    private static final int ABOVE_HEADING = 8;
    /// Two characters before a paragraph
    private static final int PARAGRAPH = 2 * LineBreaker.FULL;

    private WallPages() {}

    /// How much a sheet holds: full characters a line, and lines.
    public record Paper(int columns, int lines) {
        public Paper {
            columns = Math.max(8, columns);
            lines = Math.max(3, lines);
        }

        int height() {
            return lines * LINE;
        }

        /// The same paper for type that is so much larger.
        Paper magnified(int over, int under) {
            return new Paper(columns * under / over, lines * under / over);
        }
    }

    static List<WallSheet> of(WallText text, Paper paper) {
        var sheets = new ArrayList<WallSheet>();
        var sheet = new ArrayList<WallLine>();
        for (var block : kept(text.blocks(), paper)) {
            if (!sheet.isEmpty()
                    && isShort(block.lines(), paper)
                    && height(sheet) + height(block.lines()) > paper.height()) {
                next(sheets, sheet, block.head());
            }
            for (var line : block.lines()) {
                if (!sheet.isEmpty() && height(sheet) + line.gap() + LINE > paper.height()) {
                    next(sheets, sheet, block.head());
                }
                sheet.add(sheet.isEmpty() ? line.withoutGap() : line);
            }
        }
        sheets.add(new WallSheet(sheet));
        return sheets;
    }

    /// Another sheet; a table that goes on there begins with its head again.
    private static void next(List<WallSheet> sheets, List<WallLine> sheet, List<WallLine> head) {
        sheets.add(new WallSheet(sheet));
        sheet.clear();
        head.forEach(line -> sheet.add(sheet.isEmpty() ? line.withoutGap() : line));
    }

    /// `head` stands over the lines again on another sheet.
    private record Kept(List<WallLine> lines, List<WallLine> head) {}

    /// What stays together on a sheet when it can: each block, a heading with the block it stands over.
    private static List<Kept> kept(List<WallBlock> blocks, Paper paper) {
        var all = new ArrayList<Kept>();
        var headings = new ArrayList<WallLine>();
        for (var block : blocks) {
            var lines = new ArrayList<>(headings);
            headings.clear();
            if (block instanceof WallBlock.Table table) {
                addRows(table, lines, all, paper);
                continue;
            }
            lines.addAll(set(block, paper));
            if (block instanceof WallBlock.Heading) {
                headings.addAll(lines);
            } else {
                all.add(new Kept(lines, List.of()));
            }
        }
        if (!headings.isEmpty()) {
            all.add(new Kept(headings, List.of()));
        }
        return all;
    }

    /// The head and the first row stay with what stands over the table; every further row by itself.
    private static void addRows(WallBlock.Table table, List<WallLine> over, List<Kept> all, Paper paper) {
        var rows = WallTable.rows(table, paper);
        var first = new ArrayList<>(over);
        rows.stream().limit(2).forEach(first::addAll);
        all.add(new Kept(first, List.of()));
        // a head that fills half a sheet is not said again
        var head = isShort(rows.getFirst(), paper) ? rows.getFirst() : List.<WallLine>of();
        rows.stream().skip(2).forEach(row -> all.add(new Kept(row, head)));
    }

    /// A block that would leave half a sheet empty is broken instead.
    private static boolean isShort(List<WallLine> block, Paper paper) {
        return 2 * height(block) <= paper.height();
    }

    private static int height(List<WallLine> lines) {
        return lines.stream().mapToInt(line -> line.gap() + LINE).sum();
    }

    private static List<WallLine> set(WallBlock block, Paper paper) {
        return switch (block) {
            case WallBlock.Heading(var words) -> set(words, true, 0, 0, paper);
            case WallBlock.Paragraph(var words) -> set(words, false, PARAGRAPH, 0, paper);
            case WallBlock.Article(var mark, var words) -> article(mark, words, paper);
            case WallBlock.Table table ->
                WallTable.rows(table, paper).stream().flatMap(List::stream).toList();
        };
    }

    /// The text stands beside its number, the further lines below the text.
    private static List<WallLine> article(String mark, String words, Paper paper) {
        var beside = mark + between(mark);
        int indent = LineBreaker.width(beside);
        var lines = new ArrayList<>(set(words, false, indent, indent, paper));
        lines.set(
                0, new WallLine(false, 0, ABOVE_TEXT, beside + lines.getFirst().text()));
        return lines;
    }

    private static String between(String mark) {
        if (mark.startsWith("第")) {
            return "　";
        }
        return mark.endsWith(".") ? " " : "";
    }

    private static List<WallLine> set(String words, boolean heading, int firstIndent, int indent, Paper paper) {
        int width = paper.columns() * LineBreaker.FULL;
        var texts = LineBreaker.lines(words, width - firstIndent, width - indent);
        var lines = new ArrayList<WallLine>();
        for (var text : texts) {
            boolean first = lines.isEmpty();
            int gap = !first ? 0 : heading ? ABOVE_HEADING : ABOVE_TEXT;
            lines.add(new WallLine(heading, first ? firstIndent : indent, gap, text));
        }
        return lines;
    }
}
