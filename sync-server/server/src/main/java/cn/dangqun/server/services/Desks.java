package cn.dangqun.server.services;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tells kiosks of the windows of their centre, with the days on which it works otherwise. Inside a write.
record Desks(ReferenceLedger reference, Times times) {
    void publish(Handle handle, ChangeLog changes, QueuePlan plan) {
        var calendar = new OpeningStore(handle).calendar(plan.site(), times.today());
        reference.publish(handle, changes, List.of(new ReferenceItem.SiteQueue(plan.on(calendar))));
    }

    /// After the calendar changed: a centre whose days are as they were hears nothing.
    void publishAll(Handle handle, ChangeLog changes) {
        var plans = new Entries(handle).queuePlans();
        var store = new OpeningStore(handle);
        reference.publish(
                handle,
                changes,
                plans.stream()
                        .<ReferenceItem>map(plan ->
                                new ReferenceItem.SiteQueue(plan.on(store.calendar(plan.site(), times.today()))))
                        .toList());
    }
}
