package cn.dangqun.papers;

import java.util.List;

/// A page for the book that is kept by hand. A section without words gets ruled lines to write on, `ruled` in
/// number; sections stand in the order of the book.
public record MinutesPage(
        MeetingHead meeting, String attendance, String missing, String observers, List<Section> sections, int ruled)
        implements Paper {
    private static final int RULED_MAX = 60;

    public MinutesPage {
        sections = List.copyOf(sections);
        if (ruled < 1 || ruled > RULED_MAX) {
            throw new IllegalArgumentException("1 to " + RULED_MAX + " ruled lines");
        }
    }

    /// Such as 发言要点, with one paragraph for each that spoke.
    public record Section(String heading, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    @Override
    public String toString() {
        return "MinutesPage[" + meeting + "]";
    }
}
