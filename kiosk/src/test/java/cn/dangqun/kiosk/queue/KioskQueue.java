package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// The real queue of one kiosk without a voice or a printer, for what is built on it.
public final class KioskQueue {
    private KioskQueue() {}

    public static QueueServices over(
            Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone, KeptNumbers kept) {
        return new QueueServices(
                new LedgerQueueDesk(
                        ledger, reference, clock, new LedgerQueueDesk.Site(zone, OptionalInt.empty(), kept), _ -> {}),
                new LedgerQueueBoard(ledger, reference, zone),
                (_, _) -> CompletableFuture.completedFuture(Handover.SHOWN),
                new TicketPaper(Texts.chinese(), () -> "样例社区党群服务中心", zone));
    }
}
