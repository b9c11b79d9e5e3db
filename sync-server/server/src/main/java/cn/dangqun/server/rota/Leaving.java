package cn.dangqun.server.rota;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import org.jdbi.v3.core.Handle;

/// Takes somebody who is on duty no more from every rota. Inside a write.
public record Leaving(ReferenceLedger reference) {
    public void of(Handle handle, ChangeLog changes, String staff) {
        reference.publish(
                handle,
                changes,
                new Entries(handle)
                        .sites().stream()
                                .<ReferenceItem>map(
                                        site -> site.with(site.rota().without(staff)))
                                .toList());
    }
}
