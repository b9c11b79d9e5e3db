package cn.dangqun.papers;

import java.util.List;

/// Labels of the box that a year's book is filed in, to be cut out: three spines of 30, 40 and 50 mm and one for the
/// front, all on one page. `lines` stand on the front under the title.
public record BoxLabels(String title, String owner, String year, List<String> lines) implements Paper {
    public BoxLabels {
        lines = List.copyOf(lines);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a box has a title");
        }
    }
}
