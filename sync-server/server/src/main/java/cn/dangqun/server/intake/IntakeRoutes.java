package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.intake.IntakeModel.Listed;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.roster.MemberWords;
import cn.dangqun.server.roster.RosterRoutes;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Upload;
import cn.dangqun.server.web.UploadRule;
import cn.dangqun.server.web.Visit;
import cn.dangqun.sheets.SheetLimits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// 名册导入: bring a file, look at what would change, let it or leave it (F-81). Nothing is ever deleted by it.
public final class IntakeRoutes implements Routes {
    public static final String LIST = "/roster/intakes";
    private static final String ONE = "/roster/intakes/:id";
    private static final int LONGEST_FILE = 80;
    private static final long FORM_BESIDES = 64 * 1024;

    private static final Orders<Intake> ORDERS = Orders.<Intake>of("web.order.newest")
            .or("file", "web.order.name", Comparator.comparing(Intake::file, new Pinyin().order()))
            .or("rows", "web.order.rows", Comparator.comparingInt(Intake::rows).reversed());
    private final Database database;
    private final IntakeFiles files;
    private final IntakeRunner runner;
    private final IntakePage page;
    private final IntakeSheets sheets;
    private final MemberWords memberWords;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;

    public IntakeRoutes(
            Database database,
            ReferenceLedger reference,
            IntakeFiles files,
            Supplier<CardKeyer> keyer,
            Texts texts,
            Times times) {
        this.database = database;
        this.files = files;
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
        this.memberWords = new MemberWords(texts);
        var words = new IntakeWords(texts);
        this.page = new IntakePage(words, times);
        this.sheets = new IntakeSheets(words);
        this.runner =
                new IntakeRunner(database, reference, files, keyer, words, new ChangeWords(texts, memberWords), times);
    }

    /// What was under way goes on.
    public void goOn() {
        runner.goOn();
    }

