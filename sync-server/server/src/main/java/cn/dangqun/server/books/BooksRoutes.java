package cn.dangqun.server.books;

import cn.dangqun.domain.fact.StreetFact.Filing;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// 三册四簿: branches with what their books hold and lack, one branch's books, each book on screen, as a workbook and on
/// paper, box labels, and the year's closing.
public final class BooksRoutes implements Routes {
    static final String LIST = "/books";
    static final String EXPORT = "/books/export";
    private static final String BRANCH = "/books/:id";
    private static final String VOLUME = BRANCH + "/volumes/:book";
    private static final String FEES = BRANCH + "/fees";
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final BookWords words;
    private final ShelfPage list;
    private final BranchBooksPage branchPage;
    private final VolumePage volumes;
    private final FilingDesk desk;
    private final BookPress press;
    private final Texts texts;
    private final Times times;

    public BooksRoutes(Database database, StreetLedger street, StreetRoster roster, Texts texts, Times times) {
        var shelf = new BookShelf(roster, texts, times);
        this.database = database;
        this.words = new BookWords(texts, times);
        this.list = new ShelfPage(shelf, words);
        this.branchPage = new BranchBooksPage(shelf, words);
        this.volumes = new VolumePage(shelf, words);
        this.desk = new FilingDesk(database, street, shelf, times);
        this.press = new BookPress(words);
        this.texts = texts;
        this.times = times;
    }

    static String branch(OrganizationId id) {
        return BRANCH.replace(":id", id.value());
    }

    static String lacking(OrganizationId id, int year, Book book) {
        return branch(id) + "/lacking?year=" + year + "&book=" + book.key();
    }

