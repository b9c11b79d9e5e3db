package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The made-up street with three services and two windows; advice is given for one person a day.
public final class QueueStreet {
    public static final ServiceItem CARE = service("care", "便民利民", 'A', "00:00", "23:59", 900);
    public static final ServiceItem AID = service("aid", "临时救助", 'B', "09:00", "11:30", 900);
    public static final ServiceItem ADVICE = service("advice", "党务咨询（示例）", 'C', "00:00", "23:59", 1);
    public static final QueuePlan PLAN = new QueuePlan(
            "site", List.of(new Window(1, "综合窗口", Set.of()), new Window(2, "综合窗口", Set.of())), QueueRules.STANDARD);

    private QueueStreet() {}

    public static ServiceItem service(String id, String name, char letter, String from, String to, int cap) {
        var shift = new OpeningHours.Shift(Set.of(DayOfWeek.values()), LocalTime.parse(from), LocalTime.parse(to));
        return new ServiceItem(
                new ServiceId(id),
                ServiceCategory.SERVICES,
                name,
                Set.of(Audience.RESIDENTS),
                new Charge.Free(),
                List.of(),
                OptionalInt.empty(),
                letter,
                new OpeningHours(List.of(shift)),
                cap,
                Duration.ofMinutes(6));
    }

    static List<ReferenceItem> items() {
        return receiving();
    }

    /// The same street with times for appointments.
    public static List<ReferenceItem> receiving(AppointmentDay... days) {
        var items = new ArrayList<>(MadeUpStreet.items());
        items.add(new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY));
        for (var service : List.of(CARE, AID, ADVICE)) {
            items.add(new ReferenceItem.Service(service, MadeUpStreet.STREET));
        }
        items.add(new ReferenceItem.SiteQueue(PLAN.receiving(List.of(days))));
        return items;
    }
}
