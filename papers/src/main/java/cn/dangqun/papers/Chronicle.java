package cn.dangqun.papers;

import java.util.List;

/// A book of what happened, one entry after another: title, what it is of, and of each entry a heading and what is
/// said of it. `remarks` stand small at the end.
public record Chronicle(List<String> title, List<String> about, List<Entry> entries, List<String> remarks)
        implements Paper {
    public Chronicle {
        title = List.copyOf(title);
        about = List.copyOf(about);
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a chronicle has a title");
        }
    }

    public record Entry(String heading, List<Field> fields) {
        public Entry {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Entry[" + fields.size() + " fields]";
        }
    }

    /// `wide`: has the whole line to itself; of others two stand in one.
    public record Field(String label, String value, boolean wide) {
        @Override
        public String toString() {
            return "Field[" + label + "]";
        }
    }

    @Override
    public String toString() {
        return "Chronicle[" + entries.size() + " entries]";
    }
}
