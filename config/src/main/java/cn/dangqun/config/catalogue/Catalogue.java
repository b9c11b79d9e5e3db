package cn.dangqun.config.catalogue;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import java.util.List;

/// Services, and the windows and rules of a centre that offers them.
public record Catalogue(List<ServiceItem> services, List<Window> windows, QueueRules rules) {
    public Catalogue {
        services = List.copyOf(services);
        windows = List.copyOf(windows);
    }

    public QueuePlan planOf(String site) {
        return new QueuePlan(site, windows, rules);
    }
}
