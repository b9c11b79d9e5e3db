package cn.dangqun.domain.wall;

/// A part of a text as it is set: a heading, an article with its number before it, or a plain paragraph.
public sealed interface WallBlock {
    record Heading(String text) implements WallBlock {}

    /// `mark` is the number as written: （一）, 第三条, 1.
    record Article(String mark, String text) implements WallBlock {}

    record Paragraph(String text) implements WallBlock {}
}
