package cn.dangqun.server.services;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// 服务事项: what numbers are taken for. The street's own are offered everywhere, a community's at its
/// centres.
public final class ServiceRoutes implements Routes {
    static final String LIST = "/services";
    private static final String NEW = "/services/new";
    private static final String STARTER = "/services/starter";
    private static final String ONE = "/services/:id";
    static final Right KEEPS = Right.of(Permission.KEEP_ORGANIZATIONS);

    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;
    private final ServiceList list;

    public ServiceRoutes(Database database, ReferenceLedger reference, Texts texts, Times times) {
        this.database = database;
        this.reference = reference;
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
        this.list = new ServiceList(database, texts);
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofService(handle, visit.param("id")));
        var ofForm = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        var look = Trace.none("what centres offer, nobody's name");
        entrance.menu(LIST, "services.page.menu");
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), list::show);
        entrance.page(NEW, new Policy(KEEPS, Subtree.filtered(), look), this::blank);
        entrance.action(
                NEW,
                new Policy(KEEPS, ofForm, Trace.deed(Action.SERVICE_ENTERED)),
                visit -> save(visit, Optional.empty()));
        entrance.action(
                STARTER, new Policy(KEEPS, Subtree.street(), Trace.deed(Action.SERVICES_BROUGHT)), this::bringSamples);
        entrance.page(ONE, new Policy(KEEPS, named, look), this::show);
        entrance.action(
                ONE,
                new Policy(KEEPS, named, Trace.deed(Action.SERVICE_CHANGED)),
                visit -> save(visit, Optional.of(visit.param("id"))));
        entrance.action(ONE + "/removal", new Policy(KEEPS, named, Trace.deed(Action.SERVICE_REMOVED)), this::remove);
    }

    private Reply blank(Visit visit) {
        return page(200, new ServiceForm(texts).blank(organizations(visit, ""), freeLetter()));
    }

    private char freeLetter() {
        var taken = database.read(handle -> new Entries(handle)
                .services().stream().map(each -> each.service().letter()).toList());
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (!taken.contains(letter)) {
                return letter;
            }
        }
        return 'A';
    }

    private Reply show(Visit visit) {
        return database.read(handle -> new Entries(handle).service(visit.param("id")))
                .map(known -> page(
                        200,
                        new ServiceForm(texts)
                                .of(
                                        known.service(),
                                        organizations(
                                                visit, known.organization().value()))))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply page(int status, ServicesModel.One model) {
        return new Reply.Page(
                status,
                "services/one",
                texts.get(model.id().isEmpty() ? "services.new.title" : "services.one.title"),
                Map.of("service", model));
    }

    /// Kiosks know what the street and their community offer.
    private List<Choice> organizations(Visit visit, String chosen) {
        return database.read(handle -> new OrganizationReader(
                        handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> each.depth() <= 1 && each.level() != OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.depth() == 0 ? texts.get("services.scope.street") : each.name(),
                                each.id().value().equals(chosen)))
                        .toList());
    }

    private Reply save(Visit visit, Optional<String> known) {
        var form = new Form(visit, texts, "services.field");
        var organizations = organizations(visit, visit.form("organization"));
        var id = known.orElseGet(() -> ids.draw("s-").toLowerCase(Locale.ROOT));
        var service = new ServiceForm(texts).read(id, visit, form, organizations);
        if (service.isEmpty()) {
            return page(422, new ServiceForm(texts).typed(known.orElse(""), visit, organizations, form.problems()));
        }
        var action = known.isPresent() ? Action.SERVICE_CHANGED : Action.SERVICE_ENTERED;
        database.write((handle, changes) -> {
            reference.publish(handle, changes, List.<ReferenceItem>of(service.get()));
            Actor.of(visit).note(handle, times.now(), action, id);
            return id;
        });
        return new Reply.SeeOther(LIST);
    }

    /// Those that the street has already are left alone.
    private Reply bringSamples(Visit visit) {
        database.write((handle, changes) -> {
            var entries = new Entries(handle);
            var street = entries.organizations().stream()
                    .filter(each -> each.parent().isEmpty())
                    .findFirst();
            if (street.isPresent()) {
                reference.publish(handle, changes, missing(entries, street.get().id()));
                Actor.of(visit)
                        .note(
                                handle,
                                times.now(),
                                Action.SERVICES_BROUGHT,
                                street.get().id().value());
            }
            return street;
        });
        return new Reply.SeeOther(LIST);
    }

    private static List<ReferenceItem> missing(Entries entries, OrganizationId street) {
        return Samples.all().stream()
                .filter(each -> entries.service(each.id().value()).isEmpty())
                .<ReferenceItem>map(each -> new ReferenceItem.Service(each, street))
                .toList();
    }

    private Reply remove(Visit visit) {
        database.write((handle, changes) -> {
            reference.remove(handle, changes, ReferenceKind.SERVICE, visit.param("id"));
            Actor.of(visit).note(handle, times.now(), Action.SERVICE_REMOVED, visit.param("id"));
            return visit;
        });
        return new Reply.SeeOther(LIST);
    }
}
