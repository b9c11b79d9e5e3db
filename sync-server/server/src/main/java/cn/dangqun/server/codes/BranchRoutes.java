package cn.dangqun.server.codes;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.NameText;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.codes.IssueDesk.Order;
import cn.dangqun.server.codes.IssueDesk.Who;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// One branch: who holds which card; issuing cards and printing them again.
final class BranchRoutes implements Routes {
    private static final int END = 4;
    private static final int PER_PAGE = 100;
    private static final String NAMES = "names";
    private static final Pinyin PINYIN = new Pinyin();
    private static final Orders<BranchModel.Member> ORDERS = Orders.<BranchModel.Member>of("web.order.person")
            .or("without", "web.order.without", Comparator.comparing(BranchModel.Member::holdsGoodCard))
            .or("standing", "web.order.card", Comparator.comparing(each -> CardState.valueOf(each.standing())));
    static final Right ISSUES = Right.of(Permission.ISSUE_CODES, Permission.SEE_FULL_NAMES);
    private static final String MEMBER_FIELD = "member.";

    private final Database database;
    private final IssueDesk desk;
    private final PrintDesk printing;
    private final CodeWords words;
    private final Texts texts;
    private final Times times;

    BranchRoutes(Database database, IssueDesk desk, PrintDesk printing, CodeWords words, Times times) {
        this.database = database;
        this.desk = desk;
        this.printing = printing;
        this.words = words;
        this.texts = words.texts();
        this.times = times;
    }

    static String address(OrganizationId branch) {
        return "/codes/branches/" + branch;
    }

