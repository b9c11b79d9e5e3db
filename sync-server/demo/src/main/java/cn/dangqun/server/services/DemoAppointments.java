package cn.dangqun.server.services;

import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/// The demonstration's reception days: a delegate's every Wednesday, a secretary's every Friday, four weeks
/// ahead; today there is one as well, so that somebody can arrive.
public final class DemoAppointments {
    private static final int WEEKS = 4;
    private static final LocalTime TWO = LocalTime.of(14, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final Database database;
    private final ReferenceLedger reference;

    public DemoAppointments(Database database, ReferenceLedger reference) {
        this.database = database;
        this.reference = reference;
    }

    public void enter(String site, ServiceId service, LocalDate today) {
        database.write((handle, changes) -> {
            var store = new AppointmentStore(handle);
            store.add(
                    site,
                    new AppointmentDay(
                            "demo-today",
                            service,
                            today,
                            LocalTime.MIDNIGHT,
                            LocalTime.of(23, 59),
                            30,
                            1,
                            "社区党委书记 样例乙",
                            Optional.empty()));
            for (int week = 0; week < WEEKS; week++) {
                var wednesday = today.plusWeeks(week).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
                store.add(
                        site,
                        new AppointmentDay(
                                "demo-delegate-" + week,
                                service,
                                wednesday,
                                TWO,
                                FIVE,
                                20,
                                1,
                                "党代表 样例甲",
                                Optional.empty()));
                store.add(
                        site,
                        new AppointmentDay(
                                "demo-secretary-" + week,
                                service,
                                wednesday.plusDays(2),
                                TWO,
                                FIVE,
                                30,
                                1,
                                "社区党委书记 样例乙",
                                Optional.empty()));
            }
            new Entries(handle)
                    .queuePlan(site)
                    .ifPresent(plan -> reference.publish(
                            handle,
                            changes,
                            List.of(new ReferenceItem.SiteQueue(plan.receiving(store.of(site, today))))));
            return today;
        });
    }
}
