package cn.dangqun.server.books;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What pages of 三册四簿 show, word by word. Addresses are empty where the viewer may not go.
public final class BooksModel {
    private BooksModel() {}

    public record Link(String name, String address, boolean chosen) {}

    /// Branches of a year; `books` are the titles of the columns.
    public record Shelf(
            int year,
            List<Link> years,
            List<String> books,
            List<Choice> organizations,
            List<Choice> orders,
            String search,
            List<Row> rows,
            String exportAddress,
            ListQuestion.Pages pages) {
        public Shelf {
            years = List.copyOf(years);
            books = List.copyOf(books);
            organizations = List.copyOf(organizations);
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    public record Row(String name, String above, String address, List<Count> books, String state) {
        public Row {
            books = List.copyOf(books);
        }
    }

    /// `entries` is — where the viewer may not see the book.
    public record Count(String entries, int lacks, String lackAddress) {}

    /// A branch's seven books.
    public record Branch(
            String id,
            String name,
            int year,
            List<Link> years,
            List<One> books,
            Closing closing,
            boolean fullNames,
            String labels,
            String problem) {
        public Branch {
            years = List.copyOf(years);
            books = List.copyOf(books);
        }
    }

    /// `corrections`: what came after the closing, empty while nothing did.
    public record One(
            String title,
            String entries,
            int lacks,
            String lackAddress,
            String address,
            String workbook,
            String print,
            String corrections) {}

    /// `state` says how the year stands, empty before the first closing; `lacks` are of the books that the viewer sees.
    public record Closing(
            String state,
            String lacked,
            int lacks,
            boolean mayClose,
            boolean mayPrint,
            boolean mayReopen,
            boolean own,
            boolean fees) {}

    /// One book.
    public record Volume(
            String branch,
            String title,
            int year,
            String back,
            String path,
            List<String> headings,
            List<Line> lines,
            boolean chronicle,
            List<Table> more,
            List<String> notes,
            List<Choice> orders,
            String search,
            boolean full,
            String namesAddress,
            String workbook,
            String print,
            String lacking,
            String corrections,
            ListQuestion.Pages pages) {
        public Volume {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
            more = List.copyOf(more);
            notes = List.copyOf(notes);
            orders = List.copyOf(orders);
        }
    }

    /// `mark`: that it came or changed after the closing.
    public record Line(String key, List<String> cells, String address, String mark) {
        public Line {
            cells = List.copyOf(cells);
        }

        @Override
        public String toString() {
            return "Line[" + key + "]";
        }
    }

    public record Table(String title, List<String> headings, List<List<String>> rows) {
        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// What a branch's books lack.
    public record Lacking(
            String branch,
            int year,
            String back,
            String path,
            List<Choice> books,
            List<Choice> orders,
            String search,
            boolean full,
            boolean fees,
            boolean feesAsked,
            String namesAddress,
            List<Lack> rows,
            ListQuestion.Pages pages) {
        public Lacking {
            books = List.copyOf(books);
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    public record Lack(String book, String about, String words, String address) {
        @Override
        public String toString() {
            return "Lack[" + book + "]";
        }
    }
}
