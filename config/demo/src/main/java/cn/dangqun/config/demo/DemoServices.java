package cn.dangqun.config.demo;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The starter catalogue of the whole street, and two windows at every site. All but the last services are open
/// around the clock, so that a number can be taken whenever the demonstration starts.
final class DemoServices {
    private static final int WITH_OFFICE_HOURS = 2;
    private static final OpeningHours AROUND_THE_CLOCK = new OpeningHours(
            List.of(new OpeningHours.Shift(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.of(23, 59))));

    private DemoServices() {}

    static List<ReferenceItem> of(Organization street, int sites) {
        var catalogue = CatalogueReader.shipped();
        var services = catalogue.services();
        var items = new ArrayList<ReferenceItem>();
        for (var service : services) {
            boolean officeHours = services.indexOf(service) >= services.size() - WITH_OFFICE_HOURS;
            items.add(new ReferenceItem.Service(officeHours ? service : aroundTheClock(service), street.id()));
        }
        for (int number = 1; number <= sites; number++) {
            items.add(new ReferenceItem.SiteQueue(catalogue.planOf("site-" + number)));
        }
        return items;
    }

    private static ServiceItem aroundTheClock(ServiceItem service) {
        return new ServiceItem(
                service.id(),
                service.category(),
                service.name(),
                service.audiences(),
                service.charge(),
                service.materials(),
                service.limitDays(),
                service.letter(),
                AROUND_THE_CLOCK,
                service.dailyCap(),
                service.usual(),
                service.sample(),
                service.steps());
    }
}
