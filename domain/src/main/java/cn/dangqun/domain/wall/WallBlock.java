package cn.dangqun.domain.wall;

import java.util.List;

/// A part of a text as it is set: a heading, an article with its number before it, a table, or a plain paragraph.
public sealed interface WallBlock {
    record Heading(String text) implements WallBlock {}

    /// `mark` is the number as written: （一）, 第三条, 1.
    record Article(String mark, String text) implements WallBlock {}

    /// `rows` of equally many cells, of which some may be empty; the first is the head.
    record Table(List<List<String>> rows) implements WallBlock {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        public int columns() {
            return rows.getFirst().size();
        }
    }

    record Paragraph(String text) implements WallBlock {}
}
