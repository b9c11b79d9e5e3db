package cn.dangqun.server.contact;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.contact.OneContactPage.Refused;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Entries;
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
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// 诉求与走访: the list, one with its steps, entering a new one, and the report of what was forgotten.
public final class ContactRoutes implements Routes {
    static final String LIST = "/requests";
    static final String NEW = "/requests/new";
    static final String SATISFACTION = "/requests/satisfaction";
    static final String PURGED = "/requests/forgotten";

    private static final String ONE = LIST + "/:id";
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Right HANDLES = Right.of(Permission.HANDLE_REQUESTS);

    private final Database database;
    private final RequestDesk desk;
    private final ContactPage page;
    private final OneContactPage onePage;
    private final Texts texts;
    private final Times times;

    public ContactRoutes(Database database, StreetLedger street, Texts texts, Times times) {
        this.database = database;
        this.desk = new RequestDesk(database, street, times, new SecureRandom());
        var words = new ContactWords(texts);
        this.page = new ContactPage(texts, times, words);
        this.onePage = new OneContactPage(page, texts, times, words);
        this.texts = texts;
        this.times = times;
    }

    static String address(String id) {
        return LIST + "/" + id;
    }

    static String opened(String id) {
        return address(id) + "/resident";
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> ContactReader.owner(handle, visit.param("id")));
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        var look = Trace.none("requests without who asked and what was said");
        entrance.menu(LIST, "contact.list.menu", this::waiting);
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), this::list);
        entrance.page(NEW, new Policy(HANDLES, Subtree.filtered(), look), visit -> blank(200, visit, List.of()));
        entrance.action(
                NEW,
                new Policy(HANDLES, ofOrganization, Trace.deed(Action.REQUEST_FILED, Action.REQUEST_ADVANCED)),
                this::file);
        entrance.page(SATISFACTION, new Policy(HANDLES, Subtree.filtered(), look), this::satisfaction);
        entrance.page(PURGED, new Policy(HANDLES, Subtree.filtered(), look), this::purged);
        entrance.page(
                ONE,
                new Policy(Right.signedIn(), named, look),
                visit -> of(visit, request -> one(200, visit, request, false, Refused.NOT)));
        entrance.page(
                ONE + "/resident",
                new Policy(HANDLES, named, Trace.look(Action.REQUEST_OPENED, "id")),
                visit -> of(visit, request -> one(200, visit, request, true, Refused.NOT)));
        entrance.action(
                ONE + "/steps",
                new Policy(HANDLES, named, Trace.deed(Action.REQUEST_ADVANCED)),
                visit -> of(visit, request -> advance(visit, request)));
    }

    private int waiting(Viewer viewer) {
        return viewer.may(Permission.HANDLE_REQUESTS)
                ? database.read(handle -> new ContactReader(handle)
                        .waiting(viewer.scope(), Answerer.account(viewer.login()), times.today()))
                : 0;
    }

    private Reply list(Visit visit) {
        var asked = ListQuestion.of(visit, "search", "state", "kind", "year", ListQuestion.ORDER);
        var model = database.read(handle -> page.list(handle, asked, visit.viewer()));
        return Reply.page("contact/list", texts.get("contact.list.title"), Map.of("requests", model));
    }

    private Reply satisfaction(Visit visit) {
        var asked = ListQuestion.of(visit, "year");
        var model = database.read(handle -> page.satisfaction(handle, asked, visit.viewer()));
        return Reply.page("contact/satisfaction", texts.get("contact.rated.title"), Map.of("satisfaction", model));
    }

    private Reply purged(Visit visit) {
        var model = database.read(handle -> page.purged(handle, ListQuestion.of(visit), visit.viewer()));
        return Reply.page("contact/forgotten", texts.get("contact.purged.title"), Map.of("purged", model));
    }

    private Reply of(Visit visit, Function<Request, Reply> answer) {
        return database.read(handle -> new ContactReader(handle).find(visit.param("id")))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply one(int status, Visit visit, Request request, boolean opens, Refused refused) {
        var model = database.read(handle -> onePage.write(handle, request, visit.viewer(), opens, refused));
        return new Reply.Page(
                status, "contact/one", model.row().kind() + " " + model.row().number(), Map.of("one", model));
    }

    private Reply blank(int status, Visit visit, List<String> problems) {
        var model = database.read(handle -> page.blank(handle, visit, problems));
        return new Reply.Page(status, "contact/new", texts.get("contact.form.title"), Map.of("form", model));
    }

    private Reply file(Visit visit) {
        var form = new Form(visit, texts, "contact.field");
        var entry = entry(visit, form);
        if (!form.isGood() || entry.isEmpty()) {
            return blank(422, visit, form.problems());
        }
        return desk.file(entry.get(), Actor.of(visit))
                .<Reply>map(id -> new Reply.SeeOther(address(id)))
                .orElseGet(() -> blank(422, visit, List.of(texts.get("contact.refused.responder"))));
    }

    private Optional<RequestDesk.Entry> entry(Visit visit, Form form) {
        var kind = form.requiredChoice("kind", RequestKind.class);
        var organization = Asked.organization(visit.form("organization"));
        if (organization.isEmpty()) {
            form.missing("organization");
        }
        var day = form.requiredDay("day");
        if (day.filter(each -> each.isAfter(times.today())).isPresent()) {
            form.refuse(texts.get("contact.refused.future"));
        }
        var due = form.day("due");
        if (due.isPresent() && day.isPresent() && due.get().isBefore(day.get())) {
            form.refuse(texts.get("contact.refused.due"));
        }
        var resident = new ResidentNote(
                form.optional("name", ResidentNote.LONGEST_NAME).orElse(""),
                form.optional("phone", ResidentNote.LONGEST_PHONE).orElse(""),
                form.optional("address", ResidentNote.LONGEST_ADDRESS).orElse(""),
                form.paragraphs("words", ResidentNote.LONGEST_WORDS).orElse(""));
        if (resident.words().isEmpty() && visit.form("words").isBlank()) {
            form.missing("words");
        }
        if (resident.name().isEmpty()
                && visit.form("name").isBlank()
                && kind.filter(each -> each != RequestKind.OPINION).isPresent()) {
            form.refuse(texts.get("contact.refused.nobody"));
        }
        var answer = form.paragraphs("answer", ResidentNote.LONGEST_WORDS).orElse("");
        refuse(form, texts, resident.phone(), resident.words() + "\n" + resident.address() + "\n" + answer);
        var service = service(visit, form);
        var responder = responder(visit.form("responder"));
        if (responder.isEmpty()) {
            form.missing("responder");
        }
        return kind.flatMap(what -> organization.flatMap(whose -> day.flatMap(when ->
                responder.map(who -> new RequestDesk.Entry(what, whose, service, when, due, who, resident, answer)))));
    }

    /// A phone is dialled, and the program keeps no identity number, nowhere.
    static void refuse(Form form, Texts texts, String phone, String typed) {
        if (!phone.matches("[0-9+() -]*")) {
            form.refuse(texts.get("contact.refused.phone"));
        }
        if (IDENTITY.matcher(typed).find()) {
            form.refuse(texts.get("contact.refused.identity"));
        }
    }

    private Optional<ServiceId> service(Visit visit, Form form) {
        var typed = visit.form("service");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var known = database.read(handle -> new Entries(handle).service(typed));
        if (known.isEmpty()) {
            form.refuse(texts.get("contact.refused.service"));
        }
        return known.map(each -> each.service().id());
    }

    static Optional<Answerer> responder(String typed) {
        return Optional.of(typed)
                .filter(each -> each.matches("(staff|account):[^\\p{Cntrl}]{1,64}"))
                .map(Answerer::new);
    }

    private Reply advance(Visit visit, Request request) {
        var form = new Form(visit, texts, "contact.field");
        var step = form.requiredChoice("step", RequestStep.class).filter(RequestStep::isDone);
        var due = form.day("due");
        var words = form.paragraphs("note", ResidentNote.LONGEST_WORDS).orElse("");
        if (step.filter(ContactRoutes::needsWords).isPresent()
                && visit.form("note").isBlank()) {
            form.refuse(texts.get("contact.refused.noAnswer"));
        }
        refuse(form, texts, "", words);
        if (due.filter(each -> each.isBefore(times.today())).isPresent()) {
            form.refuse(texts.get("contact.refused.pastDue"));
        }
        var handler =
                step.filter(each -> each == RequestStep.TRANSFERRED).flatMap(_ -> responder(visit.form("handler")));
        if (step.filter(each -> each == RequestStep.TRANSFERRED).isPresent() && handler.isEmpty()) {
            form.refuse(texts.get("contact.refused.noHandler"));
        }
        if (!form.isGood() || step.isEmpty()) {
            return again(422, visit, form.problems());
        }
        return switch (desk.advance(
                request.id(), new RequestDesk.Act(step.get(), due, handler, words), visit.viewer(), Actor.of(visit))) {
            case DONE -> new Reply.SeeOther(address(request.id()));
            case STANDS -> again(409, visit, List.of(texts.get("contact.refused.stands")));
            case NOT_YOURS -> again(422, visit, List.of(texts.get("contact.refused.notYours")));
            case NO_HANDLER -> again(422, visit, List.of(texts.get("contact.refused.noHandler")));
            case GONE -> new Reply.NotFound();
        };
    }

    /// What somebody else must understand later.
    private static boolean needsWords(RequestStep step) {
        return switch (step) {
            case IN_PROGRESS, WAITING_MATERIAL, ESCALATED, DONE, REFUSED -> true;
            case ACCEPTED, TRANSFERRED, WITHDRAWN, DECLINED, REOPENED, OPENED -> false;
        };
    }

    /// With what was typed.
    private Reply again(int status, Visit visit, List<String> problems) {
        var typed = new ContactModel.Typed(visit.form("note"), visit.form("due"));
        return of(visit, now -> one(status, visit, now, false, new Refused(problems, typed)));
    }
}
