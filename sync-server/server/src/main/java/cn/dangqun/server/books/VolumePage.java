package cn.dangqun.server.books;

import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.books.BooksModel.Lack;
import cn.dangqun.server.books.BooksModel.Lacking;
import cn.dangqun.server.books.BooksModel.Line;
import cn.dangqun.server.books.BooksModel.Table;
import cn.dangqun.server.books.BooksModel.Volume;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Writes one book, page by page, and the list of what books lack.
record VolumePage(BookShelf shelf, BookWords words) {
    private static final int PER_PAGE = 50;
    /// Of a chronicle, whose entries are long.
    private static final int LONG_PER_PAGE = 10;

    private static final Orders<Entry> ORDERS = Orders.<Entry>of("books.order.number")
            .or(
                    "last",
                    "books.order.last",
                    Comparator.comparingInt(VolumePage::number).reversed());
    private static final Orders<BookContent.Lack> LACK_ORDERS = Orders.<BookContent.Lack>of("books.order.book")
            .or("about", "books.order.about", Comparator.comparing(BookContent.Lack::about));

    private static int number(Entry entry) {
        return Integer.parseInt(entry.cells().getFirst());
    }

    /// With all its words. Names of fees are in full at their own address.
    BookContent read(Handle handle, OrganizationReader.Row branch, Book book, int year, boolean full) {
        return shelf.read(
                book,
                new BookYear(
                        handle,
                        branch,
                        year,
                        shelf.times().today(),
                        shelf.times().now(),
                        new Names(full, shelf.texts()),
                        true),
                Watermarks.of(handle, shelf.times().now()));
    }

    /// What came after the closing, if it is closed.
    Corrections corrections(Handle handle, OrganizationReader.Row branch, Book book, int year) {
        return new FilingStore(handle)
                .find(branch.id(), year)
                .filter(Filed::isClosed)
                .map(filed -> Corrections.of(handle, branch.id(), year, filed, read(handle, branch, book, year, true)))
                .orElse(Corrections.NONE);
    }

    Volume write(
            Handle handle, OrganizationReader.Row branch, Book book, BooksAsking asking, Viewer viewer, boolean full) {
        var content = read(handle, branch, book, asking.year(), full);
        var corrections = corrections(handle, branch, book, asking.year());
        var typed = asking.search();
        var found = ORDERS.sorted(
                content.own().entries().stream()
                        .filter(each -> each.cells().stream().anyMatch(cell -> cell.contains(typed)))
                        .toList(),
                asking.question());
        boolean mayFull = viewer.may(Permission.SEE_FULL_NAMES);
        int perPage = content.chronicle() ? LONG_PER_PAGE : PER_PAGE;
        var asked = asking.question().within(found.size(), perPage);
        var at = new BookAddresses(branch.id(), asking.year(), book, mayFull);
        return new Volume(
                branch.name(),
                words.title(book),
                asking.year(),
                asking.at(BooksRoutes.branch(branch.id())),
                at.bare(),
                headings(content.own()),
                asked.cut(found, perPage).stream()
                        .map(each ->
                                new Line(each.key(), each.cells(), each.address(), words.mark(corrections, each.key())))
                        .toList(),
                content.chronicle(),
                content.tables().stream()
                        .skip(1)
                        .map(each -> new Table(
                                each.title(),
                                headings(each),
                                each.entries().stream().map(Entry::cells).toList()))
                        .toList(),
                content.notes(),
                ORDERS.choices(words.texts(), asking.question()),
                typed,
                full,
                mayFull && !book.isOfFees()
                        ? asking.question().with("names", full ? "" : "full").address(at.bare())
                        : "",
                at.workbook(),
                at.print(),
                content.lacks().isEmpty() ? "" : BooksRoutes.lacking(branch.id(), asking.year(), book),
                words.corrections(corrections),
                asked.pages(words.texts(), at.bare(), found.size(), perPage));
    }

    private static List<String> headings(BookTable table) {
        return table.columns().stream().map(Column::heading).toList();
    }

    Lacking lacking(Handle handle, OrganizationReader.Row branch, BooksAsking asking, Viewer viewer, boolean full) {
        boolean fees = viewer.may(Permission.SEE_FEES);
        var year = new BookYear(
                handle,
                branch,
                asking.year(),
                asking.today(),
                shelf.times().now(),
                new Names(full, shelf.texts()),
                false);
        var all = shelf.all(year, Watermarks.of(handle, shelf.times().now()), fees).stream()
                .flatMap(each -> each.lacks().stream())
                .filter(each ->
                        asking.book().filter(book -> book != each.book()).isEmpty())
                .filter(each -> (each.about() + each.words()).contains(asking.search()))
                .toList();
        var found = LACK_ORDERS.sorted(all, asking.question());
        var asked = asking.question().within(found.size(), PER_PAGE);
        var path = BooksRoutes.branch(branch.id()) + "/lacking";
        return new Lacking(
                branch.name(),
                asking.year(),
                asking.at(BooksRoutes.branch(branch.id())),
                path,
                books(asking.book(), fees),
                LACK_ORDERS.choices(words.texts(), asking.question()),
                asking.search(),
                full,
                fees,
                asking.book().filter(Book::isOfFees).isPresent(),
                viewer.may(Permission.SEE_FULL_NAMES)
                        ? asking.question().with("names", full ? "" : "full").address(path)
                        : "",
                asked.cut(found, PER_PAGE).stream()
                        .map(each -> new Lack(words.title(each.book()), each.about(), each.words(), each.address()))
                        .toList(),
                asked.pages(words.texts(), path, found.size(), PER_PAGE));
    }

    private List<Choice> books(Optional<Book> chosen, boolean fees) {
        var choices = new ArrayList<Choice>();
        Arrays.stream(Book.values())
                .filter(each -> fees || !each.isOfFees())
                .forEach(each -> choices.add(new Choice(
                        each.key(),
                        words.brief(each),
                        chosen.filter(each::equals).isPresent())));
        return choices;
    }
}
