package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationKind;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationDesk.Draft;
import cn.dangqun.server.organizations.OrganizationDesk.Result;
import cn.dangqun.server.organizations.OrganizationModel.Typed;
import cn.dangqun.server.organizations.OrganizationReader.Row;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
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
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// 组织: the tree of the viewer's scope, and each organisation's page with what hangs on it.
public final class OrganizationRoutes implements Routes {
    static final String LIST = "/organizations";
    private static final Right KEEPS = Right.of(Permission.KEEP_ORGANIZATIONS);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GRID = 40;

    private final Database database;
    private final OrganizationDesk desk;
    private final OrganizationPage page;
    private final OrganizationWords words;
    private final Texts texts;

    public OrganizationRoutes(
            Database database, ReferenceLedger reference, StreetRoster roster, Texts texts, Times times) {
        this.database = database;
        this.desk = new OrganizationDesk(database, reference, roster, times);
        this.words = new OrganizationWords(texts);
        this.page = new OrganizationPage(roster, words, times);
        this.texts = texts;
    }

    static String address(OrganizationId id) {
        return LIST + "/" + id;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("id")));
        var look = Trace.none("organisations; committee members are named as on the public board");
        entrance.menu(LIST, "organizations.page.menu");
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), visit -> list(200, visit, ""));
        entrance.action(
                LIST, new Policy(KEEPS, Subtree.street(), Trace.deed(Action.ORGANIZATION_ENTERED)), this::begin);
        entrance.page(
                "/organizations/:id",
                new Policy(Right.signedIn(), named, look),
                visit -> of(visit, row -> one(200, visit, row, List.of(), Optional.empty())));
        entrance.action(
                "/organizations/:id",
                new Policy(KEEPS, named, Trace.deed(Action.ORGANIZATION_CHANGED)),
                visit -> of(visit, row -> change(visit, row)));
        entrance.page(
                "/organizations/:id/new",
                new Policy(KEEPS, named, Trace.none("an empty form")),
                visit -> of(visit, row -> blank(200, row, List.of(), page.blank(row.level(), row.orgClass()))));
        entrance.action(
                "/organizations/:id/new",
                new Policy(KEEPS, named, Trace.deed(Action.ORGANIZATION_ENTERED)),
                visit -> of(visit, row -> enter(visit, row)));
        entrance.action(
                "/organizations/:id/removal",
                new Policy(KEEPS, named, Trace.deed(Action.ORGANIZATION_REMOVED)),
                visit -> of(visit, row -> remove(visit, row)));
    }

    private Reply of(Visit visit, Function<Row, Reply> answer) {
        return database.read(handle -> reader(handle, visit).find(new OrganizationId(visit.param("id"))))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private static OrganizationReader reader(Handle handle, Visit visit) {
        return new OrganizationReader(handle, visit.viewer().scope());
    }

    private Reply list(int status, Visit visit, String problem) {
        var model = database.read(handle -> page.list(
                reader(handle, visit),
                ListQuestion.of(visit, "search", "level", ListQuestion.ORDER),
                KEEPS.isOf(visit.viewer()) && visit.viewer().scope().top().isEmpty()));
        return new Reply.Page(
                status,
                "organizations/list",
                texts.get("organizations.page.title"),
                Map.of("organizations", model, "problem", problem));
    }

    /// The first thing a street is asked: its own name.
    private Reply begin(Visit visit) {
        var form = new Form(visit, texts, "organizations.field");
        var name = form.text("name", LONGEST_NAME);
        if (!form.isGood()) {
            return list(422, visit, form.problems().getFirst());
        }
        var draft = new Draft(
                Optional.empty(),
                OrganizationLevel.STREET_COMMITTEE,
                OrganizationClass.COMMUNITY,
                name,
                OrganizationDetail.NONE);
        return switch (desk.enter(draft, Actor.of(visit))) {
            case Result.Done(var id) -> new Reply.SeeOther(address(id));
            case Result.Refused(var why) -> list(422, visit, words.refusal(why));
        };
    }

    private Reply one(int status, Visit visit, Row row, List<String> problems, Optional<Typed> typed) {
        var model = database.read(handle -> {
            var reader = reader(handle, visit);
            return page.one(
                    reader,
                    row,
                    KEEPS.isOf(visit.viewer()),
                    visit.viewer().may(Permission.SEE_FULL_NAMES),
                    problems,
                    typed.orElseGet(() -> page.form(reader, row)));
        });
        return new Reply.Page(status, "organizations/one", row.name(), Map.of("organization", model));
    }

    private Reply change(Visit visit, Row row) {
        var form = new Form(visit, texts, "organizations.field");
        var draft = draft(visit, form, row.level(), row.parent());
        if (form.isGood() && !mayHangAt(visit, row, draft.parent())) {
            form.refuse(texts.get("organizations.refused.place"));
        }
        if (form.isGood() && desk.change(row.id(), draft, Actor.of(visit)) instanceof Result.Refused(var why)) {
            form.refuse(words.refusal(why));
        }
        return form.isGood()
                ? new Reply.SeeOther(address(row.id()))
                : one(422, visit, row, form.problems(), Optional.of(retyped(visit, row)));
    }

    private Typed retyped(Visit visit, Row row) {
        return database.read(handle -> OrganizationPage.typed(page.form(reader(handle, visit), row), visit));
    }

    /// Only to a place that the viewer may see.
    private boolean mayHangAt(Visit visit, Row row, Optional<OrganizationId> parent) {
        return parent.equals(row.parent())
                || parent.flatMap(id ->
                                database.read(handle -> reader(handle, visit).find(id)))
                        .isPresent();
    }

    private Reply blank(int status, Row above, List<String> problems, Typed form) {
        return new Reply.Page(
                status,
                "organizations/new",
                texts.get("organizations.new.title"),
                Map.of("above", above.name(), "id", above.id().value(), "problems", problems, "form", form));
    }

    private Reply enter(Visit visit, Row above) {
        var form = new Form(visit, texts, "organizations.field");
        var level = form.requiredChoice("level", OrganizationLevel.class)
                .filter(each -> each != OrganizationLevel.STREET_COMMITTEE);
        if (level.isEmpty() && form.isGood()) {
            form.refuse(texts.get("organizations.refused.place"));
        }
        var draft = draft(visit, form, level.orElse(OrganizationLevel.GROUP), Optional.of(above.id()));
        if (!form.isGood()) {
            return again(visit, above, form);
        }
        return switch (desk.enter(draft, Actor.of(visit))) {
            case Result.Done(var id) -> new Reply.SeeOther(address(id));
            case Result.Refused(var why) -> {
                form.refuse(words.refusal(why));
                yield again(visit, above, form);
            }
        };
    }

    private Reply again(Visit visit, Row above, Form form) {
        var typed = OrganizationPage.typed(page.blank(above.level(), above.orgClass()), visit);
        return blank(422, above, form.problems(), typed);
    }

    private static Draft draft(Visit visit, Form form, OrganizationLevel level, Optional<OrganizationId> parent) {
        var name = form.text("name", LONGEST_NAME);
        var orgClass = form.requiredChoice("class", OrganizationClass.class);
        var kind = form.requiredChoice("kind", OrganizationKind.class);
        var detail = new OrganizationDetail(
                kind.orElse(OrganizationKind.ORDINARY), form.optional("grid", LONGEST_GRID), form.day("term-end"));
        var wanted = parent.flatMap(ignored -> Asked.organization(visit.form("parent")));
        return new Draft(wanted.or(() -> parent), level, orgClass.orElse(OrganizationClass.COMMUNITY), name, detail);
    }

    private Reply remove(Visit visit, Row row) {
        return switch (desk.remove(row.id(), Actor.of(visit))) {
            case Result.Done _ ->
                new Reply.SeeOther(row.parent().map(OrganizationRoutes::address).orElse(LIST));
            case Result.Refused(var why) -> one(422, visit, row, List.of(words.refusal(why)), Optional.empty());
        };
    }
}
