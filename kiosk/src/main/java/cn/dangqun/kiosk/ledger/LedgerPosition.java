package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import java.time.Instant;
import java.util.Optional;

/// How far the ledger has come and how much of it the street has. `kiosk` is empty before enrolment; `oldestPending` is
/// the wall time of the first fact the street has not acknowledged; `attachments` is how many it does not have.
public record LedgerPosition(
        Epoch epoch,
        Optional<KioskId> kiosk,
        long lastSeq,
        long ackedSeq,
        Optional<Instant> oldestPending,
        long attachments) {
    public long pending() {
        return lastSeq - ackedSeq;
    }
}
