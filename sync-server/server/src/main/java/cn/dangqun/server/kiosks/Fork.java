package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.Epoch;
import java.time.Instant;

/// A kiosk's ledger that does not continue the one the street holds, and waits for a person. `agreedSeq`: through
/// which record both are known to be the same; `heldSeq`: the last the street has. `allowed`: a person has decided,
/// the kiosk has not come back yet. `missing`: records after `heldSeq` that nobody has any more; 0 where two
/// histories differ.
record Fork(
        Epoch epoch,
        long agreedSeq,
        long heldSeq,
        Instant since,
        Instant last,
        long times,
        boolean allowed,
        long missing) {}
