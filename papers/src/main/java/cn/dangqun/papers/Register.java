package cn.dangqun.papers;

import java.util.List;

/// A table that an office keeps of a year: title, what it is of, the columns, the rows, sums, and who signs. `remarks`
/// stand small under the table. One that lies has smaller letters: it has many columns.
public record Register(
        List<String> title,
        List<String> about,
        List<Column> columns,
        List<List<String>> rows,
        List<String> sums,
        List<String> remarks,
        List<String> signatures,
        Shape shape)
        implements Paper {
    public Register {
        title = List.copyOf(title);
        about = List.copyOf(about);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        sums = List.copyOf(sums);
        remarks = List.copyOf(remarks);
        signatures = List.copyOf(signatures);
        int width = columns.size();
        if (title.isEmpty() || width == 0) {
            throw new IllegalArgumentException("a register has a title and columns");
        }
        if (rows.stream().anyMatch(each -> each.size() != width) || (!sums.isEmpty() && sums.size() != width)) {
            throw new IllegalArgumentException("each row has as many cells as there are columns");
        }
    }

    /// An upright one.
    public Register(
            List<String> title,
            List<String> about,
            List<Column> columns,
            List<List<String>> rows,
            List<String> sums,
            List<String> remarks,
            List<String> signatures) {
        this(title, about, columns, rows, sums, remarks, signatures, Shape.UPRIGHT);
    }

    /// `share` is its part of the width, against the others.
    public record Column(String heading, double share) {}

    @Override
    public String toString() {
        return "Register[" + rows.size() + " rows]";
    }
}
