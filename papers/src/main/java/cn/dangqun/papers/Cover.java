package cn.dangqun.papers;

import java.util.List;

/// The front of a book that an office files: its title, whose it is, and what is said under it, line by line. Where
/// papers follow it in the same file, how many pages they have up to the next cover is said too.
public record Cover(String title, String owner, String year, List<Line> lines) implements Paper {
    public Cover {
        lines = List.copyOf(lines);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a cover has a title");
        }
    }

    /// An empty value is left to be filled in by hand.
    public record Line(String label, String value) {}
}
