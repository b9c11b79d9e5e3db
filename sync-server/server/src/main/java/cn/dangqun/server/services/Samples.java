package cn.dangqun.server.services;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.ServiceItem;
import java.util.List;

/// The starter catalogue: every line says 示例 until somebody of the street makes it their own.
final class Samples {
    private static final String MARK = "（示例）";

    private Samples() {}

    static List<ServiceItem> all() {
        return CatalogueReader.shipped().services().stream()
                .map(Samples::marked)
                .toList();
    }

    private static ServiceItem marked(ServiceItem service) {
        return new ServiceItem(
                service.id(),
                service.category(),
                marked(service.name()),
                service.audiences(),
                switch (service.charge()) {
                    case Charge.Free free -> free;
                    case Charge.LowCost(var price) -> new Charge.LowCost(marked(price));
                },
                service.materials().stream().map(Samples::marked).toList(),
                service.limitDays(),
                service.letter(),
                service.hours(),
                service.dailyCap(),
                service.usual(),
                true,
                service.steps().stream().map(Samples::marked).toList());
    }

    private static String marked(String text) {
        return text.endsWith(MARK) ? text : text + MARK;
    }

    /// As it stands in a form: what is saved is no example any more.
    static String plain(String text) {
        return text.replace(MARK, "");
    }
}