    @Override
    public void mount(Entrance entrance) {
        var ofBranch = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("id")));
        var anybody = Right.signedIn();
        var full = Right.of(Permission.SEE_FULL_NAMES);
        var fees = Right.of(Permission.SEE_FEES);
        entrance.menu(LIST, "books.list.title");
        entrance.page(LIST, new Policy(anybody, Subtree.filtered(), Trace.none("figures without names")), this::list);
        entrance.page(EXPORT, new Policy(anybody, Subtree.filtered(), Trace.look(Action.BOOKS_EXPORTED)), this::export);
        entrance.page(
                BRANCH,
                new Policy(anybody, ofBranch, Trace.none("figures without names")),
                visit -> branch(200, visit, ""));
        entrance.page(
                BRANCH + "/labels",
                new Policy(anybody, ofBranch, Trace.none("titles of books and the branch's name")),
                visit -> of(
                        visit,
                        (handle, branch) ->
                                () -> press.labels(branch, asking(visit).year())));
        entrance.page(
                BRANCH + "/lacking",
                new Policy(anybody, ofBranch, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id")),
                this::lacking);
        var shown = Trace.fullNames(Action.FULL_NAMES_SHOWN, "id", "book");
        entrance.page(
                VOLUME, new Policy(anybody, ofBranch, shown), visit -> volume(visit, book(visit), visit.fullNames()));
        taken(entrance, "/workbook", new Policy(anybody, ofBranch, look(Action.BOOK_EXPORTED)), false);
        taken(entrance, "/workbook/full", new Policy(full, ofBranch, look(Action.BOOK_NAMES_EXPORTED)), true);
        taken(entrance, "/print", new Policy(anybody, ofBranch, look(Action.BOOK_PRINTED)), false);
        taken(entrance, "/print/full", new Policy(full, ofBranch, look(Action.BOOK_NAMES_PRINTED)), true);
        entrance.page(
                FEES,
                new Policy(fees, ofBranch, Trace.look(Action.FEES_SHOWN, "id")),
                visit -> volume(visit, Optional.of(Book.FEES), true));
        entrance.page(
                FEES + "/workbook",
                new Policy(fees, ofBranch, Trace.look(Action.FEES_EXPORTED, "id")),
                visit -> workbook(visit, Optional.of(Book.FEES), true));
        entrance.page(
                FEES + "/print",
                new Policy(fees, ofBranch, Trace.look(Action.FEES_PRINTED, "id")),
                visit -> print(visit, Optional.of(Book.FEES), true));
        file(entrance, ofBranch, "/closing", Filing.CLOSED, Action.BOOKS_CLOSED);
        file(entrance, ofBranch, "/printed", Filing.PRINTED, Action.BOOKS_FILED);
        file(entrance, ofBranch, "/reopening", Filing.REOPENED, Action.BOOKS_REOPENED);
    }

    private static Trace look(Action action) {
        return Trace.look(action, "id", "book");
    }

    private void taken(Entrance entrance, String how, Policy policy, boolean full) {
        entrance.page(
                VOLUME + how,
                policy,
                visit -> how.startsWith("/workbook")
                        ? workbook(visit, book(visit), full)
                        : print(visit, book(visit), full));
    }

    private void file(Entrance entrance, Subtree ofBranch, String deed, Filing filing, Action action) {
        entrance.action(
                BRANCH + deed,
                new Policy(Right.of(Permission.CLOSE_BOOKS), ofBranch, Trace.deed(action)),
                visit -> file(visit, filing));
    }

    private BooksAsking asking(Visit visit) {
        return BooksAsking.of(visit, times.today());
    }

    /// Fees stand at an address of their own.
    private static Optional<Book> book(Visit visit) {
        return Book.of(visit.param("book")).filter(each -> !each.isOfFees());
    }

    private static Optional<OrganizationReader.Row> find(Handle handle, Visit visit) {
        return new OrganizationReader(handle, Scope.wholeStreet())
                .all().stream()
                        .filter(each -> each.id().value().equals(visit.param("id")))
                        .findFirst();
    }

    /// What answers when the transaction is over.
    private interface Answer {
        Reply give();
    }

    private Reply of(Visit visit, BiFunction<Handle, OrganizationReader.Row, Answer> answer) {
        return of(visit, false, answer);
    }

    /// Of a branch; whoever asks for something above one is led to its branches, unless it is there `above` them too.
    private Reply of(Visit visit, boolean above, BiFunction<Handle, OrganizationReader.Row, Answer> answer) {
        return database.read(handle -> find(handle, visit)
                        .<Answer>map(found -> switch (found.level()) {
                            case BRANCH -> answer.apply(handle, found);
                            case GROUP -> Reply.NotFound::new;
                            case STREET_COMMITTEE, COMMITTEE, GENERAL_BRANCH ->
                                above ? answer.apply(handle, found) : () -> new Reply.SeeOther(above(found));
                        })
                        .orElse(Reply.NotFound::new))
                .give();
    }

    private static String above(OrganizationReader.Row found) {
        return found.level() == OrganizationLevel.STREET_COMMITTEE ? LIST : LIST + "?organization=" + found.id();
    }

    private Reply list(Visit visit) {
        var model = database.read(handle -> list.write(handle, visit.viewer(), asking(visit)));
        return Reply.page("books/list", texts.get("books.list.title"), Map.of("books", model));
    }

    private Reply export(Visit visit) {
        var asking = asking(visit);
        var titles = Arrays.stream(Book.values()).map(words::brief).toList();
        var content = database.read(handle -> new BookExport(texts)
                .list(
                        titles,
                        each -> list.each(
                                handle,
                                visit.viewer(),
                                asking,
                                list.found(handle, visit.viewer().scope(), asking),
                                each)));
        return new Reply.Sheet("books-" + asking.year() + ".xlsx", content);
    }

    private Reply branch(int status, Visit visit, String problem) {
        return of(visit, (handle, branch) -> {
            var model = branchPage.write(handle, branch, asking(visit), visit.viewer(), problem);
            return () -> new Reply.Page(status, "books/branch", model.name(), Map.of("books", model));
        });
    }

    private Reply lacking(Visit visit) {
        return of(visit, (handle, branch) -> {
            var model = volumes.lacking(handle, branch, asking(visit), visit.viewer(), visit.fullNames());
            return () -> Reply.page("books/lacking", texts.get("books.lacking.title"), Map.of("books", model));
        });
    }

    private Reply volume(Visit visit, Optional<Book> book, boolean full) {
        return ofBook(visit, book, each -> (handle, branch) -> {
            var model = volumes.write(handle, branch, each, asking(visit), visit.viewer(), full);
            return () -> Reply.page("books/volume", model.title(), Map.of("books", model));
        });
    }

    private Reply ofBook(
            Visit visit,
            Optional<Book> book,
            Function<Book, BiFunction<Handle, OrganizationReader.Row, Answer>> answer) {
        // a centre's requests stand in the register of its community
        return book.map(each -> of(visit, each == Book.CONTACT, answer.apply(each)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply workbook(Visit visit, Optional<Book> book, boolean full) {
        int year = asking(visit).year();
        return ofBook(visit, book, each -> (handle, branch) -> {
            var content = volumes.read(handle, branch, each, year, full);
            return () -> new Reply.Sheet(
                    "book-" + each.key() + "-" + branch.id() + "-" + year + ".xlsx",
                    new BookExport(texts).book(content));
        });
    }

    private Reply print(Visit visit, Optional<Book> book, boolean full) {
        int year = asking(visit).year();
        return ofBook(visit, book, each -> (handle, branch) -> {
            var content = volumes.read(handle, branch, each, year, full);
            var corrections = words.corrections(volumes.corrections(handle, branch, each, year));
            return () -> press.book(branch, year, content, corrections);
        });
    }

    private Reply file(Visit visit, Filing filing) {
        var reason = visit.form("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return branch(422, visit, texts.get("books.closing.reasonMissing", LONGEST_REASON));
        }
        int year = asking(visit).year();
        return of(visit, (handle, branch) -> () -> filed(visit, branch, year, filing, reason));
    }

    private Reply filed(Visit visit, OrganizationReader.Row branch, int year, Filing filing, String reason) {
        return switch (desk.file(branch, year, filing, reason, Actor.of(visit))) {
            case DONE -> new Reply.SeeOther(branch(branch.id()) + "?year=" + year);
            case STANDS -> branch(409, visit, texts.get("books.closing.stands"));
            case OWN -> branch(422, visit, texts.get("books.closing.ownRefused"));
            case IMPOSSIBLE -> branch(422, visit, texts.get("books.closing.impossible"));
        };
    }
}
