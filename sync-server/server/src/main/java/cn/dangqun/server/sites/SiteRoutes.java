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
import cn.dangqun.server.reference.SiteReach;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// 服务中心: the places where kiosks stand, and whose each is.
public final class SiteRoutes implements Routes {
    private static final String LIST = "/sites";
    private static final String NEW = "/sites/new";
    private static final String ONE = "/sites/:id";
    private static final Right KEEPS = Right.of(Permission.KEEP_ORGANIZATIONS);
    private static final int LONGEST_NAME = 40;
    private static final int PER_PAGE = 50;
    /// Beside its own: a centre that serves more is the street's hall.
    private static final int MOST_SERVED = 12;
    private static final int LONGEST_ID = 64;

    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final FreshIds ids;
    private final Orders<SiteReader.Row> orders = Orders.<SiteReader.Row>of("web.order.tree")
            .or("name", "web.order.name", Comparator.comparing(SiteReader.Row::name, new Pinyin().order()))
            .or(
                    "kiosks",
                    "web.order.kiosks",
                    Comparator.comparingInt(SiteReader.Row::kiosks).reversed());

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
        // Only the whole street holds two communities.
        entrance.action(
                ONE + "/communities",
                new Policy(KEEPS, Subtree.street(), Trace.deed(Action.SITE_SERVES_CHANGED)),
                visit -> of(visit, site -> serve(visit, site)));
        entrance.action(
                ONE + "/communities/removal",
                new Policy(KEEPS, named, Trace.deed(Action.SITE_SERVES_CHANGED)),
                visit -> of(visit, site -> leave(visit, site)));
    }

    private Reply of(Visit visit, Function<SiteReader.Row, Reply> answer) {
        return all(visit).stream()
                .filter(each -> each.inside() && each.id().equals(visit.param("id")))
                .findFirst()
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private List<SiteReader.Row> all(Visit visit) {
        return database.read(handle -> new SiteReader(handle, visit.viewer().scope()).all());
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var found = all(visit).stream()
                .filter(each -> (each.name() + each.organizationName()).contains(question.filter("search")))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var sorted = orders.sorted(found, question);
        var model = new SitesModel(
                question.filter("search"),
                orders.choices(texts, question),
                question.isFiltered(),
                KEEPS.isOf(visit.viewer()),
                asked.cut(sorted, PER_PAGE).stream()
                        .map(each -> row(each, KEEPS.isOf(visit.viewer())))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return Reply.page("sites/list", texts.get("sites.page.title"), Map.of("sites", model));
    }

    private SitesModel.Row row(SiteReader.Row site, boolean keeps) {
        return new SitesModel.Row(
                site.id(),
                site.name(),
                site.organizationName(),
                site.kiosks(),
                String.join(texts.get("sites.serving.and"), site.serves()),
                keeps && site.inside() ? LIST + "/" + site.id() : "");
    }

    private Reply form(int status, Visit visit, String id, List<String> problems, String name, String organization) {
        var serving = id.isEmpty()
                ? List.<SiteReader.Serving>of()
                : database.read(handle -> new SiteReader(handle, visit.viewer().scope()).servings(id));
        var model = new SitesModel.One(
                id,
                problems,
                name,
                organizations(visit, organization),
                serving.stream().map(this::serving).toList(),
                id.isEmpty() ? List.of() : communities(visit, id));
        return new Reply.Page(
                status,
                "sites/one",
                texts.get(id.isEmpty() ? "sites.new.title" : "sites.one.title"),
                Map.of("site", model));
    }

    private SitesModel.Serving serving(SiteReader.Serving each) {
        var from = times.when(each.from());
        return new SitesModel.Serving(
                each.community(),
                each.name(),
                each.until()
                        .map(until -> texts.get("sites.serving.was", from, times.when(until)))
                        .orElseGet(() -> texts.get("sites.serving.since", from)),
                each.until().isEmpty());
    }

    /// Communities inside the viewer's scope that the site does not serve yet.
    private List<Choice> communities(Visit visit, String site) {
        return database.read(handle -> {
            var served =
                    SiteReach.of(handle, site, reference.today()).communities().keySet();
            return new OrganizationReader(handle, visit.viewer().scope())
                    .all().stream()
                            .filter(each -> each.depth() == 1 && !served.contains(each.id()))
                            .map(each -> new Choice(each.id().value(), each.name(), false))
                            .toList();
        });
    }

    /// Whoever opens a centre to a community answers for both.
    private Reply serve(Visit visit, SiteReader.Row site) {
        var asked = communities(visit, site.id()).stream()
                .filter(each -> each.value().equals(visit.form("community")))
                .findFirst();
        if (asked.isEmpty()) {
            return refused(visit, site, "sites.refused.community");
        }
        var community = new OrganizationId(asked.get().value());
        return change(
                        visit,
                        site,
                        community,
                        serves -> serves.size() < MOST_SERVED
                                ? Optional.of(Stream.concat(serves.stream(), Stream.of(community))
                                        .toList())
                                : Optional.empty())
                ? new Reply.SeeOther(LIST + "/" + site.id())
                : refused(visit, site, "sites.refused.tooMany");
    }

    private Reply leave(Visit visit, SiteReader.Row site) {
        var community = visit.form("community");
        boolean done = !community.isBlank()
                && community.length() <= LONGEST_ID
                && change(
                        visit,
                        site,
                        new OrganizationId(community),
                        serves -> Optional.of(serves.stream()
                                        .filter(each -> !each.value().equals(community))
                                        .toList())
                                .filter(left -> left.size() < serves.size()));
        return done ? new Reply.SeeOther(LIST + "/" + site.id()) : refused(visit, site, "sites.refused.notServed");
    }

    private Reply refused(Visit visit, SiteReader.Row site, String why) {
        return form(422, visit, site.id(), List.of(texts.get(why)), site.name(), site.organization());
    }

    private boolean change(
            Visit visit,
            SiteReader.Row site,
            OrganizationId community,
            Function<List<OrganizationId>, Optional<List<OrganizationId>>> serves) {
        return database.write((handle, changes) -> {
            var known = new Entries(handle).site(site.id()).orElseThrow();
            var now = serves.apply(known.serves());
            now.ifPresent(list -> {
                reference.publish(handle, changes, List.of(known.serving(list)));
                Actor.of(visit)
                        .note(
                                handle,
                                times.now(),
                                Action.SITE_SERVES_CHANGED,
                                site.id() + " " + (list.contains(community) ? "+" : "-") + community.value());
            });
            return now.isPresent();
        });
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
            var before = new Entries(handle).site(id);
            var site = new ReferenceItem.Site(
                    id,
                    name,
                    organization.orElseThrow(),
                    before.map(ReferenceItem.Site::rota).orElse(Rota.NONE),
                    before.map(ReferenceItem.Site::serves).orElse(List.of()));
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
