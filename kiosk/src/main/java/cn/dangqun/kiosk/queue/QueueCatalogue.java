package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the street sent for the queue, as of one position: what a window of this site serves, by category and letter,
/// and the site's windows. Both are empty before the street has sent the windows.
public record QueueCatalogue(List<ServiceItem> services, Optional<QueuePlan> plan) {
    public QueueCatalogue {
        services = List.copyOf(services);
    }

    public static QueueCatalogue of(ReferenceIndex reference) {
        var plan = reference
                .site()
                .flatMap(here -> reference.items(ReferenceItem.SiteQueue.class).stream()
                        .map(ReferenceItem.SiteQueue::plan)
                        .filter(each -> each.site().equals(here.id()))
                        .findFirst());
        var services = reference.items(ReferenceItem.Service.class).stream()
                .map(ReferenceItem.Service::service)
                .filter(service -> plan.stream()
                        .flatMap(each -> each.windows().stream())
                        .anyMatch(window -> window.serves(service.id())))
                .sorted(Comparator.comparing(ServiceItem::category).thenComparingInt(ServiceItem::letter))
                .toList();
        return new QueueCatalogue(services, plan);
    }

    public Optional<ServiceItem> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }
}
