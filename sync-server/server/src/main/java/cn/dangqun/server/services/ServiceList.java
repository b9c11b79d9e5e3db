package cn.dangqun.server.services;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The list of services that a viewer's centres offer: the street's and their own.
record ServiceList(Database database, Texts texts) {
    private static final int PER_PAGE = 50;
    private static final String BY_NAME = "name";
    private static final Comparator<ReferenceItem.Service> BY_CATEGORY = Comparator.comparing(
                    (ReferenceItem.Service each) -> each.service().category())
            .thenComparingInt(each -> each.service().letter())
            .thenComparing(each -> each.service().name());

    /// What may be changed, and what else is offered.
    private record Offered(List<ReferenceItem.Service> services, Map<OrganizationId, String> names, Scoped own) {}

    private record Scoped(boolean street, Map<OrganizationId, String> inside) {}

    private Offered read(Visit visit) {
        return database.read(handle -> {
            var scope = visit.viewer().scope();
            var inside = new HashMap<OrganizationId, String>();
            new OrganizationReader(handle, scope).all().forEach(each -> inside.put(each.id(), each.name()));
            var names = new HashMap<OrganizationId, String>(inside);
            new OrganizationReader(handle, Scope.wholeStreet())
                    .all().stream()
                            .filter(each -> each.depth() == 0)
                            .forEach(each -> names.put(each.id(), texts.get("services.scope.street")));
            var services = new Entries(handle)
                    .services().stream()
                            .filter(each -> names.containsKey(each.organization()))
                            .toList();
            return new Offered(services, names, new Scoped(scope.top().isEmpty(), inside));
        });
    }

    Reply show(Visit visit) {
        var question = ListQuestion.of(visit, "search", "category", "order");
        var offered = read(visit);
        var found = offered.services().stream()
                .filter(each -> each.service().name().contains(question.filter("search")))
                .filter(each -> question.filter("category").isEmpty()
                        || each.service().category().name().equals(question.filter("category")))
                .sorted(
                        question.filter("order").equals(BY_NAME)
                                ? Comparator.comparing(each -> each.service().name())
                                : BY_CATEGORY)
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        boolean keeps = ServiceRoutes.KEEPS.isOf(visit.viewer());
        var words = new ServiceWords(texts);
        var model = new ServicesModel(
                question.filter("search"),
                !question.filter("search").isEmpty()
                        || !question.filter("category").isEmpty(),
                Choice.of(ServiceCategory.values(), words::category, question.filter("category")),
                List.of(new Choice(
                        BY_NAME,
                        texts.get("services.order.name"),
                        question.filter("order").equals(BY_NAME))),
                keeps && offered.own().street() && !offered.own().inside().isEmpty(),
                found.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> row(each, offered, keeps))
                        .toList(),
                asked.pages(texts, ServiceRoutes.LIST, found.size(), PER_PAGE));
        return Reply.page("services/list", texts.get("services.page.title"), Map.of("services", model));
    }

    private ServicesModel.Row row(ReferenceItem.Service offered, Offered all, boolean keeps) {
        var service = offered.service();
        var words = new ServiceWords(texts);
        boolean own = keeps && all.own().inside().containsKey(offered.organization());
        return new ServicesModel.Row(
                own ? ServiceRoutes.LIST + "/" + service.id() : "",
                Samples.plain(service.name()),
                service.sample(),
                words.category(service.category()),
                all.names().getOrDefault(offered.organization(), ""),
                Character.toString(service.letter()),
                words.hours(service.hours()),
                limit(service),
                service.dailyCap());
    }

    private String limit(ServiceItem service) {
        if (service.limitDays().isEmpty()) {
            return texts.get("services.limit.none");
        }
        int days = service.limitDays().getAsInt();
        return days == 0 ? texts.get("services.limit.atOnce") : texts.get("services.limit.days", days);
    }
}