    static String address(String id) {
        return LIST + "/" + id;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> owner(handle, visit.param("id")));
        var look = Trace.none("what would change; names are masked");
        entrance.page(LIST, new Policy(RosterRoutes.KEEPS, Subtree.filtered(), look), visit -> list(200, visit, ""));
        entrance.upload(
                LIST,
                new Policy(RosterRoutes.KEEPS, Subtree.filtered(), Trace.deed(Action.ROSTER_BROUGHT)),
                new UploadRule(files.arriving(), SheetLimits.ROSTER.bytes() + FORM_BESIDES),
                this::take);
        entrance.page(
                "/roster/template",
                new Policy(RosterRoutes.KEEPS, Subtree.none(), Trace.none("an empty sheet")),
                visit -> new Reply.Sheet("roster-template.xlsx", sheets.template()));
        entrance.page(
                ONE,
                new Policy(RosterRoutes.KEEPS, named, Trace.fullNames(Action.FULL_NAMES_SHOWN, "id")),
                visit -> of(visit, intake -> one(200, visit, intake, "")));
        entrance.page(
                ONE + "/problems",
                new Policy(RosterRoutes.KEEPS, named, Trace.look(Action.ROSTER_PROBLEMS_TAKEN, "id")),
                visit -> of(visit, this::problems));
        entrance.action(
                ONE + "/application",
                new Policy(RosterRoutes.KEEPS, named, Trace.deed(Action.ROSTER_APPLIED)),
                visit -> of(visit, intake -> apply(visit, intake)));
        entrance.action(
                ONE + "/cancellation",
                new Policy(RosterRoutes.KEEPS, named, Trace.deed(Action.ROSTER_GIVEN_UP)),
                visit -> of(visit, intake -> giveUp(visit, intake)));
    }

    private static Owner owner(Handle handle, String id) {
        return new IntakeStore(handle)
                .find(id)
                .map(each ->
                        each.scope().top().<Owner>map(Owner.Organization::new).orElseGet(Owner.Street::new))
                .orElseGet(Owner.Nobody::new);
    }

    private Reply of(Visit visit, Function<Intake, Reply> answer) {
        return database.read(handle -> new IntakeStore(handle).find(visit.param("id")))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    /// Whoever may see the whole street sees all; others what was brought for their part.
    private Reply list(int status, Visit visit, String problem) {
        var scope = visit.viewer().scope();
        var model = database.read(handle -> {
            var store = new IntakeStore(handle);
            var asked = ListQuestion.of(visit, "search", ListQuestion.ORDER);
            var typed = asked.filter("search").toLowerCase(Locale.ROOT);
            var found = ORDERS.sorted(
                    store.of(scope).stream()
                            .filter(each -> (each.file() + each.login())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(typed))
                            .toList(),
                    asked);
            var question = asked.within(found.size(), IntakePage.PER_PAGE);
            var lines = question.cut(found, IntakePage.PER_PAGE).stream()
                    .map(page::line)
                    .toList();
            return new Listed(
                    question.filter("search"),
                    ORDERS.choices(texts, question),
                    question.isFiltered(),
                    lines,
                    question.pages(texts, LIST, found.size(), IntakePage.PER_PAGE),
                    branches(handle, visit),
                    Choice.of(MemberStatus.values(), memberWords::status, MemberStatus.FULL.name()),
                    problem,
                    SheetLimits.ROSTER.bytes());
        });
        return new Reply.Page(status, "intake/list", texts.get("intake.page.title"), Map.of("intakes", model));
    }

    private static List<Choice> branches(Handle handle, Visit visit) {
        return new OrganizationReader(handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .map(each -> new Choice(each.id().value(), each.name(), false))
                        .toList();
    }

    private Reply take(Visit visit) {
        var form = new Form(visit, texts, "intake.field");
        var status = form.requiredChoice("status", MemberStatus.class);
        var branch = Asked.organization(visit.form("branch"));
        boolean known = branch.isEmpty()
                || database.read(handle -> branches(handle, visit)).stream()
                        .anyMatch(each -> each.value().equals(branch.get().value()));
        if (!known) {
            form.refuse(texts.get("roster.refused.branch"));
        }
        if (visit.upload().isEmpty()) {
            form.refuse(texts.get("intake.refused.noFile"));
        }
        if (!form.isGood()) {
            return list(422, visit, String.join("", form.problems()));
        }
        var intake = intake(visit, visit.upload().orElseThrow(), branch, status.orElseThrow());
        files.take(visit.upload().orElseThrow().file(), intake.id());
        database.write((handle, changes) -> {
            new IntakeStore(handle).begin(intake);
            Actor.of(visit).note(handle, times.now(), Action.ROSTER_BROUGHT, intake.id());
            return intake;
        });
        runner.take(intake.id());
        return new Reply.SeeOther(address(intake.id()));
    }

    private Intake intake(Visit visit, Upload upload, Optional<OrganizationId> branch, MemberStatus status) {
        var plain = upload.name().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        var name = plain.length() > LONGEST_FILE ? plain.substring(plain.length() - LONGEST_FILE) : plain;
        return new Intake(
                ids.draw("i-"),
                visit.viewer().login(),
                visit.viewer().scope(),
                name,
                branch,
                status,
                IntakeState.READING,
                Optional.empty(),
                0,
                "",
                0,
                0,
                0,
                Optional.empty(),
                times.now());
    }

    private Reply one(int status, Visit visit, Intake intake, String problem) {
        var question = ListQuestion.of(visit, "outcome", "names");
        var model = database.read(handle -> page.write(handle, intake, question, problem));
        return new Reply.Page(status, "intake/one", intake.file(), Map.of("intake", model));
    }

    private Reply problems(Intake intake) {
        var rows = database.read(handle -> Stream.of(
                        IntakeOutcome.WRONG, IntakeOutcome.DOUBTFUL, IntakeOutcome.DUPLICATE)
                .flatMap(each -> new IntakeStore(handle).rows(intake.id(), each, SheetLimits.ROSTER.rows(), 0).stream())
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList());
        return new Reply.Sheet("problems-" + intake.id() + ".xlsx", sheets.problems(rows));
    }

    private Reply apply(Visit visit, Intake intake) {
        var form = new Form(visit, texts, "intake.field");
        var day = form.requiredDay("moved-on");
        if (!form.isGood()) {
            return one(422, visit, intake, form.problems().getFirst());
        }
        boolean turned = database.write((handle, changes) -> {
            var store = new IntakeStore(handle);
            boolean ready = store.turn(intake.id(), IntakeState.READY, IntakeState.APPLYING, times.now());
            if (ready) {
                store.movesOn(intake.id(), day.orElseThrow());
                Actor.of(visit).note(handle, times.now(), Action.ROSTER_APPLIED, intake.id());
            }
            return ready;
        });
        if (turned) {
            runner.take(intake.id());
        }
        return new Reply.SeeOther(address(intake.id()));
    }

    private Reply giveUp(Visit visit, Intake intake) {
        database.write((handle, changes) -> {
            var store = new IntakeStore(handle);
            boolean given = store.turn(intake.id(), IntakeState.READING, IntakeState.CANCELLED, times.now())
                    || store.turn(intake.id(), IntakeState.READY, IntakeState.CANCELLED, times.now());
            if (given) {
                Actor.of(visit).note(handle, times.now(), Action.ROSTER_GIVEN_UP, intake.id());
            }
            return given;
        });
        return new Reply.SeeOther(address(intake.id()));
    }
}
