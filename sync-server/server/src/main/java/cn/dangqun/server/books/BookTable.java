package cn.dangqun.server.books;

import java.util.List;

/// One table of a book, the same cells on screen, in the workbook and on paper. Words are as they are to be read.
record BookTable(String title, List<Column> columns, List<Entry> entries) {
    BookTable {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        int width = columns.size();
        if (entries.stream().anyMatch(each -> each.cells().size() != width)) {
            throw new IllegalArgumentException("each entry has as many cells as there are columns");
        }
    }

    /// `share` is its part of a page's width in millimetres, against the others; `wide`: in a chronicle it has a line
    /// of its own.
    record Column(String heading, double share, boolean wide, boolean number) {
        static Column of(String heading, double share) {
            return new Column(heading, share, false, false);
        }

        /// Of figures: what of it is one is a number in the workbook.
        static Column figure(String heading, double share) {
            return new Column(heading, share, false, true);
        }
    }

    /// `key` names it the same whatever it says: a member, or an activity and its roll. `address` is where what it says
    /// is entered, empty where nowhere.
    record Entry(String key, List<String> cells, String address) {
        Entry {
            cells = List.copyOf(cells);
        }

        @Override
        public String toString() {
            return "Entry[" + key + "]";
        }
    }
}
