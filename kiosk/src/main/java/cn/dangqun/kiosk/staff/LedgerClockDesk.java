package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// The clock of the ledger.
record LedgerClockDesk(Ledger ledger) implements ClockDesk {
    @Override
    public ClockReading.Decided time() {
        return ledger.time();
    }

    @Override
    public CompletableFuture<Boolean> confirm(String staff, Instant now) {
        return ledger.confirmClock(new StaffFact.ClockConfirmed(staff, now), now)
                .thenApply(Commit.Done.class::isInstance);
    }
}
