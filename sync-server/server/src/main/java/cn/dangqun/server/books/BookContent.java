package cn.dangqun.server.books;

import java.util.List;

/// What stands in one book of a branch and year, and what it lacks. The first table is the book's own; `notes` say what
/// is left to the pen. `chronicle`: entries are long and stand one under another instead of in a table.
record BookContent(Book book, List<BookTable> tables, List<Lack> lacks, List<String> notes, boolean chronicle) {
    BookContent {
        tables = List.copyOf(tables);
        lacks = List.copyOf(lacks);
        notes = List.copyOf(notes);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a book has a table");
        }
    }

    BookTable own() {
        return tables.getFirst();
    }

    int entries() {
        return own().entries().size();
    }

    /// Something that is not there yet. `about` is what or whom it is of, `address` where it is mended.
    record Lack(Book book, String about, String words, String address) {
        @Override
        public String toString() {
            return "Lack[" + book + "]";
        }
    }

    @Override
    public String toString() {
        return "BookContent[" + book + ", " + entries() + " entries]";
    }
}
