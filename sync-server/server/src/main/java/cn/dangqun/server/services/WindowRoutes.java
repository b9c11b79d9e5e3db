package cn.dangqun.server.services;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.SiteRows.Site;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
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
import java.util.stream.Collectors;

/// 窗口: where numbers of a centre are called, what each window serves, and the rules of its queue (F-47, F-51). A
/// centre without windows gives out no numbers.
public final class WindowRoutes implements Routes {
    private static final String LIST = "/services/windows";
    private static final String ONE = "/services/windows/:site";
    private static final int PER_PAGE = 50;

    private final Orders<SiteRows.Site> orders = Orders.<SiteRows.Site>of("web.order.tree")
            .or("name", "web.order.name", Comparator.comparing(SiteRows.Site::name, new Pinyin().order()));
    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final Desks desks;

    public WindowRoutes(Database database, ReferenceLedger reference, Texts texts, Times times) {
        this.database = database;
        this.reference = reference;
        this.texts = texts;
        this.times = times;
        this.desks = new Desks(reference, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofSite(handle, visit.param("site")));
        var look = Trace.none("windows of centres, nobody's name");
        var keeps = ServiceRoutes.KEEPS;
        entrance.page(LIST, new Policy(Right.signedIn(), Subtree.filtered(), look), this::list);
        entrance.page(ONE, new Policy(keeps, named, look), visit -> of(visit, this::show));
        entrance.action(
                ONE,
                new Policy(keeps, named, Trace.deed(Action.WINDOWS_CHANGED)),
                visit -> of(visit, site -> save(visit, site)));
        entrance.action(
                ONE + "/removal",
                new Policy(keeps, named, Trace.deed(Action.WINDOWS_CLOSED)),
                visit -> of(visit, site -> close(visit, site)));
    }

    private Reply of(Visit visit, Function<Site, Reply> answer) {
        return database.read(handle -> new SiteRows(handle, visit.viewer().scope()).find(visit.param("site")))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var found = database.read(handle -> new SiteRows(handle, visit.viewer().scope()).all()).stream()
                .filter(each -> (each.name() + each.organizationName()).contains(question.filter("search")))
                .toList();
        var plans = database.read(handle -> new Entries(handle).queuePlans()).stream()
                .collect(Collectors.toMap(QueuePlan::site, Function.identity()));
        var asked = question.within(found.size(), PER_PAGE);
        boolean keeps = ServiceRoutes.KEEPS.isOf(visit.viewer());
        var sorted = orders.sorted(found, question);
        var model = new WindowsModel(
                question.filter("search"),
                orders.choices(texts, question),
                question.isFiltered(),
                asked.cut(sorted, PER_PAGE).stream()
                        .map(each -> row(each, Optional.ofNullable(plans.get(each.id())), keeps))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return Reply.page("services/windows", texts.get("services.windows.title"), Map.of("windows", model));
    }

    private WindowsModel.Row row(Site site, Optional<QueuePlan> plan, boolean keeps) {
        return new WindowsModel.Row(
                keeps ? LIST + "/" + site.id() : "",
                site.name(),
                site.organizationName(),
                plan.map(here -> here.windows().stream()
                                .sorted(Comparator.comparingInt(Window::number))
                                .map(each -> texts.get("services.windows.one", each.number(), each.name()))
                                .collect(Collectors.joining("、")))
                        .orElseGet(() -> texts.get("services.windows.closed")),
                plan.isPresent());
    }

    /// What the kiosks of the site know of: the street's and their community's.
    private List<ServiceItem> services(Site site) {
        return database.read(handle -> new SiteRows(handle, SiteRows.ALL).offeredAt(site)).stream()
                .map(ReferenceItem.Service::service)
                .sorted(Comparator.comparing(ServiceItem::category).thenComparingInt(ServiceItem::letter))
                .toList();
    }

    private Reply show(Site site) {
        var plan = database.read(handle -> new Entries(handle).queuePlan(site.id()));
        var services = services(site);
        var form = new WindowForm(texts, services);
        var rules = plan.map(QueuePlan::rules).orElse(QueueRules.STANDARD);
        return page(
                200,
                new WindowsModel.One(
                        site.id(),
                        site.name(),
                        plan.isPresent(),
                        services.isEmpty(),
                        List.of(),
                        plan.map(form::of).orElseGet(form::blank),
                        Integer.toString(rules.maxCalls()),
                        Integer.toString(rules.reinsertAfter()),
                        Integer.toString(rules.preferredInARow())));
    }

    private Reply page(int status, WindowsModel.One model) {
        return new Reply.Page(
                status, "services/window", texts.get("services.window.title", model.name()), Map.of("window", model));
    }

    private Reply save(Visit visit, Site site) {
        var form = new Form(visit, texts, "services.field");
        var services = services(site);
        var fields = new WindowForm(texts, services);
        var plan = fields.read(site.id(), visit, form);
        if (plan.isEmpty()) {
            return page(
                    422,
                    new WindowsModel.One(
                            site.id(),
                            site.name(),
                            database.read(handle -> new Entries(handle).queuePlan(site.id()))
                                    .isPresent(),
                            services.isEmpty(),
                            form.problems(),
                            fields.typed(visit),
                            visit.form("maxCalls"),
                            visit.form("reinsertAfter"),
                            visit.form("preferredInARow")));
        }
        database.write((handle, changes) -> {
            desks.publish(handle, changes, plan.get());
            Actor.of(visit).note(handle, times.now(), Action.WINDOWS_CHANGED, site.id());
            return site;
        });
        return new Reply.SeeOther(LIST);
    }

    private Reply close(Visit visit, Site site) {
        database.write((handle, changes) -> {
            reference.remove(handle, changes, ReferenceKind.QUEUE_PLAN, site.id());
            Actor.of(visit).note(handle, times.now(), Action.WINDOWS_CLOSED, site.id());
            return site;
        });
        return new Reply.SeeOther(LIST);
    }
}
