package cn.dangqun.server.fees;

import cn.dangqun.config.fee.FeeScales;
import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallDrafts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 党费: totals of branches, one branch's year, one member's, arrears, and the half-yearly notice. All
/// of it is for those who may see amounts.
public final class FeeRoutes implements Routes {
    private static final WallSlotId FRAME = new WallSlotId("fees");
    static final String LIST = "/fees";
    static final String ARREARS = "/fees/arrears";
    static final String EXPORT = "/fees/export";
    static final String BRANCH = "/fees/branches/:id";
    static final String MEMBER = "/fees/members/:id";
    static final Right SEES = Right.of(Permission.SEE_FEES);
    static final Right KEEPS = Right.of(Permission.SEE_FEES, Permission.KEEP_FEES);
    static final Right APPROVES = Right.of(Permission.SEE_FEES, Permission.APPROVE_FEES);

    private final Database database;
    private final FeeViews views;
    private final Texts texts;
    private final Times times;
    private final WallDrafts drafts;

    public FeeRoutes(Database database, StreetRoster roster, Texts texts, Times times) {
        this.database = database;
        this.views = new FeeViews(database, new FeeSource(roster), new FeeWords(texts, FeeScales.shipped()), times);
        this.texts = texts;
        this.times = times;
        this.drafts = new WallDrafts(WallLibrary.shipped(), times);
    }

    static String branch(OrganizationId id) {
        return BRANCH.replace(":id", id.value());
    }

    static String member(MemberId id) {
        return MEMBER.replace(":id", id.value());
    }

    static Subtree ofBranch() {
        return Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("id")));
    }

    static Subtree ofMember() {
        return Subtree.of((handle, visit) -> Owners.ofMember(handle, visit.param("id")));
    }

    @Override
    public void mount(Entrance entrance) {
        var looks = Trace.look(Action.FEES_SHOWN, "id");
        entrance.menu(LIST, "fees.list.title");
        entrance.page(
                LIST, new Policy(SEES, Subtree.filtered(), Trace.none("totals of branches; names nobody")), this::list);
        entrance.page(ARREARS, new Policy(SEES, Subtree.filtered(), Trace.look(Action.FEES_SHOWN)), this::arrears);
        entrance.page(EXPORT, new Policy(SEES, Subtree.filtered(), Trace.look(Action.FEES_EXPORTED)), this::export);
        entrance.page(BRANCH, new Policy(SEES, ofBranch(), looks), visit -> views.branch(200, visit, ""));
        entrance.page(
                BRANCH + "/amounts",
                new Policy(KEEPS, ofBranch(), looks),
                visit -> views.amounts(200, visit, List.of()));
        entrance.page(
                BRANCH + "/notice", new Policy(SEES, ofBranch(), Trace.none("totals; names nobody")), this::notice);
        entrance.action(BRANCH + "/notice", new Policy(KEEPS, ofBranch(), Trace.deed(Action.WALL_WRITTEN)), this::hang);
        entrance.page(MEMBER, new Policy(SEES, ofMember(), looks), visit -> views.member(200, visit, ""));
    }

    private FeeAsking asking(Visit visit) {
        return FeeAsking.of(visit, times.today());
    }

    private Reply list(Visit visit) {
        var model = database.read(handle ->
                views.lists().branches(handle, visit.viewer().scope(), asking(visit), APPROVES.isOf(visit.viewer())));
        return Reply.page("fees/list", texts.get("fees.list.title"), Map.of("fees", model));
    }

    private Reply arrears(Visit visit) {
        var model = database.read(
                handle -> views.lists().arrears(handle, visit.viewer().scope(), asking(visit)));
        return Reply.page("fees/arrears", texts.get("fees.arrears.title"), Map.of("fees", model));
    }

    private Reply export(Visit visit) {
        var asking = asking(visit);
        var content = database.read(handle -> new FeeExport(views.words())
                .totals(views.lists().found(handle, visit.viewer().scope(), asking)));
        return new Reply.Sheet("fees-" + asking.year() + ".xlsx", content);
    }

    private Reply notice(Visit visit) {
        var half = FeeNotice.half(visit.query("half").orElse(""), times.today());
        return database.read(handle -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                .map(branch -> new FeeNotice(views.lists(), views.words(), times)
                        .write(handle, branch, half, KEEPS.isOf(visit.viewer())))
                .<Reply>map(model -> Reply.page("fees/notice", model.title(), Map.of("notice", model)))
                .orElseGet(Reply.NotFound::new));
    }

    /// The notice becomes a draft of the branch's frame on the wall, and goes the usual way from there: another
    /// than who handed it over approves it.
    private Reply hang(Visit visit) {
        var half = FeeNotice.half(visit.form("half"), times.today());
        return database.write((handle, changes) -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                .<Reply>map(branch -> new Reply.SeeOther(drafts.begin(
                        handle,
                        FRAME,
                        new WallPlace.Branch(branch.id()),
                        Optional.of(half.period()),
                        new FeeNotice(views.lists(), views.words(), times).onTheWall(handle, branch, half),
                        Actor.of(visit))))
                .orElseGet(Reply.NotFound::new));
    }

    /// Pages that forms come back to.
    record FeeViews(Database database, FeeSource source, FeeWords words, Times times) {
        private static final Pinyin PINYIN = new Pinyin();

        FeePage lists() {
            return new FeePage(source, words, times, PINYIN);
        }

        BranchFeePage branches() {
            return new BranchFeePage(lists(), words);
        }

        Reply branch(int status, Visit visit, String problem) {
            return database.read(handle -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                    .map(branch -> branches()
                            .write(
                                    handle,
                                    branch,
                                    FeeAsking.of(visit, times.today()),
                                    KEEPS.isOf(visit.viewer()),
                                    problem))
                    .<Reply>map(model -> new Reply.Page(status, "fees/branch", model.name(), Map.of("fees", model)))
                    .orElseGet(Reply.NotFound::new));
        }

        Reply amounts(int status, Visit visit, List<String> problems) {
            return database.read(handle -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                    .map(branch ->
                            branches().amounts(handle, branch, FeeAsking.of(visit, times.today()), visit, problems))
                    .<Reply>map(model -> new Reply.Page(
                            status, "fees/amounts", words.texts().get("fees.amounts.title"), Map.of("fees", model)))
                    .orElseGet(Reply.NotFound::new));
        }

        Reply member(int status, Visit visit, String problem) {
            return database.read(handle -> id(visit)
                    .flatMap(id -> new Entries(handle).member(id))
                    .map(member -> new MemberFeePage(
                                    source,
                                    words,
                                    times,
                                    visit.viewer(),
                                    KEEPS.isOf(visit.viewer()),
                                    APPROVES.isOf(visit.viewer()))
                            .write(handle, member, FeeAsking.of(visit, times.today()), problem))
                    .<Reply>map(model -> new Reply.Page(status, "fees/one", model.name(), Map.of("one", model)))
                    .orElseGet(Reply.NotFound::new));
        }

        static Optional<MemberId> id(Visit visit) {
            return Optional.of(visit.param("id"))
                    .filter(id -> id.matches("[A-Z0-9-]{1,32}"))
                    .map(MemberId::new);
        }
    }
}
