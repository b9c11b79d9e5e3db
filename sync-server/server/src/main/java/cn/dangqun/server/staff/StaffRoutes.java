package cn.dangqun.server.staff;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.staff.PinRule;
import cn.dangqun.domain.staff.StaffCode;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.accounts.Passwords;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.rota.Leaving;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// 值守人员: who may open the staff corner of which community's kiosks, and as what (RULES §2). A one-time code is drawn
/// here and shown once; with it the person chooses a PIN at a kiosk, which nobody else ever sees. Kiosks get verifiers.
public final class StaffRoutes implements Routes {
    private static final String LIST = "/staff";
    private static final String NEW = "/staff/new";
    private static final String ONE = "/staff/:id";
    private static final Right KEEPS = Right.of(Permission.KEEP_STAFF);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DUTY = 20;
    private static final int PER_PAGE = 50;
    private static final Orders<StaffStore.Person> ORDERS = Orders.<StaffStore.Person>of("web.order.tree")
            .or("name", "web.order.person", Comparator.comparing(StaffStore.Person::name, new Pinyin().order()))
            .or("role", "web.order.role", Comparator.comparing(StaffStore.Person::role));
    private static final Duration CODE_LASTS = Duration.ofDays(3);
    private static final int CODES = 100_000_000;
    private static final int ID_BYTES = 8;

    private final Database database;
    private final ReferenceLedger reference;
    private final Passwords passwords;
    private final PictureWorkshop workshop;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;
    private final SecureRandom random = new SecureRandom();

