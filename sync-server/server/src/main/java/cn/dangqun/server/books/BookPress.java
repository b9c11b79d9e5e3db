package cn.dangqun.server.books;

import cn.dangqun.papers.BoxLabels;
import cn.dangqun.papers.Chronicle;
import cn.dangqun.papers.Cover;
import cn.dangqun.papers.Paper;
import cn.dangqun.papers.Papers;
import cn.dangqun.papers.Register;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.web.Reply;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Books and box labels as PDF. Laying pages out takes a second and some 50 MB, so it is done for one after
/// another.
@OneProcess("Lets one book after another be laid out: a matter of this process's memory.")
final class BookPress {
    private static final Logger log = LoggerFactory.getLogger(BookPress.class);

    private final BookWords words;
    private final Papers papers = Papers.withDebiansFont();
    private final Semaphore one = new Semaphore(1, true);

    BookPress(BookWords words) {
        this.words = words;
    }

    /// With its cover; `corrections` says what came after the closing, empty where nothing did.
    Reply book(OrganizationReader.Row branch, int year, BookContent content, String corrections) {
        var book = content.book();
        var papers = new ArrayList<Paper>();
        papers.add(cover(branch, year, book));
        var remarks = new ArrayList<>(content.notes());
        if (!corrections.isEmpty()) {
            remarks.add(corrections);
        }
        remarks.add(words.texts()
                .get("books.paper.printed", words.times().day(words.times().today())));
        if (content.chronicle()) {
            papers.add(chronicle(branch, year, content, remarks));
        } else {
            for (var table : content.tables()) {
                papers.add(register(branch, year, table, remarks));
            }
        }
        return print("book-" + book.key() + "-" + branch.id() + "-" + year + ".pdf", papers);
    }

    private Cover cover(OrganizationReader.Row branch, int year, Book book) {
        var texts = words.texts();
        return new Cover(
                words.title(book),
                branch.name(),
                texts.get("books.paper.year", year),
                List.of(
                        new Cover.Line(texts.get("books.paper.span"), texts.get("books.paper.days", year)),
                        new Cover.Line(texts.get("books.paper.keep"), ""),
                        new Cover.Line(texts.get("books.paper.by"), "")));
    }

    private Register register(OrganizationReader.Row branch, int year, BookTable table, List<String> remarks) {
        return new Register(
                List.of(table.title()),
                List.of(words.texts().get("books.paper.about", branch.name(), year)),
                table.columns().stream()
                        .map(each -> new Register.Column(each.heading(), each.share()))
                        .toList(),
                table.entries().stream().map(Entry::cells).toList(),
                List.of(),
                remarks,
                List.of(),
                Paper.Shape.LYING);
    }

    private Chronicle chronicle(OrganizationReader.Row branch, int year, BookContent content, List<String> remarks) {
        var table = content.own();
        return new Chronicle(
                List.of(table.title()),
                List.of(words.texts().get("books.paper.about", branch.name(), year)),
                table.entries().stream()
                        .map(each -> entry(table.columns(), each))
                        .toList(),
                remarks);
    }

    /// The first columns are its heading: number, day, type and title.
    private Chronicle.Entry entry(List<Column> columns, Entry entry) {
        var cells = entry.cells();
        return new Chronicle.Entry(
                words.texts().get("books.paper.entry", cells.get(0), cells.get(1), cells.get(2), cells.get(3)),
                IntStream.range(4, columns.size())
                        .mapToObj(at -> new Chronicle.Field(
                                columns.get(at).heading(),
                                cells.get(at),
                                columns.get(at).wide()))
                        .toList());
    }

    /// One page for the box of each book.
    Reply labels(OrganizationReader.Row branch, int year) {
        var texts = words.texts();
        return print(
                "box-labels-" + branch.id() + "-" + year + ".pdf",
                Arrays.stream(Book.values())
                        .map(book -> new BoxLabels(
                                words.title(book),
                                branch.name(),
                                texts.get("books.paper.year", year),
                                List.of(
                                        texts.get("books.paper.boxYear", year),
                                        texts.get("books.paper.boxKeep"),
                                        texts.get("books.paper.boxBy"))))
                        .toList());
    }

    /// Without the font there is no page, and it is said which package brings it.
    private Reply print(String name, List<? extends Paper> pages) {
        one.acquireUninterruptibly();
        try {
            var out = new ByteArrayOutputStream();
            papers.write(pages, out);
            return new Reply.Pages(name, ByteString.copyFrom(out.toByteArray()));
        } catch (IOException e) {
            log.warn("Books cannot be laid out: is fonts-noto-cjk installed?", e);
            return new Reply.Page(
                    503,
                    "books/unprinted",
                    words.texts().get("books.unprinted.title"),
                    Map.of("why", words.texts().get("books.unprinted.why")));
        } finally {
            one.release();
        }
    }
}
