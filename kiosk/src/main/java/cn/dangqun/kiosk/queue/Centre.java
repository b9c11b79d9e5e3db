package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.util.Optional;

/// The kiosks of a centre with one queue, as the street has told this one (docs/decisions/0046). `me`: this kiosk;
/// `host`: the one that keeps the queue.
record Centre(CentreKiosk me, CentreKiosk host, QueuePlan plan) {
    /// Empty where this kiosk keeps a queue of its own: nobody has chosen a host, or the street has not named this
    /// kiosk to its centre, or has sealed it.
    static Optional<Centre> of(ReferenceStore reference, Optional<KioskId> self) {
        var index = reference.index();
        if (self.isEmpty() || reference.sealing().isPresent()) {
            return Optional.empty();
        }
        return index.site()
                .flatMap(here -> index.items(ReferenceItem.SiteQueue.class).stream()
                        .map(ReferenceItem.SiteQueue::plan)
                        .filter(plan -> plan.site().equals(here.id()))
                        .findFirst())
                .flatMap(plan -> plan.host()
                        .flatMap(host -> plan.kiosk(self.get().value()).map(me -> new Centre(me, host, plan))));
    }

    boolean isHost() {
        return me.host();
    }

    /// Whether that one belongs to the centre, and is not this one.
    boolean isPeer(KioskId other) {
        return !other.value().equals(me.id()) && plan.kiosk(other.value()).isPresent();
    }

    Optional<CentreKiosk> peer(KioskId other) {
        return plan.kiosk(other.value()).filter(_ -> isPeer(other));
    }
}
