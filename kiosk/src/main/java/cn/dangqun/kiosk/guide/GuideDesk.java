package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.util.Comparator;
import java.util.List;

/// Reads the catalogue. On any thread.
@FunctionalInterface
interface GuideDesk {
    /// By category, then by letter; also what no window serves.
    List<GuideEntry> entries();

    static List<GuideEntry> of(ReferenceIndex index) {
        var windows = index.items(ReferenceItem.SiteQueue.class).stream()
                .map(ReferenceItem.SiteQueue::plan)
                .filter(plan -> index.site()
                        .filter(here -> here.id().equals(plan.site()))
                        .isPresent())
                .flatMap(plan -> plan.windows().stream())
                .toList();
        return index.items(ReferenceItem.Service.class).stream()
                .map(ReferenceItem.Service::service)
                .sorted(Comparator.comparing(ServiceItem::category).thenComparingInt(ServiceItem::letter))
                .map(each -> new GuideEntry(each, windows.stream().anyMatch(window -> window.serves(each.id()))))
                .toList();
    }
}
