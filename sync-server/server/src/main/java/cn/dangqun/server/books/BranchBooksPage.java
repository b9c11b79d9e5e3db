package cn.dangqun.server.books;

import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.books.BooksModel.Branch;
import cn.dangqun.server.books.BooksModel.Closing;
import cn.dangqun.server.books.BooksModel.One;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Writes the seven books of one branch and year: how much each holds and lacks, what came after the closing, and how
/// the year is closed. Names nobody.
record BranchBooksPage(BookShelf shelf, BookWords words) {

    Branch write(Handle handle, OrganizationReader.Row branch, BooksAsking asking, Viewer viewer, String problem) {
        boolean fees = viewer.may(Permission.SEE_FEES);
        var filed = new FilingStore(handle).find(branch.id(), asking.year());
        // digests are of all words and full names; nothing of them is shown here
        var year = new BookYear(
                handle,
                branch,
                asking.year(),
                asking.today(),
                shelf.times().now(),
                new Names(true, shelf.texts()),
                filed.isPresent());
        var books = shelf.all(year, Watermarks.of(handle, shelf.times().now()), fees).stream()
                .collect(Collectors.toMap(BookContent::book, Function.identity()));
        var path = BooksRoutes.branch(branch.id());
        return new Branch(
                branch.id().value(),
                branch.name(),
                asking.year(),
                asking.years(path),
                Arrays.stream(Book.values())
                        .map(book -> one(handle, book, books, year, filed, viewer))
                        .toList(),
                closing(handle, branch, asking, viewer, filed, books),
                viewer.may(Permission.SEE_FULL_NAMES),
                asking.at(path + "/labels"),
                problem);
    }

    private One one(
            Handle handle,
            Book book,
            Map<Book, BookContent> books,
            BookYear year,
            Optional<Filed> filed,
            Viewer viewer) {
        var content = Optional.ofNullable(books.get(book));
        if (content.isEmpty()) {
            return new One(words.title(book), "—", 0, "", "", "", "", "");
        }
        var branch = year.branch().id();
        var corrections = filed.filter(Filed::isClosed)
                .map(each -> Corrections.of(handle, branch, year.year(), each, content.get()))
                .orElse(Corrections.NONE);
        var at = new BookAddresses(branch, year.year(), book, viewer.may(Permission.SEE_FULL_NAMES));
        return new One(
                words.title(book),
                String.valueOf(content.get().entries()),
                content.get().lacks().size(),
                BooksRoutes.lacking(branch, year.year(), book),
                at.page(),
                at.workbook(),
                at.print(),
                words.corrections(corrections));
    }

    private Closing closing(
            Handle handle,
            OrganizationReader.Row branch,
            BooksAsking asking,
            Viewer viewer,
            Optional<Filed> filed,
            Map<Book, BookContent> books) {
        boolean closed = filed.filter(Filed::isClosed).isPresent();
        boolean may = viewer.may(Permission.CLOSE_BOOKS);
        boolean own = closed
                && filed.filter(each -> each.closedBy().equals(viewer.login())).isPresent();
        return new Closing(
                filed.map(words::state).orElse(""),
                filed.filter(Filed::isClosed)
                        .map(each -> words.texts()
                                .get(
                                        "books.closing.lacked",
                                        new FilingStore(handle)
                                                .lacked(
                                                        branch.id(),
                                                        asking.year(),
                                                        each,
                                                        viewer.may(Permission.SEE_FEES))))
                        .orElse(""),
                books.values().stream().mapToInt(each -> each.lacks().size()).sum(),
                may && !closed && asking.year() <= asking.today().getYear(),
                may && closed && filed.flatMap(Filed::printedAt).isEmpty(),
                may && closed && !own,
                may && own,
                viewer.may(Permission.SEE_FEES));
    }
}
