package cn.dangqun.server.books;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.books.BooksModel.Count;
import cn.dangqun.server.books.BooksModel.Row;
import cn.dangqun.server.books.BooksModel.Shelf;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Writes the list of branches with what each book of the year holds and lacks. Books are counted for the branches of
/// the page only: each costs its own year.
record ShelfPage(BookShelf shelf, BookWords words) {
    static final int PER_PAGE = 20;
    private static final Pinyin PINYIN = new Pinyin();

    /// A branch and how its year stands.
    record Standing(OrganizationReader.Row branch, Optional<Filed> filed) {
        /// Open ones first.
        int rank() {
            return filed.filter(Filed::isClosed)
                    .map(each -> each.printedAt().isPresent() ? 2 : 1)
                    .orElse(0);
        }
    }

    private static Orders<Standing> orders() {
        return Orders.<Standing>of("web.order.tree")
                .or(
                        "name",
                        "web.order.name",
                        Comparator.comparing((Standing each) -> each.branch().name(), PINYIN.order()))
                .or("open", "books.order.open", Comparator.comparingInt(Standing::rank));
    }

    Shelf write(Handle handle, Viewer viewer, BooksAsking asking) {
        var found = orders().sorted(found(handle, viewer.scope(), asking), asking.question());
        var asked = asking.question().within(found.size(), PER_PAGE);
        var rows = new ArrayList<Row>();
        each(handle, viewer, asking, asked.cut(found, PER_PAGE), rows::add);
        return new Shelf(
                asking.year(),
                asking.years(BooksRoutes.LIST),
                Arrays.stream(Book.values()).map(words::brief).toList(),
                organizations(handle, viewer.scope(), asking),
                orders().choices(words.texts(), asking.question()),
                asking.search(),
                rows,
                asking.question().at(1).address(BooksRoutes.EXPORT),
                asked.pages(words.texts(), BooksRoutes.LIST, found.size(), PER_PAGE));
    }

    /// One row after another, as they are counted.
    void each(Handle handle, Viewer viewer, BooksAsking asking, List<Standing> standings, Consumer<Row> each) {
        boolean fees = viewer.may(Permission.SEE_FEES);
        var watermarks = Watermarks.of(handle, shelf.times().now());
        for (var standing : standings) {
            each.accept(row(handle, standing, asking, watermarks, fees));
        }
    }

    /// Branches of the scope that are asked for, in the order of the tree.
    List<Standing> found(Handle handle, Scope scope, BooksAsking asking) {
        var typed = Pinyin.plain(asking.search());
        var branches = new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .filter(each -> asking.organization()
                                .filter(top -> !each.path().contains("/" + top + "/"))
                                .isEmpty())
                        .filter(each -> typed.isEmpty()
                                || PINYIN.words(each.name()).stream().anyMatch(word -> word.contains(typed)))
                        .toList();
        var filed = new FilingStore(handle)
                .all(branches.stream().map(OrganizationReader.Row::id).toList(), asking.year());
        return branches.stream()
                .map(each -> new Standing(each, Optional.ofNullable(filed.get(each.id()))))
                .toList();
    }

    private Row row(Handle handle, Standing standing, BooksAsking asking, Watermarks watermarks, boolean fees) {
        var branch = standing.branch();
        var year = new BookYear(
                handle,
                branch,
                asking.year(),
                asking.today(),
                shelf.times().now(),
                new Names(false, shelf.texts()),
                false);
        var books = shelf.all(year, watermarks, fees);
        return new Row(
                branch.name(),
                branch.above(),
                asking.at(BooksRoutes.branch(branch.id())),
                Arrays.stream(Book.values())
                        .map(book -> books.stream()
                                .filter(each -> each.book() == book)
                                .findFirst()
                                .map(each -> new Count(
                                        String.valueOf(each.entries()),
                                        each.lacks().size(),
                                        BooksRoutes.lacking(branch.id(), asking.year(), book)))
                                .orElseGet(() -> new Count("—", 0, "")))
                        .toList(),
                standing.filed().map(words::brief).orElse(""));
    }

    private static List<Choice> organizations(Handle handle, Scope scope, BooksAsking asking) {
        return new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.COMMITTEE
                                || each.level() == OrganizationLevel.GENERAL_BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                asking.organization().filter(each.id()::equals).isPresent()))
                        .toList();
    }
}
