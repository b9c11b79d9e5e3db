package cn.dangqun.server.services;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tells kiosks of the windows of their centre, with what is dated about it. Inside a write.
record Desks(ReferenceLedger reference, Times times) {
    void publish(Handle handle, ChangeLog changes, QueuePlan plan) {
        reference.publish(handle, changes, List.of(dated(handle, plan)));
    }

    /// With the days to come: holidays, and those on which people are received by appointment; and with the kiosks.
    private ReferenceItem dated(Handle handle, QueuePlan plan) {
        var today = times.today();
        return new ReferenceItem.SiteQueue(plan.on(new OpeningStore(handle).calendar(plan.site(), today))
                .among(CentreKiosks.of(handle, plan.site()))
                .receiving(new AppointmentStore(handle).of(plan.site(), today)));
    }

    /// After the calendar changed: windows and rotas. A centre whose days are as they were hears nothing.
    void publishAll(Handle handle, ChangeLog changes) {
        var entries = new Entries(handle);
        var store = new OpeningStore(handle);
        var today = times.today();
        var items = new ArrayList<ReferenceItem>();
        entries.queuePlans().forEach(plan -> items.add(dated(handle, plan)));
        entries.sites().stream()
                .filter(site -> !site.rota().isBlank())
                .forEach(site -> items.add(site.with(site.rota().with(store.calendar(site.id(), today)))));
        reference.publish(handle, changes, items);
    }
}