    public StaffRoutes(
            Database database,
            ReferenceLedger reference,
            Passwords passwords,
            PictureWorkshop workshop,
            Texts texts,
            Times times) {
        this.database = database;
        this.reference = reference;
        this.passwords = passwords;
        this.workshop = workshop;
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> StaffStore.owner(handle, visit.param("id")));
        var ofCommunity = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("community")));
        var look = Trace.none("people on duty stand on the board of their centre");
        entrance.menu(LIST, "staff.page.menu");
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), this::list);
        entrance.page(NEW, new Policy(KEEPS, Subtree.filtered(), look), visit -> form(200, visit, "", List.of(), ""));
        entrance.action(NEW, new Policy(KEEPS, ofCommunity, Trace.deed(Action.STAFF_ENTERED)), this::enter);
        entrance.page(
                ONE,
                new Policy(KEEPS, named, look),
                visit -> of(visit, person -> form(200, visit, person, List.of(), "")));
        entrance.action(
                ONE,
                new Policy(KEEPS, named, Trace.deed(Action.STAFF_CHANGED)),
                visit -> of(visit, person -> change(visit, person)));
        entrance.action(
                ONE + "/pin",
                new Policy(KEEPS, named, Trace.deed(Action.STAFF_PIN_DRAWN)),
                visit -> of(visit, person -> drawCode(visit, person)));
        entrance.action(
                ONE + "/removal",
                new Policy(KEEPS, named, Trace.deed(Action.STAFF_REMOVED)),
                visit -> of(visit, person -> remove(visit, person)));
        new PhotoRoutes(this, database, reference, workshop, texts, times).mount(entrance);
    }

    Reply of(Visit visit, Function<StaffStore.Person, Reply> answer) {
        return all(visit).stream()
                .filter(each -> each.id().equals(visit.param("id")))
                .findFirst()
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private List<StaffStore.Person> all(Visit visit) {
        return database.read(handle -> new StaffStore(handle).all(visit.viewer().scope()));
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var found = all(visit).stream()
                .filter(each -> (each.name() + each.duty() + each.communityName()).contains(question.filter("search")))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var standings = database.read(handle -> new Entries(handle).staff()).stream()
                .collect(Collectors.toMap(ReferenceItem.Staff::id, this::standing));
        var sorted = ORDERS.sorted(found, question);
        boolean keeps = KEEPS.isOf(visit.viewer());
        var model = new StaffModel(
                question.filter("search"),
                ORDERS.choices(texts, question),
                question.isFiltered(),
                keeps,
                asked.cut(sorted, PER_PAGE).stream()
                        .map(each -> new StaffModel.Row(
                                each.id(),
                                each.name(),
                                each.duty(),
                                role(each.role()),
                                each.community().isPresent()
                                        ? each.communityName()
                                        : texts.get("staff.row.wholeStreet"),
                                keeps ? standings.getOrDefault(each.id(), "") : ""))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return Reply.page("staff/list", texts.get("staff.page.title"), Map.of("staff", model));
    }

    private String role(StaffRole role) {
        return switch (role) {
            case SCAN_ONLY -> texts.get("staff.role.scanOnly");
            case DUTY_STAFF -> texts.get("staff.role.dutyStaff");
            case GROUP_LEADER -> texts.get("staff.role.groupLeader");
            case BRANCH_SECRETARY -> texts.get("staff.role.branchSecretary");
        };
    }

    private Reply form(int status, Visit visit, String id, List<String> problems, String pin) {
        return page(
                status,
                new StaffModel.One(
                        id,
                        visit.form("name"),
                        visit.form("duty"),
                        Choice.of(StaffRole.values(), this::role, role(visit.form("role"))),
                        communities(visit, visit.form("community")),
                        problems,
                        pin,
                        Optional.empty(),
                        PictureWorkshop.LONGEST_FILE));
    }

    private static String role(String typed) {
        return typed.isEmpty() ? StaffRole.DUTY_STAFF.name() : typed;
    }

    Reply form(int status, Visit visit, StaffStore.Person person, List<String> problems, String pin) {
        return page(
                status,
                new StaffModel.One(
                        person.id(),
                        person.name(),
                        person.duty(),
                        Choice.of(StaffRole.values(), this::role, person.role().name()),
                        communities(
                                visit,
                                person.community().map(OrganizationId::value).orElse("")),
                        problems,
                        pin,
                        consent(person.id()),
                        PictureWorkshop.LONGEST_FILE));
    }

    private Optional<String> consent(String id) {
        return database.read(handle -> new StaffStore(handle).consented(id))
                .map(since -> texts.get("staff.photo.consented", times.when(since)));
    }

    private Reply page(int status, StaffModel.One model) {
        return new Reply.Page(
                status,
                "staff/one",
                texts.get(model.id().isEmpty() ? "staff.new.title" : "staff.one.title"),
                Map.of("person", model));
    }

    /// Kiosks know the people of their community: an organisation directly below the street.
    private List<Choice> communities(Visit visit, String chosen) {
        return database.read(handle -> new OrganizationReader(
                        handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> each.depth() == 1 && each.level() != OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(chosen)))
                        .toList());
    }

    /// What was typed, when it is good.
    private record Typed(String name, String duty, StaffRole role, OrganizationId community) {
        ReferenceItem.Staff as(String id, String verifier, Optional<StaffCode> code, Optional<ContentFile> photo) {
            return new ReferenceItem.Staff(id, name, verifier, duty, role, code, photo);
        }
    }

    private Optional<Typed> typed(Visit visit, Form form) {
        var name = form.text("name", LONGEST_NAME);
        var duty = form.text("duty", LONGEST_DUTY);
        var role = form.requiredChoice("role", StaffRole.class);
        var community = communities(visit, visit.form("community")).stream()
                .filter(Choice::chosen)
                .findFirst()
                .map(each -> new OrganizationId(each.value()));
        if (community.isEmpty()) {
            form.refuse(texts.get("staff.refused.community"));
        }
        return form.isGood()
                ? Optional.of(new Typed(name, duty, role.orElseThrow(), community.orElseThrow()))
                : Optional.empty();
    }

    private Reply enter(Visit visit) {
        var form = new Form(visit, texts, "staff.field");
        var typed = typed(visit, form);
        if (typed.isEmpty()) {
            return form(422, visit, "", form.problems(), "");
        }
        var code = code();
        var id = ids.draw("p-");
        var entered = typed.get().as(id, "", Optional.of(kept(code)), Optional.empty());
        publish(visit, _ -> entered, typed.get(), Action.STAFF_ENTERED);
        return form(200, visit, id, List.of(), code);
    }

    private Reply change(Visit visit, StaffStore.Person person) {
        var form = new Form(visit, texts, "staff.field");
        var typed = typed(visit, form);
        if (typed.isEmpty()) {
            return form(422, visit, person.id(), form.problems(), "");
        }
        publish(visit, handle -> changed(handle, person.id(), typed.get()), typed.get(), Action.STAFF_CHANGED);
        return new Reply.SeeOther(LIST + "/" + person.id());
    }

    /// What the form does not name stays.
    private static ReferenceItem.Staff changed(Handle handle, String id, Typed typed) {
        var known = new Entries(handle).staff(id).orElseThrow();
        return typed.as(id, known.pinVerifier(), known.code(), known.photo());
    }

    private void publish(Visit visit, Function<Handle, ReferenceItem.Staff> said, Typed typed, Action action) {
        database.write((handle, changes) -> {
            var staff = said.apply(handle);
            reference.publishStaff(handle, changes, List.of(staff), typed.community());
            new StaffStore(handle).put(staff.id(), typed.community(), typed.role());
            Actor.of(visit).note(handle, times.now(), action, staff.id());
            return staff.id();
        });
    }

    /// The former PIN and code are of no use at a kiosk that has heard of it.
    private Reply drawCode(Visit visit, StaffStore.Person person) {
        var code = code();
        var kept = kept(code);
        database.write((handle, changes) -> {
            var known = new Entries(handle).staff(person.id()).orElseThrow();
            var anew = new ReferenceItem.Staff(
                    known.id(), known.name(), "", known.duty(), known.role(), Optional.of(kept), known.photo());
            reference.publish(handle, changes, List.of(anew));
            Actor.of(visit).note(handle, times.now(), Action.STAFF_PIN_DRAWN, person.id());
            return person.id();
        });
        return form(200, visit, person, List.of(), code);
    }

    private Reply remove(Visit visit, StaffStore.Person person) {
        database.write((handle, changes) -> {
            var photo = new Entries(handle).staff(person.id()).flatMap(ReferenceItem.Staff::photo);
            reference.remove(handle, changes, ReferenceKind.STAFF, person.id());
            new Leaving(reference).of(handle, changes, person.id());
            new StaffStore(handle).delete(person.id());
            new ContentStore(handle)
                    .forgetUnnamed(photo.stream().map(ContentFile::id).toList());
            Actor.of(visit).note(handle, times.now(), Action.STAFF_REMOVED, person.id());
            return person.id();
        });
        return new Reply.SeeOther(LIST);
    }

    /// Eight digits; not the first that somebody tries.
    private String code() {
        while (true) {
            var code = "%08d".formatted(random.nextInt(CODES));
            if (PinRule.isGood(code)) {
                return code;
            }
        }
    }

    private StaffCode kept(String code) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new StaffCode(
                HexFormat.of().formatHex(id),
                passwords.verifier(code),
                times.now().plus(CODE_LASTS));
    }

    /// How far the person is: a PIN, a code that waits, or one that ended.
    private String standing(ReferenceItem.Staff staff) {
        return staff.code()
                .map(code -> code.isOpenAt(times.now())
                        ? texts.get("staff.standing.code", times.when(code.until()))
                        : texts.get("staff.standing.ended"))
                .orElseGet(() -> texts.get("staff.standing.pin"));
    }
}