    @Override
    public void mount(Entrance entrance) {
        var ofBranch = Subtree.of((handle, visit) -> CodeReader.branchOwner(handle, visit.param("id")));
        entrance.page(
                "/codes/branches/:id",
                new Policy(Right.signedIn(), ofBranch, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id")),
                visit -> page(200, visit, ""));
        entrance.action(
                "/codes/branches/:id/cards",
                new Policy(
                        ISSUES,
                        ofBranch,
                        Trace.deed(Action.CODES_ISSUED, Action.CODE_REVOKED, Action.STREET_KEY_PUBLISHED)),
                this::issue);
        entrance.action(
                "/codes/branches/:id/sheets",
                new Policy(ISSUES, ofBranch, Trace.deed(Action.CODES_PRINTED, Action.STREET_KEY_PUBLISHED)),
                this::printAgain);
    }

    private Reply page(int status, Visit visit, String notice) {
        return database.read(handle -> branch(handle, visit).map(branch -> model(handle, visit, branch, notice)))
                .<Reply>map(model -> new Reply.Page(status, "codes/branch", model.name(), Map.of("branch", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply issue(Visit visit) {
        var expires = DayRange.ofCard(times.today()).parse(visit.form("expires"));
        var sheet = SheetId.parse(visit.form("sheet"));
        var who = who(visit.form("who"));
        var chosen = chosen(visit);
        if (expires.isEmpty() || sheet.isEmpty() || who.isEmpty() || chosen.isEmpty()) {
            return new Reply.BadRequest();
        }
        var branch = database.read(handle -> branch(handle, visit));
        if (branch.isEmpty()) {
            return new Reply.NotFound();
        }
        var endsFormer = visit.form("ends-former").equals("yes");
        var order = new Order(sheet.get(), branch.get().id(), who.get(), chosen.get(), expires.get(), endsFormer);
        return switch (desk.issue(order, Actor.of(visit))) {
            case IssueDesk.Result.Issued(var made) -> new Reply.SeeOther(SheetRoutes.address(made));
            case IssueDesk.Result.ForNobody() -> page(422, visit, nobody(who.get()));
            case IssueDesk.Result.NotTheirs() -> new Reply.NotFound();
        };
    }

    private Reply printAgain(Visit visit) {
        var sheet = SheetId.parse(visit.form("sheet"));
        var chosen = chosen(visit);
        if (sheet.isEmpty() || chosen.isEmpty()) {
            return new Reply.BadRequest();
        }
        var branch = database.read(handle -> branch(handle, visit));
        if (branch.isEmpty()) {
            return new Reply.NotFound();
        }
        if (chosen.get().isEmpty()) {
            return page(422, visit, nobody(Who.CHOSEN));
        }
        return printing.again(sheet.get(), branch.get().id(), chosen.get(), Actor.of(visit))
                .<Reply>map(made -> new Reply.SeeOther(SheetRoutes.address(made)))
                .orElseGet(() -> page(422, visit, texts.get("codes.branch.nothingToPrint")));
    }

    private String nobody(Who who) {
        return texts.get(who == Who.CHOSEN ? "codes.branch.nobodyChosen" : "codes.branch.nobodyWithout");
    }

    static boolean mayIssue(Viewer viewer) {
        return ISSUES.isOf(viewer);
    }

    private static Optional<CodeReader.Branch> branch(Handle handle, Visit visit) {
        return CodeReader.branch(handle, visit.viewer().scope(), new OrganizationId(visit.param("id")));
    }

    private static Optional<Who> who(String text) {
        return Stream.of(Who.values()).filter(each -> each.name().equals(text)).findFirst();
    }

    /// Empty when a field names what cannot be a member.
    private static Optional<Set<MemberId>> chosen(Visit visit) {
        try {
            return Optional.of(visit.form().keySet().stream()
                    .filter(field -> field.startsWith(MEMBER_FIELD))
                    .map(field -> new MemberId(field.substring(MEMBER_FIELD.length())))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private BranchModel model(Handle handle, Visit visit, CodeReader.Branch branch, String notice) {
        var viewer = visit.viewer();
        boolean fullNames = visit.fullNames();
        var today = times.today();
        var cards = CardStore.ofBranch(handle, branch.id()).stream().collect(Collectors.groupingBy(Card::member));
        var holders = CodeReader.holders(handle, branch.id(), today);
        var times = holders.stream()
                .collect(Collectors.groupingBy(holder -> name(holder, fullNames), Collectors.counting()));
        var members = holders.stream()
                .map(holder -> member(
                        holder,
                        Card.best(cards.getOrDefault(holder.id(), List.of()), today),
                        called(holder, fullNames, times)))
                .toList();
        var without =
                (int) members.stream().filter(each -> !each.holdsGoodCard()).count();
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER).with(NAMES, fullNames ? "full" : "");
        var asked = Pinyin.plain(question.filter("search"));
        var called = holders.stream()
                .filter(each -> asked.isEmpty()
                        || PINYIN.words(each.name().full()).stream().anyMatch(word -> word.startsWith(asked)))
                .map(each -> each.id().value())
                .collect(Collectors.toSet());
        var found = ORDERS.sorted(
                members.stream().filter(each -> called.contains(each.id())).toList(), question);
        var shown = question.within(found.size(), PER_PAGE);
        return new BranchModel(
                branch.id().value(),
                branch.name(),
                branch.above(),
                fullNames,
                viewer.may(Permission.SEE_FULL_NAMES)
                        ? shown.with(NAMES, fullNames ? "" : "full").address(address(branch.id()))
                        : "",
                notice,
                NameText.undrawn(
                        holders.stream().map(holder -> holder.name().full()).collect(Collectors.joining())),
                question.filter("search"),
                ORDERS.choices(texts, question),
                members.size(),
                shown.cut(found, PER_PAGE),
                shown.pages(texts, address(branch.id()), found.size(), PER_PAGE),
                Optional.of(new BranchModel.Form(SheetId.draw().value(), DayRange.ofCard(today), without))
                        .filter(ignored -> mayIssue(viewer) && !members.isEmpty()));
    }

    private static String name(CodeReader.Holder holder, boolean fullNames) {
        return fullNames ? holder.name().full() : holder.name().masked();
    }

    /// Those who would look the same are told apart by the end of their number.
    private String called(CodeReader.Holder holder, boolean fullNames, Map<String, Long> times) {
        var name = name(holder, fullNames);
        var number = holder.id().value();
        return times.getOrDefault(name, 1L) < 2
                ? name
                : words.toldApart(name, number.substring(Math.max(0, number.length() - END)));
    }

    private BranchModel.Member member(CodeReader.Holder holder, Optional<Card> card, String name) {
        var standing = CardState.of(card, times.today());
        return new BranchModel.Member(
                holder.id().value(),
                name,
                card.map(each -> each.serial().toString()).orElse(""),
                standing.name(),
                words.standing(standing),
                words.detail(card));
    }
}
