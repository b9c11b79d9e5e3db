package cn.dangqun.server.sites;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
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

/// 服务中心: the places where kiosks stand, and whose each is.
public final class SiteRoutes implements Routes {
    private static final String LIST = "/sites";
    private static final String NEW = "/sites/new";
    private static final String ONE = "/sites/:id";
    private static final Right KEEPS = Right.of(Permission.KEEP_ORGANIZATIONS);
    private static final int LONGEST_NAME = 40;
    private static final int PER_PAGE = 50;

    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;

    public SiteRoutes(Database database, ReferenceLedger reference, Texts texts, Times times) {
        this.database = database;
        this.reference = reference;
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofSite(handle, visit.param("id")));
        var look = Trace.none("places, nobody's name");
        entrance.menu(LIST, "sites.page.menu");
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), this::list);
        entrance.page(
                NEW,
                new Policy(KEEPS, Subtree.filtered(), look),
                visit -> form(200, visit, "", List.of(), visit.form("name"), visit.form("organization")));
        entrance.action(
                NEW,
                new Policy(
                        KEEPS,
                        Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization"))),
                        Trace.deed(Action.SITE_ENTERED)),
                visit -> save(visit, Optional.empty()));
        entrance.page(
                ONE,
                new Policy(KEEPS, named, look),
                visit -> of(visit, site -> form(200, visit, site.id(), List.of(), site.name(), site.organization())));
        entrance.action(
                ONE,
                new Policy(KEEPS, named, Trace.deed(Action.SITE_CHANGED)),
                visit -> of(visit, site -> save(visit, Optional.of(site.id()))));
    }

    private Reply of(Visit visit, Function<SiteReader.Row, Reply> answer) {
        return all(visit).stream()
                .filter(each -> each.id().equals(visit.param("id")))
                .findFirst()
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private List<SiteReader.Row> all(Visit visit) {
        return database.read(handle -> new SiteReader(handle, visit.viewer().scope()).all());
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "search");
        var found = all(visit).stream()
                .filter(each -> (each.name() + each.organizationName()).contains(question.filter("search")))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var model = new SitesModel(
                question.filter("search"),
                question.isFiltered(),
                KEEPS.isOf(visit.viewer()),
                found.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> new SitesModel.Row(each.id(), each.name(), each.organizationName(), each.kiosks()))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return Reply.page("sites/list", texts.get("sites.page.title"), Map.of("sites", model));
    }

    private Reply form(int status, Visit visit, String id, List<String> problems, String name, String organization) {
        var model = new SitesModel.One(id, problems, name, organizations(visit, organization));
        return new Reply.Page(
                status,
                "sites/one",
                texts.get(id.isEmpty() ? "sites.new.title" : "sites.one.title"),
                Map.of("site", model));
    }

    private List<Choice> organizations(Visit visit, String chosen) {
        return database.read(handle -> new OrganizationReader(
                        handle, visit.viewer().scope())
                .all().stream()
                        .filter(each -> each.level() != OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(),
                                "　".repeat(each.depth()) + each.name(),
                                each.id().value().equals(chosen)))
                        .toList());
    }

    private Reply save(Visit visit, Optional<String> known) {
        var form = new Form(visit, texts, "sites.field");
        var name = form.text("name", LONGEST_NAME);
        var organization = organizations(visit, visit.form("organization")).stream()
                .filter(Choice::chosen)
                .findFirst()
                .map(each -> new OrganizationId(each.value()));
        if (organization.isEmpty()) {
            form.refuse(texts.get("sites.refused.organization"));
        }
        if (all(visit).stream()
                .anyMatch(each ->
                        each.name().equals(name) && !Optional.of(each.id()).equals(known))) {
            form.refuse(texts.get("sites.refused.name"));
        }
        if (!form.isGood()) {
            return form(422, visit, known.orElse(""), form.problems(), visit.form("name"), visit.form("organization"));
        }
        var id = known.orElseGet(() -> ids.draw("site-"));
        database.write((handle, changes) -> {
            var rota =
                    new Entries(handle).site(id).map(ReferenceItem.Site::rota).orElse(Rota.NONE);
            var site = new ReferenceItem.Site(id, name, organization.orElseThrow(), rota);
            reference.publish(handle, changes, List.of(site));
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            known.isPresent() ? Action.SITE_CHANGED : Action.SITE_ENTERED,
                            site.id());
            return site;
        });
        return new Reply.SeeOther(LIST);
    }
}
