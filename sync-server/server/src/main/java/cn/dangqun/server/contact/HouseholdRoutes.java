package cn.dangqun.server.contact;

import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.contact.HouseholdStore.Household;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Owners;
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
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// 结对联系户: the register of households that people of the staff are paired with, and who has none.
public final class HouseholdRoutes implements Routes {
    static final String LIST = "/households";

    private static final String NEW = LIST + "/new";
    private static final String ONE = LIST + "/:id";
    private static final int LONGEST_REASON = 40;
    private static final Right HANDLES = Right.of(Permission.HANDLE_REQUESTS);

    private final Database database;
    private final HouseholdDesk desk;
    private final HouseholdPage page;
    private final Texts texts;
    private final Times times;

    public HouseholdRoutes(Database database, StreetLedger street, Texts texts, Times times) {
        this.database = database;
        this.desk = new HouseholdDesk(
                database, street, new RequestDesk(database, street, times, new SecureRandom()), times);
        this.page = new HouseholdPage(texts, times);
        this.texts = texts;
        this.times = times;
    }

    static String address(String id) {
        return LIST + "/" + id;
    }

    static String opened(String id) {
        return address(id) + "/who";
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> HouseholdStore.owner(handle, visit.param("id")));
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        var look = Trace.none("households without who they are");
        entrance.page(LIST, new Policy(HANDLES, Subtree.filtered(), look), this::list);
        entrance.page(NEW, new Policy(HANDLES, Subtree.filtered(), look), visit -> blank(200, visit, List.of()));
        entrance.action(NEW, new Policy(HANDLES, ofOrganization, Trace.deed(Action.HOUSEHOLD_PAIRED)), this::pair);
        entrance.page(
                ONE,
                new Policy(HANDLES, named, look),
                visit -> of(visit, each -> one(200, visit, each, false, List.of())));
        entrance.page(
                ONE + "/who",
                new Policy(HANDLES, named, Trace.look(Action.HOUSEHOLD_OPENED, "id")),
                visit -> of(visit, each -> one(200, visit, each, true, List.of())));
        entrance.action(
                ONE + "/visits",
                new Policy(HANDLES, named, Trace.deed(Action.REQUEST_FILED, Action.REQUEST_ADVANCED)),
                visit -> of(visit, each -> visited(visit, each)));
        entrance.action(
                ONE + "/helper",
                new Policy(HANDLES, named, Trace.deed(Action.HOUSEHOLD_PAIRED)),
                visit -> of(visit, each -> hand(visit, each)));
        entrance.action(
                ONE + "/end",
                new Policy(HANDLES, named, Trace.deed(Action.HOUSEHOLD_ENDED)),
                visit -> of(visit, each -> end(visit, each)));
    }

    private Reply list(Visit visit) {
        var asked = ListQuestion.of(visit, "search", "state", ListQuestion.ORDER);
        var model = database.read(handle -> page.list(handle, asked, visit.viewer()));
        return Reply.page("contact/households", texts.get("contact.household.title"), Map.of("households", model));
    }

    private Reply of(Visit visit, Function<Household, Reply> answer) {
        return database.read(handle -> new HouseholdStore(handle).find(visit.param("id"), times.today()))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply one(int status, Visit visit, Household household, boolean opens, List<String> problems) {
        var model = database.read(handle -> page.one(handle, household, visit, opens, problems));
        return new Reply.Page(status, "contact/household", texts.get("contact.household.one"), Map.of("one", model));
    }

    private Reply blank(int status, Visit visit, List<String> problems) {
        var model = database.read(handle -> page.blank(handle, visit, problems));
        return new Reply.Page(
                status, "contact/household-new", texts.get("contact.household.new"), Map.of("form", model));
    }

    private Reply pair(Visit visit) {
        var form = new Form(visit, texts, "contact.field");
        var organization = Asked.organization(visit.form("organization"));
        var since = form.requiredDay("since");
        if (since.filter(each -> each.isAfter(times.today())).isPresent()) {
            form.refuse(texts.get("contact.refused.future"));
        }
        var note = new ResidentNote(
                form.text("name", ResidentNote.LONGEST_NAME),
                form.optional("phone", ResidentNote.LONGEST_PHONE).orElse(""),
                form.optional("address", ResidentNote.LONGEST_ADDRESS).orElse(""),
                form.paragraphs("words", ResidentNote.LONGEST_WORDS).orElse(""));
        ContactRoutes.refuse(form, texts, note.phone(), note.address() + "\n" + note.words());
        var helper = ContactRoutes.responder(visit.form("helper"));
        if (organization.isEmpty()) {
            form.missing("organization");
        }
        if (!form.isGood() || helper.isEmpty() || organization.isEmpty() || since.isEmpty()) {
            return blank(422, visit, form.problems());
        }
        return desk.pair(organization.get(), helper.get(), since.get(), note, Actor.of(visit))
                .<Reply>map(id -> new Reply.SeeOther(address(id)))
                .orElseGet(() -> blank(422, visit, List.of(texts.get("contact.refused.helper"))));
    }

    private Reply visited(Visit visit, Household household) {
        var form = new Form(visit, texts, "contact.field");
        var day = form.requiredDay("day");
        if (day.filter(each -> each.isAfter(times.today())).isPresent()) {
            form.refuse(texts.get("contact.refused.future"));
        }
        var words = form.paragraphs("words", ResidentNote.LONGEST_WORDS).orElse("");
        if (visit.form("words").isBlank()) {
            form.missing("words");
        }
        ContactRoutes.refuse(form, texts, "", words);
        if (!HouseholdDesk.enters(household, visit.viewer()) || !household.isOpen()) {
            form.refuse(texts.get("contact.refused.notPaired"));
        }
        if (!form.isGood() || day.isEmpty()) {
            return one(422, visit, household, false, form.problems());
        }
        var answer = form.isTicked("done") ? texts.get("contact.household.nothingLeft") : "";
        return desk.visit(household, day.get(), words, answer, Actor.of(visit))
                ? new Reply.SeeOther(address(household.id()))
                : one(422, visit, household, false, List.of(texts.get("contact.refused.helper")));
    }

    private Reply hand(Visit visit, Household household) {
        var helper = ContactRoutes.responder(visit.form("helper"));
        if (helper.isEmpty() || !household.isOpen() || !desk.hand(household, helper.get(), Actor.of(visit))) {
            return one(422, visit, household, false, List.of(texts.get("contact.refused.helper")));
        }
        return new Reply.SeeOther(address(household.id()));
    }

    private Reply end(Visit visit, Household household) {
        var form = new Form(visit, texts, "contact.field");
        var why = form.text("ended", LONGEST_REASON);
        if (!form.isGood()) {
            return one(422, visit, household, false, form.problems());
        }
        desk.end(household, why, Actor.of(visit));
        return new Reply.SeeOther(address(household.id()));
    }
}
