package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Real requests over a real ledger at a made-up centre with two people at the windows.
public final class RequestStreet implements AutoCloseable {
    public final Ledger ledger;
    public final ReferenceStore reference;
    public final RequestServices services;

    public RequestStreet(Path directory, SteppedClock clock) throws Exception {
        var items = new ArrayList<>(MadeUpStreet.items());
        items.add(new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY));
        items.add(new ReferenceItem.Staff("s-1", "样例甲", "", ""));
        items.add(new ReferenceItem.Staff("s-2", "样例乙", "", ""));
        reference = MadeUpStreet.store(directory, clock, items);
        var file = directory.resolve("ledger.db");
        ledger = Ledger.open(file, clock, KeysOnDisk.beside(file), KioskCore.PROJECTIONS);
        ledger.adopt(new KioskId("kiosk-1")).join();
        services = new RequestServices(
                new LedgerRequestDesk(ledger, reference, clock, MadeUpStreet.ZONE),
                new LedgerRequestWork(ledger, reference, clock),
                _ -> CompletableFuture.completedFuture(Handover.PRINTED));
    }

    /// The street tells these.
    public void tell(List<ReferenceItem> items) {
        reference
                .apply(MadeUpStreet.page(reference.applied(), false, items), "")
                .join();
    }

    @Override
    public void close() {
        ledger.close();
        reference.close();
    }
}
